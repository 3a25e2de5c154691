import { expect, test } from 'vitest'
import { routeStatement } from '#database/postgresql/route-statement'

const limited = (table: string, place: number) => `(select * from ${table} where network_id = $${place}::int)`

test('every table that a statement reads is limited to the network that it names', () => {
  const text =
    'select f.ref from facts f where f.network_id = $1::int and exists (select from contracts where ref = f.ref)'
  expect(routeStatement({ text, values: [7] })).toEqual({
    text: `select f.ref from ${limited('facts', 2)} f where f.network_id = $1::int and exists (select from ${limited('contracts', 2)} contracts where ref = f.ref)`,
    values: [7, 7],
  })
})

test('a list of one network names it, and a table that is written to stays as it is', () => {
  const text = 'delete from facts known using teams where known.network_id = any ($1::int[])'
  expect(routeStatement({ text, values: [[7]] })).toEqual({
    text: `delete from facts known using ${limited('teams', 2)} teams where known.network_id = any ($1::int[])`,
    values: [[7], 7],
  })
})

test.each([
  ['names no network', 'select from facts where location_id = $1::int', [7]],
  [
    'names two',
    'select from facts f join teams t on f.network_id = $1::int and t.network_id = $2::int',
    [7, 8],
  ],
  ['names a list of several', 'select from facts where network_id = any ($1::int[])', [[7, 8]]],
  ['reads no table of a network', 'select from networks where network_id = $1::int', [7]],
  ['reads a table being loaded', 'select from loading.facts where network_id = $1::int', [7]],
])('a statement that %s stays as it is', (_title, text, values) => {
  expect(routeStatement({ text, values })).toEqual({ text, values })
})
