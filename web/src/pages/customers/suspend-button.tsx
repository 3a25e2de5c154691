/** Suspends or resumes a customer, after saying what that means; each undoes the other. */
import { Button, Group, Modal, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answerOf, client } from '../../api/client'
import type { Customer } from '../../api/customers'
import { ProblemNotice } from '../../components/problem-notice'
import { SuspensionEffect } from './suspension-effect'

interface SuspendButtonProps {
  readonly network: number
  readonly customer: Customer
}

export function SuspendButton({ network, customer }: SuspendButtonProps) {
  const { t } = useTranslation()
  const [isOpen, { open, close }] = useDisclosure(false)
  const queryClient = useQueryClient()
  const verb = customer.isSuspended ? 'resume' : 'suspend'
  const change = useMutation({
    mutationFn: () => {
      const params = { path: { network: String(network), key: `id:${customer.customerId}` } }
      return answerOf(
        verb === 'suspend'
          ? client.POST('/api/v1/networks/{network}/customers/{key}/suspend', { params, body: {} })
          : client.POST('/api/v1/networks/{network}/customers/{key}/resume', { params, body: {} }),
      )
    },
    onSuccess: async () => {
      close()
      await queryClient.invalidateQueries()
    },
  })
  return (
    <>
      <Button variant="default" onClick={open}>
        {t(`customer.${verb}.action`)}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t(`customer.${verb}.title`, { name: customer.name })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Stack>
          <p style={{ margin: 0 }}>{t(`customer.${verb}.about`)}</p>
          <SuspensionEffect network={network} customerId={customer.customerId} verb={verb} />
          <ProblemNotice error={change.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button onClick={() => change.mutate()} loading={change.isPending}>
              {t(`customer.${verb}.action`)}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
