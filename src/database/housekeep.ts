import type { EngineName, Session } from '#database/database'
import { ENGINE_TRAITS } from '#database/engines'

/** Does what the engine has no background process for; each statement lets others in after it. */
export async function housekeep(
  engine: EngineName,
  session: Session,
  tables: readonly string[],
): Promise<void> {
  const { hasBackgroundVacuum, hasBackgroundCheckpoint } = ENGINE_TRAITS[engine]
  for (const table of tables) {
    // Without a fresh visibility map an index-only count reads the table too: three times slower.
    await session.script(hasBackgroundVacuum ? `analyze ${table}` : `vacuum (analyze) ${table}`)
  }
  if (!hasBackgroundCheckpoint) await session.script('checkpoint')
}
