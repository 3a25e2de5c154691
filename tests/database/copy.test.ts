import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { ENGINE_CASES, openEmptyDatabase } from '../support/engines.ts'

const ROW_COUNT = 300_000

async function* manyRows(): AsyncGenerator<Buffer> {
  for (let from = 1; from <= ROW_COUNT; from += 10_000) {
    const lines = Array.from({ length: 10_000 }, (_, i) => `${from + i}\t${'x'.repeat(60)}\n`)
    yield Buffer.from(lines.join(''))
  }
}

describe.each(ENGINE_CASES)('copying in on %s', (engine) => {
  let db: Database
  const all = (text: string) => db.query({ text, values: [] })

  beforeAll(async () => {
    db = await openEmptyDatabase(engine)
    await db.script('create table notes (id int, body text)')
  })
  beforeEach(() => db.script('truncate notes'))
  afterAll(() => db.close())

  test('every escape of the text format arrives as meant', async () => {
    const rows = [
      '1\ta\\tb',
      '2\tline\\nline',
      '3\tback\\\\slash',
      '4\t\\N',
      '5\t',
      '6\té😀',
      '7\tcarriage\\r',
      '8\t\\\\N',
      '9\t\\\\.',
    ]
    const chunks = [
      Buffer.from(`${rows.slice(0, 4).join('\n')}\n`),
      Buffer.from(`${rows.slice(4).join('\n')}\n`),
    ]
    expect(await db.copyIn('notes (id, body)', chunks)).toBe(9)
    expect(await all('select body from notes order by id')).toEqual([
      { body: 'a\tb' },
      { body: 'line\nline' },
      { body: 'back\\slash' },
      { body: null },
      { body: '' },
      { body: 'é😀' },
      { body: 'carriage\r' },
      { body: '\\N' },
      { body: '\\.' },
    ])
  })

  test('nothing to copy is no error', async () => {
    expect(await db.copyIn('notes', [])).toBe(0)
    expect(await db.copyIn('notes', [Buffer.alloc(0)])).toBe(0)
  })

  test('more than fits one batch arrives whole', async () => {
    expect(await db.copyIn('notes', manyRows())).toBe(ROW_COUNT)
    const text =
      'select count(*) as count, count(distinct id) as ids, min(length(body)) as shortest from notes'
    expect(await all(text)).toEqual([{ count: ROW_COUNT, ids: ROW_COUNT, shortest: 60 }])
  })

  test('a copy belongs to its transaction', async () => {
    const work = db.transaction(async (session) => {
      expect(await session.copyIn('notes', [Buffer.from('1\ta\n')])).toBe(1)
      throw new Error('rolled back')
    })
    await expect(work).rejects.toThrow('rolled back')
    expect(await all('select * from notes')).toEqual([])
  })

  test('a bad row is an error with its state, and the connection goes on', async () => {
    await expect(db.copyIn('notes', [Buffer.from('x\ta\n')])).rejects.toMatchObject({ code: '22P02' })
    expect(await db.copyIn('notes', [Buffer.from('1\ta\n')])).toBe(1)
  })

  test('a source that fails ends the copy with its error, and the connection goes on', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('1\ta\n')
      throw new Error('unreadable')
    }
    await expect(db.copyIn('notes', broken())).rejects.toThrow('unreadable')
    expect(await all('select count(*) as count from notes')).toEqual([{ count: 0 }])
  })
})
