/**
 * Two prices from bills: one for each active user up to a number, another for each after it. Three different
 * numbers on either line are asked for: with fewer, any bills could be cut into two lines. Pure.
 */
import type { BilledPoint } from '#billing/infer-plan'

export interface TwoPrices {
  readonly firstMinor: number
  readonly thenMinor: number
  /** The last active user at the first price. */
  readonly upTo: number
  /** What a number of active users costs, for the fewest of those that fit and more. */
  readonly priceOf: (count: number) => number
  readonly fitting: readonly BilledPoint[]
}

interface Line {
  readonly unitMinor: number
  /** Its amount for nobody. */
  readonly fromMinor: number
}

const FEWEST_ON_A_LINE = 3

/** Null where no two prices make them, or where different ones make as many of them. */
export function twoPricesOf(points: readonly BilledPoint[]): TwoPrices | null {
  const lines = linesOf(points)
  const found = lines
    .flatMap((first) => lines.map((then) => meet(first, then, points)))
    .filter((prices) => prices !== null)
    .sort((a, b) => b.fitting.length - a.fitting.length)
  const [best, second] = found
  return best === undefined || best.fitting.length === second?.fitting.length ? null : best
}

function linesOf(points: readonly BilledPoint[]): Line[] {
  const lines = new Map<string, Line>()
  for (const { count, amountMinor } of points) {
    for (const after of points) {
      const unitMinor = (after.amountMinor - amountMinor) / (after.count - count)
      if (after.count <= count || !Number.isSafeInteger(unitMinor) || unitMinor <= 0) continue
      const fromMinor = amountMinor - count * unitMinor
      lines.set(`${unitMinor} ${fromMinor}`, { unitMinor, fromMinor })
    }
  }
  return [...lines.values()].filter((line) => numbersOn(line, points).size >= FEWEST_ON_A_LINE)
}

function numbersOn(line: Line, points: readonly BilledPoint[]): Set<number> {
  return new Set(
    points.filter(({ count, amountMinor }) => on(line, count) === amountMinor).map(({ count }) => count),
  )
}

function on({ unitMinor, fromMinor }: Line, count: number): number {
  return fromMinor + count * unitMinor
}

function meet(first: Line, then: Line, points: readonly BilledPoint[]): TwoPrices | null {
  const upTo = (first.fromMinor - then.fromMinor) / (then.unitMinor - first.unitMinor)
  if (!Number.isSafeInteger(upTo) || upTo <= 0) return null
  const before = numbersOn(
    first,
    points.filter(({ count }) => count <= upTo),
  )
  const after = numbersOn(
    then,
    points.filter(({ count }) => count >= upTo),
  )
  if (before.size < FEWEST_ON_A_LINE || after.size < FEWEST_ON_A_LINE) return null
  const priceOf = (count: number) => on(count <= upTo ? first : then, count)
  return {
    ...{ firstMinor: first.unitMinor, thenMinor: then.unitMinor, upTo, priceOf },
    fitting: points.filter(({ count, amountMinor }) => priceOf(count) === amountMinor),
  }
}
