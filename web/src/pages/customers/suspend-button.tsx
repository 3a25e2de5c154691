/** Suspends or resumes a customer, after saying what that means. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer, SuspensionVerb } from '../../api/customers'
import { SuspendDialog } from '../../components/suspend-dialog'

interface SuspendButtonProps {
  readonly network: number
  readonly customer: Customer
}

export function SuspendButton({ network, customer }: SuspendButtonProps) {
  const { t } = useTranslation()
  const [verb, setVerb] = useState<SuspensionVerb>()
  const next = customer.isSuspended ? 'resume' : 'suspend'
  return (
    <>
      <Button variant="default" onClick={() => setVerb(next)}>
        {t(`customer.${next}.action`)}
      </Button>
      <SuspendDialog
        network={network}
        customers={[customer]}
        verb={verb}
        onClose={() => setVerb(undefined)}
      />
    </>
  )
}
