/** Networks, locations and customers. */
import { z } from 'zod'
import { AsOf, Location, Network, Rows } from '#assistant/tools/inputs'
import { type Tool, tool } from '#assistant/tools/tool'
import { given } from '#lib/given'
import { LARGEST_INT } from '#lib/largest-int'

export const RECORD_TOOLS: readonly Tool[] = [
  tool({
    name: 'list_networks',
    title: 'List networks',
    description: 'The networks that you may see.',
    input: z.strictObject({}),
    run: async (verbs) => ({ networks: await verbs.networks() }),
  }),
  tool({
    name: 'list_locations',
    title: 'List locations',
    description: 'The locations of a network with their time zones and currencies.',
    input: z.strictObject({ network: Network, limit: Rows, cursor: z.string().max(4000).optional() }),
    run: (verbs, input) => verbs.listLocations(input),
  }),
  tool({
    name: 'get_network_overview',
    title: 'A network at a glance',
    description:
      'Each location of a network with its count, its last platform invoice and the change since, the next cut-off, and the counts of the last twelve months.',
    input: z.strictObject({ network: Network, asOf: AsOf }),
    run: (verbs, { network, ...input }) => verbs.overview({ network, ...given(input) }),
  }),
  tool({
    name: 'find_customers',
    title: 'Find customers',
    description: 'Customers of a network whose name, e-mail or company contains a text.',
    input: z.strictObject({
      network: Network,
      search: z.string().max(200).describe('Part of a name, e-mail or company.'),
      location: Location.optional(),
      limit: Rows,
    }),
    run: (verbs, { network, ...input }) => verbs.listCustomers({ network, ...given(input) }),
  }),
  tool({
    name: 'get_customer',
    title: 'Everything known of a customer',
    description:
      'Where a customer counts and by which sources, with his contracts, bookings, customer invoices, recurring products, teams and suspensions.',
    input: z.strictObject({
      network: Network,
      customerId: z.int().min(1).max(LARGEST_INT).describe('Our id (find_customers has it).'),
      asOf: AsOf,
    }),
    run: (verbs, { network, customerId, asOf }) =>
      verbs.customerProfile({ network, key: { id: customerId }, asOf }),
  }),
]
