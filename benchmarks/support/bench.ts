/** What every question is given: the data of one size, and the databases that hold it. */
import { readFileSync } from 'node:fs'
import pg from 'pg'
import sql from 'sql-template-tag'
import type { Database, Row, Statement } from '#database/database'
import { openDatabase } from '#database/open'
import type { Size } from '../generate/network.ts'
import type { Figure } from './figures.ts'
import type { Side } from './timing.ts'

export interface Bench {
  readonly size: Size
  /** Holds `export` and `tables`, as the generator writes them. */
  readonly data: string
  /** For what a question makes and removes again. */
  readonly scratch: string
  /** The built program: the folder that holds main.js. */
  readonly program: string
  /** Any database of the server; others are made beside it. */
  readonly server: string
  /** Loaded by the program's own import. */
  readonly headcount: string
  readonly yardsticks: string
  log(text: string): void
}

export type Question = (bench: Bench) => Promise<Figure[]>

/** The same server with another database. */
export function databaseAt(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** A plain connection for a yardstick: the planner decides by itself when to keep a plan. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`set timezone to 'UTC'; set jit to off`)
  return client
}

/** One connection for each address, in that order. */
export async function withClients<const Urls extends readonly string[], T>(
  urls: Urls,
  work: (clients: { readonly [Index in keyof Urls]: pg.Client }) => Promise<T>,
): Promise<T> {
  const clients = (await Promise.all(urls.map(connect))) as { [Index in keyof Urls]: pg.Client }
  try {
    return await work(clients)
  } finally {
    for (const client of clients) await client.end()
  }
}

/** Makes an empty database in the place of one of that name. */
export async function remake(server: string, name: string): Promise<string> {
  await drop(server, name)
  await withClients([server], ([admin]) => admin.query(`create database ${name}`))
  return databaseAt(server, name)
}

export async function drop(server: string, name: string): Promise<void> {
  await withClients([server], ([admin]) => admin.query(`drop database if exists ${name} with (force)`))
}

/** Runs a statement under a name, so that it is planned once. */
export function prepared(client: pg.Client, name: string, text: string, values: readonly unknown[]) {
  const { processID } = client as unknown as { processID: number }
  const run = async () => {
    const { rows } = await client.query({ name, text, values: [...values] })
    return rows as Row[]
  }
  return computing(run, processID)
}

/** A connection of the program's own, with its settings and its way of preparing statements. */
export interface ProgramConnection {
  readonly database: Database
  /** Runs a statement. */
  asking(statement: Statement): (() => Promise<Row[]>) & Side
  /** Anything that runs on this connection. */
  doing<T>(work: () => Promise<T>): (() => Promise<T>) & Side
}

export async function withProgram<T>(
  databaseUrl: string,
  work: (connection: ProgramConnection) => Promise<T>,
): Promise<T> {
  const pool = await openDatabase({ databaseUrl, migrate: false })
  try {
    return await pool.session(async (database) => {
      const [row] = await database.query<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      const doing = <Answer>(run: () => Promise<Answer>) => computing(run, row?.pid ?? 0)
      return work({ database, doing, asking: (statement) => doing(() => database.query(statement)) })
    })
  } finally {
    await pool.close()
  }
}

/** Tells with each side what the server's process has computed, where Linux says so; NaN elsewhere. */
function computing<Run extends () => Promise<unknown>>(
  run: Run,
  processId: number,
): Run & { readonly cpuMs: () => number } {
  return Object.assign(run, { cpuMs: () => computedMs(processId) })
}

/** What a process has computed so far, where Linux says so; NaN elsewhere. */
export function computedMs(processId: number): number {
  try {
    return Number(readFileSync(`/proc/${processId}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return Number.NaN
  }
}
