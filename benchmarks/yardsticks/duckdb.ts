/** A columnar engine's answer to the count of all locations: how fast a scan of the same columns can be. */
import { createWriteStream, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { to as copyTo } from 'pg-copy-streams'
import { countingFactKinds, DEFAULT_RULE_SET } from '#counting/rules'
import { SOURCE_BITS, SUSPENDED_BIT } from '#model/source'
import { type Bench, withClients } from '../support/bench.ts'

const THREADS = '2'

const SPAN = { from_at: 'TIMESTAMPTZ', until_at: 'TIMESTAMPTZ' }
const WHOSE = { location_id: 'INT', customer_id: 'INT' }

/** What a count of ours reads, and no more of it. */
const COLUMNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  locations: { location_id: 'INT', created_at: 'TIMESTAMPTZ' },
  platform_invoices: { location_id: 'INT', cut_off_at: 'TIMESTAMPTZ' },
  contracts: { ...WHOSE, ...SPAN },
  facts: { ...WHOSE, at: 'TIMESTAMPTZ', kind: 'INT' },
  ended_facts: { ...WHOSE, at: 'TIMESTAMPTZ', kind: 'INT', ended_at: 'TIMESTAMPTZ' },
  recurring_products: {
    ...WHOSE,
    renews_from: 'TIMESTAMPTZ',
    renews_until: 'TIMESTAMPTZ',
    ended_at: 'TIMESTAMPTZ',
    base: 'TIMESTAMP',
    step_months: 'INT',
    step_days: 'INT',
    days_before: 'INT',
    step_seconds: 'DOUBLE',
  },
  location_suspensions: { ...WHOSE, ...SPAN },
  team_edges: { location_id: 'INT', paying_customer_id: 'INT', customer_id: 'INT', ...SPAN },
}

/** Holds these columns of Headcount's own tables, in the order in which they stand there. */
export async function openDuckdb({ headcount, scratch }: Bench): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: THREADS })
  const connection = await instance.connect()
  await connection.run(`set timezone = 'UTC'`)
  await withClients([headcount], async ([client]) => {
    for (const [table, columns] of Object.entries(COLUMNS)) {
      const file = join(scratch, `${table}.tsv`)
      const names = Object.keys(columns).join(', ')
      await pipeline(
        client.query(copyTo(`copy (select ${names} from ${table}) to stdout`)),
        createWriteStream(file),
      )
      await connection.run(`create table ${table} as select * from ${csv(file, columns)}`)
      rmSync(file)
    }
  })
  return connection
}

function csv(file: string, columns: Readonly<Record<string, string>>): string {
  const types = JSON.stringify(columns).replaceAll('"', `'`)
  return `read_csv('${file.replaceAll(`'`, `''`)}', delim = '\t', header = false, auto_detect = false, nullstr = '\\N', columns = ${types})`
}

const { team, ...OWN } = SOURCE_BITS
const OWN_BITS = Object.values(OWN).reduce((bits, bit) => bits | bit, 0)

/** Every location with its active users and how many have each source, by the same rules as ours. */
export async function countAll(connection: DuckDBConnection, asOf: Date): Promise<Record<string, number>[]> {
  const at = `'${asOf.toISOString()}'::timestamptz`
  const kinds = countingFactKinds(DEFAULT_RULE_SET).join(', ')
  const occurrence = (n: string) =>
    `base + to_months(${n} * step_months) + to_days(${n} * step_days - days_before)`
  const perSource = Object.entries(SOURCE_BITS).map(
    ([source, bit]) => `(count(*) filter (mask & ${bit} > 0))::int as ${source}`,
  )
  const reader = await connection.runAndReadAll(`
    with windows as (
      select l.location_id, coalesce(max(i.cut_off_at), any_value(l.created_at)) as window_from
      from locations l
      left join platform_invoices i on i.location_id = l.location_id and i.cut_off_at <= ${at}
      group by l.location_id
    ),
    plans as (
      select
        r.*, w.window_from,
        greatest(0, round((epoch(w.window_from) - epoch(r.base)) / r.step_seconds))::int as n
      from recurring_products r
      join windows w on w.location_id = r.location_id
      where r.ended_at > ${at} and r.renews_until > w.window_from and r.renews_from < ${at}
    ),
    renewals as (
      select
        location_id, customer_id, renews_until,
        (case
          when ${occurrence('n')} >= window_from::timestamp then ${occurrence('n')} else ${occurrence('(n + 1)')}
        end)::timestamptz as renewal_at
      from plans
    ),
    found as (
      select location_id, customer_id, bit_or(bit) as mask
      from (
        select location_id, customer_id, ${SOURCE_BITS.contract} as bit
        from contracts
        where until_at > ${at} and from_at <= ${at}
        union all
        select f.location_id, f.customer_id, f.kind
        from facts f
        join windows w on w.location_id = f.location_id and f.at >= w.window_from
        where f.at < ${at} and f.kind in (${kinds})
        union all
        select f.location_id, f.customer_id, f.kind
        from ended_facts f
        join windows w on w.location_id = f.location_id and f.at >= w.window_from
        where f.at < ${at} and f.ended_at > ${at} and f.kind in (${kinds})
        union all
        select location_id, customer_id, ${SOURCE_BITS.recurring_product}
        from renewals
        where renewal_at < least(${at}, renews_until)
        union all
        select location_id, customer_id, ${SUSPENDED_BIT}
        from location_suspensions
        where from_at <= ${at} and until_at > ${at}
      ) evidence
      group by location_id, customer_id
    ),
    own as (
      select location_id, customer_id, mask
      from (
        select
          location_id, customer_id,
          mask & case when mask & ${SUSPENDED_BIT} = 0 then ${OWN_BITS} else ${OWN_BITS & ~OWN.contract} end as mask
        from found
      ) audible
      where mask > 0
    ),
    active as (
      select location_id, customer_id, bit_or(mask) as mask
      from (
        select location_id, customer_id, mask from own
        union all
        select e.location_id, e.customer_id, ${team}
        from team_edges e
        join own on own.location_id = e.location_id and own.customer_id = e.paying_customer_id
        where e.from_at <= ${at} and e.until_at > ${at}
      ) found
      group by location_id, customer_id
    )
    select location_id, count(*)::int as active_users, ${perSource.join(', ')} from active group by location_id`)
  return reader.getRowObjects() as Record<string, number>[]
}
