/** The records of a batch, checked once: from here on they are what their types say. */
import { HeadcountError } from '#errors'
import { cleanText } from '#lib/clean-text'
import type { NetworkedRecord, RecordKind } from '#model/records'
import { RECORD_FIELDS, RECORD_KINDS } from '#services/records/record-fields'

/** Why one record cannot be used. */
export interface RecordFault {
  /** Its place in the batch, counted from 0. */
  readonly index: number
  /** As it was sent; null where it names none. */
  readonly kind: string | null
  readonly externalId: string | null
  readonly field: string
  /** As it was sent, as JSON, shortened to 200 characters. */
  readonly value: string
  /** A sentence. */
  readonly reason: string
}

export const MOST_RECORDS = 5000
const LONGEST_VALUE = 200
const FAULTS_IN_MESSAGE = 3

/** @throws INVALID_ARGUMENT for no list or one too long, RECORDS_INVALID */
export function checkRecords(records: unknown): readonly NetworkedRecord[] {
  if (!Array.isArray(records) || records.length === 0 || records.length > MOST_RECORDS) {
    throw new HeadcountError(
      'INVALID_ARGUMENT',
      `A batch is a list of 1 to ${MOST_RECORDS} records${Array.isArray(records) ? `, not of ${records.length}` : ''}. Nothing was changed.`,
    )
  }
  const faults = records.flatMap((record: unknown, index) => faultsOf(record, index))
  refuseFaults(faults, records.length)
  return records as readonly NetworkedRecord[]
}

/** @throws RECORDS_INVALID with all of them, where there are any */
export function refuseFaults(faults: readonly RecordFault[], recordCount: number): void {
  if (faults.length === 0) return
  const faulty = new Set(faults.map(({ index }) => index)).size
  const ordered = faults.toSorted((a, b) => a.index - b.index)
  const told = ordered.slice(0, FAULTS_IN_MESSAGE).map(({ index, reason }) => `[${index}] ${reason}`)
  const others = faults.length > told.length ? ' …' : ''
  throw new HeadcountError(
    'RECORDS_INVALID',
    `${faulty} of ${recordCount} records cannot be used, so nothing was changed: ${told.join(' ')}${others}`,
    { faults: ordered },
  )
}

/** A value as a fault tells it. */
export function shownValue(value: unknown): string {
  return cleanText((JSON.stringify(value) ?? 'nothing').slice(0, LONGEST_VALUE))
}

function faultsOf(record: unknown, index: number): RecordFault[] {
  const sent = (typeof record === 'object' && record !== null ? record : {}) as Readonly<
    Record<string, unknown>
  >
  const { kind, externalId } = sent
  const fault = (field: string, reason: string): RecordFault => ({
    index,
    kind: typeof kind === 'string' ? shownText(kind) : null,
    externalId: typeof externalId === 'string' ? shownText(externalId) : null,
    field,
    value: shownValue(sent[field]),
    reason: `${field} ${reason}.`,
  })
  if (!isKind(kind)) return [fault('kind', `must be one of ${RECORD_KINDS.join(', ')}`)]
  return Object.entries(RECORD_FIELDS[kind]).flatMap(([field, check]) => {
    const reason = check(sent[field])
    return reason === null ? [] : [fault(field, reason)]
  })
}

function shownText(text: string): string {
  return cleanText(text.slice(0, LONGEST_VALUE))
}

function isKind(kind: unknown): kind is RecordKind {
  return typeof kind === 'string' && Object.hasOwn(RECORD_FIELDS, kind)
}
