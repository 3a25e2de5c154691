import { describe, expect, it } from 'vitest'
import { ExportContext } from '#connectors/nexudus/context'
import { mapBooking, mapCancelledBooking, noteResource } from '#connectors/nexudus/map-booking'
import { mapContract, mapPause, noteTariff } from '#connectors/nexudus/map-contract'
import { mapCustomer, mapCustomerChange } from '#connectors/nexudus/map-customer'
import { mapCustomerInvoice, noteCredit, noteInvoiceLine } from '#connectors/nexudus/map-customer-invoice'
import { mapLocation, noteTimeZone } from '#connectors/nexudus/map-location'
import { mapPlatformInvoice } from '#connectors/nexudus/map-platform-invoice'
import { mapProductSale } from '#connectors/nexudus/map-product-sale'
import { mapTeam } from '#connectors/nexudus/map-team'
import { at, mapOne } from './support.ts'

const HARBOUR = '5b1e0000-0000-4000-8000-000000000501'
const MILL = '5b1e0000-0000-4000-8000-000000000502'

/** Two locations, a resource in each, one tariff. */
function network(): ExportContext {
  const context = new ExportContext()
  mapOne(noteTimeZone, { Id: 2023, Name: 'W. Europe Standard Time' }, context)
  mapOne(noteTimeZone, { Id: 2024, Name: 'Nowhere Standard Time' }, context)
  const harbour = { Id: 501, UniqueId: HARBOUR.toUpperCase(), Name: 'Harbour', SimpleTimeZoneId: 2023 }
  const mill = { Id: 502, UniqueId: MILL, Name: 'Mill' }
  mapOne(mapLocation, { ...harbour, CreatedOn: '2021-02-03T09:00:00Z' }, context)
  mapOne(mapLocation, { ...mill, CreatedOn: '2021-02-03T09:00:00Z' }, context)
  mapOne(noteTariff, { Id: 12, Name: 'Hot desk', Price: 190 }, context)
  mapOne(noteResource, { Id: 61, BusinessId: 501 }, context)
  mapOne(noteResource, { Id: 62, BusinessId: 502 }, context)
  return context
}

describe('a location', () => {
  const wire = {
    Id: 501,
    Name: ' Harbour Loft ',
    CurrencyCode: 'eur',
    SimpleTimeZoneId: '2023',
    CreatedOn: '2021-02-03T09:00:00Z',
  }

  it('is read with its Windows time zone', () => {
    expect(mapOne(mapLocation, wire, network())).toEqual({
      record: {
        kind: 'location',
        externalId: '501',
        name: 'Harbour Loft',
        timeZone: 'Europe/Berlin',
        currency: 'EUR',
        createdAt: at('2021-02-03T09:00:00Z'),
      },
      fault: null,
      warnings: [],
    })
  })

  it.each<[string, object, object, string[]]>([
    ['no time zone', { SimpleTimeZoneId: null }, { timeZone: 'UTC' }, ['SimpleTimeZoneId']],
    ['a time zone that was not exported', { SimpleTimeZoneId: 9 }, { timeZone: 'UTC' }, ['SimpleTimeZoneId']],
    ['a time zone that nobody knows', { SimpleTimeZoneId: 2024 }, { timeZone: 'UTC' }, ['SimpleTimeZoneId']],
    ['no creation date', { CreatedOn: null }, { createdAt: at('2000-01-01T00:00:00Z') }, ['CreatedOn']],
    ['no name', { Name: '' }, { name: 'Location 501' }, ['Name']],
    ['no currency code', { CurrencyCode: 'Euro' }, { currency: null }, ['CurrencyCode']],
  ])('with %s is used with a warning', (_title, change, expected, warnings) => {
    const mapped = mapOne(mapLocation, { ...wire, ...change }, network())
    expect(mapped).toMatchObject({ record: expected, fault: null, warnings })
  })

  it('without an id is skipped', () => {
    expect(mapOne(mapLocation, { ...wire, Id: null }, network())).toMatchObject({ record: null, fault: 'Id' })
  })
})

