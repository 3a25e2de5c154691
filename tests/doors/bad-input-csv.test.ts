/** CSV folders that cannot be imported, and rows that cannot be used. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ERRORS, type ErrorCode } from '#errors'
import type { ImportReport } from '#services/imports/report'
import { DOOR_ENGINES, type Dump, Place, QUICK_ENGINE } from '../support/cli.ts'
import { CommandLine } from '../support/command-line.ts'
import { type Content, Folder, Link, put, temporaryFolders } from './exports.ts'
import { asCount, asList } from './shapes.ts'

const NETWORK = ['--network', 'Rows']
const folderWith = temporaryFolders()

const HEADERS = {
  'locations.csv': 'id,name,time_zone,currency,created_at',
  'customers.csv': 'id,name,email,company,suspended,archived,updated_at',
  'contracts.csv':
    'id,location_id,customer_id,plan,price,created_at,starts_at,ends_at,paused_from,paused_until',
  'teams.csv': 'id,name,merged_billing,paying_customer_id,member_ids',
  'bookings.csv': 'id,location_id,customer_id,made_at,kind,cancelled_at',
  'customer-invoices.csv': 'id,location_ids,customer_id,issued_at,kind',
  'recurring-products.csv': 'id,location_id,customer_id,product,sold_at,cycle,every,renews_from,renews_until',
  'platform-invoices.csv': 'id,location_id,number,cut_off_at',
} as const
type File = keyof typeof HEADERS

const AT = '2026-11-05T00:00:00Z'

/** A good row of each file; `ID` stands for the id. */
const GOOD: Readonly<Record<File, string>> = {
  'locations.csv': `ID,Yard,Europe/Amsterdam,EUR,${AT}`,
  'customers.csv': 'ID,Ada Quill,ada@example.org,,false,false,',
  'contracts.csv': `ID,yard,c-1,Hot desk,190.00,${AT},,,,`,
  'teams.csv': 'ID,Team,true,c-1,c-1;c-2',
  'bookings.csv': `ID,yard,c-1,${AT},,`,
  'customer-invoices.csv': `ID,yard,c-1,${AT},`,
  'recurring-products.csv': `ID,yard,c-1,Locker,${AT},month,1,,`,
  'platform-invoices.csv': `ID,yard,P-1,2026-11-01T00:00:00Z`,
}

const row = (file: File, id: string) => GOOD[file].replace('ID', id)
const csv = (file: File, ...rows: readonly string[]) =>
  `${HEADERS[file]}\n${rows.map((line) => `${line}\n`).join('')}`

const BASE: Readonly<Record<File, string>> = {
  'locations.csv': csv('locations.csv', row('locations.csv', 'yard')),
  'customers.csv': csv('customers.csv', row('customers.csv', 'c-1'), row('customers.csv', 'c-2')),
  'contracts.csv': csv('contracts.csv', row('contracts.csv', 'k-1')),
  'teams.csv': csv('teams.csv', row('teams.csv', 't-1')),
  'bookings.csv': csv('bookings.csv', row('bookings.csv', 'b-1')),
  'customer-invoices.csv': csv('customer-invoices.csv', row('customer-invoices.csv', 'i-1')),
  'recurring-products.csv': csv('recurring-products.csv', row('recurring-products.csv', 'p-1')),
  'platform-invoices.csv': csv('platform-invoices.csv', row('platform-invoices.csv', 'v-1')),
}

const WIDE = HEADERS['bookings.csv']
const LINE = row('bookings.csv', 'b-2')
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

