import sql from 'sql-template-tag'
import type { EngineName, Session } from '#database/database'
import { ENGINE_TRAITS } from '#database/engines'

/**
 * Makes a bulk change quick to read at once instead of whenever the engine gets to it: without a fresh
 * visibility map an index-only count reads the table too, three times slower. Each statement lets others
 * in after it; a table that somebody else is vacuuming already is left to them.
 */
export async function housekeep(
  engine: EngineName,
  session: Session,
  tables: readonly string[],
): Promise<void> {
  for (const table of tables) await session.script(`vacuum (analyze, skip_locked) ${table}`)
  if (!ENGINE_TRAITS[engine].hasBackgroundCheckpoint) await session.script('checkpoint')
}

/** Those of the tables that have grown since they were last vacuumed: what did it may have been killed before. */
export async function tablesBehind(session: Session, tables: readonly string[]): Promise<string[]> {
  const rows = await session.query<{ name: string }>(sql`
    select relname as name
    from pg_class, current_setting('block_size') as block_size
    where relname = any (${tables}::text[])
      and relnamespace = 'public'::regnamespace
      and pg_relation_size(oid) > 0
      and (relpages < pg_relation_size(oid) / block_size::int or relallvisible = 0)
    order by relname`)
  return rows.map(({ name }) => name)
}
