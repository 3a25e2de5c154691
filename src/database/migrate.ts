/**
 * Brings a database to this program's schema: numbered files, each applied once, in a transaction.
 * A file that begins with `-- breaking` shuts out programs that do not know it; any other is one that
 * an older program can live with.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database, Session } from '#database/database'
import { lockKey } from '#database/postgresql/advisory-locks'
import { splitScript } from '#database/split-script'
import { HeadcountError } from '#errors'

export const MIGRATIONS = fileURLToPath(new URL('./migrations', import.meta.url))

export interface Migration {
  readonly number: number
  readonly name: string
  readonly isBreaking: boolean
  readonly script: string
}

interface Applied {
  readonly number: number
  readonly name: string
  readonly isBreaking: boolean
}

const TABLE = `
  create table if not exists schema_migrations (
    number int not null,
    name text not null,
    is_breaking boolean not null,
    applied_at timestamptz not null default now(),
    constraint schema_migrations_pkey primary key (number)
  );
  comment on table schema_migrations is 'Which numbered changes this schema has had; the program adds them as it starts.'`

/** How many tables of another program an error names. */
const MOST_NAMES = 5

/** Several processes may start at once: whoever comes second finds the work done. */
export async function lockSchema(session: Session): Promise<void> {
  await session.query({ text: 'select pg_advisory_xact_lock($1::bigint)', values: [lockKey('schema')] })
}

/**
 * Applies what is missing; returns the names of what it applied.
 * @throws SCHEMA_TOO_NEW when the database has a breaking migration that `directory` lacks, DATABASE_FOREIGN
 *   when it holds tables of another program
 */
export async function migrate(db: Database, directory = MIGRATIONS): Promise<string[]> {
  const migrations = await readMigrations(directory)
  const applied = await appliedMigrations(db)
  refuseNewer(migrations, applied)
  const done = new Set(applied.map(({ number }) => number))
  const names: string[] = []
  for (const migration of migrations.filter(({ number }) => !done.has(number))) {
    if (await apply(db, migrations, migration)) names.push(migration.name)
  }
  return names
}

/** Refuses a database that this program must not touch, and changes nothing. */
export async function checkSchemaAge(db: Database, directory = MIGRATIONS): Promise<void> {
  refuseNewer(await readMigrations(directory), await appliedMigrations(db))
}

export async function readMigrations(directory: string): Promise<Migration[]> {
  const files = (await readdir(directory)).filter((file) => /^\d{4}_\w+\.sql$/.test(file)).sort()
  return Promise.all(
    files.map(async (file) => {
      const script = await readFile(join(directory, file), 'utf8')
      return {
        number: Number(file.slice(0, 4)),
        name: file.slice(5, -4),
        isBreaking: isBreaking(script),
        script,
      }
    }),
  )
}

/** Only comments and blank lines may stand before the mark. */
function isBreaking(script: string): boolean {
  return /^(\s*--[^\n]*\n)*?\s*-- breaking\b/.test(script)
}

async function appliedMigrations(session: Session): Promise<Applied[]> {
  if (!(await isOurs(session))) return []
  const text = 'select number, name, is_breaking as "isBreaking" from schema_migrations order by number'
  return session.query<Applied>({ text, values: [] })
}

/** Other programs keep a table of this name too, with other columns. */
async function isOurs(session: Session): Promise<boolean> {
  const text = `
    select count(*) = 3 as yes
    from pg_attribute
    where attrelid = to_regclass('schema_migrations') and attname in ('number', 'name', 'is_breaking')`
  const [row] = await session.query<{ yes: boolean }>({ text, values: [] })
  return row?.yes ?? false
}

/** What another program made where our tables would be; extensions' tables are nobody's. */
const OTHERS = `
  select relname as name
  from pg_class
  where relnamespace = 'public'::regnamespace
    and relkind in ('r', 'p', 'v', 'm', 'f')
    and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')
  order by relname
  limit ${MOST_NAMES + 1}`

/** Among the tables of others ours would be in their way, or take theirs for ours. */
async function refuseForeign(session: Session): Promise<void> {
  const names = (await session.query<{ name: string }>({ text: OTHERS, values: [] })).map(({ name }) => name)
  if (names.length === 0) return
  const shown = names.slice(0, MOST_NAMES).join(', ')
  const message = `The database holds tables of another program: ${shown}${names.length > MOST_NAMES ? ', …' : ''}.`
  throw new HeadcountError('DATABASE_FOREIGN', message, { tables: names.slice(0, MOST_NAMES) })
}

function refuseNewer(known: readonly Migration[], applied: readonly Applied[]): void {
  const numbers = new Set(known.map(({ number }) => number))
  const newer = applied.findLast(({ number, isBreaking }) => isBreaking && !numbers.has(number))
  if (!newer) return
  const name = `${String(newer.number).padStart(4, '0')}_${newer.name}`
  const message = `The database belongs to a newer Headcount: it has had the change ${name}.`
  throw new HeadcountError('SCHEMA_TOO_NEW', message, { number: newer.number, name: newer.name })
}

/** @returns false when another process was faster */
async function apply(db: Database, known: readonly Migration[], migration: Migration): Promise<boolean> {
  const { number, name, isBreaking, script } = migration
  return db.transaction(async (session) => {
    await lockSchema(session)
    if (!(await isOurs(session))) await refuseForeign(session)
    for (const statement of splitScript(TABLE)) await session.script(statement)
    const applied = await appliedMigrations(session)
    refuseNewer(known, applied)
    if (applied.some((one) => one.number === number)) return false
    for (const statement of splitScript(script)) await session.script(statement)
    const text = 'insert into schema_migrations (number, name, is_breaking) values ($1, $2, $3)'
    await session.query({ text, values: [number, name, isBreaking] })
    return true
  })
}