const FILES: readonly (readonly [title: string, content: Content, code: ErrorCode, message: string])[] = [
  ['nothing', '', 'IMPORT_FILE_COLUMNS', 'is empty; a header was expected'],
  ['empty lines alone', '\n\n\r\n', 'IMPORT_FILE_COLUMNS', 'is empty; a header was expected'],
  ['a byte order mark alone', '\uFEFF', 'IMPORT_FILE_COLUMNS', 'is empty; a header was expected'],
  [
    'no header',
    `${LINE}\n`,
    'IMPORT_FILE_COLUMNS',
    'lacks the columns id, location_id, customer_id, made_at',
  ],
  [
    'a column missing',
    `id,location_id,customer_id\nb-2,yard,c-1\n`,
    'IMPORT_FILE_COLUMNS',
    'lacks the column made_at',
  ],
  ['a column twice', `${WIDE},Kind\n${LINE},free\n`, 'IMPORT_FILE_COLUMNS', 'has the column “kind” twice'],
  [
    'semicolons',
    `${WIDE.replaceAll(',', ';')}\n`,
    'IMPORT_FILE_COLUMNS',
    'lacks the columns id, location_id, customer_id, made_at; its values must be separated by commas',
  ],
  [
    'tabs',
    `${WIDE.replaceAll(',', '\t')}\n`,
    'IMPORT_FILE_COLUMNS',
    'lacks the columns id, location_id, customer_id, made_at',
  ],
  [
    'JSON',
    '[{"id":"b-2"}]',
    'IMPORT_FILE_SYNTAX',
    /^has broken quotes in a row \(line 1, byte \d+\)$/.source,
  ],
  [
    'a quote that is never closed',
    `${WIDE}\n"b-2,yard,c-1\n`,
    'IMPORT_FILE_SYNTAX',
    /^has broken quotes in a row \(line \d+, byte \d+\)$/.source,
  ],
  [
    'text behind a quote',
    `${WIDE}\n"b"2,yard,c-1,${AT},,\n`,
    'IMPORT_FILE_SYNTAX',
    /^has broken quotes in a row \(line 2, byte \d+\)$/.source,
  ],
  [
    'a quote within text',
    `${WIDE}\nb"2,yard,c-1,${AT},,\n`,
    'IMPORT_FILE_SYNTAX',
    /^has broken quotes in a row \(line 2, byte \d+\)$/.source,
  ],
  [
    'a row of 2 MB',
    `${WIDE}\n${'x'.repeat(2 << 20)},yard,c-1,${AT},,\n`,
    'IMPORT_FILE_SYNTAX',
    /^has a row that is too long \(line 2, byte \d+\)$/.source,
  ],
  [
    'UTF-16 with its mark',
    utf16(`\uFEFF${WIDE}\n${LINE}\n`),
    'IMPORT_FILE_ENCODING',
    'is not UTF-8 (byte 0)',
  ],
  [
    'UTF-16 without one',
    utf16(`${WIDE}\n${LINE}\n`),
    'IMPORT_FILE_ENCODING',
    'is not UTF-8 text; it looks like UTF-16 (byte 1)',
  ],
  [
    'Latin-1',
    Buffer.from(`${WIDE}\nJosé,yard,c-1,${AT},,\n`, 'latin1'),
    'IMPORT_FILE_ENCODING',
    `is not UTF-8 (byte ${WIDE.length + 4})`,
  ],
  [
    'a NUL byte',
    `${WIDE}\nb\0,yard,c-1,${AT},,\n`,
    'IMPORT_FILE_ENCODING',
    `is not UTF-8 text; it looks like UTF-16 (byte ${WIDE.length + 2})`,
  ],
  ['a folder', new Folder(), 'IMPORT_FILE_UNREADABLE', 'is a folder, not a file'],
  [
    'a link to itself',
    new Link('bookings.csv'),
    'IMPORT_FILE_UNREADABLE',
    'is a link that points to itself (ELOOP)',
  ],
  ['a link to nothing', new Link('gone.csv'), 'IMPORT_FILE_UNREADABLE', 'is not there (ENOENT)'],
  ['a device', new Link('/dev/zero'), 'IMPORT_FILE_UNREADABLE', 'is no regular file'],
]

/** A process and an engine for each take long; of the program itself some of each sort are asked. */
const SOME = FILES.filter((_row, index) => index % 6 === 3)

