import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDecimal, parseId, RecordFields } from '#connectors/read-fields'
import { hasOffset, parseInstant, parseWallClock } from '#lib/parse-time'
import { ianaZone } from '#lib/windows-zones'
import { instantOfWallClock } from '#lib/zoned-time'
import { at } from './support.ts'

describe('an instant as text', () => {
  it('is read as Date reads it, for any millisecond of the years 1900 to 9999', () => {
    const instant = fc.date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(instant, (date) => {
        const text = date.toISOString()
        expect(parseInstant(text)).toBe(date.getTime())
        expect(parseWallClock(text)).toBe(date.getTime())
        expect(parseInstant(text.slice(0, -1))).toBe(date.getTime())
      }),
    )
  })

  it.each<[string, string]>([
    ['2026-11-20T12:00:00Z', '2026-11-20T12:00:00Z'],
    ['2026-11-20T12:00:00', '2026-11-20T12:00:00Z'],
    ['2026-11-20 12:00:00Z', '2026-11-20T12:00:00Z'],
    ['2026-11-20T12:00Z', '2026-11-20T12:00:00Z'],
    ['2026-11-20', '2026-11-20T00:00:00Z'],
    ['2026-11-20T12:00:00.1Z', '2026-11-20T12:00:00.100Z'],
    ['2026-11-20T12:00:00.1239999Z', '2026-11-20T12:00:00.123Z'],
    ['2026-11-20T12:00:00.999999999Z', '2026-11-20T12:00:00.999Z'],
    ['2026-11-20T12:00:00+01:00', '2026-11-20T11:00:00Z'],
    ['2026-11-20T12:00:00-0530', '2026-11-20T17:30:00Z'],
    ['2026-11-20T12:00:00+14', '2026-11-19T22:00:00Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
    ['2000-02-29T00:00:00Z', '2000-02-29T00:00:00Z'],
  ])('%s is read', (text, expected) => {
    expect(parseInstant(text)).toBe(at(expected))
  })

  it.each([
    '',
    'Z',
    'soon',
    '20 November 2026',
    '2026-11-20T12:00:00 Z',
    ' 2026-11-20',
    '2026-02-29',
    '1900-02-29',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-11-00T00:00:00Z',
    '2026-11-31T00:00:00Z',
    '2026-11-20T24:00:00Z',
    '2026-11-20T12:60:00Z',
    '2026-11-20T12:00:60Z',
    '2026-11-20T12',
    '2026-11-20T12:00:00.Z',
    '2026-11-20T12:00:00.12x',
    '2026-11-20T12:00:00+1',
    '2026-11-20T12:00:00+19:00',
    '2026-11-20T12:00:00+01:60',
    '2026-11-20T12:00:00ZZ',
    '1899-12-31T23:59:59Z',
    '0001-01-01T00:00:00',
    '10000-01-01T00:00:00Z',
    '/Date(1700000000000)/',
    '1700000000000',
  ])('%s is refused', (text) => {
    expect(parseInstant(text)).toBeNaN()
    expect(parseWallClock(text)).toBeNaN()
  })

  it('says whether it names a zone', () => {
    expect(
      ['2026-11-20', '2026-11-20T12:00:00', '2026-11-20T12:00Z', '2026-11-20T12:00-01:00'].map(hasOffset),
    ).toEqual([false, false, true, true])
  })

  it('is a wall clock when its zone is not to be believed', () => {
    expect(parseWallClock('2026-11-20T08:15:00+00:00')).toBe(at('2026-11-20T08:15:00Z'))
    expect(parseWallClock('2026-11-20T08:15:00+05:00')).toBe(at('2026-11-20T08:15:00Z'))
  })
})

