/** An instant as somebody writes it who asks. */
import { z } from 'zod'
import { hasOffset, parseInstant } from '#lib/parse-time'

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/

/** ISO 8601 with a zone, or a day (00:00 UTC); years 1900 to 9999. */
export const AskedInstant = z
  .string()
  .max(40)
  .refine(
    (text) => !Number.isNaN(parseInstant(text)) && (DAY_ONLY.test(text) || hasOffset(text)),
    'must be an ISO 8601 instant with a zone, such as 2026-11-20T12:00:00Z, or a day',
  )
  .transform((text) => new Date(parseInstant(text)))
  .meta({ description: 'ISO 8601 with a zone, or a day (00:00 UTC).', examples: ['2026-11-20T12:00:00Z'] })
