/**
 * What an account answers, read leniently: names of fields in either case, numbers as text, lists that are
 * null; a record without an id costs that record alone.
 */
import { z } from 'zod'
import { isObject } from '#connectors/map-batch'
import type { WireRecord } from '#connectors/nexudus/client/entities'
import { parseId } from '#connectors/read-fields'

export interface ListPage {
  readonly records: readonly WireRecord[]
  /** Values that are no records which could be told apart. */
  readonly flawed: readonly Flawed[]
  /** Null where it is not told. */
  readonly hasNext: boolean | null
  /** Null where it is not told. */
  readonly total: number | null
}

export interface Flawed {
  /** Place in the answer, from 0. */
  readonly index: number
  readonly value: unknown
}

/** Numbers may come as text. */
const Numeric = z.union([
  z.number(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
])

const Page = z
  .object({
    Records: z.array(z.unknown()).nullish(),
    HasNextPage: z.boolean().nullish().catch(null),
    TotalItems: Numeric.nullish().catch(null),
  })
  // what is null may be left out; what tells of nothing at all is no page
  .refine(({ Records, HasNextPage, TotalItems }) =>
    [Records, HasNextPage, TotalItems].some((told) => told !== undefined),
  )
const Envelope = z.object({ WasSuccessful: z.boolean(), Message: z.string().nullish() })
const Saved = z.object({ WasSuccessful: z.literal(true), Value: z.looseObject({}).nullish() })

/** A bare array is a page that tells nothing of others. Null for what is no page of a list. */
export function readPage(body: unknown): ListPage | null {
  if (Array.isArray(body)) return { ...recordsIn(body), hasNext: null, total: null }
  const read = Page.safeParse(capitalised(body))
  if (!read.success) return null
  const { Records, HasNextPage, TotalItems } = read.data
  return { ...recordsIn(Records ?? []), hasNext: HasNextPage ?? null, total: TotalItems ?? null }
}

/** A batch is a bare array; where batches are not known it is a page. */
export function readBatch(body: unknown): readonly WireRecord[] {
  return readPage(body)?.records ?? []
}

/** The record that was asked for by this id, which it need not repeat; null for what is not that one. */
export function readRecord(body: unknown, id: number): WireRecord | null {
  const record = capitalised(body)
  if (!isObject(record)) return null
  return (record.Id ?? id) === id || parseId(record.Id) === String(id) ? { ...record, Id: id } : null
}

/** @returns the id of what was saved, null where it is not told; undefined for an answer that tells of nothing saved */
export function readSaved(body: unknown): number | null | undefined {
  const read = Saved.safeParse(capitalised(body))
  if (!read.success) return undefined
  const id = parseId((capitalised(read.data.Value) as { Id?: unknown } | null | undefined)?.Id)
  return id === null ? null : Number(id)
}

/** What an answer says of its failure; null where it says of none. */
export function readFailure(body: unknown): string | null {
  const envelope = Envelope.safeParse(capitalised(body)).data
  return envelope?.WasSuccessful === false ? (envelope.Message ?? '') : null
}

function recordsIn(values: readonly unknown[]): Pick<ListPage, 'records' | 'flawed'> {
  const records: WireRecord[] = []
  const flawed: Flawed[] = []
  values.forEach((value, index) => {
    const record = capitalised(value)
    const id = isObject(record) ? parseId(record.Id) : null
    if (!isObject(record) || id === null) flawed.push({ index, value: record })
    else records.push({ ...record, Id: Number(id) })
  })
  return { records, flawed }
}

/** Fields are named with a capital; a server that writes them without one means the same. */
function capitalised(value: unknown): unknown {
  if (!isObject(value)) return value
  const names = Object.keys(value)
  if (!names.some((name) => /^[a-z]/.test(name))) return value
  return Object.fromEntries(names.map((name) => [name.charAt(0).toUpperCase() + name.slice(1), value[name]]))
}
