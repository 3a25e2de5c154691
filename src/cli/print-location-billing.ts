import { printable, renderTable } from '#cli/tables'
import type { LocationBilling } from '#services/billing/get-terms'

/** How a location is billed: its anchor, the price plan of now, and those of all dates. */
export function printLocationBilling(
  { location, anchor, nextCutOffAt, current, assignments }: LocationBilling,
  names: ReadonlyMap<number, string>,
): string {
  const name = printable(location.name)
  const nameOf = (plan: number | null) =>
    plan === null ? 'none' : printable(names.get(plan) ?? `price plan ${plan}`)
  const invoiced =
    anchor === null
      ? `${name} has no billing anchor, so no cut-off is to come: headcount price-plan anchor`
      : `${name} is invoiced each ${anchor.every} from ${anchor.startsOn}, ${anchor.localTime} local time (${location.timeZone}).\nNext cut-off ${nextCutOffAt}.`
  const priced =
    current === null
      ? 'It has no price plan now: headcount price-plan assign'
      : `It has ${nameOf(current.pricePlanId)} now, version ${current.version.version}.`
  const rows = assignments.map(({ from, pricePlanId, addOns }) => [
    from,
    nameOf(pricePlanId),
    Object.entries(addOns)
      .map(([id, units]) => `${id}=${units}`)
      .join(' '),
  ])
  const titles = ['From', 'Price plan', 'Add-ons'].map((title) => ({ title }))
  const table = rows.length === 0 ? '' : `\n${renderTable(titles, rows)}\n`
  return `${invoiced}\n${priced}\n${table}`
}
