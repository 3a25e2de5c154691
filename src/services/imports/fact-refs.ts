/** Numbers of bookings, customer invoices and product sales, and which of these records may have been read before. */
import type { FactSource } from '#model/kind'
import type { KnownRefs } from '#services/imports/known-ids'

export interface Reading {
  readonly ref: number
  /** Rises with each reading of a record that may have been read before; null of one that is new. */
  readonly repeat: number | null
}

/** The refs that were read, from the lowest to the highest. */
class RefSpan {
  #lowest = Number.POSITIVE_INFINITY
  #highest = Number.NEGATIVE_INFINITY

  /** @returns whether the span had to grow: a ref that lay outside has not been read */
  grow(ref: number): boolean {
    const isOutside = !this.includes(ref)
    if (ref < this.#lowest) this.#lowest = ref
    if (ref > this.#highest) this.#highest = ref
    return isOutside
  }

  includes(ref: number): boolean {
    return ref >= this.#lowest && ref <= this.#highest
  }
}

/**
 * Remembers two numbers a source instead of all its refs: records mostly come in the order of their ids,
 * up or down, and then each is outside the span of those before it. Only cancelled bookings are remembered
 * one by one, since an export tells them in the order of their cancellation.
 */
export class FactRefs {
  readonly #refs: KnownRefs
  readonly #spans: Record<FactSource, RefSpan> = {
    booking: new RefSpan(),
    customer_invoice: new RefSpan(),
    recurring_product: new RefSpan(),
  }
  readonly #cancelled = new Set<number>()
  #repeats = 0

  constructor(refs: KnownRefs) {
    this.#refs = refs
  }

  /** Whether a record may have been read twice. */
  get mayRepeat(): boolean {
    return this.#repeats > 0
  }

  read(source: FactSource, externalId: string): Reading {
    const ref = this.#refs.refOf(source, externalId)
    return this.#reading(ref, this.#spans[source].grow(ref))
  }

  readBooking(externalId: string, isCancelled: boolean): Reading {
    const ref = this.#refs.refOf('booking', externalId)
    const wasCancelled = this.#cancelled.has(ref)
    const isOutside = isCancelled ? !this.#spans.booking.includes(ref) : this.#spans.booking.grow(ref)
    if (isCancelled) this.#cancelled.add(ref)
    return this.#reading(ref, isOutside && !wasCancelled)
  }

  #reading(ref: number, isNew: boolean): Reading {
    if (isNew) return { ref, repeat: null }
    this.#repeats += 1
    return { ref, repeat: this.#repeats }
  }
}
