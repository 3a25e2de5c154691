/** Databases for tests: the same suite runs on every engine, each file on a fresh database of its own. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Database, EngineName } from '#database/database'
import { openDatabase } from '#database/open'
import { createOnCluster, dropOnCluster } from './citus.ts'
import type { TestServer } from './global-setup.ts'

const engines = inject('engines')

/** For `describe.each`: the engines that run here. */
export const ENGINE_CASES: readonly EngineName[] = [
  'pglite',
  ...(engines.postgresql ? (['postgresql'] as const) : []),
  ...(engines.citus ? (['citus'] as const) : []),
]

/** A database of its own, with the schema and no rows. Closing it removes it. */
export async function openTestDatabase(engine: EngineName): Promise<Database> {
  if (engine === 'pglite') return openDatabase({ dataDir: null, template: engines.pgliteTemplate })
  return openOnServer(serverOf(engine), { migrated: true })
}

/** A database without any schema, for tests of what makes one. Closing it removes it. */
export async function openEmptyDatabase(engine: EngineName): Promise<Database> {
  if (engine !== 'pglite') return openOnServer(serverOf(engine), { migrated: false })
  return openDatabase({ dataDir: null, template: engines.pgliteEmptyTemplate, migrate: false })
}

/**
 * Removes all rows; the schema's own record of itself stays. Only tables that have rows are emptied, and not
 * by `truncate`, which makes files anew and takes much longer. What holds between tables, and that some only
 * grow, is put aside for it, which takes a superuser.
 */
export async function emptyAllTables(db: Database): Promise<void> {
  const names = await tableNames(db)
  const questions = names.map((name) => `select '${name}' as name where exists (select 1 from ${name})`)
  const full = await db.query<{ name: string }>({ text: questions.join('\nunion all\n'), values: [] })
  if (full.length === 0) return
  const [asker] = await db.query<{ mayPutAside: boolean }>({
    text: `select current_setting('is_superuser') = 'on' as "mayPutAside"`,
    values: [],
  })
  if (db.engine === 'citus') return emptyOnCluster(db, new Set(full.map(({ name }) => name)))
  if (asker?.mayPutAside !== true)
    return db.script(`truncate ${full.map(({ name }) => name).join(', ')} cascade`)
  const removals = full.map(({ name }) => `delete from ${name};`).join('\n')
  await db.script(`begin; set local session_replication_role = replica;\n${removals}\ncommit;`)
}

/** Rows are deleted, those first that refer to others: truncating makes the files of every part on every node anew. */
async function emptyOnCluster(db: Database, full: ReadonlySet<string>): Promise<void> {
  const rows = await db.query<{ name: string; onlyGrows: boolean }>({
    text: `
      with recursive pointing as (
        select oid as id, 0 as depth from pg_class where relkind = 'r'
        union
        select conrelid, depth + 1
        from pointing
        join pg_constraint on confrelid = pointing.id and contype = 'f' and conrelid <> confrelid
      )
      select
        format('%I.%I', relnamespace::regnamespace, relname) as name,
        exists (select 1 from pg_trigger where tgrelid = id and tgname like '%only_grow%') as "onlyGrows"
      from pointing
      join pg_class on pg_class.oid = id
      group by id, relnamespace, relname
      order by max(depth) desc`,
    values: [],
  })
  const emptied = rows.filter(({ name }) => full.has(name))
  for (const { name, onlyGrows } of emptied) {
    await db.script(onlyGrows ? `truncate ${name} cascade` : `delete from ${name}`)
  }
}

async function tableNames(db: Database): Promise<string[]> {
  const text = `
    select format('%I.%I', schemaname, tablename) as name
    from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') and schemaname !~ '^(pg_|citus|columnar)'
      and tablename <> 'schema_migrations'
    order by schemaname, tablename`
  const rows = await db.query<{ name: string }>({ text, values: [] })
  return rows.map(({ name }) => name)
}

function serverOf(engine: EngineName): TestServer {
  const server = engine === 'citus' ? engines.citus : engines.postgresql
  if (!server) throw new Error(`There is no ${engine} here.`)
  return server
}

/** The address of a new database, and how to remove it. A cluster copies none: it is migrated when it is opened. */
async function createOnServer({ adminUrl, prefix, template }: TestServer, migrated: boolean) {
  const name = `${prefix}${randomBytes(4).toString('hex')}`
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  if (template === null) {
    await createOnCluster(adminUrl, name)
    return { url: url.href, drop: () => dropOnCluster(adminUrl, name) }
  }
  await runAsAdmin(adminUrl, `create database ${name} ${migrated ? `template ${template}` : ''}`)
  return { url: url.href, drop: () => runAsAdmin(adminUrl, `drop database if exists ${name} with (force)`) }
}

async function openOnServer(server: TestServer, { migrated }: { migrated: boolean }): Promise<Database> {
  const { url, drop } = await createOnServer(server, migrated)
  const db = await openDatabase({ databaseUrl: url, migrate: migrated })
  const close = db.close.bind(db)
  return Object.assign(db, {
    async close() {
      await close()
      await drop()
    },
  })
}

async function runAsAdmin(adminUrl: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
