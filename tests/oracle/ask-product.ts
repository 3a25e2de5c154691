// Asks the product, in the oracle’s words.
import type { RuleSet } from '#counting/rules'
import type { ActiveUser } from '#model/active-user'
import type { Source } from '#model/source'
import { countActiveUsers } from '#services/active-users/count'
import { listActiveUsers } from '#services/active-users/list'
import type { Context } from '#services/context'
import type { Count } from './oracle.ts'

export interface Asked {
  readonly network: string
  readonly asOf: Date
  readonly ruleSet?: RuleSet
}

/** The product's count and lists, in the oracle's words. */
export async function countedByProduct(context: Context, asked: Asked): Promise<Count> {
  const count = await countActiveUsers(context, asked)
  const locations = await Promise.all(
    count.locations.map(async (location) => {
      const users = await listAll(context, { ...asked, location: location.externalId })
      return {
        location: Number(location.externalId),
        windowStart: location.windowFrom,
        count: location.count,
        bySource: location.bySource,
        users: users
          .map(({ externalId, sources }) => ({ customer: Number(externalId), sources: [...sources] }))
          .sort((a, b) => a.customer - b.customer),
      }
    }),
  )
  locations.sort((a, b) => a.location - b.location)
  return { locations, distinctCustomers: count.distinctCustomers }
}

/** The active users of a location in one page, by name. */
export async function listAll(
  context: Context,
  asked: Asked & { readonly location: string; readonly sources?: readonly Source[] },
): Promise<readonly ActiveUser[]> {
  const page = await listActiveUsers(context, { ...asked, limit: 1000 })
  if (page.total !== page.activeUsers.length || page.nextCursor !== null)
    throw new Error('the list is not whole')
  return page.activeUsers
}

/** A rule set like another, in which more kinds do not count; kinds are named as 'source.kind'. */
export function ruleSetWithout(ruleSet: RuleSet, id: string, notCounting: readonly string[]): RuleSet {
  const kinds = ruleSet.kinds.map((rule) =>
    notCounting.includes(`${rule.source}.${rule.kind}`) ? { ...rule, counts: false } : rule,
  )
  return { ...ruleSet, id, kinds }
}
