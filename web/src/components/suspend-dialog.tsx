/** Suspends or resumes customers, after saying what becomes of each count; what was done can be undone. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answerOf, client } from '../api/client'
import type { SuspensionVerb } from '../api/customers'
import { Confirm } from '../ui/confirm'
import { ProblemNotice } from './problem-notice'
import { SuspensionEffect } from './suspension-effect'
import { tellUndoable } from './undoable'

export interface CustomerChosen {
  readonly customerId: number
  readonly name: string
}

interface SuspendDialogProps {
  readonly network: number
  readonly customers: readonly CustomerChosen[]
  /** Undefined while the dialog is closed. */
  readonly verb: SuspensionVerb | undefined
  readonly onClose: () => void
  readonly onDone?: () => void
}

/** As many as one request changes. */
export const MOST_SUSPENDED = 1000

export function SuspendDialog({ network, customers, verb, onClose, onDone }: SuspendDialogProps) {
  const { t } = useTranslation()
  const [first] = customers
  const named = { count: customers.length, name: first?.name ?? '' }
  const customerIds = customers.map(({ customerId }) => customerId)
  const change = useSuspension(network, customerIds, (done, changeId) => {
    onClose()
    onDone?.()
    if (changeId === null) tellUndoable({ text: t('suspension.nothing') })
    else tellUndoable({ text: t(`suspension.${done}.done`, named), network, changeId })
  })
  return (
    <Confirm
      isOpen={verb !== undefined}
      title={verb === undefined ? '' : t(`suspension.${verb}.title`, named)}
      action={verb === undefined ? '' : t(`customer.${verb}.action`)}
      words={{ cancel: t('common.cancel'), close: t('common.close') }}
      isRunning={change.isPending}
      onClose={onClose}
      onConfirm={() => verb !== undefined && change.mutate(verb)}
    >
      {verb !== undefined && (
        <>
          <p style={{ margin: 0 }}>{t(`suspension.${verb}.about`)}</p>
          <SuspensionEffect network={network} customerIds={customerIds} verb={verb} />
          <ProblemNotice error={change.error} />
        </>
      )}
    </Confirm>
  )
}

function useSuspension(
  network: number,
  customerIds: readonly number[],
  onDone: (verb: SuspensionVerb, changeId: number | null) => void,
) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (verb: SuspensionVerb) => {
      const params = { path: { network: String(network) } }
      const body = { customers: customerIds.map((id) => `id:${id}`) }
      return answerOf(
        verb === 'suspend'
          ? client.POST('/api/v1/networks/{network}/suspensions', { params, body })
          : client.POST('/api/v1/networks/{network}/resumptions', { params, body }),
      )
    },
    onSuccess: async ({ changeId }, verb) => {
      onDone(verb, changeId)
      await queryClient.invalidateQueries()
    },
  })
}
