// A contract that is cancelled on a day ends at 00:00 of that day at its location: on the days when clocks change too.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { programContext } from '#services/context'
import { ENGINE_CASES, openTestDatabase } from '../support/engines.ts'
import { importExport, whoCounts } from './support/export.ts'

interface Ending {
  readonly zone: string
  readonly day: string
  /** When that day begins, worked out by hand from the zone’s published rule. */
  readonly begins: string
  readonly what: string
}

const zones = {
  London: 'GMT Standard Time',
  'New York': 'Eastern Standard Time',
  Auckland: 'New Zealand Standard Time',
  Kolkata: 'India Standard Time',
  Santiago: 'Pacific SA Standard Time',
  Cairo: 'Egypt Standard Time',
  Azores: 'Azores Standard Time',
} as const

function ending(zone: keyof typeof zones, day: string, begins: string, what: string): Ending {
  return { zone, day, begins, what }
}

const endings: readonly Ending[] = [
  ending('London', '2026-03-29', '2026-03-29T00:00:00Z', 'an hour is skipped at 01:00'),
  ending('London', '2026-03-30', '2026-03-29T23:00:00Z', 'the day after'),
  ending('London', '2026-10-25', '2026-10-24T23:00:00Z', 'an hour is repeated at 02:00'),
  ending('London', '2026-10-26', '2026-10-26T00:00:00Z', 'the day after'),
  ending('New York', '2026-03-08', '2026-03-08T05:00:00Z', 'an hour is skipped at 02:00'),
  ending('New York', '2026-03-09', '2026-03-09T04:00:00Z', 'the day after'),
  ending('New York', '2026-11-01', '2026-11-01T04:00:00Z', 'an hour is repeated at 02:00'),
  ending('New York', '2026-11-02', '2026-11-02T05:00:00Z', 'the day after'),
  ending('Auckland', '2026-04-05', '2026-04-04T11:00:00Z', 'an hour is repeated at 03:00'),
  ending('Auckland', '2026-04-06', '2026-04-05T12:00:00Z', 'the day after'),
  ending('Auckland', '2026-09-27', '2026-09-26T12:00:00Z', 'an hour is skipped at 02:00'),
  ending('Auckland', '2026-09-28', '2026-09-27T11:00:00Z', 'the day after'),
  ending('Kolkata', '2026-03-29', '2026-03-28T18:30:00Z', 'clocks never change'),
  ending('Kolkata', '2026-10-25', '2026-10-24T18:30:00Z', 'clocks never change'),
  ending('Santiago', '2026-04-05', '2026-04-05T04:00:00Z', 'the hour before midnight is repeated'),
  ending('Santiago', '2026-04-04', '2026-04-04T03:00:00Z', 'the day with 25 hours'),
  ending('Santiago', '2026-09-06', '2026-09-06T04:00:00Z', 'midnight itself is skipped'),
  ending('Santiago', '2026-09-07', '2026-09-07T03:00:00Z', 'the day after'),
  ending('Cairo', '2026-04-24', '2026-04-23T22:00:00Z', 'midnight itself is skipped'),
  ending('Cairo', '2026-04-25', '2026-04-24T21:00:00Z', 'the day after'),
  ending('Cairo', '2026-10-29', '2026-10-28T21:00:00Z', 'the day with 25 hours'),
  ending('Cairo', '2026-10-30', '2026-10-29T22:00:00Z', 'the hour before midnight is repeated'),
  ending('Azores', '2026-03-29', '2026-03-29T01:00:00Z', 'midnight itself is skipped'),
  ending('Azores', '2026-10-25', '2026-10-25T00:00:00Z', 'midnight comes twice, and the first is meant'),
]

const names = Object.keys(zones)
const files = {
  simpletimezones: Object.values(zones).map((Name, at) => ({ Id: 2000 + at, Name })),
  businesses: names.map((Name, at) => ({
    ...{
      Id: 501 + at,
      Name,
      RootLocationId: 501,
      SimpleTimeZoneId: 2000 + at,
      CreatedOn: '2020-01-01T00:00:00Z',
    },
  })),
  coworkers: endings.map((one, at) => ({ Id: 7001 + at, FullName: nameOf(one), Active: true })),
  coworkercontracts: endings.map((one, at) => ({
    ...{ Id: 81_001 + at, CoworkerId: 7001 + at, IssuedById: 501 + names.indexOf(one.zone), Price: 190 },
    ...{
      CreatedOn: '2026-01-01T00:00:00Z',
      StartDate: '2026-01-01T00:00:00Z',
      UpdatedOn: '2026-02-01T00:00:00Z',
    },
    // Wall clocks may be written with a Z that means nothing, and the UTC twin may be a mere date.
    CancellationDate: `${one.day}T00:00:00Z`,
    CancellationDateLocal: `${one.day}T00:00:00${at % 2 === 0 ? '' : 'Z'}`,
  })),
}

function nameOf({ zone, day }: Ending): string {
  return `${zone} ${day}`
}

describe.each(ENGINE_CASES)('a contract that ends at midnight, on %s', (engine) => {
  let db: Database
  beforeAll(async () => {
    db = await openTestDatabase(engine)
    const report = await importExport(
      programContext(db, () => new Date('2026-02-02T00:00:00Z')),
      files,
    )
    expect(report).toMatchObject({ problemCount: 0, warningCount: 0 })
  })
  afterAll(() => db.close())

  async function counts(one: Ending, at: number): Promise<boolean> {
    const context = programContext(db, () => new Date('2027-01-01T00:00:00Z'))
    return (await whoCounts(context, new Date(at))).includes(`${nameOf(one)} at ${one.zone}: contract`)
  }

  test.each(endings)('counts in $zone until $day begins ($what)', async (one) => {
    const begins = Date.parse(one.begins)
    expect(await counts(one, begins - 1)).toBe(true)
    expect(await counts(one, begins)).toBe(false)
    expect(await counts(one, begins + 1)).toBe(false)
  })
})
