// Many customers suspended at once: what the preview says comes true, and the undo leaves no trace.
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { verifyAudit } from '#services/audit/verify'
import { previewSuspension } from '#services/customers/preview-suspension'
import { suspendCustomer } from '#services/customers/suspend'
import { resumeCustomers, type SuspensionsReport, suspendCustomers } from '#services/customers/suspend-many'
import { undoSuspension } from '#services/customers/undo-suspension'
import { checkInvariants } from '#services/doctor/check-invariants'
import { dumpTables } from '../imports/dump.ts'
import { whoCounts } from '../stories/support/export.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import {
  base,
  booking,
  contextOf,
  contract,
  customer,
  importAll,
  NETWORK,
  type TestContext,
  team,
} from './network.ts'

const people = ['ada', 'ben', 'cara', 'dov', 'eve']
const key = (externalId: string) => ({ externalId })
const network = NETWORK

/** Ada pays for Ben here and at the pier; Cara has a booking beside her contract; Eve was suspended before. */
const records = [
  ...base,
  customer('dov'),
  customer('eve', { isSuspended: true }),
  ...people.filter((id) => id !== 'ben').map((id) => contract(`k-${id}`, { customerExternalId: id })),
  contract('k-pier', { locationExternalId: 'pier' }),
  contract('k-dov-pier', { locationExternalId: 'pier', customerExternalId: 'dov' }),
  booking('b-1', { customerExternalId: 'cara' }),
  team('t-1'),
]

