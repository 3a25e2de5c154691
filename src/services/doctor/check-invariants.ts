/** What must hold of the data whatever was imported: each check counts the rows that break it. */
import sql, { raw, type Sql } from 'sql-template-tag'
import type { Session } from '#database/database'
import { FACT_KINDS } from '#model/kind'
import { SOURCE_BITS } from '#model/source'
import type { Asker } from '#services/asker'
import { type DerivedTable, LOCATION_SUSPENSIONS, TEAM_EDGES } from '#services/imports/derive'
import { listNetworks } from '#services/networks/find'

export interface Finding {
  /** What does not hold, in a sentence. */
  readonly sentence: string
  readonly rows: number
}

const KINDS = raw(
  `'{${Object.values(FACT_KINDS)
    .flatMap((kinds) => Object.values(kinds))
    .join(',')}}'::int[]`,
)

const CHECKS: readonly { readonly sentence: string; readonly broken: Sql }[] = [
  ...(['facts', 'ended_facts', 'contracts', 'recurring_products'] as const).flatMap((table) => [
    {
      sentence: `Every row of ${table} stands at a location of its network.`,
      broken: sql`
    select count(*)::int as rows from ${raw(table)} here
    where not exists (
      select from locations l where l.network_id = here.network_id and l.location_id = here.location_id
    )`,
    },
    {
      sentence: `The customer of every row of ${table} is listed at its location.`,
      broken: sql`
    select count(*)::int as rows
    from (select distinct network_id, location_id, customer_id from ${raw(table)}) here
    where not exists (
      select from location_customers known
      where known.location_id = here.location_id
        and known.customer_id = here.customer_id
        and known.network_id = here.network_id
        and known.has_records
    )`,
    },
  ]),
  {
    sentence: 'Every customer listed at a location is a customer of its network, under the same name.',
    broken: sql`
    select count(*)::int as rows from location_customers here
    where not exists (
      select from customers c
      where c.network_id = here.network_id and c.customer_id = here.customer_id and c.sort_name = here.sort_name
    )`,
  },
  {
    sentence: 'Every fact is of a kind that this program knows.',
    broken: sql`
    select count(*)::int as rows
    from (select kind from facts union all select kind from ended_facts) f
    where f.kind <> all (${KINDS})`,
  },
  {
    sentence: 'No fact both stands and has ended.',
    broken: sql`
    select count(*)::int as rows from ended_facts ended
    join facts f
      on f.location_id = ended.location_id and f.kind = ended.kind and f.at = ended.at
      and f.ref = ended.ref and f.network_id = ended.network_id`,
  },
  {
    sentence: 'Every booking and every product sale stands once, or has ended once.',
    broken: sql`
    select count(*)::int as rows
    from (
      select from (
        select network_id, kind, ref from facts
        union all
        select network_id, kind, ref from ended_facts
      ) f
      where f.kind & 255 <> ${raw(String(SOURCE_BITS.customer_invoice))}
      group by f.network_id, f.kind & 255, f.ref
      having count(*) > 1
    ) repeated`,
  },
  {
    sentence: 'No fact has a number above the highest that is known of its source.',
    broken: sql`
    select count(*)::int as rows
    from (
      select network_id, kind, ref from facts
      union all
      select network_id, kind, ref from ended_facts
    ) f
    left join highest_refs highest on highest.network_id = f.network_id and highest.source = f.kind & 255
    where f.ref > coalesce(highest.ref, 0)`,
  },
  {
    sentence: 'Every team has exactly one open billing span.',
    broken: sql`
    select count(*)::int as rows from teams t
    where 1 <> (
      select count(*) from team_billing b
      where b.network_id = t.network_id and b.team_id = t.team_id and b.until_at = 'infinity'
    )`,
  },
]

/** @returns one finding for each invariant that does not hold; none when all do */
export async function checkInvariants(session: Session, asker: Asker): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const { sentence, broken } of CHECKS) {
    const [row] = await session.query<{ rows: number }>(broken)
    if (row !== undefined && row.rows > 0) findings.push({ sentence, rows: row.rows })
  }
  for (const { networkId } of await listNetworks(session, asker)) {
    for (const table of [TEAM_EDGES, LOCATION_SUSPENSIONS]) {
      const rows = await differences(session, table, networkId)
      if (rows > 0)
        findings.push({
          sentence: `${table.name} says what the tables behind it say (network ${networkId}).`,
          rows,
        })
    }
  }
  return findings
}

async function differences(session: Session, table: DerivedTable, networkId: number): Promise<number> {
  const columns = raw(table.columns.join(', '))
  const known = sql`select ${columns} from ${raw(table.name)} where network_id = ${networkId}::int`
  const expected = sql`select ${columns} from (${table.expected(networkId)}) derived`
  const [row] = await session.query<{ rows: number }>(sql`
    select count(*)::int as rows
    from (
      (${known} except ${expected})
      union all
      (${expected} except ${known})
    ) different`)
  return row?.rows ?? 0
}
