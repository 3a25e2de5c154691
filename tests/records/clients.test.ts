// Several clients at once, a client that is killed, and an import that runs meanwhile.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { openDatabase } from '#database/open'
import type { NetworkedRecord } from '#model/records'
import { checkInvariants } from '#services/doctor/check-invariants'
import { importRecords } from '#services/imports/import-records'
import { upsertRecords } from '#services/records/upsert'
import { DOOR_ENGINES, type DoorEngine, Place } from '../support/cli.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import {
  base,
  booking,
  contextOf,
  customer,
  importAll,
  NETWORK,
  readerOf,
  type TestContext,
  team,
  upsert,
} from './network.ts'

const count = async (db: Database, table: string) => {
  const [row] = await db.query<{ rows: number }>({
    text: `select count(*)::int as rows from ${table}`,
    values: [],
  })
  return row?.rows
}

const batch = (size: number): NetworkedRecord[] => [
  ...Array.from({ length: size }, (_, n) => booking(String(1000 + n), { customerExternalId: 'new' })),
  ...Array.from({ length: 20 }, (_, n) => booking(`b-${n}`)),
  customer('new'),
  team('t-1', { memberExternalIds: ['new', 'ben'] }),
]

describe.each(ENGINE_CASES)('several clients on %s', (engine) => {
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

  test('the same batch by eight at once leaves each record once, and seven are told that nothing changed', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => upsert(context, ...batch(300))))
    expect(answers.map(({ hasChanges }) => hasChanges).sort()).toEqual([...Array(7).fill(false), true])
    expect(answers.filter(({ counts }) => counts.booking?.added === 320)).toHaveLength(1)
    expect(answers.filter(({ counts }) => counts.booking?.unchanged === 320)).toHaveLength(7)
    expect([
      await count(db, 'facts'),
      await count(db, 'customers'),
      await count(db, 'external_refs'),
    ]).toEqual([320, 4, 20])
    expect(await checkInvariants(db, context.asker)).toEqual([])
  })

  test('different batches that overlap, by eight at once, in numbers that do not rise', async () => {
    const part = (client: number) =>
      Array.from({ length: 200 }, (_, n) => booking(String(5000 + ((client * 150 + n) % 1200))))
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, client) => upsert(context, ...part(7 - client))),
    )
    const added = answers.reduce((sum, { counts }) => sum + (counts.booking?.added ?? 0), 0)
    expect([added, await count(db, 'facts')]).toEqual([1200, 1200])
    expect(await checkInvariants(db, context.asker)).toEqual([])
  })

  test('while an import runs a batch is refused at once, and afterwards it is taken', async () => {
    let refused: unknown
    const reader = readerOf([booking('1')])
    await importRecords(
      context,
      {
        ...reader,
        async *read() {
          refused = await upsert(context, booking('b-1')).catch((error: unknown) => error)
          yield [booking('1')]
        },
      },
      { networkName: NETWORK },
    )
    expect(refused).toMatchObject({ code: 'IMPORT_RUNNING' })
    expect((await upsert(context, booking('b-1'))).hasChanges).toBe(true)
    expect(await count(db, 'facts')).toBe(2)
  })

  test('an import waits for the batches that run', async () => {
    const batches = Array.from({ length: 6 }, (_, n) =>
      upsert(context, booking(String(100 + n)), customer(`c-${n}`)).catch(
        (error: { code?: string }) => error.code,
      ),
    )
    await importAll(context, [customer('late'), booking('1')])
    for (const answer of await Promise.all(batches)) {
      expect(answer === 'IMPORT_RUNNING' || typeof answer === 'object').toBe(true)
    }
    expect(await checkInvariants(db, context.asker)).toEqual([])
  })
})

describe.each(DOOR_ENGINES)('a client that is killed on %s', (engine: DoorEngine) => {
  let place: Place

  beforeAll(async () => {
    place = await Place.make(engine)
    const db = await openPlace(place)
    await importAll(contextOf(db), base)
    await db.close()
  })
  afterAll(() => place?.remove())

  test.each([20, 120, 400])(
    '%i ms into its batches: each is there whole or not at all, and again completes',
    async (ms) => {
      const child = fork(join(import.meta.dirname, 'child.ts'), {
        execArgv: ['--conditions=source', '--import', 'tsx'],
        env: { PATH: process.env.PATH, PLACE: JSON.stringify(place.where), FIRST: String(ms * 100_000) },
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      })
      const ended = once(child, 'exit')
      await Promise.race([once(child, 'message'), ended])
      await sleep(ms)
      child.kill('SIGKILL')
      await ended
      const db = await openPlace(place)
      try {
        const context = contextOf(db)
        expect(
          ((await count(db, `facts where ref >= ${ms * 100_000} and ref < ${(ms + 1) * 100_000}`)) ?? 0) %
            500,
        ).toBe(0)
        expect(await checkInvariants(db, context.asker)).toEqual([])
        const records = Array.from({ length: 2000 }, (_, n) => booking(String(ms * 100_000 + n)))
        const counts = (await upsertRecords(context, { network: NETWORK, records })).counts.booking
        expect((counts?.added ?? 0) + (counts?.unchanged ?? 0)).toBe(2000)
        const again = await upsertRecords(context, { network: NETWORK, records })
        expect(again.counts.booking?.unchanged).toBe(2000)
        expect(await checkInvariants(db, context.asker)).toEqual([])
      } finally {
        await db.close()
      }
    },
  )
})

function openPlace(place: Place): Promise<Database> {
  return openDatabase({ ...place.where, template: null })
}
