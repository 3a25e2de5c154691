// An import that fails leaves everything as it was, whenever it fails; and two at once do not meet.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { openNexudusExport } from '#connectors/nexudus/reader'
import type { Database } from '#database/database'
import type { NetworkedRecord, RecordReader } from '#model/records'
import { programContext } from '#services/context'
import { importRecords } from '#services/imports/import-records'
import { type ExportFiles, whoCounts } from '../stories/support/export.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { type Dump, dumpTables, loadedTables, restartNumbers } from './dump.ts'
import { harbour, inWindow, withMore } from './harbour.ts'

const now = new Date('2026-11-10T00:00:00Z')
const additions: ExportFiles = {
  coworkers: [{ Id: 7006, FullName: 'Eva Reed', Active: true }],
  coworkercontracts: [{ Id: 81_009, CoworkerId: 7006, IssuedById: 501, CreatedOn: inWindow }],
  bookings: [{ Id: 91_009, CoworkerId: 7006, ResourceId: 62, CreatedOn: inWindow }],
  teams: [{ Id: 32, TeamMembers: [7006, 7003], CreateSingleInvoiceForTeam: true, PayingMemberId: 7006 }],
}

describe.each(ENGINE_CASES)('an import that fails, on %s', (engine) => {
  let db: Database
  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  beforeEach(async () => {
    await emptyAllTables(db)
    await restartNumbers(db)
  })
  afterAll(() => db.close())

  const context = () => programContext(db, () => now)
  const bring = async (reader: RecordReader) => importRecords(context(), reader)

  /** The whole state that a reader can see. */
  async function state(): Promise<{ tables: Dump; counted: readonly string[] }> {
    return { tables: await dumpTables(db, { withVersions: true }), counted: await whoCounts(context(), now) }
  }

  const starts: readonly [title: string, files: ExportFiles | null][] = [
    ['into an empty database', null],
    ['into a database with records', harbour],
  ]
  describe.each(starts)('%s', (_title, start) => {
    beforeEach(async () => {
      if (start !== null) await bring(await openExport(start))
    })

    test('after any number of batches changes nothing, and the next import completes', async () => {
      const before = await state()
      const batches = await countBatches(withMore(additions))
      expect(batches).toBeGreaterThan(8)
      for (let after = 0; after <= batches; after += 1) {
        const broken = failingAfter(await openExport(withMore(additions)), after)
        await expect(bring(broken)).rejects.toThrow('the reader broke')
        expect(await state()).toEqual(before)
        expect(await loadedTables(db)).toEqual([])
      }
      await expectNextImportToComplete()
    })

    test('while what was read is merged changes nothing, and the next import completes', async () => {
      const before = await state()
      const impossible: NetworkedRecord = {
        ...{
          kind: 'recurring_product',
          externalId: '44009',
          locationExternalId: '501',
          customerExternalId: '7001',
        },
        ...{ productName: null, soldAt: now.getTime() },
        renewal: { cycle: 'month', every: 0, from: now.getTime(), until: null },
      }
      const reader = followedBy(await openExport(withMore(additions)), [impossible])
      await expect(bring(reader)).rejects.toThrow('recurring_products_every')
      expect(await state()).toEqual(before)
      expect(await loadedTables(db)).toEqual([])
      await expectNextImportToComplete()
    })

    test('because of a file that breaks off changes nothing, and the next import completes', async () => {
      const before = await state()
      const reader = await openExport(withMore(additions), { 'invoices.json': '[{"Id": 4001, "Busin' })
      await expect(bring(reader)).rejects.toMatchObject({ code: 'IMPORT_FILE_SYNTAX' })
      expect(await state()).toEqual(before)
      await expectNextImportToComplete()
    })
  })

  test('by a kill leaves rows in its loading tables, which the next import removes', async () => {
    await bring(await openExport(harbour))
    await bring(await openExport(harbour))
    const before = await state()
    await db.script(`
      insert into loading.customers select * from customers;
      update loading.customers set name = 'Somebody else';
      insert into loading.facts select * from facts;
      update loading.facts set at = at - interval '1 day'`)
    expect(await bring(await openExport(harbour))).toMatchObject({ hasChanges: false })
    expect(await state()).toEqual(before)
    expect(await loadedTables(db)).toEqual([])
  })

  async function expectNextImportToComplete(): Promise<void> {
    expect(await bring(await openExport(withMore(additions)))).toMatchObject({
      problemCount: 0,
      hasChanges: true,
    })
    expect(await whoCounts(context(), now)).toEqual([
      'Ada Quill at Harbour Loft: contract',
      'Ben Frost at Harbour Loft: team',
      'Cara Lind at Harbour Loft: booking + customer_invoice + team',
      'Eva Reed at Harbour Loft: contract',
      'Kit Moss at Harbour Loft: recurring_product',
      'Cara Lind at Old Pier: team',
      'Eva Reed at Old Pier: booking',
      'Kit Moss at Old Pier: booking',
    ])
  }

  test('because another one runs loses nothing of either', async () => {
    const slow = pausing(await openExport(harbour))
    const first = bring(slow.reader)
    await slow.reached
    const second = bring(await openExport(withMore(additions)))
    await expect(second).rejects.toMatchObject({ code: 'IMPORT_RUNNING' })
    slow.resume()
    expect(await first).toMatchObject({ hasChanges: true, problemCount: 0 })
    await expectNextImportToComplete()
  })

  test('does not stand in the way of counting meanwhile', async () => {
    await bring(await openExport(harbour))
    const before = await whoCounts(context(), now)
    const slow = pausing(await openExport(withMore(additions)))
    const running = bring(slow.reader)
    await slow.reached
    expect(await whoCounts(context(), now)).toEqual(before)
    slow.resume()
    await running
    expect(await whoCounts(context(), now)).not.toEqual(before)
  })

  test('can be followed at once by the one that had to wait', async () => {
    const outcomes = await Promise.allSettled([
      bring(await openExport(harbour)),
      bring(await openExport(harbour)),
    ])
    const fulfilled = outcomes.filter((outcome) => outcome.status === 'fulfilled')
    const rejected = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(fulfilled).toHaveLength(1)
    expect(rejected.map((outcome) => outcome.reason.code)).toEqual(['IMPORT_RUNNING'])
    expect(await bring(await openExport(harbour))).toMatchObject({ hasChanges: false })
  })
})

