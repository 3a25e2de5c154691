/**
 * What a location pays for its active users: the document that is typed, imported, kept and priced.
 * Amounts are decimals in the currency's major unit, as texts or numbers, and are never computed with as
 * floating point. What is left out is not charged.
 */
import Big from 'big.js'
import { z } from 'zod'

/** More active users than any location has; it keeps every charge within whole numbers. */
export const MOST_ACTIVE_USERS = 1_000_000
const MOST_DECIMALS = 12
const LARGEST_AMOUNT = 1_000_000_000

const Amount = z
  .union([z.string(), z.number()], { error: 'must be a decimal' })
  .refine(isAmount, `must be a decimal from 0 to ${LARGEST_AMOUNT} with at most ${MOST_DECIMALS} decimals`)
  .meta({ id: 'Decimal', description: 'An exact decimal, best as a text.', examples: ['1.25'] })

const Percent = Amount.refine((value) => !isAmount(value) || new Big(value).lte(100), 'must be at most 100')

const Count = z.int().min(0).max(MOST_ACTIVE_USERS)
const Positive = z.int().min(1).max(MOST_ACTIVE_USERS)
const Name = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => text.trim() !== '' && !/[\p{Cc}\p{Surrogate}]/u.test(text), 'must be a readable name')
const AddOnId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,49}$/, 'must be 1 to 50 small letters, digits, hyphens or underscores')

const Tier = z.strictObject({
  upTo: Positive.nullable().describe('The last active user of the tier; null in the last tier.'),
  unitPrice: Amount.optional().describe('For each active user of the tier.'),
  flatFee: Amount.optional().describe('Once, when the tier is reached.'),
})

const Tiers = z
  .array(Tier)
  .min(1)
  .max(100)
  .superRefine((tiers, context) => {
    for (const [at, { upTo }] of tiers.entries()) {
      const before = at === 0 ? 0 : (tiers[at - 1]?.upTo ?? null)
      const isLast = at === tiers.length - 1
      const fault = tierFault(upTo, before, isLast)
      if (fault !== null) context.addIssue({ code: 'custom', path: [at, 'upTo'], message: fault })
    }
  })

const zeroQuantityChargesFirstFlat = z
  .boolean()
  .optional()
  .describe('Whether the flat fee of the first tier is charged when nobody is to be charged for; default no.')

const Usage = z.discriminatedUnion('model', [
  z.strictObject({
    model: z.literal('graduated').describe('Each active user at the price of the tier that he falls into.'),
    tiers: Tiers,
    zeroQuantityChargesFirstFlat,
  }),
  z.strictObject({
    model: z
      .literal('volume')
      .describe('All active users at the price of the tier that the last falls into.'),
    tiers: Tiers,
    zeroQuantityChargesFirstFlat,
  }),
  z.strictObject({
    model: z.literal('package').describe('By packages of a size; one that is begun is charged whole.'),
    size: Positive,
    price: Amount,
    free: Count.optional().describe('Active users for whom no package is needed.'),
  }),
])

const AddOn = z.discriminatedUnion('kind', [
  z.strictObject({ id: AddOnId, name: Name, kind: z.literal('fixed'), fee: Amount }),
  z.strictObject({ id: AddOnId, name: Name, kind: z.literal('per_unit'), unitPrice: Amount }),
  z.strictObject({ id: AddOnId, name: Name, kind: z.literal('per_active_user'), unitPrice: Amount }),
])

const Discount = z.discriminatedUnion('kind', [
  z.strictObject({ name: Name, kind: z.literal('percentage'), percent: Percent }),
  z.strictObject({ name: Name, kind: z.literal('absolute'), amount: Amount }),
])

const FreeBelow = z.strictObject({
  activeUsers: Positive.describe(
    'Fewer than these are free of the base fee and of the price per active user.',
  ),
  unlessAddOn: AddOnId.optional().describe('Not where the location has this add-on.'),
})

