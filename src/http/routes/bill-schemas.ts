/** What bills and their audits look like in answers. */
import { z } from 'zod'
import { BILL_VERDICTS } from '#billing/bill-money'
import { PricePlan } from '#billing/price-plan'
import { COUNTED_REASONS, NOT_COUNTED_REASONS } from '#counting/bill-reasons'
import { AddOnUnits, Charge } from '#http/routes/charge-schemas'
import { BySource, Instant, listOf } from '#http/schemas'
import { PLAN_ORIGINS } from '#services/bills/tariffs'
import { UNCERTAINTIES } from '#services/bills/uncertainties'

const Minor = z.int().nullable()
const BillReason = z.enum([...NOT_COUNTED_REASONS, ...COUNTED_REASONS]).meta({ id: 'BillReason' })
const PlanOrigin = z
  .enum(PLAN_ORIGINS)
  .describe('Given with the question, assigned to the location, or inferred from its bills.')

const Bill = z
  .object({
    networkId: z.int(),
    externalId: z.string(),
    number: z.string().nullable(),
    location: z.object({
      locationId: z.int(),
      externalId: z.string(),
      name: z.string(),
      timeZone: z.string(),
    }),
    cutOffAt: Instant,
    periodFrom: Instant.nullable(),
    periodUntil: Instant.nullable(),
    description: z.string().nullable(),
    billedCount: z.int().nullable().describe('Active users that the bill names.'),
    currency: z.string().nullable(),
    digits: z.int().describe('Decimals of the currency.'),
    subscriptionMinor: Minor.describe('What is asked before discount and tax; whole minor units.'),
    discountMinor: Minor,
    taxMinor: Minor,
    totalMinor: Minor,
  })
  .meta({ id: 'Bill', description: 'The platform’s own invoice to a location, as it was read.' })

const JUDGED = {
  counted: z.int().describe('Headcount’s count of the window that the bill closes.'),
  billed: z.object({
    count: z.int().nullable(),
    from: z.enum(['description', 'amount']).nullable().describe('Where the number was found.'),
    possible: z
      .object({ least: z.int(), most: z.int(), numbers: z.int() })
      .nullable()
      .describe('Every number that makes the amount, where it was found by that.'),
  }),
  difference: z.int().nullable().describe('Billed less counted.'),
  verdict: z.enum(BILL_VERDICTS),
  money: z
    .object({
      billedMinor: z.int().describe('Before discount and tax.'),
      countedMinor: z.int().describe('What the price plan makes of the count.'),
      peopleMinor: Minor.describe('What the difference in people makes.'),
      priceMinor: Minor.describe('What is asked beside the price plan for the billed number.'),
      differenceMinor: z.int().describe('Billed less counted.'),
      besideMinor: Minor.describe(
        'What the bill asks beside its subscription before discount and tax, such as add-ons, which no active users explain.',
      ),
      withDiscountAndTaxMinor: Minor.describe(
        'The same in proportion after the discount and the tax of the bill.',
      ),
    })
    .nullable(),
}

export const BillPage = z.object({
  total: z.int(),
  items: listOf(
    z.object({ bill: Bill, planOrigin: PlanOrigin, ...JUDGED }).meta({ id: 'BillListed' }),
  ).describe('The newest first.'),
  nextOffset: z.int().nullable(),
})

const Limits = z.object({ least: z.int(), most: z.int().nullable() })

export const InferredPricePlan = z
  .object({
    state: z.enum(['determined', 'undetermined', 'contradictory']),
    plan: PricePlan.nullable().describe(
      'Makes exactly the amounts of the bills that fit; null unless determined.',
    ),
    from: z.int().nullable().describe('The fewest active users among the bills that fit.'),
    until: z.int().nullable().describe('The most.'),
    pricedFrom: z.int().nullable().describe('Fewer active users have no known price.'),
    unitPriceMinor: Limits.nullable(),
    includedActiveUsers: Limits.nullable(),
    fitting: listOf(z.string()).describe('Bills that the plan makes to the minor unit.'),
    others: listOf(z.string()),
    currency: z.string(),
    digits: z.int(),
    basis: z.enum(['billed', 'counted']).describe('Whose numbers were taken.'),
    sentences: listOf(z.string()),
  })
  .meta({ id: 'InferredPricePlan' })

