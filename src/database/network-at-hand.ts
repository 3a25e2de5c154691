/**
 * Changes of a network's records on a cluster (Citus). Merging joins what was read with what is known in
 * ways that a cluster does not plan over several nodes. So the records of the one network are brought to
 * the coordinator, as temporary tables of the same names, which every statement of the connection then
 * means; and what has become of them is taken back, row by row that differs.
 */
import sql, { join, raw, type Sql } from 'sql-template-tag'
import { RECORD_TABLES } from '#database/cluster-tables'
import type { EngineName, Session } from '#database/database'
import { ENGINE_TRAITS } from '#database/engines'

interface Table {
  readonly name: string
  readonly columns: readonly string[]
  /** With their types, such as `at timestamp with time zone`. */
  readonly key: readonly { readonly name: string; readonly type: string }[]
}

export interface AtHand {
  readonly networkId: number
  /** External ids of the records whose facts are looked at; absent: all facts are. */
  readonly factsOf?: readonly string[] | undefined
}

/**
 * Runs `work` with the records of a network at hand, within an open transaction. Elsewhere than on a cluster
 * they are at hand anyway. Only one may change these rows at a time, which the lock of the network sees to.
 */
export async function withNetworkAtHand<T>(
  engine: EngineName,
  session: Session,
  wanted: AtHand,
  work: () => Promise<T>,
): Promise<T> {
  if (!ENGINE_TRAITS[engine].spreadsNetworks) return work()
  const tables = await describeTables(session)
  await bring(session, tables, wanted)
  const before = await writesOf(session, tables)
  // a statement that was prepared before still means the tables of all networks
  await session.script('discard plans')
  const result = await work()
  const after = await writesOf(session, tables)
  const written = tables.filter(({ name }) => before.get(name) !== after.get(name))
  for (const table of written) await takeBack(session, table, wanted.networkId)
  await session.script(`drop table ${tables.flatMap(({ name }) => [near(name), asFound(name)]).join(', ')}`)
  return result
}

function near(table: string): string {
  return `pg_temp.${table}`
}

/** How the rows were when they were brought: what others add meanwhile, as issuing does a cut-off, is not ours to remove. */
function asFound(table: string): string {
  return `pg_temp.found_${table}`
}

/** How many rows this transaction has written to each; a server that does not count them tells none as equal. */
async function writesOf(session: Session, tables: readonly Table[]): Promise<ReadonlyMap<string, unknown>> {
  const rows = await session.query<{ name: string; writes: number | null }>(sql`
    select
      name,
      case when current_setting('track_counts')::boolean then
        pg_stat_get_xact_tuples_inserted(id) + pg_stat_get_xact_tuples_updated(id) + pg_stat_get_xact_tuples_deleted(id)
      end as writes
    from unnest(${tables.map(({ name }) => name)}::text[]) name, to_regclass('pg_temp.' || name) id`)
  return new Map(rows.map(({ name, writes }) => [name, writes ?? Symbol('not counted')]))
}

/** Columns that are written, and the key by which a row is known again: the primary one, or the unique one of a table without. */
async function describeTables(session: Session): Promise<Table[]> {
  const rows = await session.query<{ name: string; columns: string[]; key: string[]; types: string[] }>(sql`
    select
      relname as name,
      array(select quote_ident(attname) from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
      array_agg(quote_ident(a.attname) order by a.attnum) as key,
      array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types
    from pg_class c
    join (
      select distinct on (indrelid) indrelid, indkey, indnkeyatts
      from pg_index
      where indisunique and indpred is null
      order by indrelid, indisprimary desc, indexrelid
    ) i on i.indrelid = c.oid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any ((i.indkey::int2[])[0:i.indnkeyatts - 1])
    where c.relnamespace = 'public'::regnamespace
      and relname = any (${[...RECORD_TABLES]}::text[])
    group by c.oid, relname`)
  return rows.map(({ name, columns, key, types }) => ({
    name,
    columns,
    key: key.map((column, n) => ({ name: column, type: types[n] ?? 'text' })),
  }))
}

async function bring(session: Session, tables: readonly Table[], wanted: AtHand): Promise<void> {
  const making = tables.map(
    ({ name }) =>
      `create temporary table ${near(name)} (like public.${name} including indexes including generated) on commit drop`,
  )
  await session.script(making.join(';\n'))
  for (const { name, columns } of tables) {
    const list = raw(columns.join(', '))
    await session.query(sql`insert into ${raw(near(name))} (${list}) ${rowsOf(name, list, wanted)}`)
  }
  const copying = tables.map(
    ({ name }) => `create temporary table ${asFound(name)} on commit drop as table ${near(name)}`,
  )
  await session.script([...copying, `analyze ${tables.map(({ name }) => near(name)).join(', ')}`].join(';\n'))
}

function rowsOf(name: string, columns: Sql, { networkId, factsOf }: AtHand): Sql {
  const isFacts = name === 'facts' || name === 'ended_facts'
  return sql`
    select ${columns}
    from ${raw(`public.${name}`)} known
    where known.network_id = ${networkId}::int${isFacts && factsOf !== undefined ? ofRecords(networkId, factsOf) : sql``}`
}

/** A number of ours is the external id itself, or is explained by it. */
function ofRecords(networkId: number, externalIds: readonly string[]): Sql {
  return sql`
      and (
        known.ref::text = any (${externalIds}::text[])
        or known.ref in (
          select explained.ref
          from external_refs explained
          where explained.network_id = ${networkId}::int
            and explained.external_id = any (${externalIds}::text[])
        )
      )`
}

async function takeBack(session: Session, table: Table, networkId: number): Promise<void> {
  const { name, key, columns } = table
  const found = asFound(name)
  const [differs] = await session.query<{ gone: unknown; isChanged: boolean }>(sql`
    select
      (select jsonb_agg(gone) from (${minus(found, near(name), namesOf(key))}) gone) as gone,
      exists (select from (${minus(near(name), found, columns)}) changed) as "isChanged"`)
  if (differs?.gone) await session.query(removal(table, networkId, differs.gone))
  if (differs?.isChanged) await session.query(writing(table))
}

function namesOf(key: Table['key']): string[] {
  return key.map(({ name }) => name)
}

function minus(from: string, other: string, columns: readonly string[]): Sql {
  const list = columns.join(', ')
  return raw(`select ${list} from ${from} except select ${list} from ${other}`)
}

function removal({ name, key }: Table, networkId: number, gone: unknown): Sql {
  const columns = raw(key.map((column) => `${column.name} ${column.type}`).join(', '))
  const same = raw(key.map((column) => `known.${column.name} = gone.${column.name}`).join(' and '))
  return sql`
    delete from ${raw(`public.${name}`)} known
    using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) gone (${columns})
    where known.network_id = ${networkId}::int
      and ${same}`
}

function writing(table: Table): Sql {
  const { name, columns } = table
  const key = namesOf(table.key)
  const others = columns.filter((column) => !key.includes(column))
  const settings = others.map((column) => raw(`${column} = excluded.${column}`))
  return sql`
    insert into ${raw(`public.${name}`)} (${raw(columns.join(', '))})
    ${minus(near(name), asFound(name), columns)}
    on conflict (${raw(key.join(', '))}) do ${settings.length === 0 ? raw('nothing') : sql`update set ${join(settings)}`}`
}
