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
  /**
   * The least recently used first: a Set keeps its order. Texts are compared and not hashed: one is built anew for
   * each statement, and hashing its 5 kB takes longer than comparing it with all that differ in length.
   */
  readonly #prepared = new Set<Prepared>()
  #seenOnce = new Set<string>()
  #generation = 0

  nameOf(text: string): Naming {
    const known = this.#preparedOf(text)
    if (known) {
      this.#prepared.delete(known)
      this.#prepared.add(known)
      return { name: known.name }
    }
    if (!this.#seenOnce.has(text)) {
      if (this.#seenOnce.size >= CAPACITY * 5) this.#seenOnce = new Set()
      this.#seenOnce.add(text)
      return { name: undefined }
    }
    this.#seenOnce.delete(text)
    const name = `${createHash('sha256').update(text).digest('hex').slice(0, 16)}_${this.#generation++}`
    this.#prepared.add({ text, name })
    return { name, ...this.#evict() }
  }

  #preparedOf(text: string): Prepared | undefined {
    for (const prepared of this.#prepared) if (prepared.text === text) return prepared
    return undefined
  }

  #evict(): { evicted?: string } {
    if (this.#prepared.size <= CAPACITY) return {}
    for (const oldest of this.#prepared) {
      this.#prepared.delete(oldest)
      return { evicted: oldest.name }
    }
    return {}
  }
}
