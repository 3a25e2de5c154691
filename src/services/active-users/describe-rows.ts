/** What a page of active users tells of each beside his sources, asked for those on the page alone. */
import { sourcesAmongStatement, statesStatement, teamNamesStatement } from '#counting/row-details'
import { beyondDispute, nothingButDisputable, type RuleSet } from '#counting/rules'
import type { Scope } from '#counting/scope'
import type { Session } from '#database/database'
import type { ActiveUser } from '#model/active-user'
import { SOURCE_BITS } from '#model/source'

export type RowDetails = Pick<ActiveUser, 'kind' | 'isSuspended' | 'isArchived' | 'isDisputable' | 'teams'>

interface StateRow {
  customer_id: number
  is_member: boolean
  is_suspended: boolean
  is_archived: boolean
}

/** Rows of a list: whose they are, and the bits of their sources. */
export interface RowToDescribe {
  readonly customer_id: number
  readonly mask: number
}

type LocationScope = Scope & { readonly networkId: number; readonly locationId: number }

/** @returns the details of each row, by customer */
export async function describeRows(
  session: Session,
  scope: LocationScope,
  ruleSet: RuleSet,
  rows: readonly RowToDescribe[],
): Promise<ReadonlyMap<number, RowDetails>> {
  if (rows.length === 0) return new Map()
  const ids = rows.map((row) => row.customer_id)
  const states = await session.query<StateRow>(statesStatement(scope, ids))
  const teams = await teamsOf(session, scope, ruleSet, rows)
  const disputable = await disputableAmong(session, scope, ruleSet, ids)
  return new Map(
    states.map((state) => [
      state.customer_id,
      {
        kind: state.is_member ? 'member' : 'contact',
        isSuspended: state.is_suspended,
        isArchived: state.is_archived,
        isDisputable: disputable.has(state.customer_id),
        teams: teams.get(state.customer_id) ?? [],
      },
    ]),
  )
}

async function teamsOf(
  session: Session,
  scope: LocationScope,
  ruleSet: RuleSet,
  rows: readonly RowToDescribe[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const ids = rows.filter(({ mask }) => (mask & SOURCE_BITS.team) > 0).map((row) => row.customer_id)
  if (ids.length === 0) return new Map()
  const found = await session.query<{ customer_id: number; teams: string[] }>(
    teamNamesStatement(scope, ruleSet, ids),
  )
  return new Map(found.map((row) => [row.customer_id, row.teams]))
}

/** Few have any disputable evidence: only of these it is asked whether they count without it. */
async function disputableAmong(
  session: Session,
  scope: LocationScope,
  ruleSet: RuleSet,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const touched = await countingAmong(session, scope, nothingButDisputable(ruleSet), ids)
  if (touched.length === 0) return new Set()
  const firm = new Set(await countingAmong(session, scope, beyondDispute(ruleSet), touched))
  return new Set(touched.filter((id) => !firm.has(id)))
}

async function countingAmong(
  session: Session,
  scope: LocationScope,
  ruleSet: RuleSet,
  ids: readonly number[],
): Promise<readonly number[]> {
  const rows = await session.query<{ customer_id: number }>(sourcesAmongStatement(scope, ruleSet, ids))
  return rows.map((row) => row.customer_id)
}
