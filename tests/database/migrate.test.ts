import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { checkSchemaAge, migrate } from '#database/migrate'
import { splitScript } from '#database/split-script'
import { ENGINE_CASES, openEmptyDatabase } from '../support/engines.ts'

const FIRST = `-- what it is for; really
create table a (id int); -- one
create function f() returns text language sql as $$ select 'a;b'; $$;
create table "b;c" (text text default ';');
`

describe.each(ENGINE_CASES)('migrations on %s', (engine) => {
  let db: Database
  let folder: string
  const write = (name: string, script: string) => writeFile(join(folder, name), script)
  const applied = () =>
    db.query({ text: 'select number, name, is_breaking from schema_migrations order by number', values: [] })

  beforeEach(async () => {
    db = await openEmptyDatabase(engine)
    folder = await mkdtemp(join(tmpdir(), 'headcount-migrations-'))
    await write('0001_first.sql', FIRST)
    await write('0002_second.sql', '-- breaking\ninsert into a values (1);')
  })
  afterEach(async () => {
    await db.close()
    await rm(folder, { recursive: true })
  })

  test('they are applied in order, and a second time there is nothing to do', async () => {
    expect(await migrate(db, folder)).toEqual(['first', 'second'])
    expect(await migrate(db, folder)).toEqual([])
    expect(await db.query({ text: 'select id, f() as f from a', values: [] })).toEqual([{ id: 1, f: 'a;b' }])
    expect(await applied()).toEqual([
      { number: 1, name: 'first', is_breaking: false },
      { number: 2, name: 'second', is_breaking: true },
    ])
  })

  test('one that fails leaves nothing behind but those before it', async () => {
    await write('0003_third.sql', 'create table d (id int); select 1 / 0;')
    await expect(migrate(db, folder)).rejects.toMatchObject({ code: '22012' })
    expect(await applied()).toHaveLength(2)
    expect(await db.query({ text: `select to_regclass('d') as d`, values: [] })).toEqual([{ d: null }])
  })

  test('a newer breaking one is refused, a newer one that breaks nothing is not', async () => {
    await migrate(db, folder)
    await db.script(`insert into schema_migrations (number, name, is_breaking) values (7, 'wider', false)`)
    expect(await migrate(db, folder)).toEqual([])
    await db.script(`insert into schema_migrations (number, name, is_breaking) values (8, 'narrower', true)`)
    const refused = { code: 'SCHEMA_TOO_NEW', message: expect.stringContaining('0008_narrower') }
    await expect(migrate(db, folder)).rejects.toMatchObject(refused)
    await expect(checkSchemaAge(db, folder)).rejects.toMatchObject(refused)
  })

  test.each([
    ['a table', 'create table orders (id int)', /: orders\.$/],
    ['a table of migrations', 'create table schema_migrations (version text)', /: schema_migrations\.$/],
    [
      'many',
      'create table f (id int); create view e as select 1 as x; create table a (); create table b (); create table c (); create table d ()',
      /: a, b, c, d, e, …\.$/,
    ],
  ])('%s of another program shuts ours out', async (_title, script, message) => {
    await db.script(script)
    const error = { code: 'DATABASE_FOREIGN', message: expect.stringMatching(message) }
    await expect(migrate(db, folder)).rejects.toMatchObject(error)
    await expect(applied()).rejects.toThrow()
  })

  test('several at once apply each one once', async () => {
    const names = await Promise.all([1, 2, 3, 4].map(() => migrate(db, folder)))
    expect(names.flat().sort()).toEqual(['first', 'second'])
    expect(await db.query({ text: 'select count(*) as count from a', values: [] })).toEqual([{ count: 1 }])
  })
})

test('a script is split only where a statement ends', () => {
  const script = `select ';' as "a;b"; /* ; */ -- ;\ndo $body$ begin; end $body$; select 'it''s;';\n\n`
  expect(splitScript(script)).toEqual([
    `select ';' as "a;b"`,
    'do $body$ begin; end $body$',
    `select 'it''s;'`,
  ])
})
