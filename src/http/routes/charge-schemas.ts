/** What charges look like in answers. */
import { z } from 'zod'
import { LINE_KINDS } from '#billing/charge-line'
import { listOf } from '#http/schemas'

export const ChargeLine = z
  .object({
    kind: z.enum(LINE_KINDS),
    description: z.string(),
    quantity: z.int(),
    unitPrice: z.string().nullable().describe('Exact decimal; null for what has no price of its own.'),
    flatFee: z.string().nullable(),
    amountMinor: z.int().describe('Whole minor units; negative for what is taken off.'),
  })
  .meta({ id: 'ChargeLine' })

export const Charge = z
  .object({
    count: z.int().describe('Active users.'),
    currency: z.string(),
    digits: z.int().describe('Decimals of the currency.'),
    lines: listOf(ChargeLine),
    netMinor: z.int(),
    taxMinor: z.int(),
    totalMinor: z.int().describe('The sum of all lines.'),
  })
  .meta({ id: 'Charge' })

export const AddOnUnits = z
  .record(z.string().min(1).max(50), z.int().min(1).max(1_000_000))
  .meta({ id: 'AddOnUnits', description: 'Units by the id of the add-on.' })