describe('a customer', () => {
  it.each<[string, object, object]>([
    ['active', { Active: true, Archived: false }, { isSuspended: false, isArchived: false }],
    ['suspended', { Active: false }, { isSuspended: true, isArchived: false }],
    ['suspended, as text', { Active: 'False' }, { isSuspended: true }],
    ['without a state', {}, { isSuspended: false, isArchived: false }],
    ['archived', { Active: true, Archived: true }, { isSuspended: false, isArchived: true }],
  ])('%s', (_title, state, expected) => {
    const mapped = mapOne(mapCustomer, { Id: 7001, FullName: 'Ada Quill', ...state }, undefined)
    expect(mapped).toMatchObject({
      record: { kind: 'customer', name: 'Ada Quill', ...expected },
      warnings: [],
    })
  })

  it.each<[object, string]>([
    [{ CompanyName: 'Quill Ltd', Email: 'a@example.org' }, 'Quill Ltd'],
    [{ Email: 'a@example.org' }, 'a@example.org'],
    [{}, 'Customer 7001'],
  ])('without a name but with %j is called %s', (wire, name) => {
    const mapped = mapOne(mapCustomer, { Id: 7001, ...wire }, undefined)
    expect(mapped).toMatchObject({ record: { name }, warnings: ['FullName'] })
  })

  it('with a state that cannot be read is skipped', () => {
    const mapped = mapOne(mapCustomer, { Id: 7001, FullName: 'Ada', Active: 'maybe' }, undefined)
    expect(mapped).toMatchObject({ record: null, fault: 'Active' })
  })
})

describe('an audit entry', () => {
  const wire = {
    Id: 9900,
    EntityShortName: 'Coworker',
    EntityId: 7004,
    PropertyName: 'Active',
    AuditType: 2,
    OldValue: 'True',
    NewValue: 'False',
    CreatedOn: '2026-11-14T09:00:00Z',
  }

  it.each<[string, object, object]>([
    ['Active to False is a suspension', {}, { property: 'suspended', before: false, after: true }],
    [
      'Active to True is the end of one',
      { OldValue: 'False', NewValue: 'True' },
      { property: 'suspended', before: true, after: false },
    ],
    [
      'Archived to True is an archiving',
      { PropertyName: 'Archived', OldValue: 'false', NewValue: 'true' },
      { property: 'archived', before: false, after: true },
    ],
  ])('%s', (_title, change, expected) => {
    const mapped = mapOne(mapCustomerChange, { ...wire, ...change }, undefined)
    expect(mapped.record).toEqual({
      kind: 'customer_change',
      externalId: '9900',
      customerExternalId: '7004',
      at: at('2026-11-14T09:00:00Z'),
      ...expected,
    })
  })

  it.each<[string, object]>([
    ['another property', { PropertyName: 'FullName', OldValue: 'a', NewValue: 'b' }],
    ['another kind of record', { EntityShortName: 'Booking', PropertyName: 'Active' }],
    ['a creation, which stores no values', { AuditType: 1, OldValue: null, NewValue: null }],
  ])('of %s is left out without a word', (_title, change) => {
    const mapped = mapOne(mapCustomerChange, { ...wire, ...change }, undefined)
    expect(mapped).toEqual({ record: null, fault: null, warnings: [] })
  })

  it.each<[string, object]>([
    ['OldValue', { OldValue: null }],
    ['NewValue', { NewValue: 'perhaps' }],
    ['EntityId', { EntityId: undefined }],
    ['CreatedOn', { CreatedOn: '2026-02-30T00:00:00Z' }],
  ])('with an unusable %s is skipped', (fault, change) => {
    expect(mapOne(mapCustomerChange, { ...wire, ...change }, undefined)).toMatchObject({
      record: null,
      fault,
    })
  })
})

