/** Records by the external id that they came with. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { LARGEST_INT } from '#lib/largest-int'
import { quoted } from '#lib/quote'
import type { RecordKind } from '#model/records'
import { type Check, instant, optional, text, whole } from '#services/check-input'
import { KnownRefs } from '#services/imports/known-ids'

/** Names one location, customer or team: by the id that its origin gave it, or by ours. */
export type RecordKey = { readonly externalId: string } | { readonly id: number }

/** @throws INVALID_ARGUMENT for what names nothing */
export function recordKey(name: string, value: unknown): RecordKey {
  const key = (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>
  if (key.id !== undefined) return { id: whole(1, LARGEST_INT)(`${name}.id`, key.id) }
  return { externalId: text(`${name}.externalId`, key.externalId) }
}

/** A list of 1 to `most` keys. */
export function recordKeys(most: number): Check<readonly RecordKey[]> {
  return (name, value) => {
    if (!Array.isArray(value) || value.length < 1 || value.length > most) {
      throw new HeadcountError('INVALID_ARGUMENT', `${name} must be a list of 1 to ${most} customers.`)
    }
    return value.map((key: unknown, index) => recordKey(`${name}[${index}]`, key))
  }
}

export const BY_ID_INPUT = { network: text, externalId: text, asOf: optional(instant) } as const
export const BY_KEY_INPUT = { network: text, key: recordKey, asOf: optional(instant) } as const

export function keyText(key: RecordKey): string {
  return 'id' in key ? `with id ${key.id}` : quoted(key.externalId)
}

/** The number of a record in our tables. @returns undefined for an external id that never came */
export async function findRef(
  session: Session,
  networkId: number,
  recordKind: RecordKind,
  externalId: string,
): Promise<number | undefined> {
  const refs = await KnownRefs.loadNamed(session, networkId, [{ recordKind, externalId }])
  return refs.find(recordKind, externalId)
}

export function recordNotFound(noun: string, externalId: string): HeadcountError {
  return new HeadcountError('RECORD_NOT_FOUND', `There is no ${noun} ${quoted(externalId)} in this network.`)
}

/** The instant of a change that has happened. @throws INVALID_INSTANT for one to come */
export function pastInstant(at: Date | undefined, recordedAt: Date): Date {
  if (at === undefined || at <= recordedAt) return at ?? recordedAt
  throw new HeadcountError(
    'INVALID_INSTANT',
    `This cannot be told ahead: ${at.toISOString()} is still to come. Nothing was changed.`,
  )
}

/** The number of an arrival, for rows that it changes. */
export async function nextImportId(session: Session): Promise<number> {
  const [next] = await session.query<{ id: number }>(sql`select nextval('import_ids')::int as id`)
  if (next === undefined) throw new Error('sequence import_ids gave no number')
  return next.id
}
