// Why an invoice differs from the panel: one reason each, and the figures add up, in people and in money.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_RULE_SET } from '#counting/rules'
import type { Database } from '#database/database'
import type { Headcount } from '#services/headcount'
import type { Reconciliation } from '#services/platform-invoices/reconcile'
import { ruleSetWithout } from '../oracle/ask-product.ts'
import {
  at,
  booking,
  contract,
  customerInvoice,
  NETWORK,
  sale,
  type TestContext,
  team,
  upsert,
} from '../records/network.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { billedNetwork, PLAN } from './billed-network.ts'
import { expectSums } from './expect-sums.ts'

const invoice1 = { network: NETWORK, number: 1 }
const day = (text: string) => new Date(`${text}T12:00:00Z`)

describe.each(ENGINE_CASES)('reconciliation on %s', (engine) => {
  let db: Database
  let context: TestContext
  let headcount: Headcount

  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    await emptyAllTables(db)
    ;({ context, headcount } = await billedNetwork(db))
    // ada: contract · ben: team · cara: booking · dan: customer invoice, all at loft
    context.clock = new Date('2026-11-01T00:00:00Z')
    await headcount.issuePlatformInvoices({ location: 'loft' })
    context.clock = new Date('2026-11-20T00:00:00Z')
  })

  const reconcile = async (options = {}): Promise<Reconciliation> => {
    const told = await headcount.reconcilePlatformInvoice({ ...invoice1, ...options })
    expectSums(told)
    return told
  }
  const reasons = ({ differences }: Reconciliation) =>
    differences.map(({ externalId, side, reason, source }) => `${externalId} ${side} ${reason} ${source}`)

  test('who counted by the window alone is lost as it starts anew, and told in a sentence', async () => {
    await upsert(context, booking('b-2', { customerExternalId: 'eve', madeAt: at('2026-11-10T00:00:00Z') }))
    const told = await reconcile({ asOf: day('2026-11-15') })
    expect(reasons(told)).toEqual([
      'cara lost window_started_anew booking',
      'dan lost window_started_anew customer_invoice',
      'eve new new booking',
    ])
    expect(told.sentence).toBe(
      'Platform invoice 1 has 4 active users, the count as of 2026-11-15T12:00:00.000Z has 3: 2 counted only by bookings, invoices or recurring products of the invoiced window and 1 is new since then.',
    )
    // 25 + tax for four, 22.50 + tax for three
    expect([told.invoice.totalMinor, told.other.totalMinor]).toEqual([3000, 2700])
    expect(told.steps.map(({ change, amountMinor }) => [change, amountMinor])).toEqual([
      [-1, -300],
      [-1, -300],
      [1, 300],
    ])
  })

  test('a contract that ended takes the team with it', async () => {
    await headcount.cancelContract({ network: NETWORK, externalId: 'k-1', endsAt: day('2026-11-10') })
    expect(reasons(await reconcile({ asOf: day('2026-11-11') }))).toEqual([
      'ada lost contract_ended contract',
      'ben lost paying_customer team',
      'cara lost window_started_anew booking',
      'dan lost window_started_anew customer_invoice',
    ])
  })

  test('a suspension', async () => {
    const customer = { externalId: 'ada' }
    await headcount.suspendCustomer({ network: NETWORK, customer, at: day('2026-11-10') })
    expect(reasons(await reconcile({ asOf: day('2026-11-11') })).slice(0, 2)).toEqual([
      'ada lost suspended contract',
      'ben lost paying_customer team',
    ])
  })

  test.each([
    ['who left the team', { memberExternalIds: ['ada'] }, 'left_team'],
    ['a merged billing that ended', { hasMergedBilling: false }, 'paying_customer'],
    ['a team that nobody pays for', { payingCustomerExternalId: null }, 'paying_customer'],
  ])('%s', async (_title, change, reason) => {
    await upsert(context, team('t-1', { ...change, updatedAt: at('2026-11-19T00:00:00Z') }))
    expect(reasons(await reconcile())[0]).toBe(`ben lost ${reason} team`)
  })

  test('a record that was void all along, and one that came late', async () => {
    const issuedAt = at('2026-10-11T00:00:00Z')
    await upsert(
      context,
      customerInvoice('i-1', { customerExternalId: 'dan', issuedAt, evidenceKind: 'draft' }),
      contract('k-9', { customerExternalId: 'eve', createdAt: at('2026-10-05T00:00:00Z') }),
      booking('b-8', { customerExternalId: 'eve', madeAt: at('2026-10-06T00:00:00Z') }),
    )
    expect(reasons(await reconcile())).toEqual([
      'cara lost window_started_anew booking',
      'dan lost record_changed customer_invoice',
      'eve new late_record contract',
    ])
    const adjustments = await headcount.listAdjustments(invoice1)
    expect(adjustments.items.map(({ externalId, change, sources }) => [externalId, change, sources])).toEqual(
      [
        ['dan', 'removed', ['customer_invoice']],
        ['eve', 'added', ['contract', 'booking']],
      ],
    )
    expect(adjustments).toMatchObject({ activeUsers: 4, recounted: 4, differenceMinor: 0 })
    const { invoice } = await headcount.getPlatformInvoice(invoice1)
    expect(invoice.activeUsers).toBe(4)
  })

  test('an adjustment has its price under the plan of the invoice', async () => {
    await upsert(context, booking('b-8', { customerExternalId: 'eve', madeAt: at('2026-10-06T00:00:00Z') }))
    await headcount.revisePricePlan({ plan: { ...PLAN, baseFee: '500' } })
    expect(await headcount.listAdjustments(invoice1)).toMatchObject({ recounted: 5, differenceMinor: 300 })
  })

  test('another rule set', async () => {
    const strict = ruleSetWithout(DEFAULT_RULE_SET, 'strict', ['contract.running'])
    expect(reasons(await reconcile({ ruleSet: strict })).slice(0, 2)).toEqual([
      'ada lost rules_changed contract',
      'ben lost rules_changed team',
    ])
  })

  test('another price plan is a step of its own', async () => {
    await headcount.revisePricePlan({ plan: { ...PLAN, baseFee: '20' }, validFrom: day('2026-11-10') })
    expect(await reconcile({ asOf: day('2026-11-09') })).toMatchObject({ pricePlanMinor: 0 })
    expect(await reconcile({ asOf: day('2026-11-11') })).toMatchObject({ pricePlanMinor: 1200 })
    await headcount.assignPricePlan({ location: 'loft', pricePlan: null, from: day('2026-11-12') })
    expect(await reconcile({ asOf: day('2026-11-13') })).toMatchObject({ other: { totalMinor: 0 } })
  })

  test('an instant before the cut-off: who did not count yet, and who counted then alone', async () => {
    expect(reasons(await reconcile({ asOf: day('2026-10-10') }))).toEqual([
      'dan lost not_yet customer_invoice',
    ])
    await upsert(
      context,
      contract('k-5', {
        customerExternalId: 'eve',
        createdAt: at('2026-10-01T00:00:00Z'),
        endsAt: at('2026-10-20T00:00:00Z'),
      }),
    )
    expect(reasons(await reconcile({ asOf: day('2026-10-10') }))).toEqual([
      'dan lost not_yet customer_invoice',
      'eve new no_longer contract',
    ])
  })

  test('two invoices of a location', async () => {
    await upsert(
      context,
      booking('b-2', { customerExternalId: 'eve', madeAt: at('2026-11-10T00:00:00Z') }),
      sale('s-9', { customerExternalId: 'cara', soldAt: at('2026-11-11T00:00:00Z') }),
    )
    context.clock = new Date('2026-12-01T00:00:00Z')
    await headcount.issuePlatformInvoices()
    const later = await reconcile({ against: 2 }).catch((error: { code: string }) => error.code)
    expect(later).toBe('INVALID_ARGUMENT')
    const { items } = await headcount.listPlatformInvoices({ network: NETWORK, location: 'loft' })
    const against = items[0]?.number ?? 0
    const told = await reconcile({ against })
    expect(reasons(told)).toEqual(['dan lost window_started_anew customer_invoice', 'eve new new booking'])
    expect(told.other.number).toBe(against)
    const back = await reconcile({ number: against, against: 1 })
    expect(reasons(back)).toEqual(['dan new no_longer customer_invoice', 'eve lost not_yet booking'])
  })

  test('one that is void can be looked at too: its window goes on', async () => {
    await headcount.voidPlatformInvoice({ ...invoice1, reason: 'A test.' })
    await headcount.cancelBooking({ network: NETWORK, externalId: 'b-1', at: day('2026-11-10') })
    expect(reasons(await reconcile())).toEqual(['cara lost record_changed booking'])
  })

  test('nothing differs: they are the same', async () => {
    const asOf = new Date('2026-10-31T23:59:59Z')
    expect(await reconcile({ asOf })).toMatchObject({ lost: 0, new: 0, steps: [], differences: [] })
    expect((await reconcile({ asOf })).sentence).toMatch(/has 4: they are the same\.$/)
  })
})