describe('a contract', () => {
  const wire = {
    Id: 81001,
    CoworkerId: 7001,
    IssuedById: 501,
    TariffId: 12,
    Price: null,
    StartDate: '2026-12-15T00:00:00Z',
    Cancelled: false,
    CreatedOn: '2026-11-09T15:12:00Z',
    UpdatedOn: '2026-11-10T15:12:00Z',
  }

  it('is read with its plan', () => {
    expect(mapOne(mapContract, wire, network())).toEqual({
      record: {
        kind: 'contract',
        externalId: '81001',
        locationExternalId: '501',
        customerExternalId: '7001',
        planName: 'Hot desk',
        price: '190',
        createdAt: at('2026-11-09T15:12:00Z'),
        startsAt: at('2026-12-15T00:00:00Z'),
        endsAt: null,
        updatedAt: at('2026-11-10T15:12:00Z'),
      },
      fault: null,
      warnings: [],
    })
  })

  it.each<[string, object, string | null, string[]]>([
    ['stands', {}, null, []],
    [
      'ends by the clock of its location',
      { CancellationDateLocal: '2026-07-31T00:00:00' },
      '2026-07-30T22:00:00Z',
      [],
    ],
    ['ends on a local date', { CancellationDateLocal: '2026-12-31' }, '2026-12-30T23:00:00Z', []],
    [
      'has a local end with a zone that is not to be believed',
      { CancellationDateLocal: '2026-07-31T00:00:00Z' },
      '2026-07-30T22:00:00Z',
      [],
    ],
    [
      'has both ends: the local one decides',
      { CancellationDateLocal: '2026-07-31T00:00:00', CancellationDate: '2026-07-31T00:00:00Z' },
      '2026-07-30T22:00:00Z',
      [],
    ],
    ['ends at an instant', { CancellationDate: '2026-07-31T00:00:00Z' }, '2026-07-31T00:00:00Z', []],
    ['is cancelled without a date: when it last changed', { Cancelled: true }, '2026-11-10T15:12:00Z', []],
    [
      'is cancelled without any date',
      { Cancelled: true, UpdatedOn: null },
      '2026-11-09T15:12:00Z',
      ['CancellationDate'],
    ],
    [
      'is at a location that was not exported',
      { IssuedById: 599, CancellationDateLocal: '2026-07-31T00:00:00' },
      '2026-07-31T00:00:00Z',
      ['CancellationDateLocal'],
    ],
    [
      'is at a location that was not exported, with both ends: the instant decides',
      {
        IssuedById: 599,
        CancellationDateLocal: '2026-07-31T00:00:00',
        CancellationDate: '2026-07-30T22:00:00Z',
      },
      '2026-07-30T22:00:00Z',
      [],
    ],
  ])('that %s', (_title, change, expected, warnings) => {
    const mapped = mapOne(mapContract, { ...wire, ...change }, network())
    expect(mapped.record?.endsAt).toBe(expected === null ? null : at(expected))
    expect(mapped).toMatchObject({ fault: null, warnings })
  })

  it.each<[string, object, string | null, string[]]>([
    ['its own price', { Price: 0, TariffPrice: 150 }, '0', []],
    ["its plan's price as it carries it", { TariffPrice: 150 }, '150', []],
    ["its plan's price", {}, '190', []],
    ['no known plan', { TariffId: 99 }, null, []],
    ['a price that is no number', { Price: 'a lot', TariffId: null }, null, ['Price']],
  ])('has %s', (_title, change, price, warnings) => {
    const mapped = mapOne(mapContract, { ...wire, ...change }, network())
    expect(mapped).toMatchObject({ record: { price }, warnings })
  })

  it('without a creation date exists since it starts', () => {
    const mapped = mapOne(mapContract, { ...wire, CreatedOn: null }, network())
    expect(mapped).toMatchObject({
      record: { createdAt: at('2026-12-15T00:00:00Z') },
      warnings: ['CreatedOn'],
    })
  })

  it.each<[string, object]>([
    ['Id', { Id: -1 }],
    ['CoworkerId', { CoworkerId: null }],
    ['IssuedById', { IssuedById: 'x' }],
    ['CreatedOn', { CreatedOn: null, StartDate: null }],
    ['CreatedOn', { CreatedOn: 'yesterday' }],
    ['CancellationDateLocal', { CancellationDateLocal: '2026-13-01' }],
    ['CancellationDate', { CancellationDate: 'soon' }],
    ['Cancelled', { Cancelled: 'perhaps' }],
  ])('with an unusable %s is skipped', (fault, change) => {
    expect(mapOne(mapContract, { ...wire, ...change }, network())).toMatchObject({ record: null, fault })
  })
})

