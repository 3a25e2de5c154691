import { describe, expect, it } from 'vitest'
import { mapContract, mapPause } from '#connectors/nexudus/map-contract'
import { mapTeam } from '#connectors/nexudus/map-team'
import { network } from './nexudus-network.ts'
import { at, mapOne } from './support.ts'

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
