// Holds the oracle to the published scenarios and to the expected answers of the sample networks.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { countAt, occurrence, type RuleSet, readExport, verdict } from './oracle.ts'

const samples = join(import.meta.dirname, '../fixtures/samples')

describe('the sample networks', () => {
  for (const name of ['world-11', 'world-12']) {
    const names = readdirSync(join(samples, name))
    const files: Record<string, unknown[]> = {}
    for (const file of names.filter((one) => !one.startsWith('expected-')))
      files[file] = readSample(name, file)
    for (const file of names.filter((one) => one.startsWith('expected-'))) {
      test(`${name} ${file}`, () => {
        const expected = readSample<{ at: string }>(name, file)
        const count = countAt(readExport(files), Date.parse(expected.at))
        expect({ at: expected.at, ...count }).toEqual(expected)
      })
    }
  }
})

function readSample<Content = unknown[]>(name: string, file: string): Content {
  return JSON.parse(readFileSync(join(samples, name, file), 'utf8')) as Content
}

// Location 1 in New York and location 2 in London, each with platform invoices on 1 Mar and 1 Apr 2026, 03:00.
const cutOff = '2026-04-01T03:00:00Z'
const inWindow = '2026-04-10T12:00:00Z'
const inLastWindow = '2026-03-10T12:00:00Z'
const asOf = '2026-04-20T00:00:00Z'

type Files = Record<string, unknown[]>

function network(files: Files): Files {
  const bill = (id: number, location: number, at: string) => ({ Id: id, BusinessId: location, CreatedOn: at })
  return {
    businesses: [
      { Id: 1, UniqueId: 'one', SimpleTimeZoneId: 1, CreatedOn: '2024-01-01T00:00:00Z' },
      { Id: 2, UniqueId: 'two', SimpleTimeZoneId: 2, CreatedOn: '2024-01-01T00:00:00Z' },
    ],
    simpletimezones: [
      { Id: 1, Name: 'Eastern Standard Time' },
      { Id: 2, Name: 'GMT Standard Time' },
    ],
    invoices: [1, 2].flatMap((id) => [bill(id, id, '2026-03-01T03:00:00Z'), bill(id + 2, id, cutOff)]),
    resources: [
      { Id: 11, BusinessId: 1 },
      { Id: 12, BusinessId: 2 },
    ],
    tariffs: [{ Id: 21, BusinessId: 1, Price: 100 }],
    coworkers: [
      { Id: 7, Active: true, Archived: false },
      { Id: 8, Active: true, Archived: false },
    ],
    ...files,
  }
}

/** Who counts, as 'customer@location:source+source'. */
function counted(files: Files, at = asOf, ruleSet: RuleSet = {}): string[] {
  const { locations } = countAt(readExport(network(files)), Date.parse(at), ruleSet)
  return locations.flatMap(({ location, users }) =>
    users.map((user) => `${user.customer}@${location}:${user.sources.join('+')}`),
  )
}

const contract = (more: object = {}) => ({
  Id: 1,
  CoworkerId: 7,
  IssuedById: 1,
  TariffId: 21,
  CreatedOn: inLastWindow,
  StartDate: inLastWindow,
  ...more,
})
const booking = (more: object = {}) => ({
  Id: 2,
  CoworkerId: 7,
  ResourceId: 11,
  CreatedOn: inWindow,
  ...more,
})
const invoice = (more: object = {}) => ({
  Id: 3,
  UniqueId: 'i3',
  CoworkerId: 7,
  BusinessId: 1,
  CreatedOn: inWindow,
  TotalAmount: 10,
  ...more,
})
const product = (more: object = {}) => ({
  Id: 4,
  CoworkerId: 7,
  BusinessId: 1,
  RegularCharge: true,
  RepeatCycle: 4,
  SaleDate: inWindow,
  ...more,
})
const team = (more: object = {}) => ({
  Id: 5,
  TeamMembers: [7, 8],
  CreateSingleInvoiceForTeam: true,
  PayingMemberId: 7,
  ...more,
})
const suspended = { coworkers: [{ Id: 7, Active: false }, { Id: 8 }] }
const ticket = { Id: 6, CoworkerInvoiceId: 3, EventAttendeeUniqueId: 't' }

