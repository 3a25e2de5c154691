import { describe, expect, it } from 'vitest'
import { mapBooking, mapCancelledBooking } from '#connectors/nexudus/map-booking'
import { mapPlatformInvoice } from '#connectors/nexudus/map-platform-invoice'
import { mapProductSale } from '#connectors/nexudus/map-product-sale'
import { network } from './nexudus-network.ts'
import { at, mapOne } from './support.ts'

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
