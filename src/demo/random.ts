/**
 * Random numbers that depend on nothing but their seed: the same network, stream and number give the same
 * draws on every machine. Each customer has streams of its own, so no record needs to be kept in order to
 * say it again, and a change to one kind of record leaves the others as they were.
 */
const STREAMS = {
  location: 1,
  deck: 2,
  customer: 3,
  company: 4,
  change: 5,
  contract: 6,
  pause: 7,
  team: 8,
  booking: 9,
  invoice: 10,
  purchase: 11,
  product: 12,
  size: 13,
} as const
export type Stream = keyof typeof STREAMS

/** Spreads every bit of a 32-bit number over all others (the finalizer of splitmix32). */
function mix(number: number): number {
  let bits = number | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad)
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97)
  return (bits ^ (bits >>> 15)) >>> 0
}

/** One 32-bit number from several; the order matters. */
export function hash(...numbers: readonly number[]): number {
  let result = 0x9e3779b9
  for (const number of numbers) result = mix((result ^ number) + 0x9e3779b9)
  return result
}

/** A stream of draws (splitmix32). */
export class Random {
  #state: number

  constructor(seed: number, stream: Stream, number: number) {
    this.#state = mix(mix(mix(seed + 0x9e3779b9) ^ STREAMS[stream]) ^ number)
  }

  /** At least 0, less than 1. */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) | 0
    return mix(this.#state) / 0x1_0000_0000
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  /** A whole number; both ends are included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T
  }

  /** A whole number with a power law: mostly `least`, seldom many times that, never above `most`. */
  powerLaw(least: number, most: number): number {
    return Math.min(most, Math.floor(least / (1 - this.next()) ** (1 / 1.4)))
  }
}
