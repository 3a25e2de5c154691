/** What a demo network is made from, checked. */
import { HeadcountError } from '#errors'
import type { Instant } from '#model/records'

export interface DemoOptions {
  readonly locations: number
  readonly customers: number
  /** Any 32-bit integer, signed or not. */
  readonly seed: number
  /** The instant at which the network stands; its records lie in the year before. */
  readonly now: Instant
  /** Whether its platform invoices are issued here, so that none come with the records; default no. */
  readonly isBilledHere?: boolean
}

/** Options that passed {@link planDemo}; the seed is unsigned. */
export type DemoPlan = DemoOptions

export const DEMO_DEFAULTS = { locations: 3, customers: 240, seed: 1 } as const

export const DEMO_LIMITS = {
  locations: { least: 1, most: 5_000 },
  customers: { least: 1, most: 10_000_000 },
  seed: { least: -(2 ** 31), most: 2 ** 32 - 1 },
} as const

const EARLIEST_NOW = Date.UTC(1980, 0, 1)
const LATEST_NOW = Date.UTC(9000, 0, 1)

/** @throws HeadcountError INVALID_ARGUMENT for a number that is not whole or out of its limits. */
export function planDemo(options: DemoOptions): DemoPlan {
  for (const name of ['locations', 'customers', 'seed'] as const) {
    const { least, most } = DEMO_LIMITS[name]
    const value = options[name]
    if (!Number.isInteger(value) || value < least || value > most) {
      const range = `from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}`
      throw new HeadcountError('INVALID_ARGUMENT', `${name} must be a whole number ${range}; it is ${value}.`)
    }
  }
  if (!Number.isInteger(options.now) || options.now < EARLIEST_NOW || options.now >= LATEST_NOW) {
    const sentence = `now must be an instant in whole milliseconds from 1980 until 9000; it is ${options.now}.`
    throw new HeadcountError('INVALID_ARGUMENT', sentence)
  }
  return { ...options, seed: options.seed >>> 0 }
}
