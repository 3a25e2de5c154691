import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Database } from '#database/database'
import { ENGINE_TRAITS } from '#database/engines'
import { checkSchemaAge, MIGRATIONS, migrate } from '#database/migrate'
import { openPglite } from '#database/pglite/pglite-database'
import { openPostgresql } from '#database/postgresql/postgresql-database'
import { spreadTables } from '#database/spread-tables'
import { HeadcountError } from '#errors'

export interface OpenOptions {
  /** A PostgreSQL or Citus server; without it, PGlite in `dataDir`. */
  readonly databaseUrl?: string | undefined
  /** PGlite's folder, made if there is none; null keeps everything in memory. */
  readonly dataDir?: string | null | undefined
  /** false leaves the schema as it is. */
  readonly migrate?: boolean
  /** Where the numbered changes are. */
  readonly migrations?: string
  /** What a new PGlite database starts from; null makes it from nothing. */
  readonly template?: string | null
}

/** Made by the build beside this file; absent when the program runs from its sources. */
const TEMPLATE = fileURLToPath(new URL('./template.tgz', import.meta.url))

/**
 * Opens the database and brings its schema up to date.
 * @throws INVALID_SETTING, DATABASE_*, DATA_FOLDER_LOCKED, DATA_FOLDER_UNUSABLE, SCHEMA_TOO_NEW
 */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const db = await connect(options)
  const { migrate: migrates = true, migrations = MIGRATIONS } = options
  try {
    if (migrates) {
      await migrate(db, migrations)
      if (ENGINE_TRAITS[db.engine].spreadsNetworks) await spreadTables(db)
    } else await checkSchemaAge(db, migrations)
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}

async function connect({ databaseUrl, dataDir, template }: OpenOptions): Promise<Database> {
  if (databaseUrl) return openPostgresql(databaseUrl)
  if (dataDir === undefined || dataDir === '') {
    throw new HeadcountError('INVALID_SETTING', 'Neither databaseUrl nor dataDir was given.')
  }
  return openPglite({ dataDir, template: template === undefined ? builtTemplate() : template })
}

function builtTemplate(): string | null {
  return existsSync(TEMPLATE) ? TEMPLATE : null
}
