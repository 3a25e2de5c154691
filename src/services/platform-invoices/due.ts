/** Which location is due at which cut-off: each at its first that was missed, so that they come in order. */
import sql, { type Sql } from 'sql-template-tag'
import { missedCutOffs } from '#billing/anchor'
import type { AddOnUnits, PricePlan } from '#billing/price-plan'
import type { CutOff } from '#counting/freeze'
import type { Session } from '#database/database'
import { assignedAt, type BillingTerms, termsOf } from '#services/billing/terms'
import { type PricePlanVersion, versionAt, versionsOf } from '#services/price-plans/find'

/** Why a location gets no invoice. */
export const SKIP_REASONS = [
  'no_anchor',
  'no_price_plan',
  'nothing_due',
  'already_issued',
  'later_cut_off',
] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

export interface DueLocation extends CutOff {
  readonly networkId: number
  /** How many cut-offs were missed, this first one among them. */
  readonly missed: number
  readonly location: {
    readonly locationId: number
    readonly externalId: string
    readonly name: string
    readonly timeZone: string
  }
  readonly pricePlan: { readonly pricePlanId: number; readonly version: number; readonly plan: PricePlan }
  readonly addOns: AddOnUnits
}

export interface SkippedLocation {
  readonly networkId: number
  readonly locationId: number
  readonly name: string
  readonly reason: SkipReason
  /** The cut-off that waits, where one does; ISO 8601, UTC. */
  readonly cutOffAt: string | null
}

export interface DueQuestion {
  readonly networkIds: readonly number[]
  /** Absent: all locations of these networks. */
  readonly locationId?: number
  /** Only this cut-off, whether the anchors have it or not. */
  readonly cutOff?: Date
  readonly now: Date
}

interface State {
  network_id: number
  location_id: number
  external_id: string
  name: string
  time_zone: string
  created_at: Date
  last_cut_off_at: Date | null
  /** Whether there is an invoice at the cut-off that is asked for, if one is. */
  is_invoiced: boolean
}

export async function findDue(
  session: Session,
  question: DueQuestion,
): Promise<{ due: DueLocation[]; skipped: SkippedLocation[] }> {
  const { networkIds } = question
  const states = await statesOf(session, question)
  const ids = states.map((state) => state.location_id)
  const terms = await termsOf(session, networkIds, ids)
  const versions = await versionsOf(session, planIds(terms))
  const editions = await editionsOf(session, networkIds, ids)
  const due: DueLocation[] = []
  const skipped: SkippedLocation[] = []
  for (const state of states) {
    const of = terms.get(state.location_id) ?? { anchor: null, assignments: [] }
    const { reason, cutOffAt, missed } = cutOffOf(question, state, of, editions)
    const priced = cutOffAt === null ? null : pricing(of, versions, cutOffAt)
    if (reason === null && cutOffAt !== null && priced !== null) {
      due.push({ ...placed(state, cutOffAt, editions), missed, ...priced })
    } else {
      skipped.push({
        networkId: state.network_id,
        locationId: state.location_id,
        name: state.name,
        reason: reason ?? 'no_price_plan',
        cutOffAt: cutOffAt?.toISOString() ?? null,
      })
    }
  }
  due.sort((a, b) => a.cutOffAt.getTime() - b.cutOffAt.getTime() || a.locationId - b.locationId)
  return { due, skipped }
}

/** The one cut-off that a location is due at, or why it is not. */
function cutOffOf(
  { cutOff, now }: DueQuestion,
  state: State,
  { anchor }: BillingTerms,
  editions: Editions,
): { reason: SkipReason | null; cutOffAt: Date | null; missed: number } {
  if (cutOff !== undefined) {
    return { reason: reasonAgainst(cutOff, state, editions), cutOffAt: cutOff, missed: 1 }
  }
  if (anchor === null) return { reason: 'no_anchor', cutOffAt: null, missed: 0 }
  const after = state.last_cut_off_at ?? state.created_at
  const missed = missedCutOffs(anchor, state.time_zone, { after, until: now })
  return missed === null
    ? { reason: 'nothing_due', cutOffAt: null, missed: 0 }
    : { reason: null, cutOffAt: missed.first, missed: missed.count }
}

/** What was voided may be issued again; nothing else comes before a cut-off that is there. */
function reasonAgainst(cutOff: Date, state: State, editions: Editions): SkipReason | null {
  if (state.is_invoiced) return 'already_issued'
  const isLast = state.last_cut_off_at === null || cutOff > state.last_cut_off_at
  return isLast || editions.has(editionKey(state.location_id, cutOff)) ? null : 'later_cut_off'
}

function pricing(
  terms: BillingTerms,
  versions: ReadonlyMap<number, PricePlanVersion[]>,
  cutOffAt: Date,
): Pick<DueLocation, 'pricePlan' | 'addOns'> | null {
  const assigned = assignedAt(terms, cutOffAt)
  const pricePlanId = assigned?.pricePlanId ?? null
  if (assigned === undefined || pricePlanId === null) return null
  const version = versionAt(versions.get(pricePlanId) ?? [], cutOffAt)
  if (version === undefined) return null
  return {
    pricePlan: { pricePlanId, version: version.version, plan: version.plan },
    addOns: assigned.addOns,
  }
}

function placed(state: State, cutOffAt: Date, editions: Editions) {
  const { location_id: locationId, external_id: externalId, name, time_zone: timeZone } = state
  const edition = (editions.get(editionKey(locationId, cutOffAt)) ?? 0) + 1
  const location = { locationId, externalId, name, timeZone }
  return { networkId: state.network_id, locationId, cutOffAt, edition, location }
}

function statesOf(session: Session, { networkIds, locationId, cutOff }: DueQuestion): Promise<State[]> {
  const only: Sql = locationId === undefined ? sql`` : sql` and l.location_id = ${locationId}::int`
  return session.query<State>(sql`
    select
      l.network_id, l.location_id, l.external_id, l.name, l.time_zone, l.created_at,
      (
        select max(i.cut_off_at)
        from platform_invoices i
        where i.location_id = l.location_id
          and i.network_id = l.network_id
      ) as last_cut_off_at,
      exists (
        select from platform_invoices i
        where i.location_id = l.location_id
          and i.network_id = l.network_id
          and i.cut_off_at = ${cutOff ?? null}::timestamptz
      ) as is_invoiced
    from locations l
    where l.network_id = any (${networkIds}::int[])${only}
    order by l.location_id`)
}

function planIds(terms: ReadonlyMap<number, BillingTerms>): number[] {
  const assigned = [...terms.values()].flatMap(({ assignments }) => assignments)
  return [...new Set(assigned.map(({ pricePlanId }) => pricePlanId).filter((id) => id !== null))]
}

/** The last edition of the invoices that were voided, by location and cut-off. */
type Editions = ReadonlyMap<string, number>

function editionKey(locationId: number, cutOffAt: Date): string {
  return `${locationId} ${cutOffAt.getTime()}`
}

async function editionsOf(
  session: Session,
  networkIds: readonly number[],
  locationIds: readonly number[],
): Promise<Editions> {
  const rows = await session.query<{ location_id: number; cut_off_at: Date; edition: number }>(sql`
    select location_id, cut_off_at, max(edition) as edition
    from platform_invoice_entries
    where network_id = any (${networkIds}::int[])
      and kind = 'void'
      and location_id = any (${locationIds}::int[])
    group by location_id, cut_off_at`)
  return new Map(rows.map((row) => [editionKey(row.location_id, row.cut_off_at), row.edition]))
}
