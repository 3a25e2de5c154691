import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import pg from 'pg'
import type { Database } from '#database/database'
import { type Connection, Lane } from '#database/lane'
import { LentConnection, type Locks } from '#database/lent-connection'
import { copyIn } from '#database/pglite/copy'
import { prepareCluster } from '#database/pglite/data-folder'
import { FolderLock } from '#database/pglite/folder-lock'
import { DatabaseThread } from '#database/pglite/thread'
import { Wire } from '#database/pglite/wire'
import { StatementNames } from '#database/statement-names'
import { TYPE_PARSERS } from '#database/types'
import { HeadcountError } from '#errors'

export interface PgliteOptions {
  /** null keeps everything in memory. */
  readonly dataDir: string | null
  /** A packed cluster that a new database starts from; null runs initdb (2 s). */
  readonly template: string | null
}

/** Opens PGlite in a thread of its own. @throws DATA_FOLDER_LOCKED, DATA_FOLDER_UNUSABLE */
export async function openPglite(options: PgliteOptions): Promise<PgliteDatabase> {
  const place = options.dataDir === null ? 'memory' : resolve(options.dataDir)
  const thread = new DatabaseThread((reason) => stopped(place, reason))
  let lock: FolderLock | undefined
  try {
    if (options.dataDir !== null) lock = await takeLock(place)
    const folder = lock ? await prepareCluster(place, options.template, makeCluster) : null
    await thread.ask({ kind: 'open', folder, template: options.template })
    return await PgliteDatabase.on(thread, lock)
  } catch (error) {
    await thread.end()
    lock?.release()
    throw unusable(place, error)
  }
}

async function takeLock(folder: string): Promise<FolderLock> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return await FolderLock.take(folder)
  } catch (error) {
    throw unusable(folder, error)
  }
}

async function makeCluster(folder: string): Promise<void> {
  const thread = new DatabaseThread((reason) => stopped(folder, reason))
  try {
    await thread.ask({ kind: 'open', folder, template: null })
  } finally {
    await thread.close()
  }
}

function stopped(place: string, reason: string): HeadcountError {
  return new HeadcountError('DATABASE_STOPPED', `The database in ${place} has stopped: ${reason}.`)
}

/** Whatever goes wrong before the first statement is the folder's fault. */
function unusable(folder: string, error: unknown): HeadcountError {
  if (error instanceof HeadcountError && error.code !== 'DATABASE_STOPPED') return error
  const { message } = error as Error
  return new HeadcountError('DATA_FOLDER_UNUSABLE', `The data folder ${folder} cannot be used: ${message}`)
}

/** Everything that `pg` would otherwise take from PG… variables meant for a server. */
const CLIENT: pg.ClientConfig = {
  user: 'postgres',
  password: '',
  database: 'postgres',
  host: 'localhost',
  port: 5432,
  ssl: false,
  client_encoding: 'UTF8',
  types: TYPE_PARSERS,
}

/** PGlite: one connection, shared by everyone statement by statement. */
export class PgliteDatabase extends LentConnection implements Database {
  readonly #thread: DatabaseThread
  readonly #lock: FolderLock | undefined
  readonly #unlock: () => void

  static async on(thread: DatabaseThread, lock?: FolderLock): Promise<PgliteDatabase> {
    const client = new pg.Client({ ...CLIENT, stream: () => new Wire(thread) })
    client.on('error', () => undefined) // the statement that runs into it reports it
    await client.connect()
    return new PgliteDatabase(thread, client, lock)
  }

  private constructor(thread: DatabaseThread, client: pg.Client, lock?: FolderLock) {
    const connection: Connection = {
      client,
      names: new StatementNames(),
      owner: thread,
      copyIn: (target, chunks, takeTurn) => copyIn({ client, thread }, target, chunks, takeTurn),
      route: (statement) => statement,
      explain: (error) => thread.stopped ?? error,
    }
    super('pglite', new Lane(connection), processLocks())
    this.#thread = thread
    this.#lock = lock
    // A lock that outlives its process is recognised; one released while the thread writes is not.
    this.#unlock = () => thread.isIdle && lock?.release()
    if (lock) process.once('exit', this.#unlock)
  }

  /** How often the disk was really asked to keep what was written. */
  async syncCount(): Promise<number> {
    const reply = await this.#thread.ask({ kind: 'counters' })
    return reply.kind === 'done' ? reply.syncs : 0
  }

  override async close(): Promise<void> {
    await this.#thread.close()
    this.#lock?.release()
    process.off('exit', this.#unlock)
  }
}

/** The folder's lock keeps other processes out, so names within this one are enough. */
function processLocks(): Locks {
  const taken = new Set<string>()
  return {
    async take(name) {
      if (taken.has(name)) return false
      taken.add(name)
      return true
    },
    async isTaken(name) {
      return taken.has(name)
    },
    async release(name) {
      taken.delete(name)
    },
  }
}