describe('a wall clock in a zone', () => {
  it.each<[string, string, string, string]>([
    ['an ordinary winter day', 'Europe/Amsterdam', '2026-11-20T00:00', '2026-11-19T23:00:00Z'],
    ['an ordinary summer day', 'Europe/Amsterdam', '2026-07-20T09:30', '2026-07-20T07:30:00Z'],
    [
      'midnight of a day on which the clock goes forward',
      'Europe/London',
      '2026-03-29T00:00',
      '2026-03-29T00:00:00Z',
    ],
    ['an hour that is skipped', 'Europe/London', '2026-03-29T01:30', '2026-03-29T01:30:00Z'],
    ['an hour after the change', 'Europe/London', '2026-03-29T03:00', '2026-03-29T02:00:00Z'],
    ['an hour that comes twice', 'Europe/London', '2026-10-25T01:30', '2026-10-25T00:30:00Z'],
    ['a midnight that is skipped', 'America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T03:00:00Z'],
    ['a midnight in the middle of a gap', 'America/Toronto', '1919-03-31T00:00', '1919-03-31T04:30:00Z'],
    ['a midnight that comes twice', 'America/Havana', '2026-11-01T00:00', '2026-11-01T04:00:00Z'],
    ['a day that was left out', 'Pacific/Apia', '2011-12-30T00:00', '2011-12-30T10:00:00Z'],
    ['the day after', 'Pacific/Apia', '2011-12-31T00:00', '2011-12-30T10:00:00Z'],
    ['half an hour of difference', 'Asia/Kolkata', '2026-11-20T00:00', '2026-11-19T18:30:00Z'],
    ['the other side of the date line', 'Pacific/Kiritimati', '2026-11-20T00:00', '2026-11-19T10:00:00Z'],
    ['UTC', 'UTC', '2026-11-20T00:00', '2026-11-20T00:00:00Z'],
  ])('%s', (_title, zone, wallClock, expected) => {
    for (const _again of [1, 2]) {
      expect(new Date(instantOfWallClock(parseWallClock(wallClock), zone)).toISOString()).toBe(
        new Date(expected).toISOString(),
      )
    }
  })
})

describe('a time zone by name', () => {
  it.each<[string, string | null]>([
    ['GMT Standard Time', 'Europe/London'],
    ['gmt standard time', 'Europe/London'],
    [' W. Europe Standard Time ', 'Europe/Berlin'],
    ['AUS Eastern Standard Time', 'Australia/Sydney'],
    ['UTC', 'UTC'],
    ['Europe/Amsterdam', 'Europe/Amsterdam'],
    ['Nowhere Standard Time', null],
    ['+02:00', null],
    ['', null],
  ])('%s', (name, expected) => {
    expect(ianaZone(name)).toBe(expected)
  })
})

describe('a field', () => {
  it.each<[unknown, string | null]>([
    [7001, '7001'],
    ['7001', '7001'],
    [' 007001 ', '7001'],
    [9007199254740991, '9007199254740991'],
    [9007199254740992, null],
    ['9007199254740993', null],
    [0, null],
    [-1, null],
    [1.5, null],
    ['1e3', null],
    ['7001a', null],
    ['', null],
    [null, null],
    [true, null],
    [[7001], null],
  ])('%j as an id', (value, expected) => {
    expect(parseId(value)).toBe(expected)
  })

  it.each<[unknown, string | null]>([
    [190, '190'],
    [229.9, '229.9'],
    [-0.5, '-0.5'],
    [0.1 + 0.2, '0.3'],
    [1e-7, '0.0000001'],
    ['190.00', '190.00'],
    ['+1', '1'],
    ['12,50', null],
    ['1e5', null],
    [1e21, null],
    ['free', null],
    [true, null],
  ])('%j as a decimal', (value, expected) => {
    expect(parseDecimal(value)).toBe(expected)
  })

  it('keeps the first fault and goes on', () => {
    const fields = new RecordFields<'Id' | 'On' | 'Is'>({ Id: 'x', On: '2026-02-30', Is: 'maybe' })
    expect([fields.id('Id'), fields.instant('On'), fields.boolean('Is', true)]).toEqual([
      '',
      Number.NaN,
      true,
    ])
    expect(fields.fault).toEqual({ field: 'Id', value: 'x', code: 'not_an_id', values: {} })
    fields.open({ Id: 5 })
    expect([fields.id('Id'), fields.fault, fields.optionalInstant('On')]).toEqual(['5', null, null])
  })

  it('says that it is missing where it is', () => {
    const fields = new RecordFields<'On'>({ On: '' })
    fields.instant('On')
    expect(fields.fault?.code).toBe('missing')
  })

  it.each<[unknown, boolean]>([
    [true, true],
    ['True', true],
    ['false', false],
    [' FALSE ', false],
    [null, true],
    ['', true],
  ])('%j as a boolean', (value, expected) => {
    expect(new RecordFields<'Is'>({ Is: value }).boolean('Is', true)).toBe(expected)
  })

  it.each<[string, unknown, string | null, number]>([
    ['trimmed', '  Ada  ', 'Ada', 0],
    ['empty', '   ', null, 0],
    ['a number', 42, '42', 0],
    ['no text', { a: 1 }, null, 1],
    ['with a NUL', 'A\0da', 'Ada', 0],
    ['too long', 'x'.repeat(501), 'x'.repeat(500), 0],
    ['cut before half a character', `${'x'.repeat(499)}😀`, 'x'.repeat(499), 0],
  ])('text that is %s', (_title, value, expected, warnings) => {
    const fields = new RecordFields<'Name'>({ Name: value })
    expect(fields.text('Name')).toBe(expected)
    expect(fields.warnings).toHaveLength(warnings)
    expect(fields.fault).toBeNull()
  })
})
