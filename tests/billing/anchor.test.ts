// When locations are invoiced: month ends are clamped each by itself, on the clock of the location.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchorFault, missedCutOffs, nextCutOff } from '#billing/anchor'
import type { AnchorStep, BillingAnchor } from '#model/billing-anchor'

const anchor = (startsOn: string, localTime = '00:00', every: AnchorStep = 'month'): BillingAnchor => ({
  startsOn,
  localTime,
  every,
})

/** The first `many` cut-offs, as instants. */
function first(many: number, of: BillingAnchor, timeZone: string): string[] {
  const found: Date[] = []
  let after = new Date('1900-01-01T00:00:00Z')
  for (let n = 0; n < many; n += 1) {
    after = nextCutOff(of, timeZone, after)
    found.push(after)
  }
  return found.map((at) => at.toISOString().replace(':00.000Z', 'Z'))
}

/** The same, as days and times on the location's clock. */
function onClock(many: number, of: BillingAnchor, timeZone: string): string[] {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return first(many, of, timeZone).map((at) => format.format(new Date(at)))
}

describe('a billing anchor', () => {
  test('on the 31st is clamped in short months and never rolls', () => {
    expect(onClock(5, anchor('2026-01-31'), 'UTC')).toEqual([
      '2026-01-31 00:00',
      '2026-02-28 00:00',
      '2026-03-31 00:00',
      '2026-04-30 00:00',
      '2026-05-31 00:00',
    ])
    expect(onClock(3, anchor('2028-01-31'), 'UTC')[1]).toBe('2028-02-29 00:00')
  })

  test('quarterly and yearly likewise', () => {
    expect(onClock(4, anchor('2025-11-30', '12:00', 'quarter'), 'UTC')).toEqual([
      '2025-11-30 12:00',
      '2026-02-28 12:00',
      '2026-05-30 12:00',
      '2026-08-30 12:00',
    ])
    expect(onClock(5, anchor('2028-02-29', '12:00', 'year'), 'UTC')).toEqual([
      '2028-02-29 12:00',
      '2029-02-28 12:00',
      '2030-02-28 12:00',
      '2031-02-28 12:00',
      '2032-02-29 12:00',
    ])
  })

  test.each([
    ['Asia/Kolkata', ['2026-01-30T18:30Z', '2026-02-27T18:30Z', '2026-03-30T18:30Z']],
    ['America/Bogota', ['2026-01-31T05:00Z', '2026-02-28T05:00Z', '2026-03-31T05:00Z']],
    // summer time ends on 5 April 2026
    [
      'Pacific/Auckland',
      ['2026-01-30T11:00Z', '2026-02-27T11:00Z', '2026-03-30T11:00Z', '2026-04-29T12:00Z'],
    ],
  ])('is at midnight of %s', (timeZone, instants) => {
    expect(first(instants.length, anchor('2026-01-31'), timeZone)).toEqual(instants)
  })

  test('a time that the clock skips comes as much after the gap', () => {
    // on 29 March 2026 London goes from 01:00 to 02:00
    expect(first(3, anchor('2026-01-29', '01:30'), 'Europe/London').slice(1)).toEqual([
      '2026-02-28T01:30Z',
      '2026-03-29T01:30Z',
    ])
    expect(onClock(3, anchor('2026-01-29', '01:30'), 'Europe/London')[2]).toBe('2026-03-29 02:30')
    // on 27 September 2026 Auckland goes from 02:00 to 03:00
    expect(onClock(2, anchor('2026-08-27', '02:30'), 'Pacific/Auckland')[1]).toBe('2026-09-27 03:30')
  })

  test('a time that the clock shows twice is the first of both', () => {
    // on 25 October 2026 London goes from 02:00 to 01:00, on 5 April 2026 Auckland from 03:00 to 02:00
    expect(first(2, anchor('2026-09-25', '01:30'), 'Europe/London')[1]).toBe('2026-10-25T00:30Z')
    expect(first(2, anchor('2026-03-05', '02:30'), 'Pacific/Auckland')[1]).toBe('2026-04-04T13:30Z')
  })

  test('those that were missed between two instants come after the one, up to the other', () => {
    const at = (text: string) => new Date(text)
    const span = { after: at('2026-01-31T00:00:00Z'), until: at('2026-04-30T00:00:00Z') }
    expect(missedCutOffs(anchor('2026-01-31'), 'UTC', span)).toEqual({
      first: at('2026-02-28T00:00:00Z'),
      count: 3,
    })
    expect(missedCutOffs(anchor('2027-01-01'), 'UTC', span)).toBeNull()
  })

  test('whatever the zone, one comes in each month, at the day of the first or the last of a shorter one', () => {
    const zones = fc.constantFrom(
      'Asia/Kolkata',
      'America/Bogota',
      'Pacific/Auckland',
      'Europe/London',
      'UTC',
    )
    const days = fc.integer({ min: 1, max: 31 }).map((day) => `2026-01-${String(day).padStart(2, '0')}`)
    const times = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
    fc.assert(
      fc.property(zones, days, times, (timeZone, day, time) => {
        const clocks = onClock(27, anchor(day, time), timeZone)
        for (const [n, clock] of clocks.entries()) {
          const month = new Date(Date.UTC(2026, n, 1))
          const last = new Date(Date.UTC(2026, n + 1, 0)).getUTCDate()
          const expected = Math.min(Number(day.slice(8)), last)
          expect(clock.slice(0, 10)).toBe(
            `${month.toISOString().slice(0, 8)}${String(expected).padStart(2, '0')}`,
          )
        }
      }),
      { numRuns: 50 },
    )
  })

  test.each([
    ['2026-02-30', '00:00'],
    ['2026-13-01', '00:00'],
    ['tomorrow', '00:00'],
    ['1899-12-31', '00:00'],
    ['2026-01-01', '24:00'],
    ['2026-01-01', '9:30'],
    ['2026-01-01', 'noon'],
  ])('%s at %s is none', (startsOn, localTime) => {
    expect(anchorFault(anchor(startsOn, localTime))).toMatch(/^(startsOn|localTime) must be/)
  })
})
