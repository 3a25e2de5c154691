/** What a question answers: figures, some with a target, and how they are written down. */
import type { Timing } from './timing.ts'

export type Unit = 'ms' | 's' | '×' | 'MB' | 'bytes' | 'rows/s' | 'rows' | 'requests/s'

export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: Unit
  readonly atMost?: number
  readonly atLeast?: number
}

interface Target {
  readonly atMost?: number
  readonly atLeast?: number
}

/** How many times as long one side takes as the other. */
export function ratio(what: string, [one, other]: readonly [Timing, Timing], target: Target = {}): Figure {
  return { what, value: one.p50 / other.p50, unit: '×', ...target }
}

/** A target in milliseconds, and what the yardstick took, p50, on the machine for which it was set. */
export interface MillisecondTarget {
  readonly p99: number
  readonly prototype: number
}

/** Holds a p99 to its target on a machine of another speed: as a multiple of the yardstick's p50. */
export function ofThisMachine(
  what: string,
  [one, prototype]: readonly [Timing, Timing],
  target: MillisecondTarget,
): Figure {
  return {
    what: `${what}, p99 / prototype, p50`,
    value: one.p99 / prototype.p50,
    unit: '×',
    atMost: target.p99 / target.prototype,
  }
}

/**
 * The same by the clock, which has the target, and in the server's computing time, which others on the
 * machine disturb less. Not for a side that the server shares among several processes: only one is seen.
 */
export function ratios(what: string, sides: readonly [Timing, Timing], target: Target = {}): Figure[] {
  const cpu = sides[0].cpuP50 / sides[1].cpuP50
  const byClock = ratio(what, sides, target)
  return Number.isNaN(cpu) ? [byClock] : [byClock, { what: `${what}, computing`, value: cpu, unit: '×' }]
}

/** Null where there is no target. */
export function isMet({ value, atMost, atLeast }: Figure): boolean | null {
  if (atMost !== undefined) return value <= atMost
  if (atLeast !== undefined) return value >= atLeast
  return null
}

export function figuresTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const met = isMet(figure)
    return `| ${figure.what} | ${amount(figure.value, figure.unit)} | ${target(figure)} | ${met === null ? '' : met ? 'met' : '**missed**'} |`
  })
  return ['| what | measured | target | |', '|---|---|---|---|', ...rows].join('\n')
}

function target({ atMost, atLeast, unit }: Figure): string {
  if (atMost !== undefined) return `≤ ${amount(atMost, unit)}`
  return atLeast === undefined ? '' : `≥ ${amount(atLeast, unit)}`
}

/** Three figures are as many as a shared machine can tell. */
function amount(value: number, unit: Unit): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  const text = value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: 0 })
  return unit === '×' ? `${text}×` : `${text} ${unit}`
}
