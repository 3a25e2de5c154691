/** The way from the count to the bill, in people and in money. */
import { useTranslation } from 'react-i18next'
import type { BillAudit } from '../../api/bills'
import { useFormat } from '../../components/format'
import { Card } from '../../ui/card'
import { Waterfall, type WaterfallRow } from '../../ui/waterfall'

export function WayPart({ audit }: { readonly audit: BillAudit }) {
  const { t } = useTranslation()
  const { number, change, money: amount, moneyChange } = useFormat()
  const { bill, billed, counted, difference, money } = audit
  const { currency } = bill
  if (difference === null || billed.count === null) return null
  if (difference === 0 && (money?.differenceMinor ?? 0) === 0) return null
  const priced = money !== null && money.peopleMinor !== null && money.priceMinor !== null ? money : null
  const row = (
    key: 'counted' | 'people' | 'price' | 'bill',
    people: number,
    minor: number | null,
  ): WaterfallRow => ({
    key,
    kind: key === 'counted' || key === 'bill' ? 'total' : 'step',
    label: t(`bills.steps.${key}`),
    values: priced === null ? [people] : [people, minor ?? 0],
  })
  const rows = [
    row('counted', counted, priced?.countedMinor ?? null),
    row('people', difference, priced?.peopleMinor ?? null),
    ...(priced === null || priced.priceMinor === 0 ? [] : [row('price', 0, priced.priceMinor)]),
    row('bill', billed.count, priced?.billedMinor ?? null),
  ]
  return (
    <Card title={t('bills.way')} description={t('bills.wayAbout')} isFlush>
      <Waterfall
        label={t('bills.way')}
        stepHeading={t('bills.step')}
        rows={rows}
        measures={[
          { name: t('bills.people'), total: number, step: change },
          ...(priced === null || currency === null
            ? []
            : [
                {
                  name: t('bills.money'),
                  total: (minor: number) => amount(minor, currency),
                  step: (minor: number) => moneyChange(minor, currency),
                },
              ]),
        ]}
      />
    </Card>
  )
}
