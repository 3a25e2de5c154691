/** The composition root: the one file that knows the real clock and puts the parts together. */
import type { Settings } from '#config'
import { openDatabase } from '#database/open'
import { createHeadcount, type Headcount } from '#services/headcount'

export interface OpenHeadcountOptions extends Partial<Settings> {
  /** The current instant; default the machine's clock. */
  readonly now?: () => Date
}

/**
 * Opens Headcount on a PostgreSQL server (`databaseUrl`) or on an embedded database in a folder
 * (`dataDir`), brings its schema up to date, and returns the verbs. Close it when done.
 * @throws HeadcountError INVALID_SETTING, DATA_FOLDER_LOCKED, DATA_FOLDER_UNUSABLE, DATABASE_*, SCHEMA_TOO_NEW
 */
export async function openHeadcount(options: OpenHeadcountOptions): Promise<Headcount> {
  const { databaseUrl, dataDir, now = () => new Date() } = options
  return createHeadcount({ database: await openDatabase({ databaseUrl, dataDir }), now })
}
