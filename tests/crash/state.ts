/** Everything that a database holds, in terms that are the same however often an import was begun again. */
import type { Database, Session } from '#database/database'
import type { Headcount } from '#services/headcount'
import { INSTANTS } from './export-files.ts'

/** By place (an instant and location, or a network and table): what is there. Two states compare as text. */
export type State = Readonly<Record<string, string>>

/** Our own numbers differ after an import that was begun twice; these tables tell whose they are. */
const OWNERS = {
  location: ['locations', 'location_id'],
  customer: ['customers', 'customer_id'],
  payer: ['customers', 'paying_customer_id'],
  team: ['teams', 'team_id'],
} as const
type Owner = keyof typeof OWNERS

const TABLES: Readonly<Record<string, readonly Owner[]>> = {
  locations: [],
  customers: [],
  customer_changes: ['customer'],
  covered_states: ['customer'],
  contracts: ['location', 'customer'],
  paused_periods: [],
  recurring_products: ['location', 'customer'],
  teams: [],
  team_memberships: ['team', 'customer'],
  team_billing: ['team', 'payer'],
  platform_invoices: ['location'],
  external_refs: [],
  facts: ['location', 'customer'],
  ended_facts: ['location', 'customer'],
  location_customers: ['location', 'customer'],
  location_suspensions: ['location', 'customer'],
  team_edges: ['location', 'payer', 'customer', 'team'],
}

export async function readState(database: Database, headcount: Headcount): Promise<State> {
  const state: Record<string, string> = {}
  for (const asOf of INSTANTS) {
    const { locations, distinctCustomers } = await headcount.count({ asOf: new Date(asOf) })
    state[`count ${asOf}`] = String(distinctCustomers)
    for (const { networkId: _, locationId, ...location } of locations)
      state[`count ${asOf} ${location.name}`] = JSON.stringify(location)
  }
  for (const [table, owners] of Object.entries(TABLES)) await addRows(state, database, table, owners)
  const imports = `
    select n.external_id as network, count(i.import_id)::int as rows, n.origin || ' ' || n.name as digest
    from networks n left join imports i on i.network_id = n.network_id
    group by n.external_id, n.origin, n.name`
  await addLines(state, database, 'imports', imports)
  return state
}

function addRows(
  state: Record<string, string>,
  session: Session,
  table: string,
  owners: readonly Owner[],
): Promise<void> {
  const joins = owners.map((owner) => {
    const [of, column] = OWNERS[owner]
    const key = column === 'paying_customer_id' ? 'customer_id' : column
    return `left join ${of} ${owner} on ${owner}.network_id = t.network_id and ${owner}.${key} = t.${column}`
  })
  const names = owners.map((owner) => `${owner}.external_id`)
  // What an import saw itself is numbered after that import.
  const seen = table === 'customer_changes' ? ['greatest(t.ref, -1)'] : []
  const numbers = ['network_id', 'import_id', ...Object.values(OWNERS).map(([, column]) => column)]
  const hidden = table === 'customer_changes' ? [...numbers, 'ref'] : numbers
  return addLines(
    state,
    session,
    table,
    `
    select network, count(*)::int as rows, md5(string_agg(line, ' ' order by line collate "C")) as digest
    from (
      select n.external_id as network,
        concat_ws(' ', to_jsonb(t) - '{${hidden.join(',')}}'::text[], ${[...names, ...seen, "''"].join(', ')}) as line
      from ${table} t
      left join networks n on n.network_id = t.network_id
      ${joins.join('\n')}
    ) told
    group by network`,
  )
}

async function addLines(
  state: Record<string, string>,
  session: Session,
  table: string,
  text: string,
): Promise<void> {
  const rows = await session.query<{ network: string; rows: number; digest: string }>({ text, values: [] })
  for (const { network, rows: count, digest } of rows)
    state[`network ${network} ${table}`] = `${count} rows, ${digest}`
}

/** The places where two states differ, a line each; none when they are the same. */
export function differences(found: State, expected: State): string[] {
  const places = [...new Set([...Object.keys(expected), ...Object.keys(found)])]
  return places
    .filter((place) => found[place] !== expected[place])
    .map((place) => `${place}: ${found[place] ?? 'nothing'} instead of ${expected[place] ?? 'nothing'}`)
}
