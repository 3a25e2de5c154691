/** What supplements look like in answers. */
import { z } from 'zod'
import { Instant, listOf } from '#http/schemas'
import { ADJUSTMENT_CHANGES, SUPPLEMENT_STATES } from '#model/supplement'

export const AdjustmentChange = z.enum(ADJUSTMENT_CHANGES)
export const SupplementState = z
  .enum(SUPPLEMENT_STATES)
  .meta({ id: 'SupplementState' })
  .describe('`pending` waits for the next invoice; `lapsed` is about an invoice that is void now.')

export const Supplement = z
  .object({
    supplementId: z.int().describe('Counted from 1 in its network.'),
    networkId: z.int(),
    locationId: z.int(),
    location: z.string(),
    about: z.int().describe('The number of the invoice that it is about.'),
    netMinor: z.int().describe('Before tax; negative for a deduction.'),
    currency: z.string(),
    digits: z.int(),
    state: SupplementState,
    leftMinor: z.int().describe('What still waits; a deduction takes no more than an invoice asks for.'),
    lines: listOf(
      z.object({
        number: z.int().describe('The invoice on which it stands.'),
        netMinor: z.int(),
        isVoid: z.boolean(),
      }),
    ),
    people: listOf(
      z.object({
        customerId: z.int(),
        externalId: z.string(),
        name: z.string(),
        change: AdjustmentChange,
      }),
    ),
    basis: z
      .object({
        activeUsers: z.int(),
        recounted: z.int(),
        differenceNetMinor: z.int(),
        agreedNetMinor: z.int(),
        creditedNetMinor: z.int(),
      })
      .describe('What the amount was computed from.'),
    reason: z.string(),
    agreedAt: Instant,
    withdrawnAt: Instant.nullable(),
    withdrawnBecause: z.string().nullable(),
  })
  .meta({ id: 'Supplement', description: 'What was agreed about an invoice, for the next of its location.' })

export const SupplementTaken = z.object({
  supplementId: z.int(),
  about: z.int(),
  netMinor: z.int(),
})
