// Supplements: late records of an issued invoice are agreed, stand once on the next one, and nothing of them is lost.
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { priceOf } from '#billing/price'
import { platformKey, verifyProofPack } from '#billing/proof-pack'
import { chargeWithSupplements } from '#billing/supplements'
import type { Database } from '#database/database'
import { createHeadcount, type Headcount } from '#services/headcount'
import { invoiceLetter } from '#services/platform-invoices/invoice-letter'
import { at, booking, NETWORK, type TestContext, upsert } from '../records/network.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { billedNetwork } from './billed-network.ts'
import { expectSums } from './expect-sums.ts'
import { anyPlans, counts } from './random-plans.ts'

const network = NETWORK
const seed = Number(process.env.HEADCOUNT_TEST_SEED ?? Date.now() % 2 ** 31)
const WALKS = 3
const STEPS = 16
console.log(`random supplements: HEADCOUNT_TEST_SEED=${seed}`)

const pendings = fc.array(
  fc.record({
    supplementId: fc.integer({ min: 1, max: 9999 }),
    about: fc.constant(1),
    netMinor: fc.integer({ min: -20_000, max: 20_000 }).filter((minor) => minor !== 0),
    currency: fc.constantFrom('EUR', 'EUR', 'GBP'),
  }),
  { maxLength: 5 },
)

test('on any charge, a supplement stands whole, a deduction as far as there is something to take off', () => {
  fc.assert(
    fc.property(anyPlans, counts, pendings, (plan, count, pending) => {
      const plain = priceOf(plan, { count })
      const charge = chargeWithSupplements(plan, { count }, pending)
      const fitting = pending.filter(({ currency }) => currency === plan.currency)
      const sum = charge.supplements.reduce((all, { netMinor }) => all + netMinor, 0)
      expect(charge.netMinor).toBe(plain.netMinor + sum)
      expect(charge.lines.reduce((all, { amountMinor }) => all + amountMinor, 0)).toBe(charge.totalMinor)
      expect(charge.netMinor).toBe(
        Math.max(0, plain.netMinor + fitting.reduce((all, { netMinor }) => all + netMinor, 0)),
      )
      expect(charge.netMinor + charge.taxMinor).toBe(charge.totalMinor)
    }),
    { seed, numRuns: 300 },
  )
})

