import type { ChargeLine } from '#billing/charge-line'
import type { Charge } from '#billing/price'
import { figure, printable, renderTable } from '#cli/tables'
import { fromMinor } from '#model/money'

/** A charge line by line, with its total. */
export function printCharge(planName: string, charge: Charge): string {
  const { count, currency, digits, lines, totalMinor } = charge
  const money = (minor: number) => fromMinor(minor, digits)
  const table = chargeTable(lines, digits)
  return `${printable(planName)}, ${figure(count)} active users\n\n${table}\n\nTotal ${currency} ${money(totalMinor)}\n`
}

export function chargeTable(lines: readonly ChargeLine[], digits: number): string {
  return renderTable(
    [
      { title: 'Line' },
      { title: 'Quantity', align: 'right' },
      { title: 'Unit price', align: 'right' },
      { title: 'Flat fee', align: 'right' },
      { title: 'Amount', align: 'right' },
    ],
    lines.map((line) => [
      line.description,
      line.unitPrice === null ? '' : figure(line.quantity),
      line.unitPrice ?? '',
      line.flatFee ?? '',
      fromMinor(line.amountMinor, digits),
    ]),
  )
}
