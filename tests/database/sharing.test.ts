import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database, Session } from '#database/database'
import { ENGINE_CASES, openEmptyDatabase } from '../support/engines.ts'

const names = (session: Session) =>
  session.query({ text: 'select name from notes order by name', values: [] })
const add = (session: Session, name: string) =>
  session.query({ text: 'insert into notes (name) values ($1)', values: [name] })

/** A promise and the way to fulfil it. */
function signal() {
  let send = () => {}
  const received = new Promise<void>((resolve) => {
    send = resolve
  })
  return { send, received }
}

describe.each(ENGINE_CASES)('sharing a database on %s', (engine) => {
  let db: Database
  beforeAll(async () => {
    db = await openEmptyDatabase(engine)
    await db.script('create table notes (name text not null)')
  })
  beforeEach(() => db.script('truncate notes'))
  afterAll(() => db.close())

  test('what a transaction wrote stays when it ends well', async () => {
    const result = await db.transaction(async (session) => {
      await add(session, 'kept')
      return 'done'
    })
    expect(result).toBe('done')
    expect(await names(db)).toEqual([{ name: 'kept' }])
  })

  test('what a transaction wrote is gone when it throws, and the error arrives', async () => {
    const work = db.transaction(async (session) => {
      await add(session, 'lost')
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await names(db)).toEqual([])
  })

  test('an insert made beside a transaction that rolls back survives, and readers see only what stands', async () => {
    const open = signal()
    const beside: Promise<unknown>[] = []
    const rolledBack = db.transaction(async (session) => {
      await add(session, 'lost')
      open.send()
      await new Promise((resolve) => setTimeout(resolve, 50))
      throw new Error('rolled back')
    })
    await open.received
    beside.push(add(db, 'survives'), names(db))
    await expect(rolledBack).rejects.toThrow('rolled back')
    const [, seen] = await Promise.all(beside)
    expect([[], [{ name: 'survives' }]]).toContainEqual(seen)
    expect(await names(db)).toEqual([{ name: 'survives' }])
  })

  test('a transaction whose failed statement was swallowed is an error, not a silent rollback', async () => {
    const work = db.transaction(async (session) => {
      await add(session, 'lost')
      await session.script('select 1 / 0').catch(() => undefined)
    })
    await expect(work).rejects.toThrow('rolled back')
    expect(await names(db)).toEqual([])
  })

  test('using the database inside its own transaction is refused instead of waiting for ever', async () => {
    await expect(db.transaction(() => names(db))).rejects.toThrow('use the session')
    expect(await names(db)).toEqual([])
  })

  test('a transaction that has ended takes no more statements', async () => {
    const session = await db.transaction(async (session) => session)
    await expect(names(session)).rejects.toThrow('has ended')
  })

  test('statements that a transaction does not await belong to it', async () => {
    await db.transaction(async (session) => {
      void add(session, 'a')
      void add(session, 'b')
    })
    expect(await names(db)).toEqual([{ name: 'a' }, { name: 'b' }])
  })

  test('when one of several statements made at once fails, none of the others stays or runs later', async () => {
    const work = db.transaction((session) =>
      Promise.all([session.script('select 1 / 0'), add(session, 'a'), add(session, 'b')]),
    )
    await expect(work).rejects.toMatchObject({ code: '22012' })
    expect(await names(db)).toEqual([])
  })

  test('a read-only transaction refuses to write, and a repeatable read sees one state', async () => {
    await expect(db.transaction((session) => add(session, 'x'), { readOnly: true })).rejects.toMatchObject({
      code: '25006',
    })
    const text = `select current_setting('transaction_isolation') as level`
    const rows = await db.transaction((session) => session.query({ text, values: [] }), {
      isolation: 'repeatable read',
      readOnly: true,
    })
    expect(rows).toEqual([{ level: 'repeatable read' }])
  })

  test('others may run between two statements of a session', async () => {
    await db.session(async (session) => {
      await add(session, 'in session')
      await add(db, 'beside')
      await session.transaction((inner) => add(inner, 'inner'))
    })
    expect(await names(db)).toEqual([{ name: 'beside' }, { name: 'in session' }, { name: 'inner' }])
  })

  test('many at once are all served', async () => {
    await Promise.all(Array.from({ length: 60 }, (_, i) => add(db, String(i))))
    expect(await names(db)).toHaveLength(60)
  })

  test('a named lock is held by one at a time, and free again after work that threw', async () => {
    const busy = () => {
      throw new Error('busy')
    }
    const first = db.withLock(
      'import 1',
      async (session) => {
        await add(session, 'first')
        await expect(db.withLock('import 1', async () => undefined, busy)).rejects.toThrow('busy')
        expect(await db.withLock('import 2', async () => 'other', busy)).toBe('other')
        throw new Error('failed')
      },
      busy,
    )
    await expect(first).rejects.toThrow('failed')
    expect(await db.withLock('import 1', async () => 'again', busy)).toBe('again')
  })

  test('housekeeping runs', async () => {
    await add(db, 'a')
    await db.housekeep(['notes'])
    const text = `select reltuples::int as rows from pg_class where relname = 'notes'`
    expect(await db.query({ text, values: [] })).toEqual([{ rows: 1 }])
  })
})
