import { z } from 'zod'
import { LARGEST_INT } from '#lib/largest-int'
import type { RecordKey } from '#services/records/find-record'

const OUR_ID = /^id:([1-9][0-9]{0,9})$/

/** A location, customer or team in an address: its external id, or ours as `id:17`. */
export const Key = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => Number(OUR_ID.exec(text)?.[1] ?? 1) <= LARGEST_INT, 'is no id of ours')
  .meta({ description: 'The external id, or our id as `id:17`.', examples: ['id:17'] })

export function keyOf(text: string): RecordKey {
  const id = OUR_ID.exec(text)?.[1]
  return id === undefined ? { externalId: text } : { id: Number(id) }
}

/** Ours would name a record that is there; one that is sent may be new. */
export const SentId = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => !/^id:/.test(text), 'must be the external id')