describe('a pause', () => {
  const wire = { Id: 301, CoworkerContractId: 81002, PauseFrom: '2026-11-01T00:00:00Z' }

  it('may be open', () => {
    expect(mapOne(mapPause, wire, undefined).record).toMatchObject({
      contractExternalId: '81002',
      until: null,
    })
  })

  it('that ends before it begins is skipped', () => {
    const mapped = mapOne(mapPause, { ...wire, PauseUntil: '2026-10-01T00:00:00Z' }, undefined)
    expect(mapped).toMatchObject({ record: null, fault: 'PauseUntil' })
  })
})

describe('a team', () => {
  const wire = { Id: 31, Name: 'Quill Ltd', CreateSingleInvoiceForTeam: true, PayingMemberId: 7002 }

  it.each<[string, object, string[], string[]]>([
    ['an array', { TeamMembers: [7001, '7002', 7001], CoworkerIds: '7009' }, ['7001', '7002'], []],
    ['an empty array', { TeamMembers: [], CoworkerIds: '7009' }, [], []],
    ['a list in a text', { TeamMembers: null, CoworkerIds: '7001, 7002,,7001' }, ['7001', '7002'], []],
    ['one number', { CoworkerIds: 7001 }, ['7001'], []],
    ['nothing', {}, [], []],
    ['something odd', { TeamMembers: [7001, 'x', null] }, ['7001'], ['TeamMembers', 'TeamMembers']],
  ])('has its members from %s', (_title, change, members, warnings) => {
    const mapped = mapOne(mapTeam, { ...wire, ...change }, undefined)
    expect(mapped.record).toMatchObject({
      memberExternalIds: members,
      payingCustomerExternalId: '7002',
      hasMergedBilling: true,
    })
    expect(mapped.warnings).toEqual(warnings)
  })

  it.each([null, undefined, 0])('may have no paying customer (%s)', (payer) => {
    const mapped = mapOne(mapTeam, { ...wire, PayingMemberId: payer }, undefined)
    expect(mapped).toMatchObject({ record: { payingCustomerExternalId: null }, warnings: [] })
  })
})