const PersonTold = z.object({
  customerId: z.int(),
  externalId: z.string(),
  name: z.string(),
  reason: BillReason,
  sentence: z.string().describe('What decided.'),
})

const ComparedPerson = z
  .object({
    customerId: z.int().nullable().describe('Null for a row of nobody who is known here.'),
    externalId: z.string().nullable(),
    name: z.string(),
    line: z.int().nullable().describe('Of the platform’s list; null for who is not on it.'),
    reason: BillReason,
    sentence: z.string(),
  })
  .meta({ id: 'ComparedPerson' })

export const BillAudit = z
  .object({
    bill: Bill,
    ruleSet: z.string(),
    windowFrom: Instant,
    ...JUDGED,
    bySource: BySource,
    sentence: z.string(),
    pricePlan: z.object({
      origin: PlanOrigin,
      plan: PricePlan.nullable(),
      addOns: AddOnUnits,
      inferred: InferredPricePlan.nullable(),
      isOtherCurrency: z.boolean(),
    }),
    charge: Charge.nullable().describe('What the price plan makes of the count.'),
    candidates: listOf(
      z
        .object({
          reason: BillReason,
          isCounted: z.boolean(),
          isExact: z.boolean().describe('As many as the difference, on the side that explains it.'),
          count: z.int(),
          people: listOf(PersonTold),
        })
        .meta({ id: 'CandidateGroup' }),
    ).describe('Whom the difference may consist of; those as many as the difference first.'),
    candidatesAreCut: z.boolean(),
    comparison: z
      .object({
        rows: z.int(),
        both: z.int(),
        listedAlone: listOf(ComparedPerson).describe('Billed though they do not count.'),
        countedAlone: listOf(ComparedPerson).describe('Counted though they are not on the list.'),
        repeated: listOf(z.object({ line: z.int(), name: z.string() })),
      })
      .nullable()
      .describe('With the platform’s list; null where none was given.'),
    history: z.object({
      firstReadAt: Instant.nullable(),
      lastReadAt: Instant.nullable(),
      statesKnownFrom: Instant.nullable(),
    }),
    uncertainties: listOf(
      z.object({
        code: z.enum(UNCERTAINTIES),
        sentence: z.string(),
        people: z.int().nullable().describe('How many the answer could differ by.'),
      }),
    ),
  })
  .meta({ id: 'BillAudit' })

const amounts = { networkId: true, periodFrom: true, periodUntil: true, location: true } as const

export const BillProof = z
  .object({
    format: z.string(),
    exportedAt: Instant,
    bill: Bill.omit(amounts).extend({
      location: z.object({ name: z.string(), externalId: z.string(), timeZone: z.string() }),
    }),
    windowFrom: Instant,
    ruleSet: z.object({ id: z.string(), kinds: listOf(z.looseObject({})) }),
    counted: z.int(),
    bySource: BySource,
    difference: z.int().nullable(),
    verdict: z.string(),
    differenceMinor: Minor,
    sentence: z.string(),
    uncertainties: listOf(z.string()),
    pricePlan: z.object({
      origin: z.string(),
      plan: PricePlan.nullable(),
      addOns: AddOnUnits,
      pricedFrom: z.int(),
    }),
    comparison: z.looseObject({}).nullable(),
    candidates: listOf(z.looseObject({})),
    list: z.object({
      customers: listOf(z.int()),
      masks: listOf(z.int()),
      evidenceCustomers: listOf(z.int()),
      evidenceKinds: listOf(z.int()),
      evidenceRefs: listOf(z.int()),
      evidenceMs: listOf(z.int().nullable()),
    }),
    listHash: z.string(),
    customers: listOf(z.object({ externalId: z.string(), name: z.string() })),
    records: listOf(z.string()),
    hash: z.string(),
    publicKey: z.string(),
    signature: z.string(),
  })
  .meta({ id: 'BillProof' })

export const AuditQuestion = z
  .strictObject({
    plan: PricePlan.optional().describe(
      'What is paid by; default the plan assigned to the location, else what its bills tell of it.',
    ),
    addOns: AddOnUnits.optional(),
    platformList: z
      .string()
      .max(2_000_000)
      .optional()
      .describe('The platform’s list of people: a line each with an id, an e-mail or a name, or a CSV.'),
  })
  .meta({ id: 'AuditQuestion' })
