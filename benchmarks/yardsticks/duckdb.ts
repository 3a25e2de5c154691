/** A columnar engine's answer to the count of all locations: how fast a scan of the same columns can be. */
import { join } from 'node:path'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

const THREADS = '2'

export async function openDuckdb(tables: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: THREADS })
  const connection = await instance.connect()
  const file = (name: string) => join(tables, `${name}.tsv`).replaceAll(`'`, `''`)
  const read = (name: string, columns: Record<string, string>) =>
    `read_csv('${file(name)}', delim = '\t', header = false, nullstr = '\\N', columns = ${JSON.stringify(columns).replaceAll('"', `'`)})`
  const span = { from_at: 'TIMESTAMPTZ', to_at: 'TIMESTAMPTZ' }
  await connection.run(`
    set timezone = 'UTC';
    create table period as
      select location_id, from_at
      from ${read('period', { location_id: 'INT', no: 'INT', ...span })}
      where to_at is null;
    create table activity as
      select made_at, location_id, customer_id, source
      from ${read('activity', { made_at: 'TIMESTAMPTZ', ref: 'BIGINT', location_id: 'INT', customer_id: 'INT', source: 'TINYINT' })};
    create table contract as
      select location_id, customer_id, created_at, coalesce(cancel_at, 'infinity'::timestamptz) as until_at
      from ${read('contract', {
        id: 'INT',
        location_id: 'INT',
        customer_id: 'INT',
        price_cents: 'INT',
        created_at: 'TIMESTAMPTZ',
        start_at: 'TIMESTAMPTZ',
        cancel_at: 'TIMESTAMPTZ',
        paused: 'BOOLEAN',
      })};
    create table suspension as
      select customer_id, location_id, from_at, coalesce(to_at, 'infinity'::timestamptz) as until_at
      from ${read('suspension', { customer_id: 'INT', location_id: 'INT', ...span })};
    create table team_edge as
      select t.payer_id, m.customer_id as member_id
      from ${read('team', { id: 'INT', location_id: 'INT', merged: 'BOOLEAN', payer_id: 'INT' })} t
      join ${read('team_member', { team_id: 'INT', location_id: 'INT', customer_id: 'INT' })} m
        on m.team_id = t.id and m.customer_id <> t.payer_id
      where t.merged;`)
  return connection
}

/** Every location with its count, as of an instant. */
export async function countAll(connection: DuckDBConnection, asOf: Date): Promise<Map<number, number>> {
  const at = `'${asOf.toISOString()}'::timestamptz`
  const reader = await connection.runAndReadAll(`
    with m as (
      select location_id, customer_id, bit_or(source) as mask
      from (
        select a.location_id, a.customer_id, a.source
        from activity a
        join period p on p.location_id = a.location_id and a.made_at >= p.from_at
        where a.made_at < ${at}
        union all
        select location_id, customer_id, 1::tinyint
        from contract
        where until_at > ${at} and created_at <= ${at}
        union all
        select location_id, customer_id, 64::tinyint
        from suspension
        where from_at <= ${at} and until_at > ${at}
      ) f
      group by location_id, customer_id
    ),
    own as (select location_id, customer_id from m where mask & 30 <> 0 or mask = 1),
    active as (
      select location_id, customer_id from own
      union
      select own.location_id, e.member_id
      from team_edge e
      join own on own.customer_id = e.payer_id
    )
    select location_id, count(*)::int as n from active group by location_id`)
  return new Map(reader.getRows().map(([location, count]) => [Number(location), Number(count)]))
}
