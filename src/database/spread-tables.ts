/** Puts the tables of a cluster (Citus) where they belong. */
import sql, { raw } from 'sql-template-tag'
import { BY_NETWORK, ON_EVERY_NODE } from '#database/cluster-tables'
import type { Database, Session } from '#database/database'
import { lockSchema } from '#database/migrate'

interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

/**
 * Puts the tables that still stand on the coordinator alone where they belong, with their rows, in one
 * transaction. Foreign keys stand aside meanwhile: they may only hold between tables that stand together.
 */
export async function spreadTables(db: Database): Promise<void> {
  if ((await waiting(db)).length === 0) return
  await db.transaction(async (session) => {
    await lockSchema(session)
    const tables = await waiting(session)
    if (tables.length === 0) return
    // triggers only refuse changes of what may not change, each row by itself
    await session.script('set local citus.enable_unsafe_triggers to on')
    await session.script('set local citus.multi_shard_modify_mode to sequential')
    const keys = await foreignKeysOf(session, tables)
    const comments = await commentsOf(session)
    for (const { table, name } of keys) await session.script(`alter table ${table} drop constraint ${name}`)
    for (const table of tables) await session.query(spread(table))
    for (const { table, name, definition } of keys) {
      await session.script(`alter table ${table} add constraint ${name} ${definition}`)
    }
    // a table that refers to one on every node is made anew, without its comment
    for (const { table, comment } of comments) await session.script(`comment on table ${table} is ${comment}`)
  })
}

function spread(table: string) {
  const [first] = BY_NETWORK
  if (!BY_NETWORK.some((one) => one === table)) return sql`select create_reference_table(${table}::text)`
  return sql`select create_distributed_table(${table}::text, 'network_id', colocate_with => ${table === first ? 'none' : first}::text)`
}

/** In the order of the lists. */
async function waiting(session: Session): Promise<string[]> {
  const rows = await session.query<{ name: string }>(sql`
    select name
    from unnest(${[...ON_EVERY_NODE, ...BY_NETWORK]}::text[]) with ordinality as wanted (name, place)
    where not exists (
      select from pg_dist_partition
      where logicalrelid = to_regclass(name)
        and (partmethod = 'h' or repmodel = 't')
    )
    order by place`)
  return rows.map(({ name }) => name)
}

/** Those of the tables, and those of others that point to them. */
function foreignKeysOf(session: Session, tables: readonly string[]): Promise<ForeignKey[]> {
  return session.query<ForeignKey>(sql`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = 'f'
      and (conrelid = any (${tables}::text[]::regclass[]) or confrelid = any (${tables}::text[]::regclass[]))
    order by ${raw('1, 2')}`)
}

function commentsOf(session: Session): Promise<{ table: string; comment: string }[]> {
  return session.query<{ table: string; comment: string }>(sql`
    select format('public.%I', relname) as table, quote_literal(obj_description(oid, 'pg_class')) as comment
    from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and obj_description(oid, 'pg_class') is not null
    order by relname`)
}
