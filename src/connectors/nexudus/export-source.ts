import type { ExportFile } from '#connectors/nexudus/wire-types'
import type { Instant } from '#model/records'

/** Where records in the form of an export are kept: a folder of files, or what was read of a live account. */
export interface ExportSource {
  has(file: ExportFile): boolean
  open(file: ExportFile): AsyncIterable<SourceBatch>
  /** Whether a credit note may name its invoice: the invoices are then read twice. */
  mayHoldCredits(): Promise<boolean>
  /** Whether the records of a location are left out; none are without it. */
  isLeftOut?(locationExternalId: string): boolean
}

export interface SourceBatch {
  readonly values: readonly unknown[]
  /** Byte in the file at which each value begins. */
  readonly offsets?: readonly number[]
  /** Position of the first value, counted from 1. */
  readonly firstPosition: number
  readonly bytesRead: number
  readonly bytesTotal: number
  /** Of these ids: since when a record is no longer at its origin. */
  readonly removed?: ReadonlyMap<string, Instant>
}
