/**
 * The tables into which an import reads before anybody sees it: schema `loading`, one import at a time.
 * They are rows on their way, unlogged and without keys; what a killed import left is dropped by the next.
 */
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
create unlogged table loading.recurring_products (like recurring_products);
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

/**
 * @param becomesFacts the facts of a first import are read into a table that then takes the place of
 *   the empty one, so that its index is built once instead of row by row
 */
export async function createLoadingTables(session: Session, becomesFacts: boolean): Promise<void> {
  await session.script('drop schema if exists loading cascade; create schema loading;')
  await session.script(LOADING_TABLES)
  if (!becomesFacts) {
    await session.script('create unlogged table loading.facts (like facts)')
    return
  }
  const [facts] = await session.query<{ options: string; comment: string }>(sql`
    select array_to_string(c.reloptions, ', ') as options, quote_literal(obj_description(c.oid, 'pg_class')) as comment
    from pg_class c
    where c.oid = 'public.facts'::regclass`)
  await session.script(`
    create table loading.facts (like facts) with (${facts?.options ?? ''});
    comment on table loading.facts is ${facts?.comment ?? "''"};`)
}

/** Tables up to this size are analysed in one statement; a larger one lets others in after its own. */
const SMALL_BYTES = 1_000_000

/** Tells the planner how many rows were read; without it, it takes every table for a small one. */
export async function analyzeLoadingTables(session: Session): Promise<void> {
  const tables = await session.query<{ name: string; is_small: boolean }>(sql`
    select format('loading.%I', relname) as name, pg_relation_size(oid) <= ${SMALL_BYTES}::bigint as is_small
    from pg_class
    where relnamespace = 'loading'::regnamespace and relkind = 'r'
    order by relname`)
  const named = (isSmall: boolean) =>
    tables.filter(({ is_small }) => is_small === isSmall).map(({ name }) => name)
  for (const names of [named(true).join(', '), ...named(false)]) {
    if (names !== '') await session.script(`analyze ${names}`)
  }
}

export async function dropLoadingTables(session: Session): Promise<void> {
  await session.script('drop schema if exists loading cascade')
}

/** Builds the indexes of the loaded facts and puts their table in the place of the empty one. */
export async function swapFacts(session: Session): Promise<void> {
  const indexes = await session.query<{ definition: string }>(sql`
    select pg_get_indexdef(indexrelid) as definition
    from pg_index
    where indrelid = 'public.facts'::regclass
    order by indexrelid`)
  for (const { definition } of indexes) {
    await session.script(definition.replace(' ON public.facts ', ' ON loading.facts '))
  }
  await session.script('drop table public.facts; alter table loading.facts set schema public;')
}

export async function isEmpty(session: Session, table: string): Promise<boolean> {
  const [row] = await session.query<{ is_empty: boolean }>(
    sql`select not exists (select from ${raw(table)}) as is_empty`,
  )
  return row?.is_empty ?? true
}
