/** What every question is given: the data of one size, and the databases that hold it. */
import { readFileSync } from 'node:fs'
import pg from 'pg'
import type { Size } from '../generate/network.ts'
import type { Figure } from './figures.ts'

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

/** A plain connection with the settings that the program's own have. */
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
  const run = async () => {
    const { rows } = await client.query({ name, text, values: [...values] })
    return rows as Record<string, unknown>[]
  }
  return Object.assign(run, { cpuMs: () => cpuOf(client) })
}

/** Where Linux keeps what a process has computed, in nanoseconds; NaN where the server is not on this machine. */
export function cpuOf(client: pg.Client): number {
  try {
    const { processID } = client as unknown as { processID: number }
    return Number(readFileSync(`/proc/${processID}/schedstat`, 'utf8').split(' ')[0]) / 1e6
  } catch {
    return Number.NaN
  }
}