describe.each(ENGINE_CASES)('supplements on %s', (engine) => {
  let db: Database
  let context: TestContext
  let headcount: Headcount

  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    await emptyAllTables(db)
    ;({ context } = await billedNetwork(db))
    const signingKey = async () => platformKey('a secret of tests, long enough for all rules')
    headcount = createHeadcount({ ...context, now: () => context.clock, signingKey })
    await issueAt('2026-11-01T00:00:00Z')
  })

  const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code })
  const adjustmentsOf = (number: number) => headcount.listAdjustments({ network, number })
  const invoiceOf = async (number: number) =>
    (await headcount.getPlatformInvoice({ network, number })).invoice
  const supplement = async (supplementId: number) => {
    const all = await headcount.listSupplements({ network })
    const found = all.find((one) => one.supplementId === supplementId)
    if (found === undefined) throw new Error(`there is no supplement ${supplementId}`)
    return found
  }

  /** @returns the numbers that were issued for loft */
  async function issueAt(clock: string, options = {}): Promise<number[]> {
    context.clock = new Date(clock)
    const { issued } = await headcount.issuePlatformInvoices({ location: 'loft', ...options })
    return issued.map(({ number }) => number)
  }

  async function intact(): Promise<void> {
    const { chains } = await headcount.verifyPlatformInvoices()
    expect(chains.flatMap(({ faults }) => faults)).toEqual([])
    expect((await headcount.verifyAudit()).isIntact).toBe(true)
  }

  /** Eve booked in October, and it arrives after the cut-off: 4 become 5, at 2.50. */
  function arrivesLate(more: Parameters<typeof booking>[1] = {}) {
    return upsert(
      context,
      booking('late', { customerExternalId: 'eve', madeAt: at('2026-10-20T00:00:00Z'), ...more }),
    )
  }

  test('late records are agreed, stand on the next invoice once, and come back when it is void', async () => {
    expect(await adjustmentsOf(1)).toMatchObject({ items: [], supplementNetMinor: 0, supplements: [] })
    await refused(headcount.agreeSupplement({ network, number: 1, reason: 'None.' }), 'SUPPLEMENT_EMPTY')
    context.clock = new Date('2026-11-10T00:00:00Z')
    await arrivesLate()
    expect(await adjustmentsOf(1)).toMatchObject({
      ...{ activeUsers: 4, recounted: 5, differenceMinor: 300, differenceNetMinor: 250 },
      ...{ agreedNetMinor: 0, openNetMinor: 250, supplementNetMinor: 250 },
      items: [{ externalId: 'eve', change: 'added', state: 'open' }],
    })
    const asked = { network, number: 1, reason: 'A booking came late.' }
    await refused(headcount.agreeSupplement({ ...asked, netMinor: 240 }), 'ADJUSTMENT_CHANGED')
    expect(await headcount.agreeSupplement({ ...asked, netMinor: 250 })).toMatchObject({
      ...{ supplementId: 1, about: 1, netMinor: 250, leftMinor: 250, state: 'pending', lines: [] },
      people: [{ externalId: 'eve', change: 'added' }],
      basis: { activeUsers: 4, recounted: 5, differenceNetMinor: 250 },
    })
    await refused(headcount.agreeSupplement(asked), 'SUPPLEMENT_EMPTY')
    expect(await adjustmentsOf(1)).toMatchObject({
      ...{ agreedNetMinor: 250, openNetMinor: 0 },
      items: [{ externalId: 'eve', state: 'agreed' }],
    })
    const forecast = await headcount.forecastPlatformInvoice({ location: 'loft' })
    const line = { kind: 'supplement', description: 'Supplement to platform invoice 1', amountMinor: 250 }
    expect(forecast.charge?.lines).toContainEqual(expect.objectContaining(line))
    expect(await issueAt('2026-12-01T00:00:00Z', { dryRun: true })).toEqual([2])
    expect((await supplement(1)).state).toBe('pending')

    expect(await issueAt('2026-12-01T00:00:00Z')).toEqual([2])
    const second = await invoiceOf(2)
    // ada and ben: 10 + 10, and 2.50 more before tax
    expect(second).toMatchObject({ activeUsers: 2, netMinor: 2250, taxMinor: 450, totalMinor: 2700 })
    expect(second.lines.map(({ kind }) => kind)).toEqual(['base_fee', 'tier', 'supplement', 'tax'])
    expect(second.supplements).toEqual([{ supplementId: 1, about: 1, netMinor: 250 }])
    expect(await supplement(1)).toMatchObject({
      ...{ state: 'billed', leftMinor: 0 },
      lines: [{ number: 2, netMinor: 250, isVoid: false }],
    })
    expect(await issueAt('2026-12-01T00:00:00Z')).toEqual([])
    const told = await headcount.reconcilePlatformInvoice({ network, number: 2 })
    expect(told.supplementsMinor).toBe(-300)
    expectSums(told)
    expectSums(await headcount.reconcilePlatformInvoice({ network, number: 2, against: 1 }))
    expectSums(await headcount.reconcilePlatformInvoice({ network, number: 1, against: 2 }))
    const pack = await headcount.exportProofPack({ network, number: 2 })
    expect(verifyProofPack(JSON.stringify(pack)).faults).toEqual([])
    const letter = { to: 'a@example.com', firstName: 'Ada', network: 'Harbour', invoices: [second] }
    expect(invoiceLetter(letter, 'https://headcount.example.com').text).toContain(
      'Of it for late records of platform invoice 1: EUR 2.50 before tax',
    )
    await refused(
      headcount.voidPlatformInvoice({ network, number: 1, reason: 'Wrong.' }),
      'PLATFORM_INVOICE_SUPPLEMENTED',
    )
    const withdrawal = { network, supplement: 1, reason: 'Goodwill.' }
    await refused(headcount.withdrawSupplement(withdrawal), 'SUPPLEMENT_SETTLED')

    await headcount.voidPlatformInvoice({ network, number: 2, reason: 'A trial.' })
    expect(await supplement(1)).toMatchObject({ state: 'pending', leftMinor: 250 })
    expect(await issueAt('2026-12-01T00:00:00Z')).toEqual([3])
    expect(await invoiceOf(3)).toMatchObject({ edition: 2, totalMinor: 2700 })
    expect((await supplement(1)).lines).toMatchObject([
      { number: 2, isVoid: true },
      { number: 3, isVoid: false },
    ])
    const note = await headcount.creditPlatformInvoice({ network, number: 3, reason: 'All of it.' })
    expect(note).toMatchObject({ netMinor: -2250, totalMinor: -2700 })
    await intact()
    const { entries } = await headcount.listAudit({ network: NETWORK })
    const agreed = entries.find(({ action }) => action === 'supplement.agree')
    expect(agreed).toMatchObject({
      subject: { supplementId: 1, number: 1 },
      after: { reason: 'A booking came late.', netMinor: 250 },
    })
  })

  test('what was agreed stays as agreed: what changes afterwards is a new adjustment', async () => {
    context.clock = new Date('2026-11-10T00:00:00Z')
    await arrivesLate()
    await headcount.agreeSupplement({ network, number: 1, reason: 'A booking came late.' })
    await arrivesLate({ cancelledAt: at('2026-10-21T00:00:00Z') })
    expect(await adjustmentsOf(1)).toMatchObject({
      ...{ recounted: 4, differenceNetMinor: 0, agreedNetMinor: 250, supplementNetMinor: -250 },
      items: [{ externalId: 'eve', change: 'added', state: 'taken_back' }],
    })
    await issueAt('2026-12-01T00:00:00Z')
    expect(await invoiceOf(2)).toMatchObject({ netMinor: 2250 })
    const back = await headcount.agreeSupplement({ network, number: 1, reason: 'It was cancelled.' })
    expect(back).toMatchObject({ netMinor: -250, people: [{ externalId: 'eve', change: 'removed' }] })
    expect(await adjustmentsOf(1)).toMatchObject({ items: [], openNetMinor: 0, supplementNetMinor: 0 })
    await issueAt('2027-01-01T00:00:00Z')
    expect(await invoiceOf(3)).toMatchObject({ netMinor: 1750 })
    const lines = (await invoiceOf(3)).lines.map(({ description }) => description)
    expect(lines).toContain('Deduction for platform invoice 1')
    await intact()
  })

  test('a supplement that waits is withdrawn with a reason, or lapses with the invoice that it is about', async () => {
    context.clock = new Date('2026-11-10T00:00:00Z')
    await arrivesLate()
    const asked = { network, number: 1, reason: 'A booking came late.' }
    await headcount.agreeSupplement(asked)
    const withdrawn = await headcount.withdrawSupplement({ network, supplement: 1, reason: 'Goodwill.' })
    expect(withdrawn).toMatchObject({ state: 'withdrawn', leftMinor: 0, withdrawnBecause: 'Goodwill.' })
    await refused(
      headcount.withdrawSupplement({ network, supplement: 1, reason: 'Again.' }),
      'SUPPLEMENT_SETTLED',
    )
    await refused(
      headcount.withdrawSupplement({ network, supplement: 9, reason: 'None.' }),
      'SUPPLEMENT_NOT_FOUND',
    )
    expect(await adjustmentsOf(1)).toMatchObject({ supplementNetMinor: 250, items: [{ state: 'open' }] })
    await headcount.agreeSupplement(asked)
    await headcount.voidPlatformInvoice({ network, number: 1, reason: 'Counted anew.' })
    expect(await supplement(2)).toMatchObject({ state: 'lapsed', leftMinor: 0 })
    await refused(headcount.agreeSupplement(asked), 'PLATFORM_INVOICE_VOID')
    expect(await issueAt('2026-12-01T00:00:00Z')).toEqual([2, 3])
    expect(await invoiceOf(2)).toMatchObject({ activeUsers: 5, netMinor: 2750 })
    for (const number of [2, 3]) expect((await invoiceOf(number)).supplements).toBeUndefined()
    await intact()
  })

  test('what a credit note has taken off is not deducted again', async () => {
    await upsert(
      context,
      booking('b-1', {
        customerExternalId: 'cara',
        madeAt: at('2026-10-10T00:00:00Z'),
        cancelledAt: at('2026-10-11T00:00:00Z'),
      }),
    )
    expect(await adjustmentsOf(1)).toMatchObject({ openNetMinor: -250, supplementNetMinor: -250 })
    await headcount.creditPlatformInvoice({ network, number: 1, reason: 'A part.', amount: '1.00' })
    expect(await adjustmentsOf(1)).toMatchObject({ openNetMinor: -250, supplementNetMinor: -150 })
    await headcount.creditPlatformInvoice({ network, number: 1, reason: 'Goodwill.', amount: '9.00' })
    expect(await adjustmentsOf(1)).toMatchObject({ openNetMinor: -250, supplementNetMinor: 0 })
  })

  test('a line that is noted beside an invoice, or missing there, is found', async () => {
    context.clock = new Date('2026-11-10T00:00:00Z')
    await arrivesLate()
    await headcount.agreeSupplement({ network, number: 1, reason: 'A booking came late.' })
    await issueAt('2026-12-01T00:00:00Z')
    await expect(db.script('delete from platform_invoice_supplement_lines')).rejects.toThrow('only grows')
    await db.script(
      'insert into platform_invoice_supplement_lines select network_id, supplement_id, 1, 5 from platform_invoice_supplements',
    )
    const { chains } = await headcount.verifyPlatformInvoices()
    expect(chains.flatMap(({ faults }) => faults)).toEqual([
      'The supplements on number 1 are not those that are noted for it.',
    ])
  })

  test('whatever happens in whatever order, people and money of every invoice add up', {
    timeout: 120_000,
  }, async () => {
    const states = new Set<string>()
    for (let walk = 0; walk < WALKS; walk += 1) {
      if (walk > 0) {
        await emptyAllTables(db)
        ;({ context } = await billedNetwork(db))
        headcount = createHeadcount(context)
        await issueAt('2026-11-01T00:00:00Z')
      }
      await arrivesLate()
      const steps = fc.sample(fc.tuple(fc.nat(8), fc.nat(9999)), { numRuns: STEPS, seed: seed + walk })
      for (const [what, draw] of [AGREE, ISSUE, ...steps]) {
        await step(what, draw)
        await addsUp()
        for (const { state } of await headcount.listSupplements({ network })) states.add(state)
      }
      await intact()
    }
    expect([...states]).toEqual(expect.arrayContaining(['billed']))
  })

  const AGREE = [3, 0] as const
  const ISSUE = [5, 0] as const
  const PEOPLE = ['ada', 'ben', 'cara', 'dan', 'eve']
  const DAY = 86_400_000
  const quietly = (work: Promise<unknown>) =>
    work.catch((error: { code?: string }) => {
      if (error.code === undefined) throw error
    })

  async function step(what: number, draw: number): Promise<void> {
    context.clock = new Date(context.clock.getTime() + DAY)
    if (what <= 2) await arrive(draw)
    if (what === 3 || what === 4) await agreeWhatIsOpen()
    if (what === 5 || what === 6) {
      context.clock = new Date(context.clock.getTime() + 31 * DAY)
      await headcount.issuePlatformInvoices({ location: 'loft' })
    }
    const standing = await standingInvoices()
    const number = standing[draw % Math.max(1, standing.length)] ?? 1
    if (what === 7) await quietly(headcount.voidPlatformInvoice({ network, number, reason: 'A step.' }))
    if (what === 8) {
      const [waiting] = await headcount.listSupplements({ network, state: 'pending' })
      const supplement = waiting?.supplementId ?? 1
      await quietly(headcount.withdrawSupplement({ network, supplement, reason: 'A step.' }))
    }
  }

  async function standingInvoices(): Promise<number[]> {
    const { items } = await headcount.listPlatformInvoices({ network, limit: 500 })
    return items.filter(({ kind, isVoid }) => kind === 'invoice' && !isVoid).map(({ number }) => number)
  }

  async function agreeWhatIsOpen(): Promise<void> {
    for (const number of await standingInvoices()) {
      await quietly(headcount.agreeSupplement({ network, number, reason: 'A step.' }))
    }
  }

  /** Three bookings on days since October, each made, or cancelled again at once. */
  async function arrive(draw: number): Promise<void> {
    const since = at('2026-10-05T00:00:00Z')
    const weeks = Math.floor((context.clock.getTime() - since) / DAY / 7)
    const records = [draw, draw * 7 + 1, draw * 13 + 2].map((one) => {
      const person = PEOPLE[one % PEOPLE.length] ?? 'ada'
      const madeAt = since + (one % weeks) * 7 * DAY
      const cancelledAt = one % 3 === 0 ? madeAt + DAY / 2 : null
      return booking(`w-${person}-${madeAt}`, { customerExternalId: person, madeAt, cancelledAt })
    })
    await upsert(context, ...new Map(records.map((one) => [one.externalId, one])).values())
  }

  async function addsUp(): Promise<void> {
    const { items } = await headcount.listPlatformInvoices({ network, limit: 500 })
    for (const { number, kind } of items) {
      if (kind !== 'invoice') continue
      const { invoice } = await headcount.getPlatformInvoice({ network, number })
      expect(invoice.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(invoice.totalMinor)
      expect(invoice.netMinor).toBeGreaterThanOrEqual(0)
      const told = await adjustmentsOf(number)
      const agreed = told.supplements.filter(({ state }) => state === 'pending' || state === 'billed')
      expect(told.agreedNetMinor).toBe(agreed.reduce((sum, { netMinor }) => sum + netMinor, 0))
      expect(told.agreedNetMinor + told.openNetMinor).toBe(told.differenceNetMinor)
      const weight = (change: string) => (change === 'added' ? 1 : -1)
      const settled = agreed.flatMap(({ people }) => people.map(({ change }) => weight(change)))
      const open = told.items.map(({ change, state }) =>
        state === 'agreed' ? 0 : weight(change) * (state === 'taken_back' ? -1 : 1),
      )
      const sum = [...settled, ...open].reduce((all, one) => all + one, told.activeUsers)
      expect(sum).toBe(told.recounted)
    }
    for (const one of await headcount.listSupplements({ network })) {
      const standing = one.lines.filter(({ isVoid }) => !isVoid)
      const onInvoices = standing.reduce((sum, { netMinor }) => sum + netMinor, 0)
      if (one.state === 'withdrawn' || one.state === 'lapsed') expect(standing).toEqual([])
      else expect(onInvoices + one.leftMinor).toBe(one.netMinor)
    }
  }
})
