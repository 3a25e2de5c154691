/**
 * The tables into which an import reads before anybody sees it: schema `loading`, one import at a time.
 * They are rows on their way, unlogged and without keys. The tables stay for the next import, empty:
 * making them takes a quarter of a small import, and on the embedded database, which has no autovacuum,
 * its catalogs would grow with each. What a killed import left in them is removed by the next.
 */
import { createHash } from 'node:crypto'
import sql, { raw } from 'sql-template-tag'
import type { Session } from '#database/database'

/** The columns of a fact, in the order in which they are read in. */
export const FACT_COLUMNS = raw('at, ref, network_id, location_id, customer_id, import_id, kind')

/** One statement a table, so that a batch can make its own from the same text. */
export const LOADING_TABLES = `
create unlogged table loading.locations (like locations);
create unlogged table loading.customers (like customers);
create unlogged table loading.customer_changes (like customer_changes);
create unlogged table loading.contracts (like contracts);
create unlogged table loading.paused_periods (like paused_periods);
create unlogged table loading.recurring_products (like recurring_products including generated);
create unlogged table loading.platform_invoices (like platform_invoices);
create unlogged table loading.bills (like bills);
create unlogged table loading.external_refs (like external_refs);
create unlogged table loading.ended_facts (like ended_facts);
create unlogged table loading.repeated_facts (reading int not null, like facts, ended_at timestamptz);
create unlogged table loading.location_customers (location_id int not null, customer_id int not null);
create unlogged table loading.one_off_products (ref bigint not null);
create unlogged table loading.voided_invoices (ref bigint not null, updated_at timestamptz);
create unlogged table loading.teams (
  reading int not null,
  team_id int not null,
  external_id text not null,
  name text not null,
  updated_at timestamptz,
  has_merged_billing boolean not null,
  paying_customer_id int
);
create unlogged table loading.team_members (reading int not null, customer_id int not null);
create unlogged table loading.known_records (
  at timestamptz not null,
  ref bigint not null,
  location_id int not null,
  kind int not null,
  has_ended boolean not null
);
create unlogged table loading.touched_records (source int not null, ref bigint not null);
`

const FACTS = 'create unlogged table loading.facts (like facts);'

/** Tables up to this size are analysed in one statement; a larger one lets others in after its own. */
const SMALL_BYTES = 1_000_000

/**
 * Makes the loading tables, or empties those that stand.
 * @param becomesFacts the facts of a first import are read into a table that then takes the place of
 *   the empty one, so that its index is built once instead of row by row
 */
export async function prepareLoadingTables(session: Session, becomesFacts: boolean): Promise<void> {
  const mark = await markOfNow(session)
  if ((await markOfThere(session)) === mark) {
    await emptyLoadingTables(session)
  } else {
    await session.script('drop schema if exists loading cascade; create schema loading;')
    await session.script(
      `${LOADING_TABLES}${becomesFacts ? '' : FACTS} comment on schema loading is '${mark}';`,
    )
  }
  if (becomesFacts) await makeFactsToSwap(session)
}

/** Leaves them as they are found by the next import. */
export async function clearLoadingTables(session: Session): Promise<void> {
  if ((await markOfThere(session)) === null) await session.script('drop schema if exists loading cascade')
  else await emptyLoadingTables(session)
}

/** Of what the tables are made: another program or a changed schema makes them anew. */
async function markOfNow(session: Session): Promise<string> {
  const [schema] = await session.query<{ number: number }>(
    sql`select max(number) as number from schema_migrations`,
  )
  return createHash('sha256').update(`${schema?.number} ${LOADING_TABLES}`).digest('hex').slice(0, 16)
}

/** null where there are none, or where a first import was killed while its facts were on their way. */
async function markOfThere(session: Session): Promise<string | null> {
  const [there] = await session.query<{ mark: string }>(sql`
    select obj_description(n.oid, 'pg_namespace') as mark
    from pg_namespace n
    join pg_class facts on facts.relnamespace = n.oid and facts.relname = 'facts' and facts.relpersistence = 'u'
    where n.nspname = 'loading'`)
  return there?.mark ?? null
}

/**
 * Their files are made anew: of a record that was read twice the one further back counts, and rows take the
 * room that deleted ones leave.
 */
async function emptyLoadingTables(session: Session): Promise<void> {
  const tables = (await loadedTables(session)).map(({ name }) => name)
  const truncate = tables.length === 0 ? '' : `truncate ${tables.join(', ')};`
  await session.script(`drop table if exists loading.expected; ${truncate}`)
}

async function makeFactsToSwap(session: Session): Promise<void> {
  const [facts] = await session.query<{ options: string; comment: string }>(sql`
    select array_to_string(c.reloptions, ', ') as options, quote_literal(obj_description(c.oid, 'pg_class')) as comment
    from pg_class c
    where c.oid = 'public.facts'::regclass`)
  await session.script(`
    drop table if exists loading.facts;
    create table loading.facts (like facts) with (${facts?.options ?? ''});
    comment on table loading.facts is ${facts?.comment ?? "''"};`)
}

interface LoadedTable {
  readonly name: string
  readonly isSmall: boolean
}

/** Those that were written to since they were made or truncated. */
function loadedTables(session: Session): Promise<LoadedTable[]> {
  return session.query<LoadedTable>(sql`
    select format('loading.%I', relname) as name, pg_table_size(oid) <= ${SMALL_BYTES}::bigint as "isSmall"
    from pg_class
    where relnamespace = 'loading'::regnamespace and relkind = 'r' and relname <> 'expected'
      and pg_relation_size(oid) > 0
    order by relname`)
}

/**
 * Tells the planner how many rows were read; without it, it takes every table for a small one. A large
 * table lets others in after its own.
 */
export async function analyzeLoadingTables(session: Session): Promise<void> {
  const tables = await loadedTables(session)
  const small = tables.filter(({ isSmall }) => isSmall).map(({ name }) => name)
  const large = tables.filter(({ isSmall }) => !isSmall).map(({ name }) => name)
  for (const names of [small.join(', '), ...large]) {
    if (names !== '') await session.script(`analyze ${names}`)
  }
}

/**
 * Gives the loaded facts of a first import the indexes of the table whose place they take. Each is asked for by a
 * connection of its own where the engine has several: sorting for one leaves half of two cores idle.
 */
export async function indexFactsToSwap(database: Session): Promise<void> {
  const indexes = await database.query<{ definition: string }>(sql`
    select pg_get_indexdef(indexrelid) as definition
    from pg_index
    where indrelid = 'public.facts'::regclass
    order by indexrelid`)
  await Promise.all(
    indexes.map(({ definition }) =>
      database.script(definition.replace(' ON public.facts ', ' ON loading.facts ')),
    ),
  )
}

/** Puts the loaded facts in the place of the empty table. */
export async function swapFacts(session: Session): Promise<void> {
  await session.script(`
    drop table public.facts;
    alter table loading.facts set schema public;
    ${FACTS}`)
}

export async function isEmpty(session: Session, table: string): Promise<boolean> {
  const [row] = await session.query<{ is_empty: boolean }>(
    sql`select not exists (select from ${raw(table)}) as is_empty`,
  )
  return row?.is_empty ?? true
}
