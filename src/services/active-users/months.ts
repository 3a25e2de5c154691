/** Active users month by month: each location at the ends of its own months, the last as of the instant asked. */
import { countStatement, distinctCustomersStatement, onlyColumn } from '#counting/active-users'
import type { RuleSet } from '#counting/rules'
import type { Moment } from '#counting/scope'
import type { Session } from '#database/database'
import { endOfMonth, monthAt, nameOfMonth } from '#lib/local-months'
import { SOURCES, type Source } from '#model/source'
import { type BySource, bySourceOf } from '#services/active-users/figures'

export interface LocationMoments {
  readonly locationId: number
  readonly timeZone: string
}

export interface CountedMoment {
  readonly count: number
  readonly bySource: BySource
  /** Those who count by no other source: together with those who have several, the count. */
  readonly onlyBecauseOf: BySource
}

export interface CountedLocation extends CountedMoment {
  /** Start of the window that was counted. */
  readonly windowFrom: Date
}

interface CountedRow extends Record<Source | `only_${Source}`, number> {
  moment: number
  location_id: number
  active_users: number
  window_from: Date
}

/**
 * The numbers of the last `months` months, oldest first. The last is the month of the instant, at the
 * location where it is furthest.
 */
export function lastMonths(
  locations: readonly LocationMoments[],
  months: number,
  asOf: Date,
): readonly number[] {
  const last = Math.max(...locations.map(({ timeZone }) => monthAt(asOf, timeZone)))
  return Array.from({ length: months }, (_, index) => last - months + 1 + index).filter(
    (month) => month >= FIRST_MONTH,
  )
}

/** January of the year 1: no database holds an earlier one as we write it. */
const FIRST_MONTH = 12

/**
 * A month's end is the first instant of the next month on the location's clock, before whatever happens at
 * it: a platform invoice at that instant still ends the window that is counted. A month that has not ended
 * is counted as of the instant that is asked about.
 */
export function endsOf(
  months: readonly number[],
  locations: readonly LocationMoments[],
  asOf: Date,
): Moment[] {
  return months.flatMap((name) =>
    locations.map(({ locationId, timeZone }) => {
      const end = endOfMonth(name, timeZone)
      return end > asOf
        ? { name, locationId, asOf, cutOff: 'after' as const }
        : { name, locationId, asOf: end, cutOff: 'before' as const }
    }),
  )
}

export interface MomentScope {
  readonly networkId: number
  readonly asOf: Date
  readonly ruleSet: RuleSet
}

/** @returns the count of each location at each of its moments, by {@link momentKey} */
export async function countMoments(
  session: Session,
  { ruleSet, ...scope }: MomentScope,
  moments: readonly Moment[],
): Promise<ReadonlyMap<string, CountedLocation>> {
  if (moments.length === 0) return new Map()
  const rows = await session.query<CountedRow>(countStatement({ ...scope, moments }, ruleSet))
  return new Map(
    rows.map((row) => [
      momentKey({ name: row.moment, locationId: row.location_id }),
      {
        windowFrom: row.window_from,
        count: row.active_users,
        bySource: bySourceOf(row),
        onlyBecauseOf: ofEach((source) => row[onlyColumn(source)]),
      },
    ]),
  )
}

export function momentKey({ name, locationId }: Pick<Moment, 'name' | 'locationId'>): string {
  return `${name} ${locationId}`
}

/** @returns different customers over all locations, by the name of the moment */
export async function distinctAtMoments(
  session: Session,
  { ruleSet, ...scope }: MomentScope,
  moments: readonly Moment[],
): Promise<ReadonlyMap<number, number>> {
  if (moments.length === 0) return new Map()
  const rows = await session.query<{ moment: number; distinct_customers: number }>(
    distinctCustomersStatement({ ...scope, moments }, ruleSet),
  )
  return new Map(rows.map((row) => [row.moment, row.distinct_customers]))
}

/** The sum of counts. */
export function sumOf(counted: readonly CountedMoment[]): CountedMoment {
  const sum = (figure: (one: CountedMoment) => number) =>
    counted.reduce((total, one) => total + figure(one), 0)
  return {
    count: sum(({ count }) => count),
    bySource: ofEach((source) => sum(({ bySource }) => bySource[source])),
    onlyBecauseOf: ofEach((source) => sum(({ onlyBecauseOf }) => onlyBecauseOf[source])),
  }
}

function ofEach(figure: (source: Source) => number): BySource {
  return Object.fromEntries(SOURCES.map((source) => [source, figure(source)])) as BySource
}

export interface MonthNamed {
  /** `2026-11`. */
  readonly month: string
  /** The last instant that any location was counted at; ISO 8601, UTC. */
  readonly at: string
  /** False for the month that had not ended. */
  readonly hasEnded: boolean
}

export function monthNamed(name: number, moments: readonly Moment[]): MonthNamed {
  const ofMonth = moments.filter((moment) => moment.name === name)
  const latest = Math.max(...ofMonth.map(({ asOf }) => asOf.getTime()))
  return {
    month: nameOfMonth(name),
    at: new Date(latest).toISOString(),
    hasEnded: ofMonth.every(({ cutOff }) => cutOff === 'before'),
  }
}