export const PricePlan = z
  .strictObject({
    name: Name,
    note: z.string().max(2000).optional(),
    currency: z
      .string()
      .refine((code) => Intl.supportedValuesOf('currency').includes(code), 'must be a currency of ISO 4217')
      .meta({ examples: ['EUR'] }),
    baseFee: Amount.optional(),
    includedActiveUsers: Count.optional().describe(
      'Covered by the base fee: tiers and packages begin with the first active user after them.',
    ),
    usage: Usage.optional(),
    minimum: Amount.optional().describe('Least for base fee and active users together.'),
    maximum: Amount.optional().describe('Most for base fee and active users together.'),
    freeBelow: FreeBelow.optional(),
    addOns: z.array(AddOn).max(50).optional().describe('What a location may take in addition.'),
    discounts: z.array(Discount).max(20).optional().describe('Each from what the ones before it left.'),
    taxPercent: Percent.optional(),
  })
  .superRefine((plan, context) => {
    for (const { path, message } of faultsAcross(plan)) context.addIssue({ code: 'custom', path, message })
  })
  .meta({ id: 'PricePlan', description: 'What a location pays for its active users.' })

export type PricePlan = z.infer<typeof PricePlan>
export type AddOn = z.infer<typeof AddOn>
export type Usage = z.infer<typeof Usage>
export type Tier = z.infer<typeof Tier>

export interface PlanFault {
  /** Such as `usage.tiers.1.upTo`. */
  readonly path: string
  readonly message: string
}

/** Reads a plan from anything, such as parsed JSON; tells every fault at once. */
export function readPricePlan(value: unknown): { plan: PricePlan } | { faults: PlanFault[] } {
  const read = PricePlan.safeParse(value)
  if (read.success) return { plan: read.data }
  return {
    faults: read.error.issues.map(({ path, message }) => ({
      path: path.join('.') || 'plan',
      message: message.replace(/^Invalid input: /, 'must be as described: '),
    })),
  }
}

/** Add-ons of a location by their id, each with how many units it takes. */
export type AddOnUnits = Readonly<Record<string, number>>

/** What is wrong with a choice of add-ons of this plan. */
export function addOnFaults(plan: PricePlan, units: AddOnUnits): PlanFault[] {
  return Object.entries(units).flatMap(([id, count]) => {
    const path = `addOns.${id}`
    if (!plan.addOns?.some((addOn) => addOn.id === id))
      return [{ path, message: 'is no add-on of the price plan' }]
    const isCount = Number.isInteger(count) && count >= 1 && count <= MOST_ACTIVE_USERS
    return isCount ? [] : [{ path, message: `must be a whole number from 1 to ${MOST_ACTIVE_USERS}` }]
  })
}

function isAmount(value: string | number): boolean {
  const text = String(value)
  if (!/^\d{1,10}(\.\d+)?(e-\d{1,2})?$/.test(text)) return false
  const amount = new Big(text)
  return amount.lte(LARGEST_AMOUNT) && amount.round(MOST_DECIMALS).eq(amount)
}

function tierFault(upTo: number | null, before: number | null, isLast: boolean): string | null {
  if (isLast) return upTo === null ? null : 'must be null in the last tier: there is a price for any number'
  if (upTo === null) return 'may be null in the last tier alone'
  return before !== null && before > 0 && upTo <= before
    ? `must be more than that of the tier before, ${before}`
    : null
}

function* faultsAcross(plan: {
  readonly minimum?: string | number | undefined
  readonly maximum?: string | number | undefined
  readonly addOns?: readonly { readonly id: string }[] | undefined
  readonly freeBelow?: { readonly unlessAddOn?: string | undefined } | undefined
}): Generator<{ path: (string | number)[]; message: string }> {
  const { minimum, maximum, addOns = [], freeBelow } = plan
  if (minimum !== undefined && maximum !== undefined && isAmount(minimum) && isAmount(maximum)) {
    if (new Big(minimum).gt(maximum))
      yield { path: ['maximum'], message: 'must not be less than the minimum' }
  }
  const ids = addOns.map(({ id }) => id)
  for (const [at, id] of ids.entries()) {
    if (ids.indexOf(id) < at) yield { path: ['addOns', at, 'id'], message: 'stands twice' }
  }
  const unless = freeBelow?.unlessAddOn
  if (unless !== undefined && !ids.includes(unless)) {
    yield { path: ['freeBelow', 'unlessAddOn'], message: 'is no add-on of this price plan' }
  }
}
