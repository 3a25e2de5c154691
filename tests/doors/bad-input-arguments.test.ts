/** Arguments that a command cannot use: each has its error, on the error stream alone, and changes nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ERRORS, type ErrorCode } from '#errors'
import { type Answer, type Dump, Place, QUICK_ENGINE } from '../support/cli.ts'
import { CommandLine } from '../support/command-line.ts'
import { temporaryFolders, WORLD_11, WORLD_12 } from './exports.ts'
import { asCount, asList } from './shapes.ts'

const FIRST = 'Network of world-11'
const SECOND = 'Network of world-12'
const MILL = ['--location', 'Mill House 1', '--network', FIRST]
const LONG = 'x'.repeat(100_000)
const AS_OF = '2026-11-05T09:30:00Z'

const folderWith = temporaryFolders()
let place: CommandLine
let before: Dump

beforeAll(async () => {
  place = await CommandLine.open(QUICK_ENGINE)
  await bringWorlds(place)
  before = await place.dump()
})
afterAll(async () => {
  expect(await place.dump()).toEqual(before)
  await place.remove()
})

async function bringWorlds(place: Pick<Place, 'json'>): Promise<void> {
  await place.json(['import', 'nexudus', WORLD_11, '--network', FIRST])
  await place.json(['import', 'nexudus', WORLD_12, '--network', SECOND])
}

/** Refused with the sentence of the code; a pattern stands for one that is longer than it is clear. */
async function refused(args: readonly string[], code: ErrorCode, message: string | RegExp): Promise<void> {
  const answer = await place.run(args)
  const [first = '', ...rest] = answer.err.split('\n')
  expect(first.slice(0, code.length + 2)).toBe(`${code}: `)
  if (typeof message === 'string') expect(first.slice(code.length + 2)).toBe(message)
  else expect(first.slice(code.length + 2)).toMatch(message)
  expect(rest).toEqual([ERRORS[code].next, ''])
  expect({ code: answer.code, out: answer.out }).toEqual({ code: ERRORS[code].exit, out: '' })
}

describe('what is no command, option or argument', () => {
  it.each<[string, readonly string[], string]>([
    ['an unknown command', ['nonsense'], "unknown command 'nonsense'"],
    ['a misspelt command', ['cuont'], "unknown command 'cuont'\n(Did you mean count?)"],
    ['a command of SQL', ["count'; drop table facts;--"], "unknown command 'count'; drop table facts;--'"],
    ['an empty command', [''], "unknown command ''"],
    ['an unknown kind of import', ['import', 'xml', '.'], "unknown command 'xml'"],
    ['an unknown option', ['count', '--colour'], "unknown option '--colour'"],
    [
      'a misspelt option',
      ['count', '--locaton', 'x'],
      "unknown option '--locaton'\n(Did you mean --location?)",
    ],
    ['an option of another command', ['count', '--limit', '5'], "unknown option '--limit'"],
    [
      'too many arguments',
      ['count', 'Mill House 1'],
      "too many arguments for 'count'. Expected 0 arguments but got 1.",
    ],
    [
      'two customers',
      ['explain', 'a', 'b', ...MILL],
      "too many arguments for 'explain'. Expected 1 argument but got 2.",
    ],
    ['a list without a location', ['list'], "required option '--location <l>' not specified"],
    [
      'an explanation without a location',
      ['explain', '7001'],
      "required option '--location <l>' not specified",
    ],
    ['an explanation without a customer', ['explain', ...MILL], "missing required argument 'customer'"],
    ['an import without a folder', ['import', 'nexudus'], "missing required argument 'folder'"],
    ['an option without its value', ['list', '--location'], "option '--location <l>' argument missing"],
    [
      'a source without its value',
      ['list', ...MILL, '--source'],
      "option '--source <s...>' argument missing",
    ],
  ])('%s', async (_title, args, message) => {
    const { code, out, err } = await place.run(args)
    expect({
      code,
      out,
      err: err
        .replace(/^INVALID_ARGUMENT: /, 'error: ')
        .split('\nSee ')[0]
        ?.trim(),
    }).toEqual({
      code: 2,
      out: '',
      err: `error: ${message}`,
    })
  })

  it.each([
    ['a missing option', ['list', '--json']],
    ['an unknown option', ['count', '--json', '--colour']],
    ['a missing argument', ['explain', '--json', ...MILL]],
  ])('%s is told as JSON where JSON was asked for', async (_title, args) => {
    const { code, err } = await place.run(args)
    expect(code).toBe(2)
    expect(JSON.parse(err)).toMatchObject({
      error: { code: 'INVALID_ARGUMENT', message: expect.any(String) },
    })
  })
})

