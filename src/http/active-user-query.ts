/** The filters of a list of active users, the same for a page and for a file. */
import { z } from 'zod'
import { ORDERS, SORTS } from '#counting/list'
import { AsOf, CutOff, Flag, Named, Source, several } from '#http/schemas'
import { given } from '#lib/given'
import { CUSTOMER_KINDS } from '#model/active-user'
import type { ListOptions } from '#services/active-users/list'

export const ActiveUserQuery = AsOf.extend({
  cut_off: CutOff.optional(),
  network: Named.optional(),
  source: several(Source).optional().describe('Only customers with at least one of these sources.'),
  only: Flag.optional().describe('Only customers with exactly one source: whichever, or one of those given.'),
  search: z.string().max(200).optional().describe('Part of a name, e-mail or company.'),
  kind: z
    .enum(CUSTOMER_KINDS)
    .optional()
    .describe('Members have a contract at the location that stands at the instant, contacts have none.'),
  suspended: Flag.optional().describe('Whether they are suspended at the instant.'),
  archived: Flag.optional().describe('Whether they are archived at the instant.'),
  disputable: Flag.optional().describe('Whether they count by nothing but disputable evidence.'),
  sort: z.enum(SORTS).optional(),
  order: z.enum(ORDERS).optional().describe('Default asc; desc is the very reverse.'),
})

/** The filters as the verb is given them. */
export function filtersOf(query: z.infer<typeof ActiveUserQuery>): Omit<ListOptions, 'location'> {
  const { as_of: asOf, cut_off: cutOff, source: sources, suspended, archived, disputable, ...others } = query
  return given({
    ...{ network: others.network, search: others.search, kind: others.kind },
    ...{ only: others.only, sort: others.sort, order: others.order, asOf, cutOff, sources },
    ...{ isSuspended: suspended, isArchived: archived, isDisputable: disputable },
  })
}