test.each<[scenario: string, files: Files, who: string[]]>([
  [
    'a contract that starts later',
    { coworkercontracts: [contract({ StartDate: '2026-12-15T00:00:00Z' })] },
    ['7@1:contract'],
  ],
  ['a free plan, and nothing done', { coworkercontracts: [contract({ Price: 0 })] }, ['7@1:contract']],
  ['a paid recurring product', { coworkerproducts: [product({ Price: 9 })] }, ['7@1:recurring_product']],
  ['a free recurring product', { coworkerproducts: [product({ Price: 0 })] }, ['7@1:recurring_product']],
  ['a free one-off product', { coworkerproducts: [product({ RegularCharge: false })] }, []],
  [
    'a paid one-off product that was invoiced',
    { coworkerproducts: [product({ RegularCharge: false })], coworkerinvoices: [invoice()] },
    ['7@1:customer_invoice'],
  ],
  [
    'an event ticket',
    { coworkerinvoices: [invoice()], coworkerinvoicelines: [ticket], eventattendees: [{ CoworkerId: 7 }] },
    [],
  ],
  ['a free booking', { bookings: [booking({ OverridePrice: 0 })] }, ['7@1:booking']],
  ['a paid booking', { bookings: [booking({ OverridePrice: 5 })] }, ['7@1:booking']],
  [
    'merged billing, the payer has a contract',
    { teams: [team()], coworkercontracts: [contract()] },
    ['7@1:contract', '8@1:team'],
  ],
  [
    'merged billing, the payer was invoiced',
    { teams: [team()], coworkerinvoices: [invoice()] },
    ['7@1:customer_invoice', '8@1:team'],
  ],
  [
    'merged billing, the payer bought',
    { teams: [team()], coworkerproducts: [product()] },
    ['7@1:recurring_product', '8@1:team'],
  ],
  [
    'merged billing, the payer booked',
    { teams: [team()], bookings: [booking()] },
    ['7@1:booking', '8@1:team'],
  ],
  [
    'merged billing, the payer is suspended',
    { ...suspended, teams: [team()], coworkercontracts: [contract()] },
    [],
  ],
  [
    'merged billing, the payer counts by a team only',
    { teams: [team(), team({ TeamMembers: [8], PayingMemberId: 8 })] },
    [],
  ],
  [
    'no merged billing',
    { teams: [team({ CreateSingleInvoiceForTeam: false })], bookings: [booking()] },
    ['7@1:booking'],
  ],
  ['an invoice', { coworkerinvoices: [invoice()] }, ['7@1:customer_invoice']],
  [
    'an invoice, then a suspension',
    { ...suspended, coworkerinvoices: [invoice()] },
    ['7@1:customer_invoice'],
  ],
  ['a suspended customer with a contract only', { ...suspended, coworkercontracts: [contract()] }, []],
  [
    'bookings at two locations',
    { bookings: [booking(), booking({ Id: 9, ResourceId: 12 })] },
    ['7@1:booking', '7@2:booking'],
  ],
  [
    'a booking, an invoice and a product in the last window only',
    {
      bookings: [booking({ CreatedOn: inLastWindow })],
      coworkerinvoices: [invoice({ CreatedOn: inLastWindow })],
      coworkerproducts: [product({ SaleDate: inLastWindow, RepeatUnit: 2 })],
    },
    [],
  ],
  [
    'a contract cancelled since the cut-off',
    { coworkercontracts: [contract({ Cancelled: true, CancellationDate: inWindow })] },
    [],
  ],
  [
    'a contract cancelled since the cut-off, and an invoice',
    {
      coworkercontracts: [contract({ Cancelled: true, CancellationDate: inWindow })],
      coworkerinvoices: [invoice()],
    },
    ['7@1:customer_invoice'],
  ],
])('%s', (_scenario, files, who) => {
  expect(counted(files)).toEqual(who)
})

describe('instants', () => {
  test('an event at the cut-off is in the window after it', () => {
    const files = { bookings: [booking({ CreatedOn: cutOff })] }
    expect(counted(files, '2026-04-01T03:00:00.001Z')).toEqual(['7@1:booking'])
    expect(counted(files, cutOff)).toEqual([])
    expect(counted(files, cutOff, { asInvoice: true })).toEqual([])
    expect(counted(files, '2026-05-01T00:00:00Z', { asInvoice: true })).toEqual(['7@1:booking'])
  })

  test('a platform invoice counts the window before its own cut-off', () => {
    const files = { bookings: [booking({ CreatedOn: '2026-04-01T02:59:59.999Z' })] }
    expect(counted(files, cutOff, { asInvoice: true })).toEqual(['7@1:booking'])
    expect(counted(files, cutOff)).toEqual([])
  })

  test('a contract ends at midnight of the location, on a day without 02:00 too', () => {
    const local = { CancellationDate: '2026-03-08T00:00:00Z', CancellationDateLocal: '2026-03-08T00:00:00' }
    const files = { coworkercontracts: [contract({ ...local, CreatedOn: '2026-01-01T00:00:00Z' })] }
    expect(counted(files, '2026-03-08T04:59:59Z')).toEqual(['7@1:contract'])
    expect(counted(files, '2026-03-08T05:00:00Z')).toEqual([])
  })

  test('a suspension and its end hold from their own instant', () => {
    const entry = { EntityShortName: 'Coworker', EntityId: 7, PropertyName: 'Active' }
    const files = {
      coworkercontracts: [contract()],
      audittrailentries: [
        { ...entry, Id: 1, OldValue: 'True', NewValue: 'False', CreatedOn: inWindow },
        { ...entry, Id: 2, OldValue: 'False', NewValue: 'True', CreatedOn: '2026-04-12T00:00:00Z' },
      ],
    }
    expect(counted(files, '2026-04-10T11:59:59Z')).toEqual(['7@1:contract'])
    expect(counted(files, inWindow)).toEqual([])
    expect(counted(files, '2026-04-12T00:00:00Z')).toEqual(['7@1:contract'])
  })

  test('an invoice counts until it is void', () => {
    const files = {
      coworkerinvoices: [invoice({ Void: true })],
      audittrailentries: [
        {
          Id: 1,
          EntityShortName: 'CoworkerInvoice',
          EntityId: 3,
          PropertyName: 'Void',
          OldValue: 'False',
          NewValue: 'True',
          CreatedOn: '2026-04-12T00:00:00Z',
        },
      ],
    }
    expect(counted(files, '2026-04-11T00:00:00Z')).toEqual(['7@1:customer_invoice'])
    expect(counted(files, '2026-04-12T00:00:00Z')).toEqual([])
  })

  test('months are clamped for each occurrence, never rolled', () => {
    const from = Date.parse('2026-01-31T10:00:00Z')
    const days = (cycle: number, unit: number) =>
      [0, 1, 2, 3].map((n) => new Date(occurrence(from, cycle, unit, n)).toISOString().slice(0, 10))
    expect(days(4, 1)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])
    expect(days(6, 1)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])
    expect(days(4, 3)).toEqual(['2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31'])
    expect(days(3, 2)).toEqual(['2026-01-31', '2026-02-14', '2026-02-28', '2026-03-14'])
    expect(new Date(occurrence(Date.parse('2024-02-29T23:59:59Z'), 5, 1, 1)).toISOString()).toBe(
      '2025-02-28T23:59:59.000Z',
    )
  })
})

