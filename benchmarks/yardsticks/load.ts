/** Fills a database with both yardsticks, from the tables that the generator wrote. */
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

const PROTOTYPE_TABLES = {
  location: 'id, network_id, name',
  period: 'location_id, no, from_at, to_at',
  customer: 'id, network_id, home_location_id, name',
  suspension: 'customer_id, location_id, from_at, to_at',
  activity: 'at, ref, location_id, customer_id, source',
}

const SEPARATE_TABLES = {
  contract: 'id, location_id, customer_id, price_cents, created_at, start_at, cancel_at, paused',
  booking: 'id, location_id, customer_id, resource_id, created_at, from_at, to_at, price_cents',
  invoice: 'id, location_id, customer_id, issued_at, total_cents',
  recurring: 'id, location_id, customer_id, product_id, price_cents, purchased_at',
  team: 'id, location_id, merged, payer_id',
  team_member: 'team_id, location_id, customer_id',
}

export async function loadYardsticks(client: ClientBase, tables: string): Promise<void> {
  await client.query(`set timezone to 'UTC'`)
  for (const file of ['prototype.sql', 'separate-tables.sql']) await client.query(await script(file))
  for (const [table, columns] of Object.entries(PROTOTYPE_TABLES)) {
    await copyFile(client, `prototype.${table} (${columns})`, join(tables, `${table}.tsv`))
  }
  for (const [table, columns] of Object.entries(SEPARATE_TABLES)) {
    await copyFile(client, `separate_tables.${table} (${columns})`, join(tables, `${table}.tsv`))
  }
  await client.query('set search_path to default')
  await client.query('analyze')
  await client.query(await script('prototype-indexes.sql'))
  await client.query('vacuum analyze')
}

function script(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, name), 'utf8')
}

/** Rows of a COPY file into a table. */
export async function copyFile(client: ClientBase, target: string, path: string): Promise<void> {
  await pipeline(
    createReadStream(path, { highWaterMark: 1 << 20 }),
    client.query(copyFrom(`copy ${target} from stdin`)),
  )
}
