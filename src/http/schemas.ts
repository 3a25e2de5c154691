/** Shapes that several routes share. What validates a request also writes the OpenAPI document. */
import { z } from 'zod'
import { CUT_OFF_SIDES } from '#counting/scope'
import { AskedInstant } from '#lib/asked-instant'
import { LARGEST_INT } from '#lib/largest-int'
import { SOURCES } from '#model/source'

/** An instant in an answer. */
export const Instant = z.iso.datetime({ precision: 3 }).meta({
  id: 'Instant',
  description: 'ISO 8601, UTC, with milliseconds.',
  examples: ['2026-11-01T03:00:03.000Z'],
})

/** Names a network, location or customer: our id, the external id, or the exact name. */
export const Named = z
  .string()
  .min(1)
  .max(500)
  .meta({ description: 'Our id, the external id, or the exact name.', examples: ['Harbour Loft'] })

export const Source = z.enum(SOURCES).meta({ id: 'Source', description: 'Why somebody counts.' })

/** One of our numbers in an address: of an invoice, an import, a change, a key. */
export const OurNumber = z.coerce.number().int().min(1).max(LARGEST_INT)

/** Where a record is shown by the system that it comes from. */
export const RecordUrl = z
  .string()
  .nullable()
  .describe('Where the origin shows the record; null where that is not known.')

/** A figure for each source. */
export const BySource = z.object(
  Object.fromEntries(SOURCES.map((source) => [source, z.int()])) as Record<
    (typeof SOURCES)[number],
    z.ZodInt
  >,
)

export const OnlyBecauseOf = BySource.describe('Customers with this source and no other.')

/** A list in an answer: whoever gets it does not change it. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.array(item).readonly()
}

/** A query parameter that may stand once or several times. */
export function several<Item extends z.ZodType>(item: Item) {
  return z
    .union([z.array(item).max(100), item.transform((one) => [one])])
    .meta({ description: 'May be given several times.' })
}

/** True or false in an address. */
export const Flag = z
  .custom<'true' | 'false'>((text) => text === 'true' || text === 'false', 'must be true or false')
  .meta({ type: 'boolean' })
  .transform((text) => text === 'true')

export const AsOf = z.object({
  as_of: AskedInstant.optional().describe('The instant that is asked about; default now.'),
})

export const CutOff = z
  .enum(CUT_OFF_SIDES)
  .describe('`before`: in the window that a platform invoice at `as_of` itself closes; default `after`.')

export const Cursor = z.string().min(1).max(4000).describe('The nextCursor of the page before.')

export const Limit = z.coerce.number().int().min(1).max(1000).describe('Rows a page; default 50.')

/** Why a run failed. */
export const Problem = z.object({ code: z.string(), message: z.string(), next: z.string() })