describe('a booking', () => {
  const wire = { Id: 91001, ResourceId: 61, CoworkerId: 7003, CreatedOn: '2026-11-20T16:40:00Z' }

  it.each<[string, object, string]>([
    ['made', { Tentative: false, OverridePrice: null }, 'made'],
    ['made with a price', { OverridePrice: 10 }, 'made'],
    ['free', { OverridePrice: 0 }, 'free'],
    ['free, as text', { OverridePrice: '0.00' }, 'free'],
    ['tentative', { Tentative: true, OverridePrice: null }, 'tentative'],
    ['tentative and free', { Tentative: true, OverridePrice: 0 }, 'tentative'],
  ])('is %s', (_title, change, evidenceKind) => {
    expect(mapOne(mapBooking, { ...wire, ...change }, network()).record).toEqual({
      kind: 'booking',
      externalId: '91001',
      locationExternalId: '501',
      customerExternalId: '7003',
      madeAt: at('2026-11-20T16:40:00Z'),
      evidenceKind,
      cancelledAt: null,
    })
  })

  it.each([null, undefined, '', 0])('without a customer (%j) is left out without a word', (CoworkerId) => {
    const mapped = mapOne(mapBooking, { ...wire, CoworkerId }, network())
    expect(mapped).toEqual({ record: null, fault: null, warnings: [] })
  })

  it.each<[string, object]>([
    ['ResourceId', { ResourceId: 99 }],
    ['ResourceId', { ResourceId: null }],
    ['CreatedOn', { CreatedOn: null }],
    ['CoworkerId', { CoworkerId: 'x' }],
    ['Tentative', { Tentative: 'x' }],
  ])('with an unusable %s is skipped', (fault, change) => {
    expect(mapOne(mapBooking, { ...wire, ...change }, network())).toMatchObject({ record: null, fault })
  })

  const cancelled = { ...wire, Id: 1201, OriginalBookingId: '91001', CancelledOn: '2026-11-21T08:00:00Z' }

  it('that was cancelled goes by the number it had, and is not told twice', () => {
    const context = network()
    expect(mapOne(mapCancelledBooking, cancelled, context).record).toMatchObject({
      externalId: '91001',
      madeAt: at('2026-11-20T16:40:00Z'),
      cancelledAt: at('2026-11-21T08:00:00Z'),
    })
    expect(mapOne(mapBooking, wire, context)).toEqual({ record: null, fault: null, warnings: [] })
  })

  it('that was cancelled goes by another number where its own is not known', () => {
    const unknown = { ...cancelled, OriginalBookingId: null }
    expect(mapOne(mapCancelledBooking, unknown, network()).record).toMatchObject({
      externalId: 'cancelled-1201',
    })
  })

  it('stands where its cancellation cannot be read', () => {
    const context = network()
    const mapped = mapOne(mapCancelledBooking, { ...cancelled, CancelledOn: null }, context)
    expect(mapped).toMatchObject({ record: null, fault: 'CancelledOn' })
    expect(mapOne(mapBooking, wire, context).record).toMatchObject({ externalId: '91001', cancelledAt: null })
  })
})

