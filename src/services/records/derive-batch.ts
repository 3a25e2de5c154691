/** The derived tables after a batch: brought up to date for those whom it touched, and for nobody else. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import {
  LOCATION_SUSPENSIONS,
  meetCustomers,
  meetTeamMembers,
  refreshAmong,
  renameCustomers,
  TEAM_EDGES,
} from '#services/imports/derive'

/** By our ids. */
export interface Touched {
  /** Customers whose name or state may have changed. */
  readonly customers: readonly number[]
  readonly teams: readonly number[]
}

export async function refreshTouched(session: Session, networkId: number, touched: Touched): Promise<void> {
  const met = await session.query<{ customer_id: number }>(
    sql`${meetCustomers(networkId)} returning known.customer_id`,
  )
  const metCustomers = met.map((row) => row.customer_id)
  if (touched.customers.length > 0) {
    await session.query(renameCustomers(networkId, sql`select unnest(${touched.customers}::int[])`))
  }
  const teams = [...touched.teams, ...(await teamsPaidBy(session, networkId, metCustomers))]
  const listed = teams.length === 0 ? [] : await refreshTeams(session, networkId, teams)
  const customers = [...new Set([...touched.customers, ...metCustomers, ...listed])]
  if (customers.length > 0) await refreshAmong(session, LOCATION_SUSPENSIONS, networkId, customers)
}

/** A paying customer who has come to a location brings his team there. */
async function teamsPaidBy(
  session: Session,
  networkId: number,
  customers: readonly number[],
): Promise<number[]> {
  if (customers.length === 0) return []
  const rows = await session.query<{ team_id: number }>(sql`
    select distinct team_id
    from team_billing
    where network_id = ${networkId}::int
      and paying_customer_id = any (${customers}::int[])`)
  return rows.map((row) => row.team_id)
}

/** @returns members who are listed at a location for the first time */
async function refreshTeams(
  session: Session,
  networkId: number,
  teams: readonly number[],
): Promise<number[]> {
  await refreshAmong(session, TEAM_EDGES, networkId, teams)
  const rows = await session.query<{ customer_id: number }>(
    sql`${meetTeamMembers(networkId, sql`select unnest(${teams}::int[])`)} returning customer_id`,
  )
  return rows.map((row) => row.customer_id)
}
