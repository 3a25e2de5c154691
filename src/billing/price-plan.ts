/**
 * What a location pays for its active users: the document that is typed, imported, kept and priced.
 * Amounts are decimals in the currency's major unit, as texts or numbers, and are never computed with as
 * floating point. What is left out is not charged.
 */
import Big from 'big.js'
import { z } from 'zod'
import { atField, type FieldFault, type FieldFaultCode, fault, faultSentence } from '#model/field-fault'
import { faultOfIssue } from '#model/issue-fault'

/** More active users than any location has; it keeps every charge within whole numbers. */
export const MOST_ACTIVE_USERS = 1_000_000
const MOST_DECIMALS = 12
const LARGEST_AMOUNT = 1_000_000_000

const NO_AMOUNT = says('not_decimal', { most: LARGEST_AMOUNT, decimals: MOST_DECIMALS })

const Amount = z
  .union([z.string(), z.number()], { error: amountFault })
  .refine(isAmount, { error: amountFault })
  .meta({ id: 'Decimal', description: 'An exact decimal, best as a text.', examples: ['1.25'] })

const Percent = Amount.refine(
  (value) => !isAmount(value) || new Big(value).lte(100),
  says('at_most', { most: 100 }),
)

const Count = z.int().min(0).max(MOST_ACTIVE_USERS)
const Positive = z.int().min(1).max(MOST_ACTIVE_USERS)
const Name = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => text.trim() !== '' && !/[\p{Cc}\p{Surrogate}]/u.test(text), says('not_readable'))
const AddOnId = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,49}$/, says('not_add_on_id'))

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
      .refine((code) => Intl.supportedValuesOf('currency').includes(code), says('not_currency'))
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

/** At a place such as `usage.tiers.1.upTo`; without a code where it is no field of a form. */
export type PlanFault = Pick<FieldFault, 'path' | 'message'> & Partial<FieldFault>

/** Reads a plan from anything, such as parsed JSON; tells every fault at once. */
export function readPricePlan(value: unknown): { plan: PricePlan } | { faults: PlanFault[] } {
  const read = PricePlan.safeParse(value)
  if (read.success) return { plan: read.data }
  return {
    faults: read.error.issues.map((issue) => ({
      path: issue.path.join('.') || 'plan',
      message: issue.message.replace(/^Invalid input: /, 'must be as described: '),
      ...faultOfIssue(issue),
    })),
  }
}

/** Add-ons of a location by their id, each with how many units it takes. */
export type AddOnUnits = Readonly<Record<string, number>>

/** What is wrong with a choice of add-ons of this plan. */
export function addOnFaults(plan: PricePlan, units: AddOnUnits): PlanFault[] {
  return Object.entries(units).flatMap(([id, count]) => {
    const path = `addOns.${id}`
    if (!plan.addOns?.some((addOn) => addOn.id === id)) return atField(path, fault('no_such_add_on'))
    const isCount = Number.isInteger(count) && count >= 1 && count <= MOST_ACTIVE_USERS
    return atField(path, isCount ? null : fault('whole_number', { least: 1, most: MOST_ACTIVE_USERS }))
  })
}

function isAmount(value: string | number): boolean {
  const text = String(value)
  if (!/^\d{1,10}(\.\d+)?(e-\d{1,2})?$/.test(text)) return false
  const amount = new Big(text)
  return amount.lte(LARGEST_AMOUNT) && amount.round(MOST_DECIMALS).eq(amount)
}

function tierFault(upTo: number | null, before: number | null, isLast: boolean): string | null {
  if (isLast) return upTo === null ? null : says('tier_must_be_open')
  if (upTo === null) return says('tier_must_end')
  return before !== null && before > 0 && upTo <= before ? says('tier_order', { before }) : null
}

/** The sentence of a fault: a schema carries nothing else. */
/** A field of a form that nothing was typed in is an empty text. */
function amountFault({ input }: { readonly input?: unknown }): string {
  return input === undefined || input === '' ? says('missing') : NO_AMOUNT
}

function says(code: FieldFaultCode, values: Parameters<typeof fault>[1] = {}): string {
  return faultSentence(fault(code, values))
}

function* faultsAcross(plan: {
  readonly minimum?: string | number | undefined
  readonly maximum?: string | number | undefined
  readonly addOns?: readonly { readonly id: string }[] | undefined
  readonly freeBelow?: { readonly unlessAddOn?: string | undefined } | undefined
}): Generator<{ path: (string | number)[]; message: string }> {
  const { minimum, maximum, addOns = [], freeBelow } = plan
  if (minimum !== undefined && maximum !== undefined && isAmount(minimum) && isAmount(maximum)) {
    if (new Big(minimum).gt(maximum)) yield { path: ['maximum'], message: says('below_minimum') }
  }
  const ids = addOns.map(({ id }) => id)
  for (const [at, id] of ids.entries()) {
    if (ids.indexOf(id) < at) yield { path: ['addOns', at, 'id'], message: says('stands_twice') }
  }
  const unless = freeBelow?.unlessAddOn
  if (unless !== undefined && !ids.includes(unless)) {
    yield { path: ['freeBelow', 'unlessAddOn'], message: says('no_such_add_on') }
  }
}
