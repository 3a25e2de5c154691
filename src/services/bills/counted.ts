/** Headcount’s own counts at the cut-offs of bills: each of the window that the bill closes. */
import { DEFAULT_RULE_SET } from '#counting/rules'
import type { Moment } from '#counting/scope'
import type { Session } from '#database/database'
import { type CountedLocation, countMoments, momentKey } from '#services/active-users/months'
import type { Bill } from '#services/bills/find'

/** @returns the count of each bill, in their order */
export async function countAtBills(session: Session, bills: readonly Bill[]): Promise<CountedLocation[]> {
  const [first] = bills
  if (first === undefined) return []
  const moments = bills.map(
    ({ location: { locationId }, cutOffAt }, name): Moment => ({
      ...{ name, locationId, asOf: new Date(cutOffAt), cutOff: 'before' },
    }),
  )
  const scope = {
    networkId: first.networkId,
    asOf: new Date(first.cutOffAt),
    ruleSet: DEFAULT_RULE_SET,
  }
  const counted = await countMoments(session, scope, moments)
  return moments.map((moment) => {
    const found = counted.get(momentKey(moment))
    if (found === undefined) throw new Error('the location of a bill was not counted')
    return found
  })
}