describe.each(ENGINE_CASES)('many suspended at once, on %s', (engine) => {
  let db: Database
  let context: TestContext
  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    await emptyAllTables(db)
    context = contextOf(db)
    await importAll(context, records)
  })

  const everything = () => dumpTables(db, { without: ['imports', 'idempotency_keys'] })
  const actions = async () =>
    (
      await db.query<{ action: string }>({
        text: 'select action from audit_entries order by entry_number',
        values: [],
      })
    ).map(({ action }) => action)

  test('the preview names who stops counting, team members among them, and who stays and why', async () => {
    const before = await dumpTables(db, { withVersions: true })
    const log = await actions()
    const preview = await previewSuspension(context, { network, customers: ['ada', 'cara', 'eve'].map(key) })
    expect(preview.changes).toBe(2)
    const names = (list: readonly { externalId: string; sources: readonly string[] }[]) =>
      list.map(({ externalId, sources }) => `${externalId}: ${sources.join('+')}`)
    expect(
      preview.locations.map(({ location, before: then, after, stops, starts, stays }) => [
        `${location.externalId} ${then} → ${after}`,
        ...[names(stops), names(starts), names(stays)],
      ]),
    ).toEqual([
      ['loft 4 → 2', ['ada: contract', 'ben: team'], [], ['cara: booking']],
      ['pier 3 → 1', ['ada: contract', 'ben: team'], [], []],
    ])
    expect(await dumpTables(db, { withVersions: true })).toEqual(before)
    expect(await actions()).toEqual(log)
  })

  test('one change, one entry in the audit log for each customer it changed, and the same again changes nothing', async () => {
    const asked = { network, customers: [...['ada', 'eve', 'ada', 'dov'].map(key)] }
    const report = await suspendCustomers(context, asked)
    expect(report.customers.map(({ customer: of, hasChanges }) => [of.externalId, hasChanges])).toEqual([
      ['ada', true],
      ['eve', false],
      ['dov', true],
    ])
    expect((await actions()).slice(1)).toEqual(['customer.suspend', 'customer.suspend'])
    expect(await suspendCustomers(context, asked)).toMatchObject({ changeId: null, hasChanges: false })
    const resumed = await resumeCustomers({ ...context, now: () => new Date('2026-11-21') }, asked)
    expect(resumed.customers.every(({ hasChanges }) => hasChanges)).toBe(true)
    expect(await verifyAudit(context)).toMatchObject({ isIntact: true })
    expect(await checkInvariants(db, context.asker)).toEqual([])
  })

  test('all or none, a key that was used is answered the same, and a thousand are the most', async () => {
    const before = await everything()
    const unknown = suspendCustomers(context, { network, customers: [key('ada'), key('nobody')] })
    await expect(unknown).rejects.toMatchObject({ code: 'CUSTOMER_NOT_FOUND' })
    const many = suspendCustomers(context, {
      network,
      customers: Array.from({ length: 1001 }, () => key('ada')),
    })
    await expect(many).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
    const ahead = { network, customers: [key('ada')], at: new Date('2027-01-01') }
    await expect(previewSuspension(context, ahead)).rejects.toMatchObject({ code: 'INVALID_INSTANT' })
    expect(await everything()).toEqual(before)
    const idempotency = { key: 'once', requestHash: 'same' }
    const first = await suspendCustomers(context, { network, customers: [key('ada')], idempotency })
    expect(await suspendCustomers(context, { network, customers: [key('ada')], idempotency })).toEqual(first)
  })

  test('an undo is refused once the suspension was changed again, and of what is no suspension', async () => {
    const { changeId } = await suspendCustomers(context, { network, customers: ['ada', 'dov'].map(key) })
    context.clock = new Date('2026-11-21T00:00:00Z')
    const later = await resumeCustomers(context, { network, customers: [key('dov')] })
    const overtaken = undoSuspension(context, { network, changeId: changeId ?? 0 })
    await expect(overtaken).rejects.toMatchObject({ code: 'CHANGE_OVERTAKEN' })
    await undoSuspension(context, { network, changeId: later.changeId ?? 0 })
    await undoSuspension(context, { network, changeId: changeId ?? 0 })
    for (const gone of [changeId ?? 0, 1, 2_147_483_647]) {
      await expect(undoSuspension(context, { network, changeId: gone })).rejects.toMatchObject({
        code: 'CHANGE_NOT_FOUND',
      })
    }
    expect((await actions()).slice(-3)).toEqual([
      'customer.undo_resume',
      'customer.undo_suspend',
      'customer.undo_suspend',
    ])
    expect(await verifyAudit(context)).toMatchObject({ isIntact: true })
  })

  test('whoever is chosen and whenever: the preview comes true, and the undo restores every row', async () => {
    await suspendCustomer(context, { network, customer: key('dov'), at: new Date('2026-11-08') })
    const chosen = fc.record({
      customers: fc.subarray(people, { minLength: 1 }),
      day: fc.integer({ min: 1, max: 19 }),
      verb: fc.constantFrom('suspend' as const, 'resume' as const),
    })
    const check = async ({
      customers,
      day,
      verb,
    }: {
      customers: string[]
      day: number
      verb: 'suspend' | 'resume'
    }) => {
      const at = new Date(Date.UTC(2026, 10, day, 7))
      const asked = { network, customers: customers.map(key), at }
      const rows = await everything()
      const then = await whoCounts(context, at)
      const preview = await previewSuspension(context, { ...asked, verb })
      const act = verb === 'suspend' ? suspendCustomers : resumeCustomers
      const report: SuspensionsReport = await act(context, asked)
      const now = await whoCounts(context, at)
      expect(report.customers.filter(({ hasChanges }) => hasChanges)).toHaveLength(preview.changes)
      for (const { location, before, after, stops, starts, stays } of preview.locations) {
        const here = (list: readonly string[]) =>
          list.filter((line) => line.includes(` at ${location.name}: `))
        const lines = (list: typeof stays) =>
          list.map(({ name, sources }) => `${name} at ${location.name}: ${sources.join(' + ')}`)
        expect([before, after]).toEqual([here(then).length, here(now).length])
        const nameOf = (line: string) => line.split(' at ')[0]
        const names = (list: readonly string[]) => new Set(here(list).map(nameOf))
        expect(lines(stops)).toEqual(here(then).filter((line) => !names(now).has(nameOf(line))))
        expect(lines(starts)).toEqual(here(now).filter((line) => !names(then).has(nameOf(line))))
        expect(here(now)).toEqual(expect.arrayContaining(lines(stays)))
      }
      if (report.changeId !== null) await undoSuspension(context, { network, changeId: report.changeId })
      expect(await everything()).toEqual(rows)
    }
    await fc.assert(fc.asyncProperty(chosen, check), { numRuns: 12, endOnFailure: true })
    expect(await checkInvariants(db, context.asker)).toEqual([])
  })
})
