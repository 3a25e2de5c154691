// Issuing: what is due, what is frozen, numbers and chain, voids and credit notes, two runners at once.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashOfList, type InvoicedList } from '#billing/invoice'
import type { Database } from '#database/database'
import type { Headcount } from '#services/headcount'
import { at, booking, contract, NETWORK, type TestContext, upsert } from '../records/network.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { billedNetwork, PLAN } from './billed-network.ts'

const network = NETWORK

function listOf(row: Readonly<Record<string, number[]>>): InvoicedList {
  const { customers = [], masks = [] } = row
  return {
    customers,
    masks,
    evidenceCustomers: row.evidence_customers ?? [],
    evidenceKinds: row.evidence_kinds ?? [],
    evidenceRefs: row.evidence_refs ?? [],
    evidenceMs: row.evidence_ms ?? [],
  }
}

describe.each(ENGINE_CASES)('platform invoices on %s', (engine) => {
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
  })

  const now = (text: string) => {
    context.clock = new Date(text)
  }
  const issue = async (options = {}) => {
    const { issued, skipped } = await headcount.issuePlatformInvoices(options)
    return {
      issued: issued.map(
        (one) => `${one.number} ${one.location} ${one.cutOffAt.slice(0, 16)}: ${one.activeUsers}`,
      ),
      skipped: skipped.map(({ name, reason }) => `${name} ${reason}`),
    }
  }
  const intact = async () => {
    const { isIntact, chains } = await headcount.verifyPlatformInvoices()
    expect(chains.flatMap(({ faults }) => faults)).toEqual([])
    expect(isIntact).toBe(true)
  }

  test('nothing is due before the first cut-off; then each location gets one, and a re-run changes nothing', async () => {
    now('2026-10-31T08:59:59Z')
    expect(await issue()).toEqual({ issued: [], skipped: [] })
    now('2026-11-01T00:00:00Z')
    expect((await issue()).issued).toEqual([
      '1 Location pier 2026-10-31T09:00: 1',
      '2 Location loft 2026-11-01T00:00: 4',
    ])
    expect(await issue()).toEqual({ issued: [], skipped: [] })
    await intact()
  })

  test('the charge does not depend on the order in which customers are known', async () => {
    const charged = async () => {
      const { issued } = await headcount.issuePlatformInvoices()
      const told = issued.map(async ({ number }) => {
        const { invoice } = await headcount.getPlatformInvoice({ network, number })
        const { items } = await headcount.listInvoicedUsers({ network, number })
        const { location, activeUsers, bySource, lines, totalMinor } = invoice
        return {
          location: location.name,
          activeUsers,
          bySource,
          lines,
          totalMinor,
          users: items.map(({ name }) => name),
        }
      })
      return Promise.all(told)
    }
    now('2026-11-01T00:00:00Z')
    const inOrder = await charged()
    await emptyAllTables(db)
    ;({ context, headcount } = await billedNetwork(db, undefined, (customers) => customers.toReversed()))
    now('2026-11-01T00:00:00Z')
    expect(inOrder).toHaveLength(2)
    expect(await charged()).toEqual(inOrder)
  })

  test('what was missed is caught up in order, each as of its cut-off', async () => {
    now('2027-01-15T00:00:00Z')
    expect((await issue({ location: 'loft' })).issued).toEqual([
      '1 Location loft 2026-11-01T00:00: 4',
      '2 Location loft 2026-12-01T00:00: 2',
      '3 Location loft 2027-01-01T00:00: 2',
    ])
    expect((await issue()).issued).toEqual([
      '4 Location pier 2026-10-31T09:00: 1',
      '5 Location pier 2026-11-30T09:00: 1',
      '6 Location pier 2026-12-31T09:00: 1',
    ])
    await intact()
  })

  test('an invoice holds the count, the lines, the plan, the rules, and a list with evidence', async () => {
    now('2026-11-05T00:00:00Z')
    await issue({ location: 'loft' })
    const { invoice } = await headcount.getPlatformInvoice({ network, number: 1 })
    expect(invoice).toMatchObject({
      windowFrom: '2026-09-15T00:00:00.000Z',
      ruleSet: '2024-01',
      activeUsers: 4,
      bySource: { contract: 1, booking: 1, customer_invoice: 1, recurring_product: 0, team: 1 },
      pricePlan: { version: 1, plan: PLAN },
      netMinor: 2500,
      taxMinor: 500,
      totalMinor: 3000,
    })
    const [list] = await db.query<Record<string, number[]>>({
      text: 'select * from platform_invoice_lists',
      values: [],
    })
    expect(hashOfList(listOf(list ?? {}))).toBe(invoice.listHash)
    const { items, total } = await headcount.listInvoicedUsers({ network, number: 1 })
    expect(total).toBe(4)
    expect(items.map(({ externalId, sources, evidence }) => [externalId, sources, evidence])).toEqual([
      [
        'ada',
        ['contract'],
        [{ source: 'contract', kind: 'running', record: 'k-1', at: '2026-09-16T00:00:00.000Z', url: null }],
      ],
      ['ben', ['team'], [{ source: 'team', kind: 'paying_customer', record: 't-1', at: null, url: null }]],
      [
        'cara',
        ['booking'],
        [{ source: 'booking', kind: 'made', record: 'b-1', at: '2026-10-10T00:00:00.000Z', url: null }],
      ],
      [
        'dan',
        ['customer_invoice'],
        [
          {
            source: 'customer_invoice',
            kind: 'issued',
            record: 'i-1',
            at: '2026-10-11T00:00:00.000Z',
            url: null,
          },
        ],
      ],
    ])
    const page = await headcount.listInvoicedUsers({ network, number: 1, limit: 1, offset: 2 })
    expect([page.items[0]?.externalId, page.nextOffset]).toEqual(['cara', 3])
    const narrowed = [
      [{ sources: ['booking', 'team'] }, ['ben', 'cara']],
      [{ search: 'ADA' }, ['ada']],
      [{ search: 'ADA', sources: ['booking'] }, []],
      [{ customer: 'dan' }, ['dan']],
      [{ customer: 'eve' }, []],
    ] as const
    for (const [filter, expected] of narrowed) {
      const found = await headcount.listInvoicedUsers({ network, number: 1, ...filter })
      expect(found.items.map(({ externalId }) => externalId)).toEqual(expected)
      expect([found.total, found.nextOffset]).toEqual([expected.length, null])
    }
  })

  test('a renewal is evidence too, and a record that comes late changes no invoice', async () => {
    now('2026-12-05T00:00:00Z')
    await issue()
    const renewed = await headcount.listInvoicedUsers({ network, number: 3 })
    expect(renewed.items.map(({ evidence }) => evidence)).toEqual([
      [
        {
          source: 'recurring_product',
          kind: 'renewed',
          record: 's-1',
          at: '2026-11-12T00:00:00.000Z',
          url: null,
        },
      ],
    ])
    const before = await headcount.getPlatformInvoice({ network, number: 1 })
    await upsert(context, booking('b-9', { madeAt: at('2026-10-20T00:00:00Z'), locationExternalId: 'pier' }))
    expect(await headcount.getPlatformInvoice({ network, number: 1 })).toEqual(before)
    expect(await issue()).toEqual({ issued: [], skipped: [] })
    await intact()
  })

  test('the plan and the add-ons are those of the cut-off', async () => {
    const from = new Date('2026-11-15T00:00:00Z')
    await headcount.revisePricePlan({ plan: { ...PLAN, baseFee: '100' }, validFrom: from })
    await headcount.assignPricePlan({ location: 'pier', pricePlan: null, from })
    now('2026-12-05T00:00:00Z')
    expect(await issue()).toEqual({
      issued: [
        '1 Location pier 2026-10-31T09:00: 1',
        '2 Location loft 2026-11-01T00:00: 4',
        '3 Location loft 2026-12-01T00:00: 2',
      ],
      skipped: ['Location pier no_price_plan'],
    })
    const numbers = await Promise.all(
      [2, 3].map((number) => headcount.getPlatformInvoice({ network, number })),
    )
    expect(numbers.map(({ invoice }) => [invoice.pricePlan.version, invoice.lines[0]?.amountMinor])).toEqual([
      [1, 1000],
      [2, 10_000],
    ])
  })

  test('a cut-off can be named; one in the future, twice or before another is refused', async () => {
    now('2026-11-20T00:00:00Z')
    const cutOff = new Date('2026-11-10T00:00:00Z')
    expect((await issue({ location: 'loft', cutOff })).issued).toEqual([
      '1 Location loft 2026-11-10T00:00: 4',
    ])
    expect(await issue({ location: 'loft', cutOff })).toEqual({
      issued: [],
      skipped: ['Location loft already_issued'],
    })
    const earlier = new Date('2026-11-09T00:00:00Z')
    expect((await issue({ location: 'loft', cutOff: earlier })).skipped).toEqual([
      'Location loft later_cut_off',
    ])
    const future = headcount.issuePlatformInvoices({ cutOff: new Date('2026-11-20T00:00:01Z') })
    await expect(future).rejects.toMatchObject({ code: 'INVALID_INSTANT' })
    // the cut-off of 1 November was passed over, the next of the anchor is 1 December
    expect(await issue({ location: 'loft' })).toEqual({ issued: [], skipped: ['Location loft nothing_due'] })
  })

  test('a dry run says the same and keeps nothing', async () => {
    now('2026-12-05T00:00:00Z')
    const tried = await headcount.issuePlatformInvoices({ dryRun: true })
    expect((await headcount.listPlatformInvoices({ network })).total).toBe(0)
    const { issued } = await headcount.issuePlatformInvoices()
    expect(tried).toMatchObject({ dryRun: true, issued })
    expect(issued).toHaveLength(4)
  })

  test('an issued cut-off begins a new window, as an imported one does', async () => {
    now('2026-11-05T00:00:00Z')
    const count = async () => (await headcount.count({ location: 'loft' })).locations[0]
    expect(await count()).toMatchObject({ windowFrom: '2026-09-15T00:00:00.000Z', count: 4 })
    await issue()
    expect(await count()).toMatchObject({ windowFrom: '2026-11-01T00:00:00.000Z', count: 2 })
    expect(await headcount.doctor()).toMatchObject({ invariants: [] })
  })

  test('a void takes the cut-off away; issued again, the invoice has a new number and what is known by then', async () => {
    now('2026-11-05T00:00:00Z')
    await issue()
    await headcount.voidPlatformInvoice({ network, number: 2, reason: 'A booking was missing.' })
    expect((await headcount.count({ location: 'loft' })).locations[0]?.windowFrom).toBe(
      '2026-09-15T00:00:00.000Z',
    )
    await upsert(context, booking('b-2', { customerExternalId: 'eve', madeAt: at('2026-10-20T00:00:00Z') }))
    expect((await issue()).issued).toEqual(['3 Location loft 2026-11-01T00:00: 5'])
    const voided = await headcount.getPlatformInvoice({ network, number: 2 })
    expect(voided).toMatchObject({ invoice: { activeUsers: 4 }, void: { reason: 'A booking was missing.' } })
    const again = headcount.voidPlatformInvoice({ network, number: 2, reason: 'Twice.' })
    await expect(again).rejects.toMatchObject({ code: 'PLATFORM_INVOICE_VOID' })
    const { items } = await headcount.listPlatformInvoices({ network })
    expect(items.map(({ number, edition, isVoid }) => [number, edition, isVoid])).toEqual([
      [3, 2, false],
      [2, 1, true],
      [1, 1, false],
    ])
    await intact()
  })

  test('one that was voided before a later cut-off is issued again only by its name, and once', async () => {
    now('2026-12-05T00:00:00Z')
    await issue({ location: 'loft' })
    await headcount.voidPlatformInvoice({ network, number: 1, reason: 'A mistake.' })
    expect(await issue({ location: 'loft' })).toEqual({ issued: [], skipped: ['Location loft nothing_due'] })
    const cutOff = new Date('2026-11-01T00:00:00Z')
    expect((await issue({ location: 'loft', cutOff })).issued).toEqual([
      '3 Location loft 2026-11-01T00:00: 4',
    ])
    expect((await issue({ location: 'loft', cutOff })).skipped).toEqual(['Location loft already_issued'])
    await intact()
  })

  test('a credit note takes off with its tax, never more than is left, and is numbered', async () => {
    now('2026-11-05T00:00:00Z')
    await issue()
    const credit = (amount?: string) =>
      headcount.creditPlatformInvoice({ network, number: 2, reason: 'Goodwill.', ...(amount && { amount }) })
    expect(await credit('5')).toMatchObject({
      number: 3,
      about: 2,
      netMinor: -500,
      taxMinor: -100,
      totalMinor: -600,
    })
    await expect(credit('20.01')).rejects.toMatchObject({ code: 'PLATFORM_INVOICE_CREDITED' })
    await expect(credit('0')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
    await expect(credit('1.001')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
    expect(await credit()).toMatchObject({ number: 4, netMinor: -2000, taxMinor: -400 })
    await expect(credit()).rejects.toMatchObject({ code: 'PLATFORM_INVOICE_CREDITED' })
    const voided = headcount.voidPlatformInvoice({ network, number: 2, reason: 'Too late.' })
    await expect(voided).rejects.toMatchObject({ code: 'PLATFORM_INVOICE_CREDITED' })
    const { creditNotes } = await headcount.getPlatformInvoice({ network, number: 2 })
    expect(creditNotes.map(({ number }) => number)).toEqual([3, 4])
    await intact()
  })

  test('several runners at once issue each invoice once, numbered without gaps', async () => {
    now('2027-04-15T00:00:00Z')
    const runs = await Promise.all([1, 2, 3, 4].map(() => headcount.issuePlatformInvoices()))
    const issued = runs.flatMap((run) => run.issued)
    expect(new Set(issued.map(({ locationId, cutOffAt }) => `${locationId} ${cutOffAt}`)).size).toBe(
      issued.length,
    )
    const { items, total } = await headcount.listPlatformInvoices({ network })
    expect(items.map(({ number }) => number).reverse()).toEqual(Array.from({ length: 12 }, (_, n) => n + 1))
    expect([issued.length, total]).toEqual([12, 12])
    await intact()
  })

  test('nothing that was issued can be changed or removed', async () => {
    now('2026-11-05T00:00:00Z')
    await issue()
    for (const table of ['platform_invoice_entries', 'platform_invoice_lists']) {
      await expect(db.script(`update ${table} set edition = 2`)).rejects.toThrow('only grows')
      await expect(db.script(`delete from ${table}`)).rejects.toThrow('only grows')
    }
    await expect(headcount.getPlatformInvoice({ network, number: 99 })).rejects.toMatchObject({
      code: 'PLATFORM_INVOICE_NOT_FOUND',
    })
  })

  test.each([
    [
      'a changed count',
      'update platform_invoice_entries set active_users = 99 where entry_number = 2',
      'something else',
    ],
    [
      'a changed count in the content',
      `update platform_invoice_entries set active_users = 99, content = jsonb_set(content, '{activeUsers}', '99') where entry_number = 2`,
      'is not as it was written',
    ],
    [
      'a removed user',
      // Citus 13.2 crashes where a bare slice is set
      "update platform_invoice_lists set customers = customers[2:] || '{}'::int[], masks = masks[2:] || '{}'::int[] where cardinality(customers) = 4",
      'is not as it was frozen',
    ],
    [
      'changed evidence',
      'update platform_invoice_lists set evidence_refs[1] = 7 where cardinality(customers) = 4',
      'is not as it was frozen',
    ],
    [
      'a changed amount',
      `update platform_invoice_entries set total_minor = 1, content = jsonb_set(content, '{totalMinor}', '1') where entry_number = 1`,
      'is not the sum of its lines',
    ],
    [
      'a swapped order',
      `update platform_invoice_entries set entry_number = 13 - entry_number`,
      'does not follow the one before',
    ],
    [
      'an entry that is gone',
      'delete from platform_invoice_entries where entry_number = 1',
      'Entries 1 to 1 are missing',
    ],
    [
      'an end that was cut off',
      'delete from platform_invoice_entries where entry_number = 2',
      'the end was cut off',
    ],
    ['a list that is gone', 'delete from platform_invoice_lists where cardinality(customers) = 4', 'is gone'],
  ])('verify finds %s', async (_title, change, fault) => {
    now('2026-11-05T00:00:00Z')
    await issue()
    await intact()
    const off = ['platform_invoice_entries', 'platform_invoice_lists'].map(
      (table) => `alter table ${table} disable trigger user`,
    )
    const on = off.map((text) => text.replace('disable', 'enable'))
    // numbers are unique at each moment, so that two change places by way of others
    const aside = 'update platform_invoice_entries set entry_number = entry_number + 10'
    const mayAlter = db.engine === 'citus' ? ['set citus.enable_unsafe_triggers to on'] : []
    const asides = change.includes('13 - entry_number') ? [aside] : []
    await db.session(async (session) => {
      for (const text of [...mayAlter, ...off, ...asides, change, ...on]) await session.script(text)
    })
    const { isIntact, chains } = await headcount.verifyPlatformInvoices()
    expect(isIntact).toBe(false)
    expect(chains.flatMap(({ faults }) => faults).join(' ')).toContain(fault)
  })

  test('a contract that ends is gone from the next invoice on', async () => {
    now('2026-11-05T00:00:00Z')
    await issue({ location: 'loft' })
    await upsert(
      context,
      contract('k-1', { createdAt: at('2026-09-16T00:00:00Z'), endsAt: at('2026-11-20T00:00:00Z') }),
    )
    now('2026-12-01T00:00:00Z')
    expect((await issue({ location: 'loft' })).issued).toEqual(['2 Location loft 2026-12-01T00:00: 0'])
    const { items } = await headcount.listInvoicedUsers({ network, number: 2 })
    expect(items).toEqual([])
    await intact()
  })
})
