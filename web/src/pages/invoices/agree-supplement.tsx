/** The way to a supplement on the next invoice: what it comes to is shown, and nothing else is agreed. */
import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/client'
import { may, useAccount } from '../../api/session'
import { agreeSupplement } from '../../api/supplements'
import { useFormat } from '../../components/format'
import { RequestDialog } from '../../components/request-dialog'
import { ReasonField } from './supplements-card'

interface AgreeSupplementProps {
  readonly adjustments: Schemas['Adjustments']
  readonly network: number
  readonly isVoid: boolean
}

export function AgreeSupplement({ adjustments, network, isVoid }: AgreeSupplementProps) {
  const { t } = useTranslation()
  const { moneyChange } = useFormat()
  const [isOpen, dialog] = useDisclosure(false)
  const [reason, setReason] = useState('')
  const canManage = may(useAccount(), 'billing.manage', network)
  const { number, supplementNetMinor: netMinor, currency, items } = adjustments
  if (!canManage || isVoid || netMinor === 0) return null
  const people = items.filter(({ state }) => state !== 'agreed').length
  return (
    <div style={{ marginTop: 8 }}>
      <Button size="xs" variant="default" onClick={dialog.open}>
        {t('supplements.agree.action')}
      </Button>
      {isOpen && (
        <RequestDialog
          isOpen
          onClose={dialog.close}
          title={t('supplements.agree.title', { number })}
          about={t('supplements.agree.about', { amount: moneyChange(netMinor, currency), count: people })}
          action={t('supplements.agree.action')}
          request={() => agreeSupplement({ network, number, reason, netMinor })}
        >
          <ReasonField value={reason} onChange={setReason} />
        </RequestDialog>
      )}
    </div>
  )
}
