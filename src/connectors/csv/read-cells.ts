import { parseBoolean, type RecordFields } from '#connectors/read-fields'
import { hasOffset } from '#lib/parse-time'
import { instantOfWallClock } from '#lib/zoned-time'
import type { Instant } from '#model/records'

/** Cells that only our own CSV layout has; the others are read like those of every record. */
const MAX_EVERY = 1000

export function requireText<Field extends string>(fields: RecordFields<Field>, field: Field): string {
  const text = fields.text(field)
  if (text === null) fields.reject(field, 'missing')
  return text ?? ''
}

/** With a zone of its own it is an instant, else the clock on the location's wall. */
export function readLocal<Field extends string>(
  fields: RecordFields<Field>,
  field: Field,
  zone: string | undefined,
): Instant | null {
  const value = fields.raw(field)
  if (!fields.has(field) || typeof value !== 'string') return null
  if (hasOffset(value)) return fields.instant(field)
  const wallClock = fields.wallClock(field)
  if (zone === undefined) fields.warn(field, 'location_not_in_file', { file: 'locations.csv' })
  return Number.isNaN(wallClock) ? null : instantOfWallClock(wallClock, zone ?? 'UTC')
}

export function readRequiredBoolean<Field extends string>(
  fields: RecordFields<Field>,
  field: Field,
): boolean {
  if (parseBoolean(fields.raw(field)) === null) fields.reject(field, 'not_a_boolean')
  return fields.boolean(field, false)
}

export function readEvery<Field extends string>(fields: RecordFields<Field>, field: Field): number {
  if (!fields.has(field)) return 1
  const every = Number(fields.raw(field))
  if (Number.isInteger(every) && every >= 1 && every <= MAX_EVERY) return every
  fields.reject(field, 'not_a_whole_number', { least: 1, most: MAX_EVERY })
  return 1
}

/** Null where it is empty. */
export function choose<Field extends string, Word extends string>(
  fields: RecordFields<Field>,
  field: Field,
  words: readonly Word[],
): Word | null {
  if (!fields.has(field)) return null
  const text = String(fields.raw(field)).trim().toLowerCase()
  const word = words.find((candidate) => candidate === text)
  if (word === undefined) fields.reject(field, 'not_a_choice', { choices: words.join(', ') })
  return word ?? null
}

export function splitIds(value: unknown): string[] {
  if (typeof value !== 'string') return []
  const ids = value.split(';').map((id) => id.trim())
  return [...new Set(ids.filter((id) => id !== ''))]
}
