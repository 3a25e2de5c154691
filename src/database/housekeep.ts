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
