// The instants of random worlds: cut-offs, local midnights, month ends, and how the API writes them.
import { findIana } from 'windows-iana'
import { wallClock } from './read-export.ts'
import type { WorldPart } from './worlds.ts'

export type Files = Record<string, unknown[]>

type LocationPart = WorldPart['locations'][number]

export const second = 1000
export const hour = 3600 * second
export const day = 24 * hour
export const earliest = Date.parse('2024-01-01T00:00:00Z')
const firstCutOff = Date.parse('2024-03-01T00:00:00Z')
export const latest = Date.parse('2027-12-31T00:00:00Z')

/** Days on which clocks change in one of the zones, and days at the end of long and short months. */
export const dates = [
  ...['2026-03-08', '2026-11-01', '2026-03-29', '2026-10-25', '2026-04-05', '2026-10-04', '2026-09-27'],
  ...['2026-04-24', '2026-09-06', '2025-11-02', '2025-03-30', '2026-01-31', '2026-02-28', '2024-02-29'],
  ...['2025-12-31', '2026-08-31', '2026-10-30', '2026-05-29', '2027-01-01'],
]

/** Zones east and west of UTC; in Chile, Egypt and the Azores clocks change at midnight. */
export const zoneNames = [
  ...['UTC', 'GMT Standard Time', 'Romance Standard Time', 'Eastern Standard Time', 'Pacific Standard Time'],
  ...['AUS Eastern Standard Time', 'New Zealand Standard Time', 'India Standard Time'],
  ...['Pacific SA Standard Time', 'Egypt Standard Time', 'Azores Standard Time'],
]
export const zoneId = (index: number) => 2000 + index

export function createdAt(location: LocationPart): number {
  return earliest + location.createdHour * hour
}

export function cutOffsOf(location: LocationPart, firstDay: number): number[] {
  if (!location.hasCutOffs) return []
  const cutOffs = [firstCutOff + (firstDay + location.cutOffDay) * day + location.cutOffTime]
  for (const gap of location.gaps) cutOffs.push((cutOffs.at(-1) ?? firstCutOff) + gap)
  return cutOffs
}

/** The day that is so many days after the first possible cut-off. */
export function dateOf(days: number): string {
  return iso(firstCutOff + days * day).slice(0, 10)
}

export function edgesOf(files: Files): number[] {
  const edges: number[] = []
  for (const [file, records] of Object.entries(files)) {
    if (['businesses', 'coworkers', 'teams'].includes(file)) continue
    for (const value of records.flatMap((record) => Object.values(record as object))) {
      if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value)) edges.push(Date.parse(value))
    }
  }
  return edges
}

export function midnight(date: string, zone: number): number {
  return wallClock(`${date}T00:00:00`, findIana(zoneNames[zone] ?? 'UTC')[0] ?? 'UTC')
}

/** An instant as the API writes it: without milliseconds where there are none. */
export function iso(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}

export function maybeIso(at: number | null): string | null {
  return at === null ? null : iso(at)
}

export function guid(id: number): string {
  return `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`
}