describe('an instant', () => {
  it.each([
    'yesterday',
    '',
    ' ',
    '-1',
    '2026',
    '2026-11',
    '2026-11-31',
    '2026-02-29',
    '2026-11-20T12:00',
    '2026-11-20 12:00:00',
    '2026-11-20T24:00:00Z',
    '2026-11-20T12:60:00Z',
    '2026-11-20T12:00:00+25:00',
    '2026-11-20T12:00:00 Europe/London',
    '2026-11-20T12:00:00ZZ',
    '2026-W47-5',
    '20261120',
    '20/11/2026',
    '1795176000',
    '1899-12-31',
    '0001-01-01',
    '10000-01-01',
    '+010000-01-01T00:00:00Z',
    '9999-12-31T23:59:59-01:00',
    ' 2026-11-20',
    '２０２６-11-20',
    "2026-11-20'; drop table facts;--",
  ])('cannot be “%s”', async (text) => {
    await refused(['count', `--as-of=${text}`], 'INVALID_INSTANT', `“${text}” is not an instant.`)
  })

  it('of 100,000 letters is not repeated whole', async () => {
    const { code, err } = await place.run(['count', '--as-of', LONG])
    expect(code).toBe(2)
    expect(err).toMatch(/^INVALID_INSTANT: /)
    expect(err.length).toBeLessThan(2000)
  })

  it.each([
    ['2026-11-20T13:00:00+01:00', '2026-11-20T12:00:00.000Z'],
    ['2026-11-20t12:00:00.1239z', '2026-11-20T12:00:00.123Z'],
    ['2026-11-20 12:00Z', '2026-11-20T12:00:00.000Z'],
    ['2026-11-20', '2026-11-20T00:00:00.000Z'],
    ['2028-02-29', '2028-02-29T00:00:00.000Z'],
    ['1900-01-01', '1900-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('can be %s', async (text, instant) => {
    expect(asCount(await place.json(['count', '--as-of', text])).asOf).toBe(instant)
    expect(asList(await place.json(['list', ...MILL, '--as-of', text])).asOf).toBe(instant)
    expect(await place.json(['explain', '7004', ...MILL, '--as-of', text])).toMatchObject({ asOf: instant })
  })
})

describe('a number or a word of a list', () => {
  const noNumber = (text: string) => `--limit must be a whole number, not “${text}”.`
  const limit = (text: string) => `limit must be a whole number from 1 to 100000, not ${text}.`
  const sources = 'contract, booking, customer_invoice, recurring_product, team'

  it.each<[string, readonly string[], string]>([
    ...['0', '-1', '1000000000', '100001'].map((text): [string, string[], string] => [
      `a limit of ${text}`,
      [`--limit=${text}`],
      limit(text),
    ]),
    ['a limit of 40 digits', [`--limit=1${'0'.repeat(39)}`], limit('1e+39')],
    ...['abc', '', ' ', '1.5', '1e3', '0x10', '٥'].map((text): [string, string[], string] => [
      `a limit of “${text}”`,
      [`--limit=${text}`],
      noNumber(text),
    ]),
    [
      'an unknown source',
      ['--source', 'invoices'],
      `“invoices” is not a source; the sources are ${sources}.`,
    ],
    [
      'a source in capitals',
      ['--source', 'Booking'],
      `“Booking” is not a source; the sources are ${sources}.`,
    ],
    ['an empty source', ['--source', ''], `“” is not a source; the sources are ${sources}.`],
    [
      'sources with a comma',
      ['--source', 'booking,team'],
      `“booking,team” is not a source; the sources are ${sources}.`,
    ],
    [
      'a good and a bad source',
      ['--source', 'team', 'constructor'],
      `“constructor” is not a source; the sources are ${sources}.`,
    ],
    ['an unknown order', ['--sort', 'email'], 'sort must be one of name, source, since, not “email”.'],
    [
      'an order of SQL',
      ['--sort', 'name; drop table facts'],
      'sort must be one of name, source, since, not “name; drop table facts”.',
    ],
    ['an unknown format', ['--format', 'xml'], '--format must be one of table, json, csv, not “xml”.'],
    ['an empty format', ['--format', ''], '--format must be one of table, json, csv, not “”.'],
  ])('%s', async (_title, args, message) => {
    await refused(['list', ...MILL, ...args], 'INVALID_ARGUMENT', message)
  })

  it.each<[readonly string[], string]>([
    [['--customers', '0'], 'customers must be a whole number from 1 to 10000000, not 0.'],
    [['--customers', 'many'], '--customers must be a whole number, not “many”.'],
    [['--customers', '10000001'], 'customers must be a whole number from 1 to 10000000, not 10000001.'],
    [['--locations', '-3'], 'locations must be a whole number from 1 to 5000, not -3.'],
    [['--locations', '1.5'], '--locations must be a whole number, not “1.5”.'],
    [['--seed', 'x'], '--seed must be a whole number, not “x”.'],
    [['--seed', '9999999999'], 'seed must be a whole number from -2147483648 to 4294967295, not 9999999999.'],
  ])('a demo with %s', async (args, message) => {
    await refused(['demo', ...args], 'INVALID_ARGUMENT', message)
  })
})

describe('a name', () => {
  it.each<[string, readonly string[], ErrorCode, string | RegExp]>([
    [
      'of a location that is not there',
      ['count', '--location', 'Nowhere at all'],
      'LOCATION_NOT_FOUND',
      'There is no location “Nowhere at all”.',
    ],
    [
      'of a location in small letters',
      ['count', '--location', 'mill yard 2', '--network', FIRST],
      'LOCATION_NOT_FOUND',
      `There is no location “mill yard 2”. Near matches: Mill Yard 2 (id 2, external id 502, network ${FIRST}).`,
    ],
    [
      'of a location, misspelt',
      ['list', '--location', 'Mil Yrd 2', '--network', FIRST],
      'LOCATION_NOT_FOUND',
      `There is no location “Mil Yrd 2”. Near matches: Mill Yard 2 (id 2, external id 502, network ${FIRST}).`,
    ],
    [
      'of a location, in part',
      ['list', '--location', 'Works', '--network', FIRST],
      'LOCATION_NOT_FOUND',
      `There is no location “Works”. Near matches: Harbour Works 3 (id 3, external id 503, network ${FIRST}).`,
    ],
    [
      'of a location in two networks',
      ['list', '--location', '501'],
      'LOCATION_AMBIGUOUS',
      new RegExp(
        `^“501” means more than one location: .+\\(id 1, external id 501, network ${FIRST}\\); .+\\(id 17, external id 501, network ${SECOND}\\)\\.$`,
      ),
    ],
    [
      'of a location in another network',
      ['count', '--location', '17', '--network', FIRST],
      'LOCATION_NOT_FOUND',
      'There is no location “17”.',
    ],
    [
      'of a location, empty',
      ['count', '--location', '', '--network', FIRST],
      'LOCATION_NOT_FOUND',
      /^There is no location “”\./,
    ],
    [
      'of a location, with SQL',
      ['count', '--location', "x'; drop table facts;--"],
      'LOCATION_NOT_FOUND',
      "There is no location “x'; drop table facts;--”.",
    ],
    [
      'of a location, with a number too large',
      ['count', '--location', '99999999999999999999'],
      'LOCATION_NOT_FOUND',
      'There is no location “99999999999999999999”.',
    ],
    [
      'of a location, with a negative number',
      ['count', '--location=-1'],
      'LOCATION_NOT_FOUND',
      /^There is no location “-1”\./,
    ],
    [
      'of a location, with a screen code',
      ['count', '--location', '\u001b[31mred'],
      'LOCATION_NOT_FOUND',
      'There is no location “ [31mred”.',
    ],
    [
      'of a location, in half a character',
      ['count', '--location', 'a\ufffd'],
      'LOCATION_NOT_FOUND',
      /^There is no location “a\ufffd”\./,
    ],
    [
      'of a network that is not there',
      ['count', '--network', 'Harbour Group'],
      'NETWORK_NOT_FOUND',
      'There is no network “Harbour Group”.',
    ],
    [
      'of a network, misspelt',
      ['count', '--network', 'Network of wrld-11'],
      'NETWORK_NOT_FOUND',
      `There is no network “Network of wrld-11”. Near matches: ${FIRST} (id 1, external id 501); ${SECOND} (id 2, external id 501).`,
    ],
    [
      'of two networks',
      ['count', '--network', '501'],
      'NETWORK_AMBIGUOUS',
      `“501” means more than one network: ${FIRST} (id 1, external id 501); ${SECOND} (id 2, external id 501).`,
    ],
    ['of a network, empty', ['count', '--network', ''], 'NETWORK_NOT_FOUND', /^There is no network “”\./],
    [
      'of a network that is not there, for a location',
      ['list', '--location', 'Mill House 1', '--network', 'None'],
      'NETWORK_NOT_FOUND',
      'There is no network “None”.',
    ],
    [
      'of a customer that is not there',
      ['explain', 'Xaver Unbekannt', ...MILL],
      'CUSTOMER_NOT_FOUND',
      'There is no customer “Xaver Unbekannt”.',
    ],
    [
      'of a customer, misspelt',
      ['explain', 'José Nowka', ...MILL],
      'CUSTOMER_NOT_FOUND',
      /^There is no customer “José Nowka”\. Near matches: .*José Nowak \(id 4, external id 7004\)/,
    ],
    [
      'of a customer without marks',
      ['explain', 'jose nowak', ...MILL],
      'CUSTOMER_NOT_FOUND',
      /^There is no customer “jose nowak”\. Near matches: .*José Nowak \(id 4, external id 7004\)/,
    ],
    [
      'of several customers',
      ['explain', 'Kit Strand', ...MILL],
      'CUSTOMER_AMBIGUOUS',
      /^“Kit Strand” means more than one customer: Kit Strand \(id 9, external id 7009\); Kit Strand \(id 21, external id 7021\); /,
    ],
    [
      'of a customer of another network',
      ['explain', '61', ...MILL],
      'CUSTOMER_NOT_FOUND',
      'There is no customer “61”.',
    ],
    ['of a customer, empty', ['explain', '', ...MILL], 'CUSTOMER_NOT_FOUND', /^There is no customer “”\./],
    [
      'of a customer, with SQL',
      ['explain', "Robert'); drop table customers;--", ...MILL],
      'CUSTOMER_NOT_FOUND',
      "There is no customer “Robert'); drop table customers;--”.",
    ],
    [
      'of a customer, with a pattern',
      ['explain', '%', ...MILL],
      'CUSTOMER_NOT_FOUND',
      'There is no customer “%”.',
    ],
    [
      'of a property of all objects',
      ['explain', '__proto__', ...MILL],
      'CUSTOMER_NOT_FOUND',
      'There is no customer “__proto__”.',
    ],
  ])('%s', async (_title, args, code, message) => {
    await refused(args, code, message)
  })

  it.each([
    ['location', ['count', '--location', LONG]],
    ['network', ['count', '--network', LONG]],
    ['customer', ['explain', LONG, ...MILL]],
  ] as const)('of a %s, 100,000 letters long, is not repeated whole', async (noun, args) => {
    const { code, err } = await place.run(args)
    expect(code).toBe(4)
    expect(err).toMatch(new RegExp(`^${noun.toUpperCase()}_NOT_FOUND: There is no ${noun} “x+…?”`))
    expect(err.length).toBeLessThan(2000)
  })

  it.each([
    ['a pattern', '%'],
    ['a pattern of one letter', '_'],
    ['SQL', "' or 1=1 --"],
    ['a backslash', '\\'],
    ['half an expression', '(?='],
    ['a screen code', '\u001b[31m'],
    ['100,000 letters', LONG],
  ])('searched for by %s finds nobody', async (_title, text) => {
    const page = asList(await place.json(['list', ...MILL, '--search', text]))
    expect(page).toMatchObject({ total: 0, nextCursor: null, activeUsers: [] })
  })
})

describe('the name of a network to import into', () => {
  const another = 'holds records of another account'

  it('that holds another account is refused', async () => {
    const folder = await folderWith({ 'businesses.json': [{ Id: 900, Name: 'Quay', CreatedOn: AS_OF }] })
    await refused(
      ['import', 'nexudus', folder, '--network', FIRST],
      'INVALID_ARGUMENT',
      `Network “${FIRST}” ${another} (nexudus 501), not of nexudus 900. Nothing was imported.`,
    )
  })

  it('that holds records of another origin is refused', async () => {
    const folder = await folderWith({ 'customers.csv': 'id,name\nc-1,Ada\n' })
    await refused(
      ['import', 'csv', folder, '--network', FIRST],
      'INVALID_ARGUMENT',
      `Network “${FIRST}” ${another} (nexudus 501), not of csv ${FIRST}. Nothing was imported.`,
    )
  })

  it('that is new needs locations to make it from', async () => {
    const folder = await folderWith({ 'coworkers.json': [{ Id: 1, FullName: 'Ada' }] })
    await refused(
      ['import', 'nexudus', folder, '--network', 'New'],
      'IMPORT_NETWORK_UNKNOWN',
      'There is no network “New” yet, and the folder has no locations to make it from.',
    )
  })

  it.each([
    ['nothing', ''],
    ['white space', ' \t '],
    [
      '3,000 letters of all sorts',
      Array.from({ length: 3000 }, (_, index) =>
        String.fromCodePoint(0x4e00 + ((index * 7919) % 20_000)),
      ).join(''),
    ],
    ['100,000 letters', LONG],
  ])('cannot be %s', async (_title, name) => {
    const folder = await folderWith({ 'customers.csv': 'id,name\nc-1,Ada\n' })
    const { code, out, err } = await place.run(['import', 'csv', folder, '--network', name])
    expect(err).toMatch(/^INVALID_ARGUMENT: /)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(await place.dump()).toEqual(before)
  })
})

describe('a cursor', () => {
  const asked = ['list', ...MILL, '--as-of', AS_OF, '--limit', '2']
  const NOT_ONE = 'The cursor is not one that a list gave.'
  const OTHER = 'The cursor belongs to a list with other filters, another order or another location.'
  let cursor: string

  beforeAll(async () => {
    cursor = asList(await place.json(asked)).nextCursor ?? ''
  })

  const inBase64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

  it.each<[string, string]>([
    ['nothing', ''],
    ['a word', 'next'],
    ['signs', '!"§$%&/()'],
    ['an id', '7001'],
    ['an empty list', inBase64([])],
    ['an object', inBase64({})],
    ['null', inBase64(null)],
    ['five numbers', inBase64([1, 2, 3, 4, 5])],
    ['five nothings', inBase64([null, null, null, null, null])],
    ['100,000 letters', LONG],
    ['a cursor of somebody else', 'eyJvZmZzZXQiOjUwfQ'],
  ])('cannot be %s', async (_title, text) => {
    await refused([...asked, `--cursor=${text}`], 'INVALID_CURSOR', NOT_ONE)
  })

  it('cannot be cut', async () => {
    await refused([...asked, '--cursor', cursor.slice(0, -3)], 'INVALID_CURSOR', NOT_ONE)
  })

  type Edit = (parts: unknown[]) => unknown
  it.each<[string, string, Edit]>([
    ['a date for the key of an order by name', 'name', (parts) => (parts[2] = '2026-01-01T00:00:00.000Z')],
    ['a key too large', 'name', (parts) => (parts[2] = 9e15)],
    ['words that some read as a date', 'name', (parts) => (parts[2] = 'abc 1')],
    ['a number for the key of an order by date', 'since', (parts) => (parts[2] = 5)],
    ['words that some read as a date, in an order by date', 'since', (parts) => (parts[2] = 'abc 1')],
    ['a date of the year 275760', 'since', (parts) => (parts[2] = '+275760-09-13T00:00:00.000Z')],
    ['an instant before all history', 'name', (parts) => (parts[1] = -8.64e15)],
    ['an instant of the year 275760', 'name', (parts) => (parts[1] = 8.64e15)],
    ['an instant that is no number', 'name', (parts) => (parts[1] = '2026')],
    ['a name with a NUL character', 'name', (parts) => (parts[3] = 'a\0')],
    ['a name that is none', 'name', (parts) => (parts[3] = null)],
    ['a customer that is none', 'name', (parts) => (parts[4] = 1.5)],
    ['a customer too large', 'name', (parts) => (parts[4] = 2 ** 31)],
    ['one part more', 'name', (parts) => parts.push(1)],
    ['one part less', 'name', (parts) => parts.pop()],
  ])('cannot be edited to hold %s', async (_title, sort, edit) => {
    const sorted = [...asked, '--sort', sort]
    const good = asList(await place.json(sorted)).nextCursor ?? ''
    const parts = JSON.parse(Buffer.from(good, 'base64url').toString()) as unknown[]
    edit(parts)
    await refused(
      [...sorted.slice(0, 5), '--limit', '2', '--sort', sort, '--cursor', inBase64(parts)],
      'INVALID_CURSOR',
      NOT_ONE,
    )
  })

  it.each<[string, readonly string[]]>([
    ['another order', ['list', ...MILL, '--sort', 'since']],
    ['another source', ['list', ...MILL, '--source', 'booking']],
    ['another search', ['list', ...MILL, '--search', 'kit']],
    ['another location', ['list', '--location', 'Mill Yard 2', '--network', FIRST]],
    ['the same location of another network', ['list', '--location', '501', '--network', SECOND]],
  ])('of a list cannot be used with %s', async (_title, args) => {
    await refused([...args, '--cursor', cursor], 'INVALID_CURSOR', OTHER)
  })

  it('of a list cannot be used as of another instant', async () => {
    const args = ['list', ...MILL, '--as-of', '2026-11-05T09:30:01Z', '--cursor', cursor]
    await refused(args, 'INVALID_CURSOR', 'The cursor belongs to a list as of 2026-11-05T09:30:00.000Z.')
  })

  it('keeps its own instant, and may be used with another limit', async () => {
    const page = asList(await place.json(['list', ...MILL, '--limit', '50', '--cursor', cursor]))
    expect(page.asOf).toBe('2026-11-05T09:30:00.000Z')
    expect(page.activeUsers).toHaveLength(page.total - 2)
  })
})

/** One of each sort that stands above. */
const SORTS_OF_REFUSAL: readonly (readonly string[])[] = [
  [],
  ['cuont'],
  ['count', '--colour'],
  ['count', '--json', '--colour'],
  ['explain', ...MILL],
  ['list', '--location'],
  ['count', '--as-of=yesterday'],
  ['count', '--as-of', LONG],
  ['list', ...MILL, '--limit=0'],
  ['list', ...MILL, '--source', 'invoices'],
  ['demo', '--customers', 'many'],
  ['count', '--location', 'mill yard 2', '--network', FIRST],
  ['list', '--location', '501'],
  ['count', '--network', 'Network of wrld-11'],
  ['explain', 'Kit Strand', ...MILL],
  ['explain', "Robert'); drop table customers;--", ...MILL],
  ['import', 'csv', '.', '--network', ''],
  ['list', ...MILL, '--cursor=next'],
]

describe('the program as a process of its own', () => {
  let program: Place
  beforeAll(async () => {
    program = await Place.make(QUICK_ENGINE)
    await bringWorlds(program)
  })
  afterAll(() => program.remove())

  it('refuses one of each sort in the same words and with the same code, and changes nothing', async () => {
    const untouched = await program.dump()
    const inProcess: Answer[] = []
    const asProcess: Answer[] = []
    for (const args of SORTS_OF_REFUSAL) {
      inProcess.push(await place.run(args))
      asProcess.push(await program.run(args))
    }
    expect(asProcess).toEqual(inProcess)
    expect(asProcess.every(({ code, err }) => code !== 0 && err !== '')).toBe(true)
    expect(await program.dump()).toEqual(untouched)
  })
})