describe.each([
  { engine: QUICK_ENGINE, by: 'in one process', rows: FILES, door: CommandLine.open },
  ...DOOR_ENGINES.map((engine) => ({ engine, by: 'by the program', rows: SOME, door: Place.make })),
])('a file, on $engine, $by,', ({ engine, rows, door }) => {
  let place: CommandLine | Place
  let before: Dump
  beforeAll(async () => {
    place = await door(engine)
    await place.json(['import', 'csv', await folderWith(BASE), ...NETWORK])
    before = await place.dump()
  })
  afterAll(() => place.remove())

  it.each(rows)('with %s is refused', async (_title, content, code, message) => {
    const folder = await folderWith({
      ...BASE,
      'customers.csv': BASE['customers.csv'].replaceAll('Ada', 'Eve'),
    })
    await put(folder, { 'bookings.csv': content })
    const answer = await place.run(['import', 'csv', folder, ...NETWORK])
    expect({ code: answer.code, out: answer.out }).toEqual({ code: 3, out: '' })
    const [said, next, ...rest] = answer.err.split('\n')
    expect([next, ...rest]).toEqual([ERRORS[code].next, ''])
    const start = `${code}: bookings.csv `
    expect(said?.slice(0, start.length)).toBe(start)
    if (message.startsWith('^')) expect(said?.slice(start.length, -1)).toMatch(new RegExp(message))
    else expect(said).toBe(`${start}${message}.`)
    expect(await place.dump()).toEqual(before)
  })
})

interface RowCase {
  readonly file: File
  readonly title: string
  /** `ID` stands for the id that the row gets. */
  readonly line: string
  readonly field: string
  readonly value: string
  readonly reason: string
  readonly severity: 'skipped' | 'warning'
  /** The row's name in the problem, where it is not its id. */
  readonly record?: '#'
}

const NO_INSTANT = 'is not a date and time of the years 1900 to 9999'

function skipped(
  file: File,
  title: string,
  line: string,
  field: string,
  value: string,
  reason: string,
): RowCase {
  const whole =
    field === '' ? `The record ${reason}; it is skipped.` : `${field} ${reason}; the record is skipped.`
  return { file, title, line, field, value, reason: whole, severity: 'skipped' }
}

function unknown(
  file: File,
  title: string,
  line: string,
  field: string,
  noun: 'Customer' | 'Location',
): RowCase {
  const reason = `${noun} nobody is not among the ${noun.toLowerCase()}s of this network, so the record is left out.`
  return { file, title, line, field, value: 'nobody', reason, severity: 'skipped' }
}

function warned(
  file: File,
  title: string,
  line: string,
  field: string,
  value: string,
  reason: string,
): RowCase {
  return { file, title, line, field, value, reason: `${field} ${reason}.`, severity: 'warning' }
}