/** An export folder that stays until the test has ended. */
async function openExport(
  files: ExportFiles,
  asText: Readonly<Record<string, string>> = {},
): Promise<RecordReader> {
  const dir = await mkdtemp(join(tmpdir(), 'headcount-export-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  for (const [name, records] of Object.entries(files)) {
    await writeFile(join(dir, `${name}.json`), JSON.stringify(records))
  }
  for (const [name, text] of Object.entries(asText)) await writeFile(join(dir, name), text)
  return openNexudusExport(dir)
}

async function countBatches(files: ExportFiles): Promise<number> {
  let batches = 0
  for await (const _ of (await openExport(files)).read({ onProblem: () => {} })) batches += 1
  return batches
}

/** Hands on so many batches, then throws. */
function failingAfter(reader: RecordReader, batches: number): RecordReader {
  return {
    ...reader,
    read: async function* (events) {
      let left = batches
      for await (const batch of reader.read(events)) {
        if (left === 0) break
        left -= 1
        yield batch
      }
      throw new Error('the reader broke')
    },
  }
}

function followedBy(reader: RecordReader, more: readonly NetworkedRecord[]): RecordReader {
  return {
    ...reader,
    read: async function* (events) {
      yield* reader.read(events)
      yield more
    },
  }
}

/** Stops after its third batch until it is told to go on. */
function pausing(reader: RecordReader): { reader: RecordReader; reached: Promise<void>; resume(): void } {
  let reach = () => {}
  let resume = () => {}
  const reached = new Promise<void>((resolve) => {
    reach = resolve
  })
  const resumed = new Promise<void>((resolve) => {
    resume = resolve
  })
  const read: RecordReader['read'] = async function* (events) {
    let batches = 0
    for await (const batch of reader.read(events)) {
      yield batch
      batches += 1
      if (batches !== 3) continue
      reach()
      await resumed
    }
  }
  return { reader: { ...reader, read }, reached, resume: () => resume() }
}
