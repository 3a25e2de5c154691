/** The built program as a process of its own, and places of its own for its data. */
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, statSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { inject, vi } from 'vitest'
import type { Database } from '#database/database'
import { openDatabase } from '#database/open'

// a busy machine takes seconds to start a process, and a test may start ten
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

export interface Answer {
  /** Null when it was killed, also for taking too long. */
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  /** The embedded database. Give this or `databaseUrl`. */
  readonly dataDir?: string
  readonly databaseUrl?: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  readonly cwd?: string
  /** Runs as another user; only root can. */
  readonly uid?: number
  /** Stop reading what it prints, as `head` does. */
  readonly closesOutput?: boolean
  /** Begin to read what it prints only then, as a slow pipe does. */
  readonly readsAfterMs?: number
  /** Where its output goes, instead of into the answer. */
  readonly outputFile?: string
  readonly timeoutMs?: number
}

export const ROOT = join(import.meta.dirname, '../..')
const CACHE = join(ROOT, 'node_modules/.cache/headcount')
const STALE_LOCK_MS = 120_000
const KEPT_MS = 3_600_000

/** The engine’s second compiler takes longer for a short command than it saves: 1 s of 2. */
const FLAGS = ['--liftoff-only']

/** What nobody may ever see: an unknown error, or the inside of the program. */
const FAULTS = /\bINTERNAL\b|^\s+at .+:\d+:\d+\)?$|\bnode:internal\b|Unhandled|^Node\.js v/m

/**
 * Runs `headcount` with these arguments to its end. The environment is bare: nothing of the person who
 * runs the tests gets in.
 * @throws Error when it prints a stack trace or an unknown error, whatever the test is about
 */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Answer> {
  return refuseFaults(args, await runProcess([...FLAGS, await builtProgram(), ...args], options))
}

/** @throws Error when a command printed a stack trace or an unknown error */
export function refuseFaults(args: readonly string[], answer: Answer): Answer {
  if (FAULTS.test(answer.err) || FAULTS.test(answer.out) || answer.code === 70) {
    throw new Error(`headcount ${args.join(' ').slice(0, 500)} failed inside:\n${answer.err}\n${answer.out}`)
  }
  return answer
}

function runProcess(argv: readonly string[], options: RunOptions): Promise<Answer> {
  const { input, timeoutMs = 50_000 } = options
  const output = options.outputFile === undefined ? 'pipe' : openSync(options.outputFile, 'w')
  const child = spawn(process.execPath, argv, {
    cwd: options.cwd ?? tmpdir(),
    stdio: [input === undefined ? 'ignore' : 'pipe', output, 'pipe'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
    ...(options.uid !== undefined && { uid: options.uid, gid: options.uid }),
    env: environmentOf(options),
  })
  child.stdin?.end(input)
  const out: Buffer[] = []
  const err: Buffer[] = []
  if (typeof output === 'number') closeSync(output)
  if (options.closesOutput) child.stdout?.destroy()
  else setTimeout(() => child.stdout?.on('data', (bytes) => out.push(bytes)), options.readsAfterMs ?? 0)
  child.stderr?.on('data', (bytes: Buffer) => err.push(bytes))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    )
  })
}

function environmentOf({ dataDir, databaseUrl, env }: RunOptions): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    ...(dataDir !== undefined && { HEADCOUNT_DATA_DIR: dataDir }),
    ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    ...env,
  }
}

/** A server that runs as a process of its own. */
export interface Serving {
  readonly url: string
  readonly pid: number
  /** Asks it to end, and waits until it has. */
  end(signal?: NodeJS.Signals): Promise<Answer>
}

/** Starts `headcount serve` on a free port. @throws Error with what it said when it does not listen */
export async function startServing(options: RunOptions): Promise<Serving> {
  const child = spawn(process.execPath, [...FLAGS, await builtProgram(), 'serve'], {
    cwd: tmpdir(),
    env: environmentOf({ ...options, env: { HEADCOUNT_PORT: '0', ...options.env } }),
  })
  let out = ''
  let err = ''
  child.stderr.on('data', (bytes: Buffer) => {
    err += bytes
  })
  const ended = new Promise<Answer>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (bytes: Buffer) => {
      out += bytes
      const found = /listens at (\S+)/.exec(out)?.[1]
      if (found !== undefined) resolve(found)
    })
    ended.then(({ code }) => reject(new Error(`It ended with ${code}: ${out}${err}`)), reject)
  })
  const end = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return { url, pid: child.pid ?? 0, end }
}

let program: Promise<string> | undefined

/** The program's first file, in a copy of the build that no later build takes away while tests run it. */
export function builtProgram(): Promise<string> {
  program ??= withBuildLock(async () => {
    if (isStale()) build()
    const name = `built-${Math.trunc(statSync(join(ROOT, 'dist/main.js')).mtimeMs)}`
    const folder = join(CACHE, name)
    if (!existsSync(folder)) await copyBuild(folder)
    for (const other of readdirSync(CACHE).filter((found) => /^built-\d+/.test(found) && found !== name)) {
      const age = Date.now() - statSync(join(CACHE, other)).mtimeMs
      if (age > KEPT_MS) await rm(join(CACHE, other), { recursive: true, force: true })
    }
    return join(folder, 'dist/main.js')
  })
  return program
}

