/** Active users of a network, or of one of its locations, at the end of each of the last months. */
import { DEFAULT_RULE_SET, type RuleSet } from '#counting/rules'
import type { Session } from '#database/database'
import {
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
import { checkInput, instant, optional, ruleSet, text, whole } from '#services/check-input'
import type { Context } from '#services/context'
import { findLocation, type LocationFound, listLocations } from '#services/locations/find'
import { findNetwork } from '#services/networks/find'

export interface HistoryOptions {
  /** Id, external id or exact name. */
  readonly network: string
  /** One location; default all that the asker may see. */
  readonly location?: string
  /** 1 to {@link MOST_MONTHS}; default 12. */
  readonly months?: number
  /** Default now. */
  readonly asOf?: Date
  readonly ruleSet?: RuleSet
}

/** Active users, over all locations. */
export interface MonthCounted extends MonthNamed, CountedMoment {
  readonly distinctCustomers: number
}

export interface ActiveUserHistory {
  readonly asOf: string
  readonly ruleSet: string
  readonly locations: readonly Pick<LocationFound, 'locationId' | 'externalId' | 'name' | 'timeZone'>[]
  /** The oldest first. */
  readonly months: readonly MonthCounted[]
}

export const MOST_MONTHS = 36
const DEFAULT_MONTHS = 12

const INPUT = {
  network: text,
  location: optional(text),
  months: optional(whole(1, MOST_MONTHS)),
  asOf: optional(instant),
  ruleSet: optional(ruleSet),
}

/** @throws INVALID_ARGUMENT, INVALID_INSTANT, NETWORK_NOT_FOUND, NETWORK_AMBIGUOUS, LOCATION_NOT_FOUND, LOCATION_AMBIGUOUS, FORBIDDEN */
export async function historyOfActiveUsers(
  context: Context,
  options: HistoryOptions,
): Promise<ActiveUserHistory> {
  const asked = checkInput(options, INPUT)
  const { ruleSet = DEFAULT_RULE_SET, asOf = context.now(), months = DEFAULT_MONTHS } = asked
  const { database, asker } = context
  return database.transaction(
    async (session) => {
      const { networkId } = await findNetwork(session, asker, asked.network)
      requireRight(asker, 'counts.read', { networkId })
      const locations =
        asked.location === undefined
          ? await listLocations(session, asker, networkId)
          : [await findLocation(session, asker, asked.location, asked.network)]
      return {
        asOf: asOf.toISOString(),
        ruleSet: ruleSet.id,
        locations: locations.map(({ locationId, externalId, name, timeZone }) => ({
          ...{ locationId, externalId, name, timeZone },
        })),
        months: await countMonths(session, { networkId, asOf, ruleSet }, locations, months),
      }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

async function countMonths(
  session: Session,
  scope: MomentScope,
  locations: readonly LocationFound[],
  months: number,
): Promise<MonthCounted[]> {
  if (locations.length === 0) return []
  const names = lastMonths(locations, months, scope.asOf)
  const moments = endsOf(names, locations, scope.asOf)
  const counted = await countMoments(session, scope, moments)
  const distinct = locations.length < 2 ? null : await distinctAtMoments(session, scope, moments)
  return names.map((name) => {
    const ofMonth = locations.flatMap(({ locationId }) => counted.get(momentKey({ name, locationId })) ?? [])
    const sum = sumOf(ofMonth)
    const distinctCustomers = distinct === null ? sum.count : (distinct.get(name) ?? 0)
    return { ...monthNamed(name, moments), ...sum, distinctCustomers }
  })
}
