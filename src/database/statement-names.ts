import { createHash } from 'node:crypto'

/** Enough for every statement of the program; a prepared plan holds some 50 kB in the server. */
const CAPACITY = 200

export interface Naming {
  /** The name to prepare the text under; undefined while the text has been seen only once. */
  readonly name: string | undefined
  /** A prepared statement that gives way to it. */
  readonly evicted?: string
}

/**
 * Which statements of one connection are prepared by name: those that come again. Planning a count
 * takes about as long as running it. The least recently used one gives way; a name is never used
 * twice, because `pg` remembers names for the life of a connection.
 */
export class StatementNames {
  readonly #names = new Map<string, string>()
  #seenOnce = new Set<string>()
  #generation = 0

  nameOf(text: string): Naming {
    const known = this.#names.get(text)
    if (known) {
      this.#names.delete(text)
      this.#names.set(text, known)
      return { name: known }
    }
    if (!this.#seenOnce.has(text)) {
      if (this.#seenOnce.size >= CAPACITY * 5) this.#seenOnce = new Set()
      this.#seenOnce.add(text)
      return { name: undefined }
    }
    this.#seenOnce.delete(text)
    const name = `${createHash('sha256').update(text).digest('hex').slice(0, 16)}_${this.#generation++}`
    this.#names.set(text, name)
    return { name, ...this.#evict() }
  }

  #evict(): { evicted?: string } {
    if (this.#names.size <= CAPACITY) return {}
    // a Map keeps its order: the first is the least recently used
    for (const [text, name] of this.#names) {
      this.#names.delete(text)
      return { evicted: name }
    }
    return {}
  }
}
