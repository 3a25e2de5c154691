import type { EvidenceKind } from '#model/kind'
import type { Source } from '#model/source'

/** A customer on the list that was frozen with a platform invoice. */
export interface InvoicedUser {
  readonly customerId: number
  readonly externalId: string
  /** As it is now: names are not frozen. */
  readonly name: string
  readonly sources: readonly Source[]
  readonly evidence: readonly FrozenEvidence[]
}

export interface FrozenEvidence {
  readonly source: Source
  readonly kind: EvidenceKind
  /** External id of the record. */
  readonly record: string
  /** Where the origin shows it now; null where that is not known. */
  readonly url: string | null
  /** When it happened or began; null for what has held since ever. */
  readonly at: string | null
}
