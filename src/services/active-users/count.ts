import { countStatement, distinctCustomersStatement } from '#counting/active-users'
import { DEFAULT_RULE_SET, type RuleSet } from '#counting/rules'
import type { Scope } from '#counting/scope'
import type { EngineName, Session } from '#database/database'
import { ENGINE_TRAITS } from '#database/engines'
import type { Source } from '#model/source'
import { bySourceOf } from '#services/active-users/figures'
import { type Asker, requireRight, requireRightSomewhere } from '#services/asker'
import { checkInput, instant, optional, ruleSet, text } from '#services/check-input'
import type { Context } from '#services/context'
import { findLocation, listLocations } from '#services/locations/find'
import { findNetwork, listNetworks } from '#services/networks/find'

export interface LocationCount {
  readonly locationId: number
  readonly externalId: string
  readonly name: string
  readonly networkId: number
  /** Start of the window, included; ISO 8601, UTC. */
  readonly windowFrom: string
  /** Active users: customers with at least one source. */
  readonly count: number
  /** Customers by source; one with two sources is in two of them. */
  readonly bySource: Readonly<Record<Source, number>>
}

export interface ActiveUserCount {
  /** The instant that was counted, ISO 8601, UTC. */
  readonly asOf: string
  readonly ruleSet: string
  readonly locations: readonly LocationCount[]
  /** Different customers over all these locations: at most the sum of their counts. */
  readonly distinctCustomers: number
}

export interface CountOptions {
  /** Id, external id or exact name. */
  readonly network?: string
  readonly location?: string
  /** Default: now. */
  readonly asOf?: Date
  readonly ruleSet?: RuleSet
}

interface CountRow extends Record<Source, number> {
  network_id: number
  location_id: number
  external_id: string
  name: string
  window_from: Date
  active_users: number
}

const INPUT = {
  network: optional(text),
  location: optional(text),
  asOf: optional(instant),
  ruleSet: optional(ruleSet),
}

/**
 * Counts the active users of one location, of one network, or of all, at an instant.
 * @throws INVALID_ARGUMENT, INVALID_INSTANT, NETWORK_NOT_FOUND, NETWORK_AMBIGUOUS, LOCATION_NOT_FOUND, LOCATION_AMBIGUOUS, FORBIDDEN
 */
export async function countActiveUsers(
  context: Context,
  options: CountOptions = {},
): Promise<ActiveUserCount> {
  const { ruleSet = DEFAULT_RULE_SET, asOf = context.now(), ...place } = checkInput(options, INPUT)
  const question = { asker: context.asker, place, asOf, ruleSet }
  const { engine } = context.database
  // one location is one statement, which sees one moment anyway; beginning and ending cost it two answers more
  if (place.location !== undefined) return countIn(context.database, question, engine)
  return context.database.transaction((session) => countIn(session, question, engine), {
    isolation: 'repeatable read',
    readOnly: true,
  })
}

interface Question {
  readonly asker: Asker
  readonly place: PlaceAsked
  readonly asOf: Date
  readonly ruleSet: RuleSet
}

async function countIn(
  session: Session,
  { asker, place, asOf, ruleSet }: Question,
  engine: EngineName,
): Promise<ActiveUserCount> {
  const scope = await scopeOf(session, asker, place, asOf)
  const counted: CountedScope[] = []
  for (const part of await partsOf(session, asker, scope, engine)) {
    counted.push(await countScope(session, part, ruleSet))
  }
  const rows = counted.flatMap((part) => part.rows).sort((a, b) => a.location_id - b.location_id)
  return {
    asOf: asOf.toISOString(),
    ruleSet: ruleSet.id,
    locations: rows.map(locationCount),
    distinctCustomers: counted.reduce((sum, part) => sum + part.distinctCustomers, 0),
  }
}

/** A cluster counts many networks one after the other, each on its node; no customer belongs to two. */
async function partsOf(session: Session, asker: Asker, scope: Scope, engine: EngineName): Promise<Scope[]> {
  if (!ENGINE_TRAITS[engine].spreadsNetworks || scope.networkId !== undefined) return [scope]
  const networks = await listNetworks(session, asker)
  return networks.map(({ networkId }) => ({ ...scope, networkId }))
}

interface CountedScope {
  readonly rows: readonly CountRow[]
  readonly distinctCustomers: number
}

async function countScope(session: Session, scope: Scope, ruleSet: RuleSet): Promise<CountedScope> {
  const rows = await session.query<CountRow>(countStatement(scope, ruleSet))
  // customers of one location differ anyway; only several locations must be looked at again
  const distinctCustomers =
    rows.length < 2 ? (rows[0]?.active_users ?? 0) : await countDistinct(session, scope, ruleSet)
  return { rows, distinctCustomers }
}

interface PlaceAsked {
  readonly network: string | undefined
  readonly location: string | undefined
}

async function scopeOf(
  session: Session,
  asker: Asker,
  { network, location }: PlaceAsked,
  asOf: Date,
): Promise<Scope> {
  if (location !== undefined) {
    const { networkId, locationId } = await findLocation(session, asker, location, network)
    requireRight(asker, 'counts.read', { networkId })
    return { networkId, locationId, asOf }
  }
  const seen = await visibleOf(session, asker)
  if (network === undefined) {
    // for somebody without any role there is nothing to count, and that is the answer
    if (asker.grants.length > 0) requireRightSomewhere(asker, 'counts.read')
    return { ...seen, asOf }
  }
  const { networkId } = await findNetwork(session, asker, network)
  requireRight(asker, 'counts.read', { networkId })
  return { ...seen, networkId, asOf }
}

/** The locations that a count is limited to for an asker who does not see all. */
async function visibleOf(session: Session, asker: Asker): Promise<Pick<Scope, 'locationIds'>> {
  if (asker.grants === 'everything') return {}
  return { locationIds: (await listLocations(session, asker)).map(({ locationId }) => locationId) }
}

async function countDistinct(session: Session, scope: Scope, ruleSet: RuleSet): Promise<number> {
  const [row] = await session.query<{ distinct_customers: number }>(
    distinctCustomersStatement(scope, ruleSet),
  )
  return row?.distinct_customers ?? 0
}

function locationCount(row: CountRow): LocationCount {
  return {
    locationId: row.location_id,
    externalId: row.external_id,
    name: row.name,
    networkId: row.network_id,
    windowFrom: row.window_from.toISOString(),
    count: row.active_users,
    bySource: bySourceOf(row),
  }
}
