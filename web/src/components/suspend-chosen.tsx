/** Buttons that suspend and resume the customers that are chosen, for who may. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SuspensionVerb } from '../api/customers'
import { may, useAccount } from '../api/session'
import { type CustomerChosen, MOST_SUSPENDED, SuspendDialog } from './suspend-dialog'

interface SuspendChosenProps {
  readonly network: number
  readonly customers: readonly (CustomerChosen & { readonly isSuspended: boolean })[]
  readonly onDone: () => void
}

export function SuspendChosen({ network, customers, onDone }: SuspendChosenProps) {
  const { t } = useTranslation()
  const account = useAccount()
  const [verb, setVerb] = useState<SuspensionVerb>()
  if (!may(account, 'customers.suspend', network)) return null
  const isTooMany = customers.length > MOST_SUSPENDED
  const verbs = (['suspend', 'resume'] as const).filter((one) =>
    customers.some(({ isSuspended }) => isSuspended === (one === 'resume')),
  )
  return (
    <>
      {verbs.map((one) => (
        <Button
          key={one}
          variant="default"
          size="xs"
          onClick={() => setVerb(one)}
          disabled={isTooMany}
          title={isTooMany ? t('suspension.tooMany', { most: MOST_SUSPENDED }) : undefined}
        >
          {t(`suspension.${one}.action`)}
        </Button>
      ))}
      <SuspendDialog
        network={network}
        customers={customers}
        verb={verb}
        onClose={() => setVerb(undefined)}
        onDone={onDone}
      />
    </>
  )
}
