/** Where the imports of these tests go: data folders and databases that are made, copied and thrown away. */
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Database } from '#database/database'
import { openDatabase } from '#database/open'
import { LOCK_FILE } from '#database/pglite/folder-lock'
import type { Environment } from './program.ts'

export interface Place {
  readonly environment: Environment
  open(): Promise<Database>
  /** The same contents in a place of their own. Nobody may have this one open. */
  copy(): Promise<Place>
  /** Whether somebody has begun to make it, as far as that can be seen from outside. */
  isTouched(): boolean
  /** Waits until nothing of a killed process works on it any more. @returns how long that took */
  settle(): Promise<number>
  /** What a killed process left beside its data, and a closed database must not. */
  leftovers(): string[]
  remove(): Promise<void>
}

/** A data folder of PGlite. It is made by whoever opens it first. */
export class FolderPlace implements Place {
  readonly #parent: string
  readonly #template: string
  readonly dataDir: string

  private constructor(parent: string, template: string) {
    this.#parent = parent
    this.#template = template
    this.dataDir = join(parent, 'data')
  }

  static async make(template: string): Promise<FolderPlace> {
    return new FolderPlace(await mkdtemp(join(tmpdir(), 'headcount-crash-')), template)
  }

  get environment(): Environment {
    return { DATABASE_URL: '', HEADCOUNT_DATA_DIR: this.dataDir }
  }

  open(): Promise<Database> {
    return openDatabase({ dataDir: this.dataDir, template: this.#template })
  }

  async copy(): Promise<FolderPlace> {
    const place = await FolderPlace.make(this.#template)
    await cp(this.dataDir, place.dataDir, { recursive: true })
    return place
  }

  isTouched(): boolean {
    return existsSync(this.dataDir)
  }

  async settle(): Promise<number> {
    return 0
  }

  leftovers(): string[] {
    if (!existsSync(this.dataDir)) return []
    return readdirSync(this.dataDir).filter((name) => name.startsWith(LOCK_FILE) || /unfinished/.test(name))
  }

  remove(): Promise<void> {
    return rm(this.#parent, { recursive: true, force: true })
  }
}

/** A database on a PostgreSQL server, empty at first. */
export class ServerPlace implements Place {
  readonly #adminUrl: string
  readonly #prefix: string
  readonly #name: string

  private constructor(server: { adminUrl: string; prefix: string }, name: string) {
    this.#adminUrl = server.adminUrl
    this.#prefix = server.prefix
    this.#name = name
  }

  static async make(server: { adminUrl: string; prefix: string }, template = ''): Promise<ServerPlace> {
    const name = `${server.prefix}crash_${randomBytes(4).toString('hex')}`
    await asAdmin(server.adminUrl, `create database ${name} ${template && `template ${template}`}`)
    // a commit that is not on disk yet is not visible to everybody for a vacuum
    await asAdmin(server.adminUrl, `alter database ${name} set synchronous_commit to on`)
    return new ServerPlace(server, name)
  }

  get environment(): Environment {
    const url = new URL(this.#adminUrl)
    url.pathname = `/${this.#name}`
    return { DATABASE_URL: url.href }
  }

  open(): Promise<Database> {
    return openDatabase({ databaseUrl: this.environment.DATABASE_URL ?? '' })
  }

  copy(): Promise<ServerPlace> {
    return ServerPlace.make({ adminUrl: this.#adminUrl, prefix: this.#prefix }, this.#name)
  }

  isTouched(): boolean {
    return false
  }

  /** The server goes on with the statement that a killed process had sent. */
  async settle(): Promise<number> {
    const from = performance.now()
    const others = `select pid from pg_stat_activity where datname = '${this.#name}'`
    while ((await asAdmin(this.#adminUrl, others)).length > 0) await sleep(10)
    return performance.now() - from
  }

  /** Ends every connection to it, as an administrator may. @returns how many there were */
  async terminateConnections(): Promise<number> {
    const text = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${this.#name}'`
    return (await asAdmin(this.#adminUrl, text)).length
  }

  leftovers(): string[] {
    return []
  }

  async remove(): Promise<void> {
    await asAdmin(this.#adminUrl, `drop database if exists ${this.#name} with (force)`)
  }
}

async function asAdmin(url: string, text: string): Promise<object[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
