/** Every row of every table, as text, to compare databases. */
import type { Database } from '#database/database'

export type Dump = Readonly<Record<string, readonly string[]>>

interface DumpOptions {
  /** Tables that are not looked at. */
  readonly without?: readonly string[]
  /** Tells rows that were written again from those that were left alone. */
  readonly withVersions?: boolean
}

/** The number of the import that brought a row in is left out, and so is the audit log: it tells what was done, not what is there. */
export async function dumpTables(db: Database, options: DumpOptions = {}): Promise<Dump> {
  const { without = [], withVersions = false } = options
  const dump: Record<string, string[]> = {}
  for (const name of await tableNames(db)) {
    if (name === 'audit_entries' || without.includes(name)) continue
    const version = withVersions ? 'known.xmin::text' : `''`
    const text = `select ${version} || (to_jsonb(known) - 'import_id')::text as row from ${name} known order by 1`
    const rows = await db.query<{ row: string }>({ text, values: [] })
    dump[name] = rows.map(({ row }) => row)
  }
  return dump
}

async function tableNames(db: Database): Promise<string[]> {
  const text = `
    select tablename as name
    from pg_tables
    where schemaname = 'public' and tablename <> 'schema_migrations'
    order by tablename`
  const rows = await db.query<{ name: string }>({ text, values: [] })
  return rows.map(({ name }) => name)
}

/** Which loading tables an import left rows in. */
export async function loadedTables(db: Database): Promise<string[]> {
  const text = `select format('loading.%I', tablename) as name from pg_tables where schemaname = 'loading' order by tablename`
  const loaded: string[] = []
  for (const { name } of await db.query<{ name: string }>({ text, values: [] })) {
    const rows = await db.query({ text: `select from ${name} limit 1`, values: [] })
    if (rows.length > 0) loaded.push(name)
  }
  return loaded
}

/** Starts all numbers again, so that the same records get the same ids. */
export async function restartNumbers(db: Database): Promise<void> {
  const text = `select setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false) from pg_sequences where schemaname = 'public'`
  await db.query({ text, values: [] })
}
