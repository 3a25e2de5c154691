import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { ENGINE_CASES, openTestDatabase } from '../support/engines.ts'

const VALUES: readonly [sql: string, expected: unknown][] = [
  ['null::int', null],
  ['7::smallint', 7],
  ['(-2147483648)::int', -2147483648],
  ['9007199254740991::bigint', 9007199254740991],
  ['count(*)', 1],
  ['1.5::double precision', 1.5],
  ['12345678901234567890.10::numeric', '12345678901234567890.10'],
  [`'it''s'::text`, "it's"],
  ['true', true],
  ['false', false],
  [`'2026-11-20T12:00:00Z'::timestamptz`, new Date('2026-11-20T12:00:00Z')],
  [`'2026-11-20T12:00:00.123456+05:30'::timestamptz`, new Date('2026-11-20T06:30:00.123Z')],
  [`'infinity'::timestamptz`, Number.POSITIVE_INFINITY],
  [`'-infinity'::timestamptz`, Number.NEGATIVE_INFINITY],
  [`'12026-01-02T00:00:00Z'::timestamptz`, new Date('+012026-01-02T00:00:00Z')],
  [`'0044-03-15T12:00:00Z BC'::timestamptz`, new Date('-000043-03-15T12:00:00Z')],
  [`'2026-11-20'::date`, '2026-11-20'],
  [`'{"a": [1, null]}'::jsonb`, { a: [1, null] }],
  [`'{1,2,NULL}'::int[]`, [1, 2, null]],
  [`'{}'::int[]`, []],
  [
    `'{{1,2},{3,4}}'::bigint[]`,
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [`array['a,b', '"', '\\', 'NULL', null, '{}', '']`, ['a,b', '"', '\\', 'NULL', null, '{}', '']],
  [
    `array['2026-11-20T12:00:00Z'::timestamptz, 'infinity']`,
    [new Date('2026-11-20T12:00:00Z'), Number.POSITIVE_INFINITY],
  ],
  [`array[true, false]`, [true, false]],
  [`array['1.10'::numeric]`, ['1.10']],
  [`'\\x00ff'::bytea`, Buffer.from([0, 255])],
]

const PARAMETERS: readonly [type: string, value: unknown, expected: unknown][] = [
  ['timestamptz', new Date('2026-11-20T12:00:00.123Z'), new Date('2026-11-20T12:00:00.123Z')],
  ['timestamptz', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ['int[]', [1, null, 3], [1, null, 3]],
  ['text[]', ['a,b', '"', '\\', null, 'é😀'], ['a,b', '"', '\\', null, 'é😀']],
  ['timestamptz[]', [new Date(0)], [new Date(0)]],
  ['boolean', true, true],
  ['bigint', 9007199254740991, 9007199254740991],
  ['bytea', Buffer.from([1, 0, 2]), Buffer.from([1, 0, 2])],
  ['text', '', ''],
]

describe.each(ENGINE_CASES)('types on %s', (engine) => {
  let db: Database
  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  afterAll(() => db.close())

  test.each(VALUES)('%s', async (sql, expected) => {
    expect(await db.query({ text: `select ${sql} as value`, values: [] })).toEqual([{ value: expected }])
  })

  test.each(PARAMETERS)('a parameter of type %s: %s', async (type, value, expected) => {
    expect(await db.query({ text: `select $1::${type} as value`, values: [value] })).toEqual([
      { value: expected },
    ])
  })

  test('an instant is the same instant whatever the time zone of this process', async () => {
    const rows = await db.query({ text: `select current_setting('timezone') as zone`, values: [] })
    expect(rows).toEqual([{ zone: 'UTC' }])
  })

  test('a bigint that a number cannot hold is an error, and the connection goes on', async () => {
    const text = 'select 9007199254740993::bigint as value'
    await expect(db.query({ text, values: [] })).rejects.toThrow('does not fit')
    expect(await db.query({ text: 'select 1 as value', values: [] })).toEqual([{ value: 1 }])
  })

  test('an SQL error carries its state, and a repeated statement goes on after it', async () => {
    const statement = (divisor: number) => ({ text: 'select 10 / $1::int as value', values: [divisor] })
    for (const divisor of [5, 2, 0, 1]) {
      if (divisor === 0) await expect(db.query(statement(0))).rejects.toMatchObject({ code: '22012' })
      else expect(await db.query(statement(divisor))).toEqual([{ value: 10 / divisor }])
    }
  })

  test('a repeated statement is prepared by name, and the least recently used one gives way', async () => {
    await db.session(async (session) => {
      for (const round of [0, 1, 2]) {
        for (let i = 0; i < 220; i++) {
          const rows = await session.query({ text: `select $1::int + ${i} as value`, values: [round] })
          expect(rows).toEqual([{ value: round + i }])
        }
      }
      const text = 'select count(*) as count from pg_prepared_statements'
      const [row] = await session.query<{ count: number }>({ text, values: [] })
      expect(row?.count).toBe(200)
    })
  })
})
