/** What was agreed about an invoice: how much, for whom and why, and what became of it. */
import { Badge, Button, Textarea } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { may, useAccount } from '../../api/session'
import { type Supplement, withdrawSupplement } from '../../api/supplements'
import { useFormat } from '../../components/format'
import { RequestDialog } from '../../components/request-dialog'
import { Card } from '../../ui/card'
import { ItemList } from '../../ui/item-list'

interface SupplementsCardProps {
  readonly supplements: readonly Supplement[]
}

const MOST_NAMED = 5

export function SupplementsCard({ supplements }: SupplementsCardProps) {
  const { t } = useTranslation()
  const { moneyChange, instant, number } = useFormat()
  const [withdrawn, setWithdrawn] = useState<Supplement>()
  const account = useAccount()
  return (
    <Card title={t('supplements.title')} description={t('supplements.about')}>
      <ItemList>
        {supplements.map((one) => (
          <ItemList.Item
            key={one.supplementId}
            title={
              <>
                {t(one.netMinor > 0 ? 'supplements.supplement' : 'supplements.deduction', {
                  number: one.supplementId,
                  amount: moneyChange(one.netMinor, one.currency),
                })}{' '}
                <Badge variant="default">{t(`supplements.states.${one.state}`)}</Badge>
              </>
            }
            note={
              <>
                {t(one.people.length > MOST_NAMED ? 'supplements.agreedMore' : 'supplements.agreed', {
                  names: one.people
                    .slice(0, MOST_NAMED)
                    .map(({ name }) => name)
                    .join(', '),
                  more: number(one.people.length - MOST_NAMED),
                  at: instant(one.agreedAt),
                })}{' '}
                {one.reason} <Fate supplement={one} />
              </>
            }
            action={
              one.state === 'pending' &&
              one.leftMinor === one.netMinor &&
              may(account, 'billing.manage', one.networkId) && (
                <Button size="xs" variant="default" onClick={() => setWithdrawn(one)}>
                  {t('supplements.withdraw.action')}
                </Button>
              )
            }
          />
        ))}
      </ItemList>
      {withdrawn !== undefined && (
        <WithdrawDialog supplement={withdrawn} onClose={() => setWithdrawn(undefined)} />
      )}
    </Card>
  )
}

/** Where it stands, what of it still waits, or why it does not. */
function Fate({ supplement }: { readonly supplement: Supplement }) {
  const { t } = useTranslation()
  const { moneyChange } = useFormat()
  const { lines, leftMinor, netMinor, currency, networkId, withdrawnBecause } = supplement
  return (
    <>
      {lines
        .filter(({ isVoid }) => !isVoid)
        .map(({ number }) => (
          <span key={number}>
            <Link
              to="/settings/subscription/invoices/$number"
              params={{ number: String(number) }}
              search={{ network: networkId }}
            >
              {t('supplements.on', { number })}
            </Link>{' '}
          </span>
        ))}
      {leftMinor !== 0 &&
        leftMinor !== netMinor &&
        t('supplements.left', { amount: moneyChange(leftMinor, currency) })}
      {withdrawnBecause !== null && t('supplements.withdrawnBecause', { reason: withdrawnBecause })}
    </>
  )
}

interface WithdrawDialogProps {
  readonly supplement: Supplement
  readonly onClose: () => void
}

function WithdrawDialog({ supplement, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  return (
    <RequestDialog
      isOpen
      onClose={onClose}
      title={t('supplements.withdraw.title', { number: supplement.supplementId })}
      about={t('supplements.withdraw.about')}
      action={t('supplements.withdraw.action')}
      request={() => withdrawSupplement(supplement, reason)}
    >
      <ReasonField value={reason} onChange={setReason} />
    </RequestDialog>
  )
}

interface ReasonFieldProps {
  readonly value: string
  readonly onChange: (reason: string) => void
}

export function ReasonField({ value, onChange }: ReasonFieldProps) {
  const { t } = useTranslation()
  return (
    <Textarea
      label={t('platformInvoices.reason')}
      description={t('platformInvoices.reasonNote')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={1000}
      required
      data-autofocus
    />
  )
}
