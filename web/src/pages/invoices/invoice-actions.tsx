/** What the platform does with an invoice that is wrong: void it, credit it, issue it again. */
import { Button, Menu, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InvoiceDetails } from '../../api/billing'
import { answerOf, client } from '../../api/client'
import { issueCutOff } from '../../api/issue-runs'
import { may, useAccount } from '../../api/session'
import { useFormat } from '../../components/format'
import { RequestDialog } from '../../components/request-dialog'

interface InvoiceActionsProps {
  readonly network: number
  readonly details: InvoiceDetails
}

type Action = 'voiding' | 'crediting' | 'issuing'

export function InvoiceActions({ network, details }: InvoiceActionsProps) {
  const { t } = useTranslation()
  const [action, setAction] = useState<Action>()
  const canManage = may(useAccount(), 'billing.manage', network)
  if (!canManage) return null
  const offered: readonly Action[] = details.void === null ? ['voiding', 'crediting'] : ['issuing']
  return (
    <>
      <Menu position="bottom-end" shadow="lg" width={220}>
        <Menu.Target>
          <Button variant="default">{t('platformInvoices.change')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((one) => (
            <Menu.Item key={one} onClick={() => setAction(one)}>
              {t(`platformInvoices.${one}.action`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {action !== undefined && (
        <ActionDialog
          action={action}
          network={network}
          details={details}
          onClose={() => setAction(undefined)}
        />
      )}
    </>
  )
}

interface ActionDialogProps extends InvoiceActionsProps {
  readonly action: Action
  /** What a credit note is proposed to take off, before tax. */
  readonly proposed?: string
  readonly onClose: () => void
}

export function ActionDialog({ action, network, details, proposed = '', onClose }: ActionDialogProps) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [amount, setAmount] = useState(proposed)
  const { number, location, cutOffAt, currency } = details.invoice
  const params = { path: { network: String(network), number } }
  const base = '/api/v1/networks/{network}/platform-invoices/{number}' as const
  const stay = () => undefined
  const requests: Readonly<Record<Action, () => Promise<() => void>>> = {
    voiding: async () => {
      await answerOf(client.POST(`${base}/void`, { params, body: { reason } }))
      return stay
    },
    crediting: async () => {
      const body = { reason, ...(amount !== '' && { amount }) }
      await answerOf(client.POST(`${base}/credit-notes`, { params, body }))
      return stay
    },
    issuing: async () => {
      const { runId } = await issueCutOff({ network, location: location.locationId, cutOff: cutOffAt })
      return () => void navigate({ to: '/runs', search: { network, run: runId } })
    },
  }
  return (
    <RequestDialog
      isOpen
      onClose={onClose}
      title={t(`platformInvoices.${action}.title`, { number })}
      about={t(`platformInvoices.${action}.about`, { cutOff: instant(cutOffAt, location.timeZone) })}
      action={t(`platformInvoices.${action}.action`)}
      isDanger={action === 'voiding'}
      request={requests[action]}
      onDone={(goOn) => goOn()}
    >
      {action !== 'issuing' && (
        <Textarea
          label={t('platformInvoices.reason')}
          description={t('platformInvoices.reasonNote')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={1000}
          required
          data-autofocus
        />
      )}
      {action === 'crediting' && (
        <TextInput
          label={t('platformInvoices.amount', { currency })}
          description={t('platformInvoices.amountNote')}
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
          inputMode="decimal"
        />
      )}
    </RequestDialog>
  )
}
