// Finding, ordering and paging through the active users of a location.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ORDERS, SORTS } from '#counting/list'
import type { Database } from '#database/database'
import { type ActiveUserPage, type ListOptions, listActiveUsers } from '#services/active-users/list'
import { programContext } from '#services/context'
import { ENGINE_CASES, openTestDatabase } from '../support/engines.ts'
import { importExport } from './support/export.ts'

const inWindow = (day: number) => `2026-11-${String(day).padStart(2, '0')}T09:00:00Z`
const person = (Id: number, FullName: string, more: object = {}) => ({ Id, FullName, Active: true, ...more })

const files = {
  businesses: [
    { Id: 501, Name: 'Harbour Loft', RootLocationId: 501, CreatedOn: '2021-02-03T09:00:00Z' },
    { Id: 502, Name: 'Old Pier', RootLocationId: 501, CreatedOn: '2021-02-03T09:00:00Z' },
  ],
  invoices: [{ Id: 1, BusinessId: 501, CreatedOn: '2026-11-01T00:00:00Z' }],
  resources: [{ Id: 61, BusinessId: 501 }],
  coworkers: [
    person(7001, 'Zoë Ångström', { Email: 'ZA@Example.org' }),
    person(7002, 'bob 2', { CompanyName: 'Ärger & Söhne' }),
    person(7003, 'Bob 10'),
    person(7004, '  Élodie   Quill ', { Email: 'elodie@quill.example' }),
    person(7005, 'Ada Quill', { CompanyName: 'Quill Ltd' }),
    person(7006, 'Ada Quill'),
    person(7007, 'Idle Quill'),
  ],
  coworkercontracts: [
    { Id: 1, CoworkerId: 7005, IssuedById: 501, CreatedOn: '2026-10-01T00:00:00Z' },
    { Id: 2, CoworkerId: 7006, IssuedById: 501, CreatedOn: '2026-09-01T00:00:00Z' },
    { Id: 3, CoworkerId: 7007, IssuedById: 502, CreatedOn: '2026-09-01T00:00:00Z' },
  ],
  bookings: [
    { Id: 1, CoworkerId: 7001, ResourceId: 61, CreatedOn: inWindow(5) },
    { Id: 2, CoworkerId: 7005, ResourceId: 61, CreatedOn: inWindow(6) },
    { Id: 3, CoworkerId: 7002, ResourceId: 61, CreatedOn: inWindow(7) },
  ],
  coworkerinvoices: [
    { Id: 1, CoworkerId: 7003, BusinessId: 501, TotalAmount: 10, CreatedOn: inWindow(4) },
    { Id: 2, CoworkerId: 7004, BusinessId: 501, TotalAmount: 10, CreatedOn: inWindow(3) },
  ],
}

const names: Readonly<Record<string, string>> = {
  ...{ 7001: 'Zoë', 7002: 'bob 2', 7003: 'Bob 10', 7004: 'Élodie', 7005: 'Ada of Quill Ltd', 7006: 'Ada' },
}

const ORDERED = SORTS.flatMap((sort) => ORDERS.map((order) => [sort, order] as const))

