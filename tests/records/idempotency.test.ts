// A request that is sent again under its key: done once, answered the same.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { NO_NETWORK, runOnce } from '#services/idempotency'
import { upsertRecords } from '#services/records/upsert'
import { dumpTables } from '../imports/dump.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { base, booking, contextOf, importAll, NETWORK, type TestContext } from './network.ts'

describe.each(ENGINE_CASES)('idempotency keys on %s', (engine) => {
  let db: Database
  let context: TestContext

  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    await emptyAllTables(db)
    context = contextOf(db)
    await importAll(context, base)
  })

  const send = (key: string, requestHash: string, externalId: string) =>
    upsertRecords(context, {
      network: NETWORK,
      records: [booking(externalId)],
      idempotency: { key, requestHash },
    })

  test('the same request gets the same answer, and is done once', async () => {
    const first = await send('k', 'one', 'b-1')
    const before = await dumpTables(db, { withVersions: true })
    context.clock = new Date('2026-11-21T11:59:59Z')
    expect(await send('k', 'one', 'b-1')).toEqual(first)
    expect(first.counts.booking).toEqual({ added: 1, changed: 0, unchanged: 0 })
    expect(await dumpTables(db, { withVersions: true })).toEqual(before)
  })

  test('another request under the same key is refused, and nothing of it is done', async () => {
    await send('k', 'one', 'b-1')
    const before = await dumpTables(db)
    await expect(send('k', 'two', 'b-2')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' })
    expect(await dumpTables(db)).toEqual(before)
  })

  test('after a day the key is new', async () => {
    await send('k', 'one', 'b-1')
    await send('other', 'one', 'b-3')
    context.clock = new Date('2026-11-21T12:00:00Z')
    expect((await send('k', 'two', 'b-2')).counts.booking?.added).toBe(1)
    const rows = await db.query({ text: 'select key from idempotency_keys', values: [] })
    expect(rows).toEqual([{ key: 'k' }])
  })

  test('a request that failed was not done, and may be sent again', async () => {
    const idempotency = { key: 'k', requestHash: 'one' }
    const records = [booking('b-1', { customerExternalId: 'nobody' })]
    await expect(upsertRecords(context, { network: NETWORK, records, idempotency })).rejects.toMatchObject({
      code: 'RECORDS_INVALID',
    })
    expect((await send('k', 'two', 'b-1')).counts.booking?.added).toBe(1)
  })

  test('sent by eight at once it is done once, and all get the answer', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => send('k', 'one', 'b-1')))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]?.counts.booking).toEqual({ added: 1, changed: 0, unchanged: 0 })
  })

  test('work of no network is done once too, by whoever comes first', async () => {
    let runs = 0
    const once = () =>
      db.transaction((session) =>
        runOnce(
          session,
          { networkId: NO_NETWORK, key: 'k', requestHash: 'one', now: context.clock },
          async () => {
            runs += 1
            return { run: runs }
          },
        ),
      )
    expect(await Promise.all([once(), once(), once()])).toEqual([{ run: 1 }, { run: 1 }, { run: 1 }])
  })

  test.each(['', 'x'.repeat(201), 'a\nb', 7])('%j is no key', async (key) => {
    const idempotency = { key: key as string, requestHash: 'one' }
    const records = [booking('b-1')]
    await expect(upsertRecords(context, { network: NETWORK, records, idempotency })).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    })
  })
})
