/** The months of the locations that are looked at, together. */
import type { LocationOverview } from '../../api/places'
import { SOURCES } from '../../components/source-label'

export interface MonthShown {
  /** `2026-11`. */
  readonly month: string
  readonly at: string
  readonly hasEnded: boolean
  readonly count: number
  /** Those with one source alone, by source in the order of the rules, and then those with several: together the count. */
  readonly parts: readonly number[]
}

/** Months are named alike at every location of a network. */
export function monthsOf(locations: readonly LocationOverview[]): readonly MonthShown[] {
  const names = locations[0]?.months.map(({ month }) => month) ?? []
  return names.map((month, index) => {
    const all = locations.flatMap(({ months }) => months[index] ?? [])
    const sum = (figure: (one: (typeof all)[number]) => number) =>
      all.reduce((total, one) => total + figure(one), 0)
    const count = sum((one) => one.count)
    const alone = SOURCES.map((source) => sum(({ onlyBecauseOf }) => onlyBecauseOf[source]))
    return {
      month,
      at: all[0]?.at ?? '',
      hasEnded: all.every(({ hasEnded }) => hasEnded),
      count,
      parts: [...alone, count - alone.reduce((total, one) => total + one, 0)],
    }
  })
}
