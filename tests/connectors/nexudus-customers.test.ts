import { describe, expect, it } from 'vitest'
import { mapCustomer, mapCustomerChange } from '#connectors/nexudus/map-customer'
import { mapLocation } from '#connectors/nexudus/map-location'
import { network } from './nexudus-network.ts'
import { at, mapOne } from './support.ts'

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
