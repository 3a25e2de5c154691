import { figure, inWords, printable, renderTable } from '#cli/tables'
import { ruleOf } from '#counting/rules'
import { fromMinor } from '#model/money'
import type { Source } from '#model/source'
import type { Reconciliation } from '#services/platform-invoices/reconcile'

/** The answer in a sentence, the sums step by step, then each customer. */
export function printReconciliation(told: Reconciliation): string {
  const parts = [printable(told.sentence), '', sums(told)]
  if (told.differences.length > 0) parts.push('', customers(told))
  return `${parts.join('\n')}\n`
}

function sums(told: Reconciliation): string {
  const { invoice, other, steps, pricePlanMinor, supplementsMinor, currency, digits, location } = told
  const money = (minor: number) => fromMinor(minor, digits)
  const rows = [
    [`Invoice ${invoice.number}`, figure(invoice.activeUsers), money(invoice.totalMinor)],
    ...steps.map(({ reason, source, change, amountMinor }) => [
      `  ${reasonText(reason, source)}`,
      signed(figure(change)),
      signed(money(amountMinor)),
    ]),
    ...(pricePlanMinor === 0 ? [] : [['  price plan changed', '', signed(money(pricePlanMinor))]]),
    ...(supplementsMinor === 0 ? [] : [['  supplements', '', signed(money(supplementsMinor))]]),
    [
      other.number === null ? `Count as of ${other.asOf}` : `Invoice ${other.number}`,
      figure(other.activeUsers),
      money(other.totalMinor),
    ],
  ]
  return renderTable(
    [
      { title: location.name },
      { title: 'Active users', align: 'right' },
      { title: currency, align: 'right' },
    ],
    rows,
  )
}

function customers({ differences }: Reconciliation): string {
  const titles = ['Customer', 'External id', '', 'Reason', 'Sources'].map((title) => ({ title }))
  const rows = differences.map(({ name, externalId, side, reason, source, sources }) => [
    name,
    externalId,
    side,
    reasonText(reason, source),
    sources.map((one) => ruleOf(one).label).join(', '),
  ])
  return renderTable(titles, rows)
}

function reasonText(reason: string, source: Source | null): string {
  return `${inWords(reason)}${source === null ? '' : ` (${ruleOf(source).label.toLowerCase()})`}`
}

function signed(text: string): string {
  return text.startsWith('-') ? text : `+${text}`
}
