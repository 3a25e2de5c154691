/** Counting, listing and explaining. */
import { z } from 'zod'
import { AsOf, Customer, Location, Network, Rows } from '#assistant/tools/inputs'
import { type Tool, tool } from '#assistant/tools/tool'
import { given } from '#lib/given'
import { CUSTOMER_KINDS } from '#model/active-user'
import { SOURCES } from '#model/source'

export const COUNT_TOOLS: readonly Tool[] = [
  tool({
    name: 'count_active_users',
    title: 'Count active users',
    description:
      'How many active users each location has at an instant, by source, and how many different customers they are. Names the locations.',
    input: z.strictObject({ network: Network.optional(), location: Location.optional(), asOf: AsOf }),
    run: (verbs, input) => verbs.count(given(input)),
  }),
  tool({
    name: 'list_active_users',
    title: 'List active users',
    description:
      'The active users of one location with their sources. With `only`, those who have exactly one source: whichever, or one of `sources`.',
    input: z.strictObject({
      location: Location,
      network: Network.optional(),
      sources: z.array(z.enum(SOURCES)).max(SOURCES.length).optional(),
      only: z.boolean().optional(),
      search: z.string().max(200).optional().describe('Part of a name, e-mail or company.'),
      kind: z.enum(CUSTOMER_KINDS).optional().describe('Members have a contract there, contacts have none.'),
      isSuspended: z.boolean().optional(),
      isArchived: z.boolean().optional(),
      isDisputable: z.boolean().optional().describe('Counts by nothing but disputable evidence.'),
      asOf: AsOf,
      limit: Rows,
      cursor: z.string().max(4000).optional().describe('The nextCursor of the page before.'),
    }),
    run: (verbs, { location, ...input }) => verbs.list({ location, ...given(input) }),
  }),
  tool({
    name: 'explain_active_user',
    title: 'Explain why somebody counts',
    description:
      'Why a customer is, or is not, an active user of a location: every record that speaks for or against, and what would change the answer.',
    input: z.strictObject({
      customer: Customer,
      location: Location,
      network: Network.optional(),
      asOf: AsOf,
    }),
    run: (verbs, { customer, location, ...input }) => verbs.explain({ customer, location, ...given(input) }),
  }),
  tool({
    name: 'history_of_active_users',
    title: 'Active users month by month',
    description: 'Active users of a network, or of one location, at the end of each of the last months.',
    input: z.strictObject({
      network: Network,
      location: Location.optional(),
      months: z.int().min(1).max(36).optional(),
      asOf: AsOf,
    }),
    run: (verbs, { network, ...input }) => verbs.history({ network, ...given(input) }),
  }),
  tool({
    name: 'get_rules',
    title: 'The rules',
    description: 'The rule set: the five sources, their rules, and which kinds of evidence count.',
    input: z.strictObject({}),
    run: async (verbs) => verbs.rules(),
  }),
]
