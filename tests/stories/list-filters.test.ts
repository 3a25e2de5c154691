// Narrowing a list by source, kind and state, with the figures that the filters show.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { type ListOptions, listActiveUsers } from '#services/active-users/list'
import {
  base,
  booking,
  contextOf,
  contract,
  customer,
  customerInvoice,
  importAll,
  NETWORK,
  pause,
  team,
} from '../records/network.ts'
import { ENGINE_CASES, openTestDatabase } from '../support/engines.ts'

const of = (customerExternalId: string) => ({ customerExternalId })
const members = (payingCustomerExternalId: string, ...memberExternalIds: string[]) => ({
  payingCustomerExternalId,
  memberExternalIds,
})

/** Ada pays for Ben by a contract and for Cara through the same team; Dov pays for Ben too, and has nothing. */
const records = [
  ...base.filter((record) => record.kind !== 'customer'),
  ...['ada', 'ben', 'cara', 'dov', 'flo', 'hal'].map((id) => customer(id)),
  customer('eve', { isSuspended: true }),
  customer('gil', { isArchived: true }),
  contract('k-1'),
  team('t-1', members('ada', 'ben', 'cara')),
  team('t-2', members('dov', 'ben')),
  booking('b-1', of('cara')),
  contract('k-2', { ...of('dov'), endsAt: Date.parse('2026-08-01T00:00:00Z') }),
  customerInvoice('i-0', { ...of('dov'), evidenceKind: 'draft' }),
  contract('k-3', of('eve')),
  booking('b-2', of('eve')),
  booking('b-3', { ...of('flo'), evidenceKind: 'tentative' }),
  contract('k-4', of('gil')),
  customerInvoice('i-1', of('gil')),
  contract('k-5', of('flo')),
  pause('p-1', { contractExternalId: 'k-5' }),
  contract('k-6', { ...of('hal'), locationExternalId: 'pier', endsAt: Date.parse('2026-08-01T00:00:00Z') }),
  booking('b-4', { ...of('hal'), locationExternalId: 'pier', madeAt: Date.parse('2026-07-15T00:00:00Z') }),
]

describe.each(ENGINE_CASES)('filters of a list, on %s', (engine) => {
  let db: Database
  beforeAll(async () => {
    db = await openTestDatabase(engine)
    await importAll(contextOf(db), records)
  })
  afterAll(() => db?.close())

  const ask = (options: Partial<ListOptions> = {}) =>
    listActiveUsers(contextOf(db), { network: NETWORK, location: 'loft', ...options })
  const found = async (options: Partial<ListOptions>) =>
    (await ask(options)).activeUsers.map(({ externalId }) => externalId)

  test('a row says kind, states, disputability and the teams by which he counts', async () => {
    const { activeUsers } = await ask()
    const rows = activeUsers.map((user) =>
      [
        `${user.externalId}: ${user.kind} by ${user.sources.join('+')}`,
        ...(user.isSuspended ? ['suspended'] : []),
        ...(user.isArchived ? ['archived'] : []),
        ...(user.isDisputable ? ['disputable'] : []),
        ...user.teams,
      ].join(', '),
    )
    expect(rows).toEqual([
      'ada: member by contract',
      'ben: contact by team, Team t-1',
      'cara: contact by booking+team, Team t-1',
      'eve: member by booking, suspended',
      'flo: member by contract+booking, disputable',
      'gil: member by customer_invoice, archived',
    ])
  })

  test('several sources mean any of them; only means exactly one, and that among them', async () => {
    expect(await found({ sources: ['contract', 'team'] })).toEqual(['ada', 'ben', 'cara', 'flo'])
    expect(await found({ sources: ['booking'], only: true })).toEqual(['eve'])
    expect(await found({ sources: ['contract', 'team'], only: true })).toEqual(['ada', 'ben'])
    expect(await found({ only: true })).toEqual(['ada', 'ben', 'eve', 'gil'])
    expect(await found({ only: false })).toHaveLength(6)
  })

  test.each<[Partial<ListOptions>, string[]]>([
    [{ kind: 'member' }, ['ada', 'eve', 'flo', 'gil']],
    [{ kind: 'contact' }, ['ben', 'cara']],
    [{ isSuspended: true }, ['eve']],
    [{ isSuspended: false }, ['ada', 'ben', 'cara', 'flo', 'gil']],
    [{ isArchived: true }, ['gil']],
    [{ isDisputable: true }, ['flo']],
    [{ isDisputable: false, kind: 'member' }, ['ada', 'eve', 'gil']],
  ])('%j leaves those', async (filter, expected) => {
    expect(await found(filter)).toEqual(expected)
  })

  test.each([
    ['2026-07-20T09:59:59.999Z', 'contact'],
    ['2026-07-20T10:00:00.000Z', 'member'],
    ['2026-07-31T23:59:59.999Z', 'member'],
    ['2026-08-01T00:00:00.000Z', 'contact'],
  ] as const)('a member is one while his contract stands: at %s a %s', async (instant, kind) => {
    const here = { location: 'pier', asOf: new Date(instant) }
    expect((await ask(here)).activeUsers).toMatchObject([{ externalId: 'hal', kind }])
    expect(await found({ ...here, kind })).toEqual(['hal'])
    expect(await found({ ...here, kind: kind === 'member' ? 'contact' : 'member' })).toEqual([])
  })

  test('figures are of all that match, whatever the source that is asked for', async () => {
    const { total, figures } = await ask({ kind: 'member', sources: ['contract'], only: true })
    expect(total).toBe(1)
    const none = { contract: 0, booking: 0, customer_invoice: 0, recurring_product: 0, team: 0 }
    expect(figures).toEqual({
      total: 4,
      bySource: { ...none, contract: 2, booking: 2, customer_invoice: 1 },
      onlyBecauseOf: { ...none, contract: 1, booking: 1, customer_invoice: 1 },
    })
    const nobody = await ask({ search: 'no such name' })
    expect(nobody.figures).toEqual({ total: 0, bySource: none, onlyBecauseOf: none })
  })

  test('a cursor is refused under other filters, and an answer that is no answer as well', async () => {
    const { nextCursor } = await ask({ limit: 1 })
    for (const other of [{ only: true }, { kind: 'member' }, { isDisputable: false }] as const) {
      const asked = ask({ limit: 1, cursor: nextCursor ?? '', ...other })
      await expect(asked).rejects.toMatchObject({ code: 'INVALID_CURSOR' })
    }
    const wrong = { only: 'yes' } as unknown as Partial<ListOptions>
    await expect(ask(wrong)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
  })

  test('a page has the figures of the whole list, and rows of its own', async () => {
    const first = await ask({ limit: 4 })
    const second = await ask({ limit: 4, cursor: first.nextCursor ?? '' })
    expect(second.figures).toEqual(first.figures)
    expect(second.activeUsers.map(({ externalId, kind }) => `${externalId} ${kind}`)).toEqual([
      'flo member',
      'gil member',
    ])
  })
})
