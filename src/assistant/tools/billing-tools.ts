/** Prices, platform invoices, why they differ, and what comes next. */
import { z } from 'zod'
import { InvoiceNumber, Location, Names, Network, Rows } from '#assistant/tools/inputs'
import { type Tool, tool } from '#assistant/tools/tool'
import { HeadcountError } from '#errors'
import { AskedInstant } from '#lib/asked-instant'
import { given } from '#lib/given'
import { LARGEST_INT } from '#lib/largest-int'
import type { Headcount } from '#services/headcount'

const INVOICE = { network: Network, number: InvoiceNumber } as const

export const BILLING_TOOLS: readonly Tool[] = [
  tool({
    name: 'list_platform_invoices',
    title: 'List platform invoices',
    description:
      'Platform invoices and credit notes of a network or a location that were issued here, the newest first.',
    input: z.strictObject({
      network: Network,
      location: Location.optional(),
      before: InvoiceNumber.optional().describe('Numbers below this one.'),
      limit: Rows,
    }),
    run: (verbs, { network, ...input }) => verbs.listPlatformInvoices({ network, ...given(input) }),
  }),
  tool({
    name: 'get_platform_invoice',
    title: 'A platform invoice',
    description:
      'A platform invoice with its lines, its price plan, its credit notes, and its void if it is.',
    input: z.strictObject(INVOICE),
    run: (verbs, key) => verbs.getPlatformInvoice(key),
  }),
  tool({
    name: 'list_invoiced_users',
    title: 'Who was counted on a platform invoice',
    description: 'The list that was frozen with a platform invoice, with sources and evidence.',
    input: z.strictObject({ ...INVOICE, limit: Rows, offset: z.int().min(0).max(LARGEST_INT).optional() }),
    run: (verbs, { network, number, ...input }) =>
      verbs.listInvoicedUsers({ network, number, ...given(input) }),
  }),
  tool({
    name: 'reconcile_platform_invoice',
    title: 'Why a platform invoice differs',
    description:
      'Why a platform invoice differs from the count of now, of an instant (`asOf`) or from another invoice of the location (`against`): one reason for each customer, in people and money.',
    input: z.strictObject({
      ...INVOICE,
      asOf: AskedInstant.optional(),
      against: InvoiceNumber.optional().describe('Another invoice of the same location.'),
    }),
    run: (verbs, { network, number, ...input }) =>
      verbs.reconcilePlatformInvoice({ network, number, ...given(input) }),
  }),
  tool({
    name: 'list_adjustments',
    title: 'Adjustments of a platform invoice',
    description: 'Who would have been added to a platform invoice, or taken off, by today’s records.',
    input: z.strictObject(INVOICE),
    run: (verbs, key) => verbs.listAdjustments(key),
  }),
  tool({
    name: 'list_bills',
    title: 'List the platform’s bills',
    description:
      'The platform’s own invoices to a network or a location, each with its number and amount, the count at its cut-off, the difference and a verdict.',
    input: z.strictObject({
      network: Network,
      location: Location.optional(),
      limit: z.int().min(1).max(100).optional(),
    }),
    run: (verbs, { network, ...input }) => verbs.listBills({ network, ...given(input) }),
  }),
  tool({
    name: 'audit_bill',
    title: 'Audit a bill of the platform',
    description:
      'One bill of the platform beside the count at its cut-off, in people and money, whom the difference may consist of, and what is uncertain. With `platformList`, exactly who is on one side alone.',
    input: z.strictObject({
      network: Network,
      bill: z.string().min(1).max(200).describe('Its number or external id.'),
      platformList: z.string().max(100_000).optional().describe('A line each: id, e-mail or name; or a CSV.'),
    }),
    run: (verbs, { network, bill, ...input }) => verbs.auditBill({ network, bill, ...given(input) }),
  }),
  tool({
    name: 'forecast_platform_invoice',
    title: 'The next platform invoice',
    description:
      'The next platform invoice of a location as things stand, or with something changed: who is suspended, which contracts are cancelled, who leaves the teams. Nothing is kept.',
    input: z.strictObject({
      location: Location,
      network: Network.optional(),
      suspend: Names.optional().describe('Customers who are suspended.'),
      cancelContracts: Names.optional().describe('Contracts that are cancelled, by external id.'),
      leaveTeams: Names.optional().describe('Customers who leave all their teams.'),
    }),
    run: (verbs, { location, network, ...changes }) => {
      const suppose = given(changes)
      return verbs.forecastPlatformInvoice({
        location,
        ...given({ network, suppose: Object.keys(suppose).length === 0 ? undefined : suppose }),
      })
    },
  }),
  tool({
    name: 'get_location_billing',
    title: 'How a location is billed',
    description: 'The billing anchor, the next cut-off and the price plan of a location.',
    input: z.strictObject({ location: Location, network: Network.optional() }),
    run: (verbs, { location, network }) => verbs.getLocationBilling({ location, ...given({ network }) }),
  }),
  tool({
    name: 'price_active_users',
    title: 'What a number of active users costs',
    description: 'What a number of active users would cost under the price plan that a location has now.',
    input: z.strictObject({
      location: Location,
      network: Network.optional(),
      count: z.int().min(0).max(10_000_000),
    }),
    run: priceAt,
  }),
  tool({
    name: 'list_price_plans',
    title: 'List price plans',
    description: 'The price plans that you may see, with the version that holds now.',
    input: z.strictObject({}),
    run: async (verbs) => ({ pricePlans: await verbs.listPricePlans() }),
  }),
  tool({
    name: 'verify_platform_invoices',
    title: 'Verify platform invoices',
    description: 'Checks that every platform invoice and its list are as they were issued.',
    input: z.strictObject({}),
    run: (verbs) => verbs.verifyPlatformInvoices(),
  }),
]

interface PriceAsked {
  readonly location: string
  readonly network?: string | undefined
  readonly count: number
}

async function priceAt(verbs: Headcount, { location, network, count }: PriceAsked) {
  const billing = await verbs.getLocationBilling({ location, ...given({ network }) })
  if (billing.current === null) {
    throw new HeadcountError('PRICE_PLAN_NOT_FOUND', `${billing.location.name} has no price plan now.`)
  }
  const { version, addOns } = billing.current
  const { charge } = await verbs.previewPrice({ plan: version.plan, count, addOns })
  return { location: billing.location, count, pricePlan: version.plan.name, charge }
}
