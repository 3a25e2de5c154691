/** What a page of active users tells of each beside his sources, asked for those on the page alone. */
import { rowDetailsStatement } from '#counting/row-details'
import type { RuleSet } from '#counting/rules'
import type { Scope } from '#counting/scope'
import type { Session } from '#database/database'
import type { ActiveUser } from '#model/active-user'

export type RowDetails = Pick<
  ActiveUser,
  'kind' | 'isSuspended' | 'isArchived' | 'isDisputable' | 'teams' | 'firstEvidenceAt'
>

interface DetailsRow {
  customer_id: number
  since: Date
  is_member: boolean
  is_suspended: boolean
  is_archived: boolean
  is_disputable: boolean
  teams: string[]
}

/** @returns the details of each customer who counts at the location, by customer */
export async function describeRows(
  session: Session,
  scope: Scope & { readonly networkId: number; readonly locationId: number },
  ruleSet: RuleSet,
  customerIds: readonly number[],
): Promise<ReadonlyMap<number, RowDetails>> {
  if (customerIds.length === 0) return new Map()
  const rows = await session.query<DetailsRow>(rowDetailsStatement(scope, ruleSet, customerIds))
  return new Map(
    rows.map((row) => [
      row.customer_id,
      {
        kind: row.is_member ? 'member' : 'contact',
        isSuspended: row.is_suspended,
        isArchived: row.is_archived,
        isDisputable: row.is_disputable,
        teams: row.teams,
        firstEvidenceAt: row.since.toISOString(),
      },
    ]),
  )
}
