import { Button, Group, Modal } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, client, type Schemas } from '../../api/client'
import type { Operator } from '../../api/operators'
import { ProblemNotice } from '../../components/problem-notice'
import { usePlace } from '../../components/use-place'
import { Form } from '../../ui/form'
import { hasLocations, type RoleChosen, RoleFields } from './role-fields'

interface RoleDialogProps {
  readonly operator: Operator
  readonly isOpen: boolean
  readonly onClose: () => void
}

const ROLES = ['network_owner', 'location_manager', 'viewer'] as const

export function RoleDialog({ operator, isOpen, onClose }: RoleDialogProps) {
  const { t } = useTranslation()
  const { network } = usePlace()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('operators.roleIn', { network: network?.name ?? '' })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {network !== undefined && (
        <RoleForm operator={operator} network={network.networkId} onClose={onClose} />
      )}
    </Modal>
  )
}

interface RoleFormProps {
  readonly operator: Operator
  readonly network: number
  readonly onClose: () => void
}

function RoleForm({ operator, network, onClose }: RoleFormProps) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const [chosen, setChosen] = useState<RoleChosen>(() => roleIn(operator, network))
  const save = useMutation({
    mutationFn: () => {
      const params = { path: { operator: operator.operatorId, network: String(network) } }
      const { role, locations } = chosen
      const limited = hasLocations(role) && locations.length > 0 ? { locations: [...locations] } : {}
      const body = { role: role as Schemas['NetworkRole'], ...limited }
      return answerOf(client.PUT('/api/v1/operators/{operator}/roles/{network}', { params, body }))
    },
    onSuccess: async () => {
      onClose()
      await queryClient.invalidateQueries()
    },
  })
  return (
    <Form onSubmit={save.mutate}>
      <ProblemNotice error={save.error} />
      <RoleFields roles={ROLES} value={chosen} onChange={setChosen} />
      <Group justify="flex-end" gap="xs">
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </Group>
    </Form>
  )
}

function roleIn({ roles }: Operator, network: number): RoleChosen {
  const found = roles.find(({ networkId }) => networkId === network)
  if (found === undefined) return { role: 'viewer', locations: [] }
  const { role, locationIds } = found
  return { role, locations: locationIds === 'all' ? [] : locationIds.map(String) }
}
