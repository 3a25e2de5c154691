/** What a question is about, as far as it says so; a question that follows goes on from it. */
import type { Intent } from '#assistant/answer'
import type { Source } from '#model/source'

export interface AskedTime {
  /** `now`, an instant, or a whole month. */
  readonly kind: 'now' | 'instant' | 'month'
  /** ISO 8601, UTC: the instant, or the end of the month at the location. */
  readonly at: string
  /** `2026-10` of a month. */
  readonly month?: string
}

export interface AskedCustomer {
  readonly customerId: number
  readonly networkId: number
  readonly name: string
}

export interface Topic {
  readonly intent: Intent
  readonly locationIds: readonly number[]
  readonly customer: AskedCustomer | null
  readonly sources: readonly Source[]
  readonly time: AskedTime | null
  /** The question waits for a place or a customer. */
  readonly waitsFor: 'location' | 'customer' | null
  /** Of a supposed change: days without anything but a contract. */
  readonly idleDays: number | null
  /** Who counts by nothing else. */
  readonly only: boolean
}
