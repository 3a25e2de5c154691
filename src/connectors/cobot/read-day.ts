import type { RecordFields } from '#connectors/read-fields'
import { hasOffset } from '#lib/parse-time'
import { instantOfWallClock } from '#lib/zoned-time'
import type { Instant } from '#model/records'

const DAY_MS = 86_400_000

/**
 * The first instant of a day that is written without a clock, by the clock of its space; of the day after
 * with `end`. A time with an offset stays itself. Null where there is none.
 */
export function readDay<Field extends string>(
  fields: RecordFields<Field>,
  field: Field,
  timeZone: string,
  edge: 'start' | 'end' = 'start',
): Instant | null {
  if (!fields.has(field)) return null
  const value = fields.raw(field)
  if (typeof value === 'string' && hasOffset(value)) return fields.instant(field)
  const day = Math.floor(fields.wallClock(field) / DAY_MS) + (edge === 'end' ? 1 : 0)
  return Number.isNaN(day) ? null : instantOfWallClock(day * DAY_MS, timeZone)
}