describe('another rule set', () => {
  test('a kind that does not count takes its team along', () => {
    const files = { teams: [team()], bookings: [booking({ Tentative: true, OverridePrice: 0 })] }
    expect(counted(files)).toEqual(['7@1:booking', '8@1:team'])
    expect(counted(files, asOf, { notCounting: ['booking.free'] })).toEqual(['7@1:booking', '8@1:team'])
    expect(counted(files, asOf, { notCounting: ['booking.tentative'] })).toEqual([])
  })

  test('frozen comes before future, free and running', () => {
    const pause = { CoworkerContractId: 1, PauseFrom: inWindow, PauseUntil: '2026-05-01T00:00:00Z' }
    const files = { coworkercontracts: [contract({ Price: 0 })], contractpausedperiods: [pause] }
    expect(counted(files, asOf, { notCounting: ['contract.free'] })).toEqual(['7@1:contract'])
    expect(counted(files, asOf, { notCounting: ['contract.frozen'] })).toEqual([])
    expect(counted(files, '2026-05-01T00:00:00Z', { notCounting: ['contract.frozen'] })).toEqual([
      '7@1:contract',
    ])
  })

  test('an invoice that is credited in full is credited, in part it is issued', () => {
    const note = (total: number) =>
      invoice({ Id: 9, CreditNote: true, OriginalInvoiceGuid: 'i3', TotalAmount: total })
    const noCredited = { notCounting: ['customer_invoice.credited'] }
    expect(counted({ coworkerinvoices: [invoice(), note(-10)] })).toEqual(['7@1:customer_invoice'])
    expect(counted({ coworkerinvoices: [invoice(), note(-10)] }, asOf, noCredited)).toEqual([])
    expect(counted({ coworkerinvoices: [invoice(), note(-9)] }, asOf, noCredited)).toEqual([
      '7@1:customer_invoice',
    ])
    expect(counted({ coworkerinvoices: [invoice({ CreditedAmount: 10 })] }, asOf, noCredited)).toEqual([])
  })

  test('an invoice is credited at every instant, also before its credit note', () => {
    const CreditNote = { Id: 9, CreditNote: true, OriginalInvoiceGuid: 'i3', TotalAmount: -10 }
    const later = invoice({ ...CreditNote, CreatedOn: '2026-06-01T00:00:00Z' })
    const noCredited = { notCounting: ['customer_invoice.credited'] }
    expect(counted({ coworkerinvoices: [invoice(), later] }, asOf, noCredited)).toEqual([])
    const voidNote = invoice({ ...CreditNote, Void: true })
    expect(counted({ coworkerinvoices: [invoice(), voidNote] }, asOf, noCredited)).toEqual([
      '7@1:customer_invoice',
    ])
  })
})

test('a verdict lists the records that do not count as well', () => {
  const cancelled = { ...booking(), OriginalBookingId: '2', CancelledOn: '2026-04-12T00:00:00Z' }
  const world = readExport(
    network({ ...suspended, cancelledbookings: [cancelled], coworkercontracts: [contract()] }),
  )
  const found = verdict(world, 1, 7, Date.parse(asOf)).map(
    ({ source, kind, counts }) => `${source}.${kind} ${counts}`,
  )
  expect(found).toEqual(['contract.running false', 'booking.cancelled false'])
})