async function copyBuild(folder: string): Promise<void> {
  const draft = `${folder}.${randomBytes(4).toString('hex')}`
  await mkdir(draft, { recursive: true })
  await cp(join(ROOT, 'dist'), join(draft, 'dist'), { recursive: true })
  await cp(join(ROOT, 'help'), join(draft, 'help'), { recursive: true })
  await cp(join(ROOT, 'package.json'), join(draft, 'package.json'))
  await rename(draft, folder)
}

/** Makes dist/ where it is missing or older than the sources. */
export function ensureBuild(): Promise<void> {
  return withBuildLock(async () => {
    if (isStale()) build()
  })
}

function build(): void {
  const { status, stderr, stdout } = spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs')])
  if (status !== 0) throw new Error(`The build failed:\n${stdout}\n${stderr}`)
}

function isStale(): boolean {
  const made = ['dist/main.js', 'dist/database/template.tgz', 'dist/web/index.html'].map((file) =>
    join(ROOT, file),
  )
  if (!made.every((file) => existsSync(file))) return true
  const builtAt = Math.min(...made.map((file) => statSync(file).mtimeMs))
  const inputs = ['src', 'web/src', 'web/public']
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const others = [
    'package.json',
    'tsconfig.build.json',
    'scripts/build.mjs',
    'web/index.html',
    'web/vite.config.ts',
  ].map((file) => join(ROOT, file))
  return [...inputs, ...others].some((file) => statSync(file).mtimeMs > builtAt)
}

/** One build at a time: test files run in processes of their own. */
async function withBuildLock<T>(work: () => Promise<T>): Promise<T> {
  const lock = join(CACHE, 'build.lock')
  await mkdir(CACHE, { recursive: true })
  for (;;) {
    try {
      await mkdir(lock)
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
      if (age > STALE_LOCK_MS) await rm(lock, { recursive: true, force: true })
      await sleep(50)
    }
  }
  try {
    return await work()
  } finally {
    await rm(lock, { recursive: true, force: true })
  }
}

export type DoorEngine = 'pglite' | 'postgresql'

const server = inject('engines').postgresql

/** The engines that the program itself is run on. */
export const DOOR_ENGINES: readonly DoorEngine[] = server ? ['pglite', 'postgresql'] : ['pglite']

/** Where the engine does not matter: a server is open already, a data folder takes a second each time. */
export const QUICK_ENGINE: DoorEngine = server ? 'postgresql' : 'pglite'

/** What a table holds: rows, and a digest of all of them. */
export type Dump = Readonly<Record<string, string>>

/** A data folder or a database of its own, empty at first: the program makes everything in it. */
export class Place {
  readonly where: Pick<RunOptions, 'dataDir' | 'databaseUrl'>
  readonly #remove: () => Promise<unknown>

  private constructor(where: Place['where'], remove: () => Promise<unknown>) {
    this.where = where
    this.#remove = remove
  }

  static async make(engine: DoorEngine): Promise<Place> {
    if (engine === 'pglite') {
      const parent = await mkdtemp(join(tmpdir(), 'headcount-door-'))
      return new Place({ dataDir: join(parent, 'data') }, () => rm(parent, { recursive: true, force: true }))
    }
    if (!server) throw new Error('There is no server here.')
    const name = `${server.prefix}door_${randomBytes(4).toString('hex')}`
    await asAdmin(`create database ${name}`)
    const url = new URL(server.adminUrl)
    url.pathname = `/${name}`
    return new Place({ databaseUrl: url.href }, () => asAdmin(`drop database if exists ${name} with (force)`))
  }

  run(args: readonly string[], options: RunOptions = {}): Promise<Answer> {
    return run(args, { ...this.where, ...options })
  }

  /** What the command prints as JSON. @throws Error unless it ends with 0 and says nothing else */
  async json(args: readonly string[]): Promise<unknown> {
    return jsonOf(args, await this.run([...args, '--json']))
  }

  /** The database itself, as the program left it. Nobody else may have a data folder open meanwhile. */
  open(): Promise<Database> {
    return openDatabase({ ...this.where, template: null, migrate: false })
  }

  /** Every table of every schema of ours. */
  async dump(): Promise<Dump> {
    const db = await this.open()
    try {
      return await dumpOf(db)
    } finally {
      await db.close()
    }
  }

  remove(): Promise<unknown> {
    return this.#remove()
  }
}

const OUR_TABLES = `
  select format('%I.%I', schemaname, tablename) as name
  from pg_tables
  where schemaname not in ('pg_catalog', 'information_schema')
  order by name`

/** @throws Error unless the command ended with 0 and said nothing else */
export function jsonOf(args: readonly string[], { code, out, err }: Answer): unknown {
  if (code !== 0 || err !== '') throw new Error(`headcount ${args.join(' ')}: ${code} ${err}`)
  return JSON.parse(out)
}

/** Every table of every schema of ours. */
export async function dumpOf(db: Database): Promise<Dump> {
  const tables = await db.query<{ name: string }>({ text: OUR_TABLES, values: [] })
  const dump: Record<string, string> = {}
  for (const { name } of tables) {
    const rows = await db.query<{ row: string }>({ text: `select t::text as row from ${name} t`, values: [] })
    const digest = createHash('sha256').update(JSON.stringify(rows.map(({ row }) => row).sort()))
    dump[name] = `${rows.length} rows, ${digest.digest('hex').slice(0, 16)}`
  }
  return dump
}

export async function asAdmin(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: server?.adminUrl })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
