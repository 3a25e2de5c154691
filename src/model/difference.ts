import type { Source } from '#model/source'

/** A customer who stands on one side of a reconciliation alone, as files tell him. */
export interface DifferenceTold {
  readonly customerId: number
  readonly externalId: string
  readonly name: string
  /** `lost`: on the invoice alone. `new`: on the other side alone. */
  readonly side: 'lost' | 'new'
  readonly reason: string
  /** The source that the reason is about; null where it is about none. */
  readonly source: Source | null
  readonly sources: readonly Source[]
}