const ROWS: readonly RowCase[] = [
  skipped('customers.csv', 'no name', 'ID,,,,,,', 'name', '', 'is missing'),
  skipped('customers.csv', 'a name of white space', 'ID,"  ",,,,,', 'name', '  ', 'is missing'),
  { ...skipped('customers.csv', 'no id', ',Ada,,,,,', 'id', '', 'is missing'), record: '#' },
  {
    ...skipped(
      'customers.csv',
      'an id of 201 letters',
      `${'x'.repeat(201)},Ada,,,,,`,
      'id',
      `${'x'.repeat(199)}…`,
      'is not a text of 1 to 200 characters',
    ),
    record: '#',
  },
  skipped(
    'customers.csv',
    'an odd suspended',
    'ID,Ada,,,maybe,,',
    'suspended',
    'maybe',
    'is neither true nor false',
  ),
  skipped(
    'customers.csv',
    'a number for archived',
    'ID,Ada,,,,1,',
    'archived',
    '1',
    'is neither true nor false',
  ),
  warned(
    'customers.csv',
    'an odd updated_at',
    'ID,Ada,,,,,soon',
    'updated_at',
    'soon',
    `${NO_INSTANT} and was left out`,
  ),
  skipped(
    'locations.csv',
    'an odd created_at',
    'ID,Yard,UTC,EUR,2026-02-30',
    'created_at',
    '2026-02-30',
    NO_INSTANT,
  ),
  skipped('locations.csv', 'no created_at', 'ID,Yard,UTC,EUR,', 'created_at', '', 'is missing'),
  warned(
    'locations.csv',
    'a time zone on Mars',
    `ID,Yard,Mars/Base,EUR,${AT}`,
    'time_zone',
    'Mars/Base',
    'is no known time zone, so the local dates are read as UTC',
  ),
  warned(
    'locations.csv',
    'an offset for a time zone',
    `ID,Yard,+02:00,EUR,${AT}`,
    'time_zone',
    '+02:00',
    'is no known time zone, so the local dates are read as UTC',
  ),
  warned(
    'locations.csv',
    'a currency sign',
    `ID,Yard,UTC,€,${AT}`,
    'currency',
    '€',
    'is not a currency code of three letters and was left out',
  ),
  unknown('contracts.csv', 'an unknown location', `ID,nobody,c-1,,,${AT},,,,`, 'location_id', 'Location'),
  unknown('contracts.csv', 'an unknown customer', `ID,yard,nobody,,,${AT},,,,`, 'customer_id', 'Customer'),
  warned(
    'contracts.csv',
    'a price with a comma',
    `ID,yard,c-2,,"12,50",${AT},,,,`,
    'price',
    '12,50',
    'is not a decimal number and was left out',
  ),
  warned(
    'contracts.csv',
    'a price with a currency',
    `ID,yard,c-2,,€ 12,${AT},,,,`,
    'price',
    '€ 12',
    'is not a decimal number and was left out',
  ),
  warned(
    'contracts.csv',
    'a price with an exponent',
    `ID,yard,c-2,,1e400,${AT},,,,`,
    'price',
    '1e400',
    'is not a decimal number and was left out',
  ),
  {
    ...skipped(
      'contracts.csv',
      'a price too large',
      `ID,yard,c-2,,999999999999999,${AT},,,,`,
      'price',
      '999999999999999',
      '',
    ),
    reason: 'The price is too large to be kept exactly, so the record is left out.',
  },
  skipped(
    'contracts.csv',
    'an end on 31 November',
    `ID,yard,c-2,,,${AT},,2026-11-31,,`,
    'ends_at',
    '2026-11-31',
    'is not a local date of the years 1900 to 9999',
  ),
  warned(
    'contracts.csv',
    'a pause that ends before it begins',
    `ID,yard,c-2,,,${AT},,,2026-12-01,2026-11-01`,
    'paused_until',
    '2026-11-01',
    'is not after paused_from, so the pause was left out',
  ),
  warned(
    'contracts.csv',
    'a pause without a beginning',
    `ID,yard,c-2,,,${AT},,,,2026-11-01`,
    'paused_until',
    '2026-11-01',
    'is not after paused_from, so the pause was left out',
  ),
  skipped(
    'teams.csv',
    'no merged billing',
    'ID,Team,,c-1,c-1',
    'merged_billing',
    '',
    'is neither true nor false',
  ),
  {
    ...unknown(
      'teams.csv',
      'an unknown paying customer',
      'ID,Team,true,nobody,c-1',
      'paying_customer_id',
      'Customer',
    ),
    reason: 'Customer nobody is not among the customers of this network, so the team is left out.',
  },
  {
    ...unknown('teams.csv', 'an unknown member', 'ID,Team,true,c-1,c-2;nobody', 'member_ids', 'Customer'),
    reason:
      'Customer nobody is not among the customers of this network, so the team is kept without this member.',
    severity: 'warning',
  },
  skipped(
    'bookings.csv',
    'too few values',
    'ID,yard,c-1',
    '',
    '["ID","yard","c-1"]',
    'has more or fewer values than the header',
  ),
  skipped(
    'bookings.csv',
    'too many values',
    `${LINE.replace('b-2', 'ID')},x`,
    '',
    `["ID","yard","c-1","${AT}","","","x"]`,
    'has more or fewer values than the header',
  ),
  skipped('bookings.csv', 'no date', 'ID,yard,c-1,,,', 'made_at', '', 'is missing'),
  skipped('bookings.csv', 'a date in 1899', 'ID,yard,c-1,1899-12-31,,', 'made_at', '1899-12-31', NO_INSTANT),
  skipped(
    'bookings.csv',
    'a date in 10000',
    'ID,yard,c-1,10000-01-01,,',
    'made_at',
    '10000-01-01',
    NO_INSTANT,
  ),
  skipped(
    'bookings.csv',
    'a date as people write it',
    'ID,yard,c-1,05/11/2026,,',
    'made_at',
    '05/11/2026',
    NO_INSTANT,
  ),
  skipped(
    'bookings.csv',
    'a number of a spreadsheet for a date',
    'ID,yard,c-1,46331,,',
    'made_at',
    '46331',
    NO_INSTANT,
  ),
  skipped(
    'bookings.csv',
    'an unknown kind',
    `ID,yard,c-1,${AT},given,`,
    'kind',
    'given',
    'is none of made, free, tentative',
  ),
  skipped(
    'bookings.csv',
    'an odd cancellation',
    `ID,yard,c-1,${AT},,never`,
    'cancelled_at',
    'never',
    NO_INSTANT,
  ),
  skipped('customer-invoices.csv', 'no location', `ID, ; ,c-1,${AT},`, 'location_ids', ' ; ', 'is missing'),
  unknown('customer-invoices.csv', 'an unknown location', `ID,nobody,c-1,${AT},`, 'location_ids', 'Location'),
  skipped(
    'customer-invoices.csv',
    'an unknown kind',
    `ID,yard,c-1,${AT},paid`,
    'kind',
    'paid',
    'is none of issued, zero_value, credited, tickets_only, draft, void, credit_note',
  ),
  skipped(
    'recurring-products.csv',
    'an unknown cycle',
    `ID,yard,c-1,,${AT},fortnight,1,,`,
    'cycle',
    'fortnight',
    'is none of day, week, month, year, last_day_of_month',
  ),
  skipped(
    'recurring-products.csv',
    'every 0',
    `ID,yard,c-1,,${AT},month,0,,`,
    'every',
    '0',
    'is not a whole number from 1 to 1000',
  ),
  skipped(
    'recurring-products.csv',
    'every 1001',
    `ID,yard,c-1,,${AT},month,1001,,`,
    'every',
    '1001',
    'is not a whole number from 1 to 1000',
  ),
  skipped(
    'recurring-products.csv',
    'every half',
    `ID,yard,c-1,,${AT},month,0.5,,`,
    'every',
    '0.5',
    'is not a whole number from 1 to 1000',
  ),
  skipped(
    'recurring-products.csv',
    'an odd end',
    `ID,yard,c-1,,${AT},month,1,,x`,
    'renews_until',
    'x',
    NO_INSTANT,
  ),
  skipped('platform-invoices.csv', 'no cut-off', 'ID,yard,P-1,', 'cut_off_at', '', 'is missing'),
  unknown('platform-invoices.csv', 'an unknown location', `ID,nobody,P-1,${AT}`, 'location_id', 'Location'),
]

