import type { Source } from '#model/source'

/** A member has a contract at the location that stands at the instant, whether or not it counts; a contact has none. */
export const CUSTOMER_KINDS = ['member', 'contact'] as const
export type CustomerKind = (typeof CUSTOMER_KINDS)[number]

/** A customer who counts at a location. */
export interface ActiveUser {
  readonly customerId: number
  readonly externalId: string
  readonly name: string
  readonly email: string | null
  readonly company: string | null
  readonly kind: CustomerKind
  /** As of the instant. */
  readonly isSuspended: boolean
  readonly isArchived: boolean
  readonly sources: readonly Source[]
  /** Counts by nothing but disputable evidence. */
  readonly isDisputable: boolean
  /** Names of the teams by which he counts; empty where he does not count by one. */
  readonly teams: readonly string[]
  /** Instant of the first evidence that counts; ISO 8601, UTC. */
  readonly firstEvidenceAt: string
}