describe('a customer invoice', () => {
  const GUID = 'e0000000-0000-4000-8000-000000065001'
  const wire = {
    Id: 65001,
    UniqueId: GUID,
    CoworkerId: 7002,
    BusinessId: 501,
    TotalAmount: 120,
    CreatedOn: '2026-11-12T06:00:00Z',
  }
  const ticket = { CoworkerInvoiceId: 65001, EventAttendeeUniqueId: 'f0000000-0000-4000-8000-000000000001' }
  const line = { CoworkerInvoiceId: 65001, EventAttendeeUniqueId: null }
  const byMill = { IssuedByUniqueId: MILL.toUpperCase() }
  const credit = { Id: 65002, CreditNote: true, OriginalInvoiceGuid: GUID.toUpperCase() }

  it.each<[string, object, string]>([
    ['issued', {}, 'issued'],
    ['with a total that cannot be read', { TotalAmount: 'much' }, 'issued'],
    ['of nothing', { TotalAmount: 0 }, 'zero_value'],
    ['of nothing, as text', { TotalAmount: '0.00' }, 'zero_value'],
    [
      'that is a credit note',
      { CreditNote: true, Draft: true, Void: true, TotalAmount: -120 },
      'credit_note',
    ],
    ['that is a draft', { Draft: true, Void: true, TotalAmount: 0 }, 'draft'],
    ['that is void', { Void: 'True', TotalAmount: 0 }, 'void'],
    ['that was credited', { CreditedAmount: 120 }, 'credited'],
    ['that was credited in part', { CreditedAmount: 119.99 }, 'issued'],
    ['of nothing, of which nothing was credited', { CreditedAmount: 0, TotalAmount: 0 }, 'zero_value'],
  ])('%s', (_title, change, evidenceKind) => {
    expect(mapOne(mapCustomerInvoice, { ...wire, ...change }, network()).record).toMatchObject({
      evidenceKind,
    })
  })

  it.each<[string, object[], string]>([
    ['one over all of it', [{ ...credit, TotalAmount: -120 }], 'credited'],
    ['one over all of it, with its sign lost', [{ ...credit, TotalAmount: 120 }], 'credited'],
    ['one that does not say how much', [credit], 'credited'],
    ['one over a part', [{ ...credit, TotalAmount: -50 }], 'issued'],
    [
      'two over parts that make all of it',
      [
        { ...credit, TotalAmount: -50 },
        { ...credit, TotalAmount: -70 },
      ],
      'credited',
    ],
    ['a draft of one', [{ ...credit, TotalAmount: -120, Draft: true }], 'issued'],
    ['one for another invoice', [{ ...credit, OriginalInvoiceGuid: HARBOUR }], 'issued'],
    ['an invoice that is no credit note', [{ ...credit, CreditNote: false }], 'issued'],
    [
      'one that names zeros',
      [{ ...credit, OriginalInvoiceGuid: '00000000-0000-0000-0000-000000000000' }],
      'issued',
    ],
  ])('with a credit note: %s', (_title, credits, evidenceKind) => {
    const context = network()
    for (const one of credits) mapOne(noteCredit, one, context)
    expect(mapOne(mapCustomerInvoice, wire, context).record).toMatchObject({ evidenceKind })
  })

  it.each<[string, object[], string[], string]>([
    ['no lines', [], ['501'], 'issued'],
    ['a line of its own', [line], ['501'], 'issued'],
    ['a line of another location', [{ ...line, ...byMill }], ['502'], 'issued'],
    ['lines of two locations', [line, { ...line, ...byMill }, line], ['501', '502'], 'issued'],
    ['a line that names its own location', [line, { ...line, IssuedByUniqueId: HARBOUR }], ['501'], 'issued'],
    ['a line of a location that was not exported', [{ ...line, IssuedByUniqueId: GUID }], ['501'], 'issued'],
    [
      'a line that names zeros for an attendee',
      [{ ...line, EventAttendeeUniqueId: '00000000-0000-0000-0000-000000000000' }],
      ['501'],
      'issued',
    ],
    ['only tickets', [ticket, ticket], ['501'], 'tickets_only'],
    ['only tickets of another location', [{ ...ticket, ...byMill }], ['502'], 'tickets_only'],
    ['a ticket of another location before a line', [{ ...ticket, ...byMill }, line], ['501'], 'issued'],
    ['a ticket of another location after a line', [line, { ...ticket, ...byMill }], ['501'], 'issued'],
    ['a line of another location and a ticket', [ticket, { ...line, ...byMill }, ticket], ['502'], 'issued'],
    ["another invoice's ticket", [{ ...ticket, CoworkerInvoiceId: 65002 }], ['501'], 'issued'],
  ])('with %s', (_title, lines, locationExternalIds, evidenceKind) => {
    const context = network()
    for (const one of lines) mapOne(noteInvoiceLine, one, context)
    const { record } = mapOne(mapCustomerInvoice, wire, context)
    expect([...(record?.locationExternalIds ?? [])].sort()).toEqual(locationExternalIds)
    expect(record?.evidenceKind).toBe(evidenceKind)
  })

  it('needs its own location only where its lines do not tell', () => {
    const context = network()
    mapOne(noteInvoiceLine, { ...line, ...byMill }, context)
    const mapped = mapOne(mapCustomerInvoice, { ...wire, BusinessId: null }, context)
    expect(mapped.record?.locationExternalIds).toEqual(['502'])
    expect(mapOne(mapCustomerInvoice, { ...wire, BusinessId: null }, network()).fault).toBe('BusinessId')
  })

  it.each<[string, object]>([
    ['CoworkerId', { CoworkerId: null }],
    ['CreatedOn', { CreatedOn: '' }],
    ['Draft', { Draft: 'x' }],
  ])('with an unusable %s is skipped', (fault, change) => {
    expect(mapOne(mapCustomerInvoice, { ...wire, ...change }, network())).toMatchObject({
      record: null,
      fault,
    })
  })
})