const idOf = (index: number) => `broken-${index}`

function brokenFiles(): Record<string, string> {
  const files: Record<string, string> = { ...BASE }
  for (const [index, { file, line }] of ROWS.entries()) files[file] += `${line.replace('ID', idOf(index))}\n`
  return files
}

/** Counted from 1 without the header. */
function positionOf(index: number): string {
  const { file } = ROWS[index] as RowCase
  const before = BASE[file].trim().split('\n').length - 1
  return `#${before + ROWS.slice(0, index + 1).filter((other) => other.file === file).length}`
}

describe.each(DOOR_ENGINES)('a row, on %s', (engine) => {
  let place: Place
  let report: ImportReport
  let folder: string
  beforeAll(async () => {
    place = await Place.make(engine)
    await place.json(['import', 'csv', await folderWith(BASE), ...NETWORK])
    folder = await folderWith({ ...brokenFiles() })
    report = (await place.json(['import', 'csv', folder, ...NETWORK])) as ImportReport
  })
  afterAll(() => place.remove())

  it.each(ROWS.map((one, index) => [one.file, one.title, one, index] as const))(
    'of %s with %s',
    (_file, _title, one, index) => {
      const hasNoName = one.field === '' || one.record === '#'
      const record = hasNoName
        ? one.field === 'id' && one.value !== ''
          ? one.value
          : positionOf(index)
        : idOf(index)
      const found = report.problems.filter(
        (problem) => problem.file === one.file && problem.record === record,
      )
      const { file, field, reason, severity } = one
      expect(found).toEqual([
        {
          ...{ file, record, field, value: one.value.replace('ID', idOf(index)), severity },
          ...{ code: expect.any(String), values: expect.any(Object), reason },
        },
      ])
    },
  )

  it('tells of nothing else', () => {
    expect(report.problems).toHaveLength(ROWS.length)
    expect(report.problemCount).toBe(ROWS.filter(({ severity }) => severity === 'skipped').length)
  })

  it('leaves the count as it was, but for those that are used with a warning', async () => {
    const asOf = ['--as-of', '2026-11-20T12:00:00Z']
    const [yard] = asCount(await place.json(['count', ...asOf])).locations
    expect(yard?.count).toBe(2)
    const { activeUsers } = asList(await place.json(['list', '--location', 'yard', ...asOf]))
    expect(activeUsers.map(({ externalId, sources }) => [externalId, sources])).toEqual([
      ['c-1', ['contract', 'booking', 'customer_invoice', 'recurring_product']],
      ['c-2', ['contract', 'team']],
    ])
  })

  it('changes nothing a second time', async () => {
    const before = await place.dump()
    const again = (await place.json(['import', 'csv', folder, ...NETWORK])) as ImportReport
    expect(again).toMatchObject({ hasChanges: false, problems: report.problems })
    expect(await place.dump()).toEqual(before)
  })
})

