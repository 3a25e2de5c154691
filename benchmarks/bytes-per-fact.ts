/** What a fact takes on disk, table and index together, and what the columns beyond the prototype's cost. */
import type { ClientBase } from 'pg'
import { type Bench, withClients } from './support/bench.ts'
import type { Figure } from './support/figures.ts'

export async function bytesPerFact({ headcount, yardsticks }: Bench): Promise<Figure[]> {
  return withClients([headcount, yardsticks], async ([ours, theirs]) => {
    const facts = await bytesPerRow(ours, 'facts', 'facts_key')
    const prototype = await bytesPerRow(theirs, 'prototype.activity', 'prototype.activity_key')
    const location = await bytesPerRow(ours, 'location_customers', 'location_customers_pkey')
    return [
      { what: 'bytes a fact: table and key', value: facts.table + facts.index, unit: 'bytes', atMost: 120 },
      { what: 'bytes a fact: table', value: facts.table, unit: 'bytes' },
      { what: 'bytes a fact: key', value: facts.index, unit: 'bytes' },
      { what: 'bytes a fact: prototype', value: prototype.table + prototype.index, unit: 'bytes' },
      {
        what: 'bytes a fact: network, import and kind beyond the prototype',
        value: facts.table + facts.index - prototype.table - prototype.index,
        unit: 'bytes',
      },
      { what: 'bytes a customer of a location', value: location.table + location.index, unit: 'bytes' },
    ]
  })
}

async function bytesPerRow(
  client: ClientBase,
  table: string,
  index: string,
): Promise<{ table: number; index: number }> {
  const { rows } = await client.query<{ rows: string; table: string; index: string }>(
    `select
      (select count(*) from ${table}) as rows,
      pg_relation_size('${table}') as table,
      pg_relation_size('${index}') as index`,
  )
  const [row] = rows
  if (row === undefined) throw new Error(`no answer about ${table}`)
  return { table: Number(row.table) / Number(row.rows), index: Number(row.index) / Number(row.rows) }
}
