/** The price plan that the bills of one location tell of, with what they leave open. */
import sql from 'sql-template-tag'
import { type InferredPlan, inferPlan } from '#billing/infer-plan'
import type { PricePlan } from '#billing/price-plan'
import type { Session } from '#database/database'
import { minorDigits } from '#model/money'
import { requireRight } from '#services/asker'
import { countAtBills } from '#services/bills/counted'
import { type Bill, readBills } from '#services/bills/find'
import { checkInput, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { findLocation } from '#services/locations/find'

export interface InferPricePlanOptions {
  /** Id, external id or exact name. */
  readonly location: string
  readonly network?: string
}

export interface InferredFromBills extends InferredPlan {
  readonly currency: string
  readonly digits: number
  /** Whose numbers were taken: those that the bills name, or the counts of Headcount where they name none. */
  readonly basis: 'billed' | 'counted'
  /** What is known and what is not, a sentence each. */
  readonly sentences: readonly string[]
}

/** The newest bills that are looked at: older prices are seldom those of today. */
const MOST_BILLS = 36
const INPUT = { location: text, network: optional(text) }

/** @throws LOCATION_NOT_FOUND, LOCATION_AMBIGUOUS, FORBIDDEN */
export function inferPricePlan(
  { database, asker }: Context,
  options: InferPricePlanOptions,
): Promise<InferredFromBills> {
  const { location, network } = checkInput(options, INPUT)
  return database.transaction(
    async (session) => {
      const { networkId, locationId, currency } = await findLocation(session, asker, location, network)
      requireRight(asker, 'billing.read', { networkId })
      return inferAt(session, { networkId, locationId, currency })
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

export async function inferAt(
  session: Session,
  place: { readonly networkId: number; readonly locationId: number; readonly currency: string | null },
): Promise<InferredFromBills> {
  const bills = await readBills(
    session,
    place.networkId,
    sql`b.location_id = ${place.locationId}::int and b.subscription is not null`,
    sql`limit ${MOST_BILLS}`,
  )
  const currency = bills[0]?.currency ?? place.currency ?? 'EUR'
  const alike = bills.filter((bill) => bill.currency === currency)
  const isNamed = alike.some(({ billedCount }) => billedCount !== null)
  const counts = isNamed ? null : await countAtBills(session, alike)
  const points = alike.flatMap((bill, at) => {
    const count = isNamed ? bill.billedCount : (counts?.[at]?.count ?? null)
    const { subscriptionMinor: amountMinor } = bill
    return count === null || amountMinor === null ? [] : [{ bill: nameOf(bill), count, amountMinor }]
  })
  const digits = minorDigits(currency)
  const inferred = inferPlan(points, currency, digits)
  const basis = isNamed ? 'billed' : 'counted'
  return { ...inferred, currency, digits, basis, sentences: sentencesOf(inferred, basis, points.length) }
}

/** The first active user at the second price; null where there is one price. */
function secondPriceFrom(plan: PricePlan | null): number | null {
  const upTo = plan?.usage?.model === 'graduated' ? (plan.usage.tiers[0]?.upTo ?? null) : null
  return upTo === null ? null : (plan?.includedActiveUsers ?? 0) + upTo + 1
}

export function nameOf({ number, externalId }: Bill): string {
  return number ?? externalId
}

function sentencesOf(
  { state, from, until, fitting, others, includedActiveUsers, plan }: InferredPlan,
  basis: 'billed' | 'counted',
  bills: number,
): string[] {
  const numbers =
    basis === 'billed' ? 'the numbers that they name' : 'Headcount’s counts, since they name no number'
  if (bills === 0) return ['No bill tells an amount, so nothing can be said of the price.']
  const head = `${bills} bill${bills === 1 ? ' was' : 's were'} compared with ${numbers}.`
  if (state === 'contradictory')
    return [head, 'They do not follow one base fee and one price for each active user, or two.']
  if (state === 'undetermined')
    return [head, 'Several price plans would make their amounts: bills with other numbers are needed.']
  const open =
    includedActiveUsers?.least === includedActiveUsers?.most
      ? []
      : [`What fewer than ${from} active users cost is not known.`]
  const left =
    others.length === 0
      ? []
      : [`${others.length === 1 ? 'This bill does' : 'These bills do'} not follow it: ${others.join(', ')}.`]
  const second = secondPriceFrom(plan)
  const follow =
    second === null
      ? 'one base fee and one price for each active user; that no other price begins beyond is assumed'
      : `one base fee and two prices for each active user, the second from number ${second} on; that it changes there alone is assumed`
  return [
    head,
    `${fitting.length} of them, from ${from} to ${until} active users, follow ${follow}.`,
    ...open,
    ...left,
  ]
}