describe('a folder of CSV files', () => {
  let place: CommandLine
  beforeAll(async () => {
    place = await CommandLine.open(QUICK_ENGINE)
  })
  afterAll(() => place.remove())

  it('without a network to import into is refused', async () => {
    const answer = await place.run(['import', 'csv', await folderWith(BASE)])
    expect(answer).toEqual({
      code: 3,
      out: '',
      err: `IMPORT_NETWORK_UNKNOWN: The folder does not tell which network its records belong to.\n${ERRORS.IMPORT_NETWORK_UNKNOWN.next}\n`,
    })
  })

  it('in which no row can be used makes no network, and does not say that it holds anything', async () => {
    const folder = await folderWith({ 'customers.csv': `${HEADERS['customers.csv']}\n` })
    await place.run(['count'])
    const before = await place.dump()
    const { out } = await place.run(['import', 'csv', folder, '--network', 'Nothing'])
    expect(out).not.toContain('already holds all of this')
    expect(await place.dump()).toEqual(before)
  })

  it('with columns that nobody knows, in any order, with cells that look like formulas, is imported', async () => {
    const folder = await folderWith({
      ...BASE,
      'customers.csv':
        '\uFEFFNAME ,__proto__,id,constructor\r\n"=1+1","x",=2+2,y\r\n"+1\n-2",,-3,\r\n@SUM(A1),,+4,\r\n',
      'bookings.csv': csv(
        'bookings.csv',
        ...['=2+2', '-3', '+4'].map((id) => row('bookings.csv', `b${id}`).replace('c-1', id)),
      ),
    })
    const report = (await place.json(['import', 'csv', folder, '--network', 'Formulas'])) as ImportReport
    expect(report.problems.filter(({ file }) => file === 'customers.csv')).toEqual(
      ['__proto__', 'constructor'].map((field) => ({
        file: 'customers.csv',
        record: 'header',
        field,
        value: '',
        ...{ code: 'column_unknown', values: { name: field } },
        reason: `The column ${field} is not known and was not read.`,
        severity: 'warning',
      })),
    )
    const asked = ['list', '--location', 'yard', '--network', 'Formulas', '--as-of', '2026-11-20']
    const { activeUsers } = asList(await place.json(asked))
    expect(activeUsers.map(({ externalId, name }) => [externalId, name])).toEqual([
      ['-3', '+1\n-2'],
      ['=2+2', '=1+1'],
      ['+4', '@SUM(A1)'],
    ])
  })
})
