// The audit of a bill: its count, its price, who differs and why, on the real database.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyBillProof } from '#billing/bill-proof'
import type { BillAudit } from '#services/bills/audit'
import { ENGINE_CASES } from '../support/engines.ts'
import { NexudusStandIn } from '../support/nexudus-stand-in.ts'
import { type RunningServer, startServer } from '../support/server.ts'
import {
  ADD_ON,
  billedAccount,
  COUNTS,
  LAST_BILL,
  PLAN,
  platformListOf,
  WRONGLY_BILLED,
} from './billed-account.ts'

describe.each(ENGINE_CASES)('audits, on %s', (engine) => {
  let server: RunningServer
  let folder: string
  beforeAll(async () => {
    server = await startServer(engine)
    folder = await mkdtemp(join(tmpdir(), 'bills-'))
    const account = await NexudusStandIn.start(billedAccount())
    await account.write(folder)
    await account.close()
    const { problems } = await server.headcount.importNexudus(folder, { networkName: 'Harbour' })
    expect(problems).toEqual([])
  })
  afterAll(async () => {
    await server?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const audit = (more: object = {}): Promise<BillAudit> =>
    server.headcount.auditBill({ network: 'Harbour', bill: LAST_BILL, ...more })
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).sort()

  test('each bill is told with the count at its cut-off; the last asks for three too many', async () => {
    const { items, total } = await server.headcount.listBills({ network: 'Harbour' })
    expect(total).toBe(COUNTS.length)
    expect(items.map(({ counted }) => counted).reverse()).toEqual(COUNTS)
    expect(items.map(({ verdict }) => verdict)).toEqual([
      'more_people',
      ...Array.from({ length: COUNTS.length - 1 }, () => 'agrees'),
    ])
    expect(items[0]).toMatchObject({ difference: 3, planOrigin: 'inferred', money: { differenceMinor: 600 } })
  })

  test('without a list the group as large as the difference is the three, and it alone', async () => {
    const { candidates, sentence } = await audit()
    const exact = candidates.filter(({ isExact }) => isExact)
    expect(exact.map(({ reason }) => reason)).toEqual(['suspended'])
    expect(names(exact[0]?.people ?? [])).toEqual(WRONGLY_BILLED)
    expect(candidates.map(({ reason, count }) => [reason, count])).toEqual([
      ['suspended', 3],
      ['contract_ended', 2],
      ['cancelled', 1],
      ['earlier_window', 5],
    ])
    expect(sentence).toBe(
      'Bill P-106 asks for 27 active users, Headcount counted 24: 3 more than counted, EUR 6.00 more before discount and tax.',
    )
  })

  test('the list of a bill is found in full, and exactly the three stand on it alone', async () => {
    const [bill] = (await server.headcount.listBills({ network: 'Harbour' })).items
    const asOf = new Date(bill?.bill.cutOffAt ?? '')
    const { activeUsers, total } = await server.headcount.list({
      ...{ location: 'Harbour Loft', asOf, cutOff: 'before', limit: 100 },
    })
    expect(total).toBe(24)
    const { comparison } = await audit({ platformList: platformListOf(activeUsers) })
    expect(comparison).toMatchObject({ rows: 27, both: 24, countedAlone: [], repeated: [] })
    expect(names(comparison?.listedAlone ?? [])).toEqual(WRONGLY_BILLED)
    expect(comparison?.listedAlone.map(({ reason }) => reason)).toEqual([
      'suspended',
      'suspended',
      'suspended',
    ])
    const told = await server.headcount.explain({
      ...{ location: 'Harbour Loft', customer: 'Sam Hale', asOf, cutOff: 'before' },
    })
    expect(told.isActiveUser).toBe(false)
    expect(told.sentence).toContain('suspended')
  })

  test('a list may be bare ids; rows of nobody, of one twice, and who is missing are told', async () => {
    const [member] = (await server.headcount.list({ location: 'Harbour Loft' })).activeUsers
    const id = member?.externalId ?? ''
    const { comparison } = await audit({ platformList: `${id}\n${id}\nnobody@example.org\n` })
    expect(comparison).toMatchObject({ rows: 3, both: 1, repeated: [{ line: 2 }] })
    expect(comparison?.listedAlone).toMatchObject([{ customerId: null, line: 3, reason: 'unknown' }])
    expect(comparison?.countedAlone).toHaveLength(23)
  })

  test('the price comes from the bills, and a plan that is given overrules it', async () => {
    const inferred = await server.headcount.inferPricePlan({ location: 'Harbour Loft' })
    expect(inferred).toMatchObject({ state: 'determined', basis: 'billed', from: 17, until: 30, others: [] })
    expect(inferred.unitPriceMinor).toEqual({ least: 200, most: 200 })
    const given = await audit({ plan: PLAN })
    expect(given.pricePlan.origin).toBe('given')
    expect(given.money).toMatchObject({
      ...{ billedMinor: 5400, countedMinor: 4800, peopleMinor: 600, priceMinor: 0, differenceMinor: 600 },
      withDiscountAndTaxMinor: 653,
    })
    const dearer = await audit({ plan: { ...PLAN, baseFee: '19.00' } })
    expect(dearer.money).toMatchObject({ peopleMinor: 600, priceMinor: 100, differenceMinor: 700 })
    const other = await audit({ plan: { ...PLAN, currency: 'USD' } })
    expect(other.money).toBeNull()
    expect(other.uncertainties.map(({ code }) => code)).toContain('other_currency')
  })

  test('what a bill asks beside its subscription is told, and neither people nor a price', async () => {
    const addOns = [{ id: 'door', name: 'Door access', kind: 'fixed', fee: '49.00' }]
    for (const more of [{}, { plan: PLAN }, { plan: { ...PLAN, addOns }, addOns: { door: 1 } }]) {
      const withAddOn = await audit({ bill: 'P-105', ...more })
      expect(withAddOn).toMatchObject({
        verdict: 'agrees',
        money: { differenceMinor: 0, besideMinor: ADD_ON * 100 },
      })
      expect(withAddOn.uncertainties.find(({ code }) => code === 'beside_subscription')?.sentence).toMatch(
        /^EUR 49\.00 of the bill/,
      )
    }
    const wrong = await audit({ bill: 'P-105', plan: { ...PLAN, baseFee: '10.00' } })
    expect(wrong.money).toMatchObject({ differenceMinor: 1000, withDiscountAndTaxMinor: 1089 })
    expect((await audit()).money?.besideMinor).toBe(0)
  })

  test('the proof pack proves itself, and a change in it shows', async () => {
    const proof = await server.headcount.exportBillProof({ network: 'Harbour', bill: LAST_BILL, plan: PLAN })
    const text = JSON.stringify(proof)
    expect(verifyBillProof(text)).toMatchObject({ isIntact: true, faults: [] })
    expect(verifyBillProof(text, await server.headcount.getPlatformKey())).toMatchObject({ isIntact: true })
    expect(verifyBillProof(text.replace('"counted":24', '"counted":21'))?.faults.length).toBeGreaterThan(2)
    expect(text).not.toContain('@example.org')
  })

  test('what is not there or cannot be read is told in words', async () => {
    const code = (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: { code?: string }) => error.code,
      )
    expect(await code(server.headcount.auditBill({ network: 'Harbour', bill: 'P-1' }))).toBe('BILL_NOT_FOUND')
    expect(await code(audit({ platformList: '' }))).toBe('PLATFORM_LIST_INVALID')
    expect(await code(audit({ platformList: 'who\nare\nthey' }))).toBe('PLATFORM_LIST_INVALID')
    expect(await code(audit({ plan: { name: 'x' } }))).toBe('PRICE_PLAN_INVALID')
  })

  test('the same import again changes nothing', async () => {
    const again = await server.headcount.importNexudus(folder, { networkName: 'Harbour' })
    expect(again.records.platform_invoice).toMatchObject({ added: 0, changed: 0 })
  })
})
