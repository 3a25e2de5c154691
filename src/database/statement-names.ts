import { createHash } from 'node:crypto'

/** Enough for every statement of the program; a prepared plan holds some 50 kB in the server. */
const CAPACITY = 200

export interface Naming {
  /** The name to prepare the text under; undefined while the text has been seen only once. */
  readonly name: string | undefined
  /** A prepared statement that gives way to it. */
  readonly evicted?: string
}

interface Prepared {
  readonly text: string
  readonly name: string
}

/**
 * Which statements of one connection are prepared by name: those that come again. Planning a count
 * takes about as long as running it. The least recently used one gives way; a name is never used
 * twice, because `pg` remembers names for the life of a connection.
 */
export class StatementNames {
  /** The least recently used first: a Set keeps its order. */
  readonly #prepared = new Set<Prepared>()
  /** A text is built anew each time: hashing 5 kB of it takes longer than comparing it with the few of its length. */
  readonly #byLength = new Map<number, readonly Prepared[]>()
  #seenOnce = new Set<string>()
  #generation = 0

  nameOf(text: string): Naming {
    const known = this.#byLength.get(text.length)?.find((prepared) => prepared.text === text)
    if (known) {
      this.#prepared.delete(known)
      this.#prepared.add(known)
      return known
    }
    if (!this.#seenOnce.has(text)) {
      if (this.#seenOnce.size >= CAPACITY * 5) this.#seenOnce = new Set()
      this.#seenOnce.add(text)
      return { name: undefined }
    }
    this.#seenOnce.delete(text)
    const name = `${createHash('sha256').update(text).digest('hex').slice(0, 16)}_${this.#generation++}`
    this.#keep({ text, name })
    return { name, ...this.#evict() }
  }

  #keep(prepared: Prepared): void {
    this.#prepared.add(prepared)
    this.#byLength.set(prepared.text.length, [...this.#ofLength(prepared), prepared])
  }

  #evict(): { evicted?: string } {
    if (this.#prepared.size <= CAPACITY) return {}
    const [oldest] = this.#prepared as Iterable<Prepared> as [Prepared]
    this.#prepared.delete(oldest)
    this.#byLength.set(
      oldest.text.length,
      this.#ofLength(oldest).filter((prepared) => prepared !== oldest),
    )
    return { evicted: oldest.name }
  }

  #ofLength({ text }: Prepared): readonly Prepared[] {
    return this.#byLength.get(text.length) ?? []
  }
}
