/**
 * The next platform invoice of a location as things stand, or with something changed: what is certain, what
 * is expected until the cut-off, and what each costs.
 */
import sql from 'sql-template-tag'
import { nextCutOff } from '#billing/anchor'
import { type Charge, priceOf, type SupplementTaken } from '#billing/price'
import type { PricePlan } from '#billing/price-plan'
import { chargeWithSupplements } from '#billing/supplements'
import type { Terms } from '#billing/waterfall'
import { windowsStatement } from '#counting/evidence-statements'
import { differencesOfCounts } from '#counting/forecast'
import { singleRecordsStatement } from '#counting/freeze'
import { DEFAULT_RULE_SET, SOURCE_RULES } from '#counting/rules'
import type { Moment } from '#counting/scope'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import type { BillingAnchor } from '#model/billing-anchor'
import { type EvidenceKind, evidenceKindName } from '#model/kind'
import { countMoments, momentKey } from '#services/active-users/months'
import { requireRight } from '#services/asker'
import { termsOf } from '#services/billing/terms'
import { termsAt } from '#services/billing/terms-at'
import { checkInput, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { findLocation, type LocationFound } from '#services/locations/find'
import { type Supposed, supposeChanges, supposedChanges } from '#services/platform-invoices/suppose'
import { pendingSupplements } from '#services/supplements/pending'
import { takenBack } from '#services/taken-back'

export interface ForecastOptions {
  /** Id, external id or exact name. */
  readonly location: string
  readonly network?: string
  /** What if: changes that are supposed from now on. Nothing is kept. */
  readonly suppose?: Supposed
}

export interface Forecast {
  readonly location: { readonly locationId: number; readonly name: string }
  readonly asOf: string
  readonly cutOffAt: string
  readonly windowFrom: string
  /** Active users now. */
  readonly countNow: number
  /** Count now and still at the cut-off, unless a record changes. */
  readonly certain: number
  /** Will count at the cut-off by a renewal that is still to come. */
  readonly expectedToCome: number
  /** Count now by contracts or teams that end before the cut-off. */
  readonly expectedToGo: number
  /** At the cut-off, as things stand: certain and expected to come. */
  readonly count: number
  /** By how much earlier windows grew from this point on, least and most; null with fewer than 3 of them. */
  readonly range: { readonly least: number; readonly most: number } | null
  /** Under the price plan that holds at the cut-off, with the supplements that wait; null where none does. */
  readonly charge: Charge | null
  /** What the plan says then. */
  readonly plan: PricePlan | null
  /** Which supplements the charge holds, in the order of their lines. */
  readonly supplements: readonly SupplementTaken[]
  /** Who counts now by one record alone, and what the last active user costs. */
  readonly singleRecords: readonly SingleRecord[]
  readonly marginMinor: number | null
  /** What to keep in mind, in sentences. */
  readonly cautions: readonly string[]
}

export interface SingleRecord {
  readonly customerId: number
  readonly externalId: string
  readonly name: string
  readonly kind: EvidenceKind
  readonly record: string
}

const INPUT = { location: text, network: optional(text), suppose: optional(supposedChanges) }

/** @throws LOCATION_NOT_FOUND, LOCATION_AMBIGUOUS, NO_BILLING_ANCHOR, CUSTOMER_NOT_FOUND, RECORD_NOT_FOUND, FORBIDDEN */
export async function forecastPlatformInvoice(context: Context, options: ForecastOptions): Promise<Forecast> {
  const { suppose, ...names } = checkInput(options, INPUT)
  const now = context.now()
  return takenBack<Session, Forecast>(
    (work) => context.database.transaction(work),
    async (session) => {
      const location = await findLocation(session, context.asker, names.location, names.network)
      requireRight(context.asker, 'billing.read', { networkId: location.networkId })
      const cutOffAt = nextCutOff(await anchorOf(session, location), location.timeZone, now)
      if (suppose !== undefined) await supposeChanges(session, context.asker, location, suppose, now)
      return forecast(session, location, now, cutOffAt, suppose)
    },
  )
}

async function anchorOf(
  session: Session,
  { networkId, locationId, name }: LocationFound,
): Promise<BillingAnchor> {
  const anchor = (await termsOf(session, [networkId], [locationId])).get(locationId)?.anchor ?? null
  if (anchor !== null) return anchor
  throw new HeadcountError('NO_BILLING_ANCHOR', `${name} has no billing anchor, so it has no next cut-off.`)
}

async function forecast(
  session: Session,
  { networkId, locationId, name }: LocationFound,
  now: Date,
  cutOffAt: Date,
  suppose: Supposed | undefined,
): Promise<Forecast> {
  const [windows] = await session.query<{ window_from: Date }>(
    windowsStatement({ networkId, locationId }, now),
  )
  const windowFrom = windows?.window_from ?? now
  const place = { networkId, locationId, windowFrom }
  const [moves] = await session.query<{ stay: number; come: number; go: number }>(
    differencesOfCounts(place, now, cutOffAt, DEFAULT_RULE_SET),
  )
  const { stay = 0, come = 0, go = 0 } = moves ?? {}
  const count = stay + come
  const terms = await termsAt(session, networkId, locationId, cutOffAt)
  const pending = (await pendingSupplements(session, networkId, [locationId])).get(locationId) ?? []
  const priced =
    terms === null ? null : chargeWithSupplements(terms.plan, { count, addOns: terms.addOns }, pending)
  const growth = await growthOf(session, place, now, cutOffAt)
  return {
    location: { locationId, name },
    asOf: now.toISOString(),
    cutOffAt: cutOffAt.toISOString(),
    windowFrom: windowFrom.toISOString(),
    countNow: stay + go,
    certain: stay,
    expectedToCome: come,
    expectedToGo: go,
    count,
    range: growth === null ? null : { least: stay + go + growth.least, most: stay + go + growth.most },
    charge: priced === null ? null : chargeOf(priced),
    plan: terms?.plan ?? null,
    supplements: priced?.supplements ?? [],
    singleRecords: await singleRecords(session, { ...place, asOf: now }),
    marginMinor: terms === null ? null : marginOf(terms, count),
    cautions: cautionsOf(suppose, growth !== null),
  }
}

function chargeOf({ supplements: _, ...charge }: ReturnType<typeof chargeWithSupplements>): Charge {
  return charge
}

function marginOf({ plan, addOns }: Terms, count: number): number {
  const priced = (at: number) => priceOf(plan, { count: at, addOns }).totalMinor
  return count === 0 ? 0 : priced(count) - priced(count - 1)
}

const MOST_WINDOWS = 12
const FEWEST_WINDOWS = 3

/** How many active users the last windows gained from as long before their cut-offs as it is now. */
async function growthOf(
  session: Session,
  { networkId, locationId }: { readonly networkId: number; readonly locationId: number },
  now: Date,
  cutOffAt: Date,
): Promise<{ least: number; most: number } | null> {
  const msBefore = cutOffAt.getTime() - now.getTime()
  const invoices = await session.query<{ cut_off_at: Date; active_users: number; window_from: Date }>(sql`
    select e.cut_off_at, e.active_users, (e.content ->> 'windowFrom')::timestamptz as window_from
    from platform_invoice_entries e
    where e.network_id = ${networkId}::int
      and e.location_id = ${locationId}::int
      and e.kind = 'invoice'
      and not exists (
        select from platform_invoice_entries v
        where v.network_id = e.network_id and v.about_number = e.invoice_number and v.kind = 'void'
      )
    order by e.cut_off_at desc
    limit ${MOST_WINDOWS}::int`)
  const earlier = invoices
    .map((invoice, name) => ({ ...invoice, name, asOf: new Date(invoice.cut_off_at.getTime() - msBefore) }))
    .filter(({ asOf, window_from }) => asOf >= window_from)
  const moments = earlier.map(({ name, asOf }): Moment => ({ name, locationId, asOf, cutOff: 'after' }))
  const scope = { networkId, asOf: now, ruleSet: DEFAULT_RULE_SET }
  const counted = await countMoments(session, scope, moments)
  const growths = earlier.map(
    ({ name, active_users }) => active_users - (counted.get(momentKey({ name, locationId }))?.count ?? 0),
  )
  if (growths.length < FEWEST_WINDOWS) return null
  return { least: Math.min(...growths), most: Math.max(...growths) }
}

async function singleRecords(
  session: Session,
  window: { networkId: number; locationId: number; windowFrom: Date; asOf: Date },
): Promise<SingleRecord[]> {
  const rows = await session.query<{
    customer_id: number
    external_id: string
    name: string
    kind: number
    record: string
  }>(singleRecordsStatement(window, DEFAULT_RULE_SET))
  return rows.map(({ customer_id, external_id, name, kind, record }) => ({
    customerId: customer_id,
    externalId: external_id,
    name,
    kind: evidenceKindName(kind),
    record,
  }))
}

function cautionsOf(suppose: Supposed | undefined, hasRange: boolean): string[] {
  return [
    'New bookings, customer invoices and sales until the cut-off are not in the count as things stand.',
    ...(hasRange ? [] : [`A range needs ${FEWEST_WINDOWS} platform invoices of this location.`]),
    ...((suppose?.suspend ?? []).length > 0 ? [suspensionCaution()] : []),
    ...((suppose?.without ?? []).length > 0
      ? [
          'Customers who are left out have no records at this location, and members of teams that they pay for do not count through them.',
        ]
      : []),
  ]
}

/** Which sources a suspension leaves is the rule's to say. */
function suspensionCaution(): string {
  const labels = (isSilenced: boolean) =>
    SOURCE_RULES.filter(({ isSilencedBySuspension }) => isSilencedBySuspension === isSilenced)
      .map(({ label }) => label.toLowerCase())
      .join(', ')
  return `A suspension silences only this source: ${labels(true)}. Who has another (${labels(false)}) counts all the same. Lifting it later bills the cycles that were missed.`
}
