/** A charge under the price plan of the template, worked out by the product. */
import { readFileSync } from 'node:fs'
import { priceOf } from '#billing/price'
import { PricePlan } from '#billing/price-plan'
import { fromMinor } from '#model/money'
import { table } from './table.ts'

/** @param words how many active users */
export function chargeExample(words: string): string {
  const plan = PricePlan.parse(JSON.parse(readFileSync('templates/price-plan.json', 'utf8')))
  const { lines, totalMinor, currency, digits } = priceOf(plan, { count: Number(words) })
  const money = (minor: number) => fromMinor(minor, digits)
  return table(
    ['Line', 'Quantity', 'Unit price', `Amount, ${currency}`],
    [
      ...lines.map(({ description, quantity, unitPrice, amountMinor }) => [
        description,
        unitPrice === null ? '' : String(quantity),
        unitPrice ?? '',
        money(amountMinor),
      ]),
      ['**Total**', '', '', `**${money(totalMinor)}**`],
    ],
  )
}
