/** What comes out of an audit, in a word and in a sentence. */
import { Badge } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BillAudit, BillListed } from '../../api/bills'
import { useFormat } from '../../components/format'
import { Card } from '../../ui/card'
import classes from './bills.module.css'

type Verdict = BillListed['verdict']

const LOOKS = {
  agrees: [IconCircleCheck, 'var(--good)'],
  more_people: [IconAlertTriangle, 'var(--bad)'],
  fewer_people: [IconAlertTriangle, 'var(--warn)'],
  price_differs: [IconAlertTriangle, 'var(--warn)'],
  unknown: [IconHelpCircle, 'var(--quiet)'],
} as const

export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation()
  const [Icon, color] = LOOKS[verdict]
  return (
    <Badge variant="default" leftSection={<Icon size={14} stroke={1.9} color={color} aria-hidden />}>
      {t(`bills.verdicts.${verdict}`)}
    </Badge>
  )
}

export function Headline({ audit }: { readonly audit: BillAudit }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { verdict, difference, billed, counted } = audit
  const [Icon, color] = LOOKS[verdict]
  const isPriceAlone = verdict === 'price_differs' && difference === null
  return (
    <Card>
      <div className={classes.headline}>
        <Icon size={28} stroke={1.7} color={color} aria-hidden />
        <div>
          <p className={classes.said}>
            {isPriceAlone
              ? t('bills.saidPriceAlone')
              : t(`bills.said.${verdict}`, { count: Math.abs(difference ?? 0) })}
          </p>
          <p className={classes.figures}>
            {billed.count === null
              ? t('bills.figuresUnknown', { counted: number(counted) })
              : t('bills.figures', { billed: number(billed.count), counted: number(counted) })}{' '}
            <Money audit={audit} />
          </p>
        </div>
      </div>
    </Card>
  )
}

function Money({ audit: { money, bill } }: { readonly audit: BillAudit }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (money === null || money.differenceMinor === 0 || bill.currency === null) return null
  const { currency } = bill
  const amount = (minor: number) => format.money(Math.abs(minor), currency)
  const { differenceMinor, withDiscountAndTaxMinor } = money
  return (
    <strong>
      {t(differenceMinor > 0 ? 'bills.tooMuch' : 'bills.tooLittle', { amount: amount(differenceMinor) })}
      {withDiscountAndTaxMinor === null || withDiscountAndTaxMinor === differenceMinor
        ? '.'
        : `${t('bills.afterTax', { amount: amount(withDiscountAndTaxMinor) })}.`}
    </strong>
  )
}
