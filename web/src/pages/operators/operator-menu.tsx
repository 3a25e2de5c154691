/** What can be done with another operator; what takes something away is asked twice. */
import { ActionIcon, Button, Group, Menu, Modal, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDots } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, client } from '../../api/client'
import type { Operator } from '../../api/operators'
import { useAccount } from '../../api/session'
import { ProblemNotice } from '../../components/problem-notice'
import { usePlace } from '../../components/use-place'
import { RoleDialog } from './role-dialog'

type Change = 'disable' | 'enable' | 'givePlatform' | 'takePlatform' | 'removeRole' | 'remove'

export function OperatorMenu({ operator }: { readonly operator: Operator }) {
  const { t } = useTranslation()
  const account = useAccount()
  const { network } = usePlace()
  const [change, setChange] = useState<Change>()
  const [isRoleOpen, role] = useDisclosure(false)
  const hasRoleHere = operator.roles.some(({ networkId }) => networkId === network?.networkId)
  const changes: readonly Change[] = [
    ...(hasRoleHere ? (['removeRole'] as const) : []),
    ...(account.isPlatform
      ? ([
          operator.isPlatform ? 'takePlatform' : 'givePlatform',
          operator.isDisabled ? 'enable' : 'disable',
          'remove',
        ] as const)
      : []),
  ]
  const name = `${operator.firstName} ${operator.lastName}`
  return (
    <>
      <Menu position="bottom-end" shadow="lg" width={240}>
        <Menu.Target>
          <ActionIcon aria-label={t('operators.actionsFor', { name })}>
            <IconDots size={17} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {network !== undefined && !operator.isPlatform && (
            <Menu.Item onClick={role.open}>{t('operators.changeRole')}</Menu.Item>
          )}
          {changes.map((one) => (
            <Menu.Item key={one} onClick={() => setChange(one)}>
              {t(`operators.change.${one}.action`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ConfirmChange operator={operator} change={change} onClose={() => setChange(undefined)} />
      <RoleDialog operator={operator} isOpen={isRoleOpen} onClose={role.close} />
    </>
  )
}

interface ConfirmChangeProps {
  readonly operator: Operator
  readonly change: Change | undefined
  readonly onClose: () => void
}

function ConfirmChange({ operator, change, onClose }: ConfirmChangeProps) {
  const { t } = useTranslation()
  const { network } = usePlace()
  const queryClient = useQueryClient()
  const run = useMutation({
    mutationFn: (asked: Change) => requestOf(asked, operator.operatorId, String(network?.networkId)),
    onSuccess: async () => {
      onClose()
      await queryClient.invalidateQueries()
    },
  })
  const name = `${operator.firstName} ${operator.lastName}`
  return (
    <Modal
      opened={change !== undefined}
      onClose={onClose}
      title={change && t(`operators.change.${change}.action`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {change !== undefined && (
        <Stack>
          <p style={{ margin: 0 }}>
            {t(`operators.change.${change}.about`, { name, network: network?.name ?? '' })}
          </p>
          <ProblemNotice error={run.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button onClick={() => run.mutate(change)} loading={run.isPending}>
              {t(`operators.change.${change}.action`)}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  )
}

async function requestOf(change: Change, operator: string, network: string): Promise<void> {
  const params = { path: { operator } }
  switch (change) {
    case 'disable':
    case 'enable': {
      const body = { isDisabled: change === 'disable' }
      await answerOf(client.PUT('/api/v1/operators/{operator}/disabled', { params, body }))
      return
    }
    case 'givePlatform':
    case 'takePlatform': {
      const body = { isPlatform: change === 'givePlatform' }
      await answerOf(client.PUT('/api/v1/operators/{operator}/platform', { params, body }))
      return
    }
    case 'removeRole': {
      const path = { operator, network }
      await answerOf(client.DELETE('/api/v1/operators/{operator}/roles/{network}', { params: { path } }))
      return
    }
    case 'remove':
      await answerOf(client.DELETE('/api/v1/operators/{operator}', { params }))
  }
}