describe('a product sale', () => {
  const wire = {
    Id: 44001,
    CoworkerId: 7005,
    BusinessId: 501,
    ProductName: 'Locker',
    RegularCharge: true,
    RepeatCycle: 4,
    RepeatUnit: 1,
    RepeatFrom: '2026-11-05T00:00:00Z',
    RepeatUntil: '2027-11-05T00:00:00Z',
    SaleDate: '2026-11-04T09:30:00Z',
    CreatedOn: '2026-11-03T09:30:00Z',
  }

  it('that repeats is read with its renewal', () => {
    expect(mapOne(mapProductSale, wire, undefined).record).toEqual({
      kind: 'recurring_product',
      externalId: '44001',
      locationExternalId: '501',
      customerExternalId: '7005',
      productName: 'Locker',
      soldAt: at('2026-11-04T09:30:00Z'),
      renewal: {
        cycle: 'month',
        every: 1,
        from: at('2026-11-05T00:00:00Z'),
        until: at('2027-11-05T00:00:00Z'),
      },
    })
  })

  it.each<[string, object, object]>([
    ['price plan: a month', { RepeatCycle: 1 }, { cycle: 'month', every: 1 }],
    ['price plan, three times', { RepeatCycle: 1, RepeatUnit: 3 }, { cycle: 'month', every: 3 }],
    ['day', { RepeatCycle: 2, RepeatUnit: 14 }, { cycle: 'day', every: 14 }],
    ['week, as text', { RepeatCycle: '3', RepeatUnit: '2' }, { cycle: 'week', every: 2 }],
    ['year', { RepeatCycle: 5, RepeatUnit: 1000 }, { cycle: 'year', every: 1000 }],
    ['last day of month', { RepeatCycle: 6, RepeatUnit: 0 }, { cycle: 'last_day_of_month', every: 1 }],
    ['no unit', { RepeatUnit: null }, { every: 1 }],
    ['no beginning', { RepeatFrom: null }, { from: at('2026-11-04T09:30:00Z') }],
    ['no end', { RepeatUntil: null }, { until: null }],
  ])('renews: %s', (_title, change, expected) => {
    const mapped = mapOne(mapProductSale, { ...wire, ...change }, undefined)
    expect(mapped.record?.renewal).toMatchObject(expected)
  })

  it('that does not repeat has no renewal, whatever its other fields say', () => {
    const oneOff = { ...wire, RegularCharge: false, RepeatCycle: 77, RepeatUnit: -1 }
    expect(mapOne(mapProductSale, oneOff, undefined)).toMatchObject({
      record: { renewal: null },
      fault: null,
    })
  })

  it('without a sale date was sold when it was created', () => {
    const mapped = mapOne(mapProductSale, { ...wire, SaleDate: null }, undefined)
    expect(mapped.record).toMatchObject({ soldAt: at('2026-11-03T09:30:00Z') })
  })

  it.each<[string, object]>([
    ['RepeatCycle', { RepeatCycle: 7 }],
    ['RepeatCycle', { RepeatCycle: null }],
    ['RepeatUnit', { RepeatUnit: -1 }],
    ['RepeatUnit', { RepeatUnit: 1001 }],
    ['RepeatUnit', { RepeatUnit: 1.5 }],
    ['RepeatUnit', { RepeatUnit: 'x' }],
    ['RepeatFrom', { RepeatFrom: 'x' }],
    ['SaleDate', { SaleDate: '2026-02-30' }],
    ['BusinessId', { BusinessId: null }],
    ['CoworkerId', { CoworkerId: null }],
  ])('with an unusable %s is skipped', (fault, change) => {
    expect(mapOne(mapProductSale, { ...wire, ...change }, undefined)).toMatchObject({ record: null, fault })
  })
})

describe('a platform invoice', () => {
  const wire = { Id: 4001, BusinessId: 501, InvoiceNumber: 'P-10233', CreatedOn: '2026-11-01T03:00:12Z' }

  it('is a cut-off', () => {
    expect(mapOne(mapPlatformInvoice, wire, undefined).record).toEqual({
      kind: 'platform_invoice',
      externalId: '4001',
      locationExternalId: '501',
      number: 'P-10233',
      cutOffAt: at('2026-11-01T03:00:12Z'),
    })
  })

  it('without an instant is skipped', () => {
    expect(mapOne(mapPlatformInvoice, { ...wire, CreatedOn: null }, undefined).fault).toBe('CreatedOn')
  })
})
