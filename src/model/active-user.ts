import type { Source } from '#model/source'

/** A customer who counts at a location. */
export interface ActiveUser {
  readonly customerId: number
  readonly externalId: string
  readonly name: string
  readonly email: string | null
  readonly company: string | null
  readonly sources: readonly Source[]
  /** Instant of the first evidence that counts; ISO 8601, UTC. */
  readonly firstEvidenceAt: string
}
