/** A network at a glance: each location's count with its last platform invoice, the next cut-off and the last year. */
import sql from 'sql-template-tag'
import { nextCutOff } from '#billing/anchor'
import { DEFAULT_RULE_SET } from '#counting/rules'
import type { Moment } from '#counting/scope'
import type { Session } from '#database/database'
import { monthsAfter } from '#lib/local-months'
import type { BillingAnchor } from '#model/billing-anchor'
import {
  type CountedLocation,
  type CountedMoment,
  countMoments,
  distinctAtMoments,
  endsOf,
  lastMonths,
  type MomentScope,
  type MonthNamed,
  momentKey,
  monthNamed,
  sumOf,
} from '#services/active-users/months'
import { requireRight } from '#services/asker'
import { termsOf } from '#services/billing/terms'
import { checkInput, instant, LAST_INSTANT, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { type LocationFound, listLocations } from '#services/locations/find'
import { findNetwork } from '#services/networks/find'

export interface OverviewOptions {
  /** Id, external id or exact name. */
  readonly network: string
  /** Default now. */
  readonly asOf?: Date
}

export interface LastPlatformInvoice {
  readonly externalId: string
  readonly number: string | null
  readonly cutOffAt: string
  /** Active users at its cut-off, of the window that it ended, as the records tell now. */
  readonly count: number
}

export interface NextCutOff {
  readonly at: string
  /**
   * False by the location's billing anchor. True where it has none: the day and local time of the last
   * platform invoice, in a month that follows.
   */
  readonly isEstimated: boolean
}

export interface LocationOverview extends CountedMoment {
  readonly locationId: number
  readonly externalId: string
  readonly name: string
  readonly timeZone: string
  readonly currency: string | null
  readonly windowFrom: string
  /** Null before the first. */
  readonly lastPlatformInvoice: LastPlatformInvoice | null
  /** The count less that of the last platform invoice. */
  readonly changeSince: number | null
  readonly nextCutOff: NextCutOff | null
  /** Counts at the ends of the last twelve months, the oldest first; the last as of the instant. */
  readonly months: readonly MonthAtLocation[]
}

export type MonthAtLocation = MonthNamed & Pick<CountedMoment, 'count' | 'onlyBecauseOf'>

export interface NetworkOverview extends CountedMoment {
  readonly network: { readonly networkId: number; readonly name: string }
  readonly asOf: string
  readonly ruleSet: string
  /** `count` is the sum over the locations; these are the people behind it. */
  readonly distinctCustomers: number
  readonly locations: readonly LocationOverview[]
}

const MONTHS = 12
const INPUT = { network: text, asOf: optional(instant) }

/** @throws INVALID_ARGUMENT, INVALID_INSTANT, NETWORK_NOT_FOUND, NETWORK_AMBIGUOUS, FORBIDDEN */
export async function overviewOfNetwork(
  context: Context,
  options: OverviewOptions,
): Promise<NetworkOverview> {
  const { asOf = context.now(), ...asked } = checkInput(options, INPUT)
  const { database, asker } = context
  return database.transaction(
    async (session) => {
      const { networkId, name } = await findNetwork(session, asker, asked.network)
      requireRight(asker, 'counts.read', { networkId })
      const scope = { networkId, asOf, ruleSet: DEFAULT_RULE_SET }
      const locations = await listLocations(session, asker, networkId)
      const overviews = locations.length === 0 ? [] : await overviewsOf(session, scope, locations)
      const now = locations.map(({ locationId }) => nowAt(locationId, asOf))
      const distinct = await distinctAtMoments(session, scope, now)
      return {
        network: { networkId, name },
        asOf: asOf.toISOString(),
        ruleSet: DEFAULT_RULE_SET.id,
        ...sumOf(overviews),
        distinctCustomers: distinct.get(NOW) ?? 0,
        locations: overviews,
      }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

/** Names of moments that are no months. */
const NOW = 0
const AT_INVOICE = -1

function nowAt(locationId: number, asOf: Date): Moment {
  return { name: NOW, locationId, asOf, cutOff: 'after' }
}

interface InvoiceRow {
  location_id: number
  external_id: string
  number: string | null
  cut_off_at: Date
}

async function overviewsOf(
  session: Session,
  scope: MomentScope,
  locations: readonly LocationFound[],
): Promise<LocationOverview[]> {
  const { asOf } = scope
  const invoices = await lastInvoices(session, scope)
  const ids = locations.map(({ locationId }) => locationId)
  const terms = await termsOf(session, [scope.networkId], ids)
  const names = lastMonths(locations, MONTHS, asOf)
  const ends = endsOf(names, locations, asOf)
  const atInvoices = locations.flatMap(({ locationId }): Moment[] => {
    const invoice = invoices.get(locationId)
    if (invoice === undefined) return []
    return [{ name: AT_INVOICE, locationId, asOf: invoice.cut_off_at, cutOff: 'before' }]
  })
  const now = locations.map(({ locationId }) => nowAt(locationId, asOf))
  const counted = await countMoments(session, scope, [...ends, ...atInvoices, ...now])
  return locations.map((location) => {
    const { locationId } = location
    const at = (name: number) => counted.get(momentKey({ name, locationId }))
    const own = ends.filter((end) => end.locationId === locationId)
    const months = names.map((name) => {
      const { count, onlyBecauseOf } = at(name) ?? sumOf([])
      return { ...monthNamed(name, own), count, onlyBecauseOf }
    })
    const invoice = invoices.get(locationId)
    return {
      ...overviewOf(location, at(NOW), asOf),
      ...sinceInvoice(invoice, at(AT_INVOICE)?.count ?? 0, at(NOW)?.count ?? 0),
      nextCutOff: nextCutOffOf(location, terms.get(locationId)?.anchor ?? null, invoice, asOf),
      months,
    }
  })
}

function overviewOf(location: LocationFound, now: CountedLocation | undefined, asOf: Date) {
  const { locationId, externalId, name, timeZone, currency } = location
  const { windowFrom, ...counted } = now ?? { windowFrom: asOf, ...sumOf([]) }
  const place = { locationId, externalId, name, timeZone, currency }
  return { ...place, windowFrom: windowFrom.toISOString(), ...counted }
}

function sinceInvoice(
  invoice: InvoiceRow | undefined,
  invoiced: number,
  now: number,
): Pick<LocationOverview, 'lastPlatformInvoice' | 'changeSince'> {
  if (invoice === undefined) return { lastPlatformInvoice: null, changeSince: null }
  return { lastPlatformInvoice: lastPlatformInvoice(invoice, invoiced), changeSince: now - invoiced }
}

function lastPlatformInvoice(invoice: InvoiceRow, count: number): LastPlatformInvoice {
  return {
    externalId: invoice.external_id,
    number: invoice.number,
    cutOffAt: invoice.cut_off_at.toISOString(),
    count,
  }
}

function nextCutOffOf(
  { timeZone }: LocationFound,
  anchor: BillingAnchor | null,
  invoice: InvoiceRow | undefined,
  asOf: Date,
): NextCutOff | null {
  if (anchor === null) return invoice === undefined ? null : estimated(invoice.cut_off_at, timeZone, asOf)
  const at = nextCutOff(anchor, timeZone, asOf)
  return at.getTime() > LAST_INSTANT ? null : { at: at.toISOString(), isEstimated: false }
}

/** The first month after the last platform invoice in which its day and time are still to come. */
function estimated(last: Date, timeZone: string, asOf: Date): NextCutOff | null {
  const since = Math.floor((asOf.getTime() - last.getTime()) / LONGEST_MONTH_MS)
  for (let months = Math.max(1, since); ; months += 1) {
    const at = monthsAfter(last, months, timeZone)
    if (at.getTime() > LAST_INSTANT) return null
    if (at > asOf) return { at: at.toISOString(), isEstimated: true }
  }
}

/** So many of these have surely not more months in them. */
const LONGEST_MONTH_MS = 32 * 86_400_000

/** The last of each location by the instant; of several at one cut-off the first by its id. */
async function lastInvoices(
  session: Session,
  { networkId, asOf }: MomentScope,
): Promise<ReadonlyMap<number, InvoiceRow>> {
  const rows = await session.query<InvoiceRow>(sql`
    select distinct on (i.location_id) i.location_id, i.external_id, i.number, i.cut_off_at
    from platform_invoices i
    where i.network_id = ${networkId}::int
      and i.cut_off_at <= ${asOf}::timestamptz
    order by i.location_id, i.cut_off_at desc, i.external_id`)
  return new Map(rows.map((row) => [row.location_id, row]))
}
