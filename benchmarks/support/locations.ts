/** The two locations of a fixed size that single questions are asked about, by their external ids. */
import type { Session } from '#database/database'
import { programAsker } from '#services/asker'
import { findLocation as find } from '#services/locations/find'
import { SIZES, type Size } from '../generate/network.ts'
import type { Turns } from './timing.ts'

export const BIG_LOCATION = 1
export const SMALL_LOCATION = 2

/**
 * How often a location is asked about. When it begins to count, our own process has compiled its part too: until it
 * has, a small question takes a tenth of a millisecond longer, and its compiler runs beside the server. Small ones
 * are so many that ten are above p99.
 */
export function turnsOf(location: number): Turns {
  return location === BIG_LOCATION ? { warmUp: 100, runs: 200 } : { warmUp: 500, runs: 1000 }
}

export function customersOf(size: Size, location: number): string {
  const { largest, second } = SIZES[size]
  return (location === BIG_LOCATION ? largest : second).toLocaleString('en')
}

/** Its numbers in Headcount's tables. */
export async function findLocation(
  session: Session,
  location: number,
): Promise<{ networkId: number; locationId: number }> {
  const { networkId, locationId } = await find(session, programAsker('library'), String(location))
  return { networkId, locationId }
}