describe.each(ENGINE_CASES)('lists, on %s', (engine) => {
  let db: Database
  const context = () => programContext(db, () => new Date('2026-11-20T00:00:00Z'))
  beforeAll(async () => {
    db = await openTestDatabase(engine)
    await importExport(context(), files)
  })
  afterAll(() => db.close())

  async function list(options: Partial<ListOptions> = {}): Promise<(string | undefined)[]> {
    const page = await listActiveUsers(context(), { location: 'Harbour Loft', ...options })
    expect(page.total).toBe(page.activeUsers.length)
    return page.activeUsers.map((user) => names[user.externalId])
  }

  const everybody = ['Ada of Quill Ltd', 'Ada', 'Bob 10', 'bob 2', 'Élodie', 'Zoë']

  test('by name: without regard to case, diacritics and white space', async () => {
    expect(await list()).toEqual(everybody)
    expect(await list({ sort: 'name' })).toEqual(everybody)
  })

  test('by source: contracts first, those with more sources before those with one', async () => {
    expect(await list({ sort: 'source' })).toEqual([
      'Ada of Quill Ltd',
      'Ada',
      'bob 2',
      'Zoë',
      'Bob 10',
      'Élodie',
    ])
  })

  test('by first evidence: the longest first', async () => {
    expect(await list({ sort: 'since' })).toEqual([
      'Ada',
      'Ada of Quill Ltd',
      'Élodie',
      'Bob 10',
      'Zoë',
      'bob 2',
    ])
  })

  test.each(['name', 'source', 'since'] as const)(
    'by %s the other way round: the very reverse',
    async (sort) => {
      const forwards = await list({ sort, order: 'asc' })
      expect(await list({ sort })).toEqual(forwards)
      expect(await list({ sort, order: 'desc' })).toEqual(forwards.toReversed())
    },
  )

  test('chosen customers alone, of those who match otherwise', async () => {
    const customers = [7006, 7007, 7001].map((id) => ({ externalId: String(id) }))
    expect(await list({ customers })).toEqual(['Ada', 'Zoë'])
    expect(await list({ customers, search: 'quill', order: 'desc' })).toEqual(['Ada'])
    await expect(list({ customers: [{ externalId: '8000' }] })).rejects.toMatchObject({
      code: 'CUSTOMER_NOT_FOUND',
    })
    await expect(list({ customers: [] })).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' })
  })

  test.each<[search: string, found: string[]]>([
    ['zoe', ['Zoë']],
    ['ÅNGSTRÖM', ['Zoë']],
    ['za@example.ORG', ['Zoë']],
    ['Quill', ['Ada of Quill Ltd', 'Ada', 'Élodie']],
    ['quill ltd', ['Ada of Quill Ltd']],
    ['elodie quill', ['Élodie']],
    ['söhne', ['bob 2']],
    ['  BOB  ', ['Bob 10', 'bob 2']],
    ['%', []],
    ['_', []],
    ["' or true --", []],
    ['', everybody],
    ['   ', everybody],
  ])('found by “%s”', async (search, found) => {
    expect(await list({ search })).toEqual(found)
  })

  test('found by source, by several sources and by both', async () => {
    expect(await list({ sources: ['contract'] })).toEqual(['Ada of Quill Ltd', 'Ada'])
    expect(await list({ sources: ['booking', 'customer_invoice'] })).toEqual([
      ...['Ada of Quill Ltd', 'Bob 10', 'bob 2', 'Élodie', 'Zoë'],
    ])
    expect(await list({ sources: ['team'] })).toEqual([])
    expect(await list({ sources: ['booking'], search: 'quill' })).toEqual(['Ada of Quill Ltd'])
  })

  test.each(ORDERED)('the pages by %s %s fit together, filtered and searched', async (sort, order) => {
    for (const filter of [{}, { search: 'quill' }, { sources: ['booking' as const] }]) {
      const whole = await list({ sort, order, ...filter })
      for (const limit of [1, 2, 3, 100]) {
        const paged: (string | undefined)[] = []
        let cursor: string | undefined
        do {
          const options = {
            location: '501',
            sort,
            order,
            limit,
            ...filter,
            ...(cursor === undefined ? {} : { cursor }),
          }
          const page = await listActiveUsers(context(), options)
          expect(page.total).toBe(whole.length)
          expect(page.activeUsers.length).toBeLessThanOrEqual(limit)
          paged.push(...page.activeUsers.map((user) => names[user.externalId]))
          expect(paged.length, 'pages that never end').toBeLessThanOrEqual(whole.length)
          cursor = page.nextCursor ?? undefined
        } while (cursor !== undefined)
        expect(paged).toEqual(whole)
      }
    }
  })

  test('a page goes on at the instant of the first, whatever the time is by then', async () => {
    const first = await listActiveUsers(context(), { location: '501', limit: 2 })
    const later = { ...context(), now: () => new Date('2027-11-20T00:00:00Z') }
    const cursor = first.nextCursor ?? ''
    const second = await listActiveUsers(later, { location: '501', limit: 2, cursor })
    expect(second.asOf).toBe(first.asOf)
    const other = { location: '501', cursor, asOf: new Date('2026-11-19T00:00:00Z') }
    await expect(listActiveUsers(context(), other)).rejects.toMatchObject({ code: 'INVALID_CURSOR' })
  })

  test.each<[what: string, options: Partial<ListOptions>]>([
    ['another location', { location: '502' }],
    ['another order', { sort: 'since' }],
    ['the other way round', { order: 'desc' }],
    ['another source', { sources: ['contract'] }],
    ['another search', { search: 'quill' }],
  ])('a cursor is refused for %s', async (_what, options) => {
    const { nextCursor } = await listActiveUsers(context(), { location: '501', limit: 2 })
    const asked = listActiveUsers(context(), {
      location: '501',
      limit: 2,
      ...options,
      cursor: nextCursor ?? '',
    })
    await expect(asked).rejects.toMatchObject({ code: 'INVALID_CURSOR' })
  })
})

describe.each(ENGINE_CASES)('a list of few among many, on %s', (engine) => {
  const many = Array.from({ length: 30 }, (_, index) => index + 1)
  const counting = [2, 20, 25]
  const nameOf = (number: number) => `Guest ${String(number).padStart(2, '0')}`
  const crowd = {
    ...files,
    coworkers: many.map((number) => person(7000 + number, nameOf(number))),
    coworkercontracts: [],
    bookings: counting.map((number) => ({
      ...{ Id: number, CoworkerId: 7000 + number, ResourceId: 61, CreatedOn: inWindow(5) },
    })),
    coworkerinvoices: many.map((number) => ({
      ...{ Id: number, CoworkerId: 7000 + number, BusinessId: 501, TotalAmount: 10 },
      CreatedOn: '2026-10-05T09:00:00Z',
    })),
    teams: [
      {
        ...{ Id: 31, Name: 'Idle & Co', CreateSingleInvoiceForTeam: true },
        ...{ TeamMembers: [7003, 7004], PayingMemberId: 7003 },
      },
    ],
  }
  let db: Database
  const context = () => programContext(db, () => new Date('2026-11-20T00:00:00Z'))
  beforeAll(async () => {
    db = await openTestDatabase(engine)
    await importExport(context(), crowd)
  })
  afterAll(() => db.close())

  test.each(ORDERED)(
    'everybody is on one page once, however far the next name is, by %s %s',
    async (sort, order) => {
      const expected = counting.map(nameOf)
      if (order === 'desc') expected.reverse()
      for (const limit of [1, 2, 3]) {
        const found: string[] = []
        let cursor: string | null | undefined
        while (cursor !== null) {
          const page: ActiveUserPage = await listActiveUsers(context(), {
            ...{ location: '501', limit, sort, order },
            ...(cursor && { cursor }),
          })
          expect(page.total).toBe(3)
          found.push(...page.activeUsers.map(({ name }) => name))
          cursor = page.nextCursor
        }
        expect(found).toEqual(expected)
      }
    },
  )
})
