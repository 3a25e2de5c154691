/** Whole files and folders that cannot be imported: each has its error, and nothing at all is changed. */
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ErrorCode } from '#errors'
import { DOOR_ENGINES, type Dump, Place, QUICK_ENGINE } from '../support/cli.ts'
import { CommandLine } from '../support/command-line.ts'
import {
  type Content,
  copyWorld,
  Folder,
  Link,
  put,
  recordsOf,
  temporaryFolders,
  WORLD_11,
} from './exports.ts'
import { newPlaces, said } from './places.ts'

interface FileCase {
  readonly title: string
  /** In place of those of the world. */
  readonly files: Readonly<Record<string, Content>>
  readonly code: ErrorCode
  readonly message: string
}

const MEGABYTE = 1 << 20
const booking = (id: number) =>
  `{"Id":${id},"ResourceId":5010,"CoworkerId":7001,"CreatedOn":"2026-11-05T00:00:00Z"}`
/** The byte behind the first booking of an array. */
const BEHIND = 1 + booking(1).length
const named = (name: string) => `[{"Id":1,"FullName":"${name}"}]`
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

/** A file that is no JSON array: how it begins, where it ends, what stands between. */
const SYNTAX: readonly (readonly [title: string, content: Content, message: string])[] = [
  ['plain text', 'hello', 'does not begin with a JSON array (byte 0)'],
  ['an error page', '<!DOCTYPE html><html></html>', 'does not begin with a JSON array (byte 0)'],
  [
    'an object around the records',
    `{"Records":[${booking(1)}]}`,
    'does not begin with a JSON array (byte 0)',
  ],
  ['a record a line', `${booking(1)}\n${booking(2)}\n`, 'does not begin with a JSON array (byte 0)'],
  ['a number', '17', 'does not begin with a JSON array (byte 0)'],
  ['nothing', '', 'is empty; a JSON array was expected (byte 0)'],
  ['white space alone', ' \n\t\r\n', 'ends before its JSON array does (byte 5)'],
  ['a byte order mark alone', '\uFEFF', 'ends before its JSON array does (byte 3)'],
  [
    'an array that is never closed',
    `[${booking(1)}`,
    `ends in the middle of the record that begins at byte 1 (byte ${BEHIND})`,
  ],
  ['a comma at the end', `[${booking(1)},]`, `has a comma after its last record (byte ${BEHIND + 1})`],
  ['a comma at the beginning', `[,${booking(1)}]`, 'has a comma where a record was expected (byte 1)'],
  [
    'two commas',
    `[${booking(1)},,${booking(2)}]`,
    `has a comma where a record was expected (byte ${BEHIND + 1})`,
  ],
  ['no comma', `[${booking(1)} ${booking(2)}]`, 'has a record that is not JSON (byte 1)'],
  ['a second array', `[${booking(1)}][]`, `goes on after the end of its JSON array (byte ${BEHIND + 1})`],
  [
    'rubbish at the end',
    `[${booking(1)}]\nOK\n`,
    `goes on after the end of its JSON array (byte ${BEHIND + 2})`,
  ],
  [
    'a brace too many',
    `[${booking(1)}}]`,
    `has a closing brace or bracket that closes nothing (byte ${BEHIND})`,
  ],
  ['a bracket for a brace', '[{"Id":1]]', 'has a record that is not JSON (byte 1)'],
  ['single quotes', "[{'Id':1}]", 'has a record that is not JSON (byte 1)'],
  ['names without quotes', '[{Id:1}]', 'has a record that is not JSON (byte 1)'],
  ['a comment', `[/* all */${booking(1)}]`, 'has a record that is not JSON (byte 1)'],
  ['NaN', '[{"Id":NaN}]', 'has a record that is not JSON (byte 1)'],
  ['a line break within a text', named('Ada\nQuill'), 'has a record that is not JSON (byte 1)'],
  ['a broken escape', named('Ada\\x'), 'has a record that is not JSON (byte 1)'],
  ['a NUL byte within a text', named('Ada\0Quill'), 'has a record that is not JSON (byte 1)'],
  ['201 levels', `[${'['.repeat(201)}${']'.repeat(201)}]`, 'nests deeper than 200 levels (byte 201)'],
  ['100,000 levels', '['.repeat(100_000), 'nests deeper than 200 levels (byte 201)'],
  ['a record of 20 MB', named('x'.repeat(20 * MEGABYTE)), 'has a record larger than 16777216 bytes (byte 1)'],
  [
    'a record of 20 MB that never ends',
    `[{"FullName":"${'x'.repeat(20 * MEGABYTE)}`,
    'has a record larger than 16777216 bytes (byte 1)',
  ],
]

const ENCODING: typeof SYNTAX = [
  ['UTF-16 with its mark', utf16(`\uFEFF[${booking(1)}]`), 'is not UTF-8; it looks like UTF-16 (byte 0)'],
  ['UTF-16 without one', utf16(`[${booking(1)}]`), 'is not UTF-8; it looks like UTF-16 (byte 1)'],
  [
    'UTF-16, big end first',
    utf16(`\uFEFF[${booking(1)}]`).swap16(),
    'is not UTF-8; it looks like UTF-16 (byte 0)',
  ],
  ['Latin-1', Buffer.from(named('José'), 'latin1'), 'is not UTF-8 (byte 24)'],
  ['half a character', Buffer.from(named('Zoë')).fill(0x20, 24, 25), 'is not UTF-8 (byte 23)'],
  [
    'a surrogate',
    Buffer.from([...Buffer.from('[{"Id":"'), 0xed, 0xa0, 0x80, 0x22, 0x7d, 0x5d]),
    'is not UTF-8 (byte 8)',
  ],
  ['NUL bytes', Buffer.alloc(4096), 'is not UTF-8; it looks like UTF-16 (byte 0)'],
  [
    'NUL bytes after its end',
    Buffer.from(`[${booking(1)}]\0\0\0`),
    `is not UTF-8; it looks like UTF-16 (byte ${BEHIND + 1})`,
  ],
]

const UNREADABLE: typeof SYNTAX = [
  ['a folder', new Folder(), 'is a folder, not a file'],
  ['a link to itself', new Link('bookings.json'), 'is a link that points to itself (ELOOP)'],
  ['a link to nothing', new Link('gone.json'), 'is not there (ENOENT)'],
  ['a device', new Link('/dev/null'), 'is no regular file'],
]

const business = { UniqueId: null, Name: 'Yard', SimpleTimeZoneId: 2000, CreatedOn: '2026-01-01T00:00:00Z' }

const CASES: readonly FileCase[] = [
  ...cases(SYNTAX, 'IMPORT_FILE_SYNTAX'),
  ...cases(ENCODING, 'IMPORT_FILE_ENCODING'),
  ...cases(UNREADABLE, 'IMPORT_FILE_UNREADABLE'),
  {
    title: 'locations of two networks',
    files: {
      'businesses.json': [
        { ...business, Id: 501 },
        { ...business, Id: 801, Name: 'Other Yard' },
      ],
    },
    code: 'IMPORT_NETWORK_UNKNOWN',
    message: 'businesses.json holds locations of 2 networks: Yard (501), Other Yard (801).',
  },
  {
    title: 'no locations',
    files: { 'businesses.json': [] },
    code: 'IMPORT_NETWORK_UNKNOWN',
    message: 'The folder does not tell which network its records belong to.',
  },
  {
    title: 'locations that are no records',
    files: { 'businesses.json': [null, 17, 'x', [], { Name: 'Without an id' }] },
    code: 'IMPORT_NETWORK_UNKNOWN',
    message: 'The folder does not tell which network its records belong to.',
  },
  {
    title: 'a first file that is broken',
    files: { 'businesses.json': '[' },
    code: 'IMPORT_FILE_SYNTAX',
    message: 'businesses.json ends before its JSON array does (byte 1).',
  },
  {
    title: 'a last file that is broken',
    files: { 'invoices.json': '[{"Id":1}' },
    code: 'IMPORT_FILE_SYNTAX',
    message: 'invoices.json ends in the middle of the record that begins at byte 1 (byte 9).',
  },
]

function cases(rows: typeof SYNTAX, code: ErrorCode): FileCase[] {
  return rows.map(([title, content, message]) => ({
    title: `bookings.json with ${title}`,
    files: { 'bookings.json': content },
    code,
    message: `bookings.json ${message}.`,
  }))
}

/** A process and an engine for each take long; of the program itself some of each sort are asked. */
const SOME = CASES.filter((_case, index) => index % 9 === 0)

const folderWith = temporaryFolders()
const newPlace = newPlaces()

/** The world with a customer renamed, so that an import that goes too far would be seen. */
async function changedWorld(files: Readonly<Record<string, Content>>): Promise<string> {
  const folder = await folderWith()
  await copyWorld(WORLD_11, folder)
  const customers = await recordsOf(folder, 'coworkers.json')
  await put(folder, {
    'coworkers.json': customers.map((customer) => ({ ...customer, FullName: `${customer.FullName} II` })),
    ...files,
  })
  return folder
}

describe.each([
  { engine: QUICK_ENGINE, by: 'in one process', cases: CASES, door: CommandLine.open },
  ...DOOR_ENGINES.map((engine) => ({ engine, by: 'by the program', cases: SOME, door: Place.make })),
])('on $engine, $by,', ({ engine, cases, door }) => {
  let place: CommandLine | Place
  let before: Dump
  beforeAll(async () => {
    place = await door(engine)
    await place.json(['import', 'nexudus', WORLD_11])
    before = await place.dump()
  })
  afterAll(() => place.remove())

  it.each(cases.map((one) => [one.title, one] as const))('%s is refused', async (_title, one) => {
    const folder = await changedWorld(one.files)
    const { code, out, err } = await place.run(['import', 'nexudus', folder])
    expect(err).toBe(said(one.code, one.message))
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(await place.dump()).toEqual(before)
  })

  it('still counts as before, and an export without faults comes in', async () => {
    const counted = await place.json(['count', '--as-of', '2026-11-05T09:30:00Z'])
    const report = await place.json(['import', 'nexudus', await changedWorld({})])
    expect(report).toMatchObject({ problemCount: 0, records: { customer: { changed: 60 } } })
    expect(await place.json(['count', '--as-of', '2026-11-05T09:30:00Z'])).toEqual(counted)
  })
})

describe('a folder', () => {
  let place: CommandLine
  beforeAll(async () => {
    place = await CommandLine.open(QUICK_ENGINE)
  })
  afterAll(() => place.remove())

  async function refused(folder: string, code: ErrorCode, message: string): Promise<void> {
    const answer = await place.run(['import', 'nexudus', folder])
    expect(answer).toEqual({ code: 3, out: '', err: said(code, message) })
    expect(await place.json(['count'])).toMatchObject({ locations: [], distinctCustomers: 0 })
  }

  it('that is not there is refused', async () => {
    const folder = join(await folderWith(), 'gone')
    await refused(folder, 'IMPORT_FOLDER_NOT_FOUND', `${folder} is not there.`)
  })

  it('that is a file is refused', async () => {
    const file = join(await folderWith({ 'bookings.json': '[]' }), 'bookings.json')
    await refused(file, 'IMPORT_FOLDER_NOT_FOUND', `${file} is a file, not a folder.`)
  })

  it('with other files only is refused', async () => {
    const folder = await folderWith({ 'Bookings.JSON': '[]', 'bookings.json.gz': '', 'readme.txt': '' })
    const { code, err } = await place.run(['import', 'nexudus', folder])
    expect(code).toBe(3)
    expect(err).toMatch(
      /^IMPORT_FOLDER_EMPTY: The folder .+ has none of the files that can be imported \(simpletimezones\.json, /,
    )
  })

  it('named by nothing is refused', async () => {
    const answer = await place.run(['import', 'nexudus', ''])
    const err = said('INVALID_ARGUMENT', 'The folder must be the name of one, not “”.')
    expect(answer).toEqual({ code: 2, out: '', err })
  })

  it('with a file that this user may not read is refused', async () => {
    const folder = await changedWorld({ 'bookings.json': '[]' })
    chmodSync(join(folder, 'bookings.json'), 0o000)
    const program = await newPlace()
    const answer = await program.run(['import', 'nexudus', folder], asOrdinaryUser())
    expect(answer).toEqual({
      code: 3,
      out: '',
      err: said('IMPORT_FILE_UNREADABLE', 'bookings.json may not be read by this user (EACCES).'),
    })
  })

  it.each<[string, Readonly<Record<string, Content>>]>([
    ['a byte order mark', { 'bookings.json': `\uFEFF[${booking(1)}]` }],
    [
      'white space all over',
      { 'bookings.json': ` \r\n[ \t\n ${booking(1)} \n , \r\n${booking(2)}\n ] \n\n` },
    ],
    [
      '200 levels',
      { 'bookings.json': `[{"Notes":${'['.repeat(199)}${']'.repeat(199)},${booking(1).slice(1)}]` },
    ],
    [
      'a record of 15 MB',
      { 'bookings.json': `[{"Notes":"${'x'.repeat(15 * MEGABYTE)}",${booking(1).slice(1)}]` },
    ],
    [
      'files and fields that nobody knows',
      {
        'notes.json': '{',
        'products.json': 'not JSON',
        'bookings.json': `[{"Shoes":[43],${booking(1).slice(1)}]`,
      },
    ],
    ['links to files elsewhere', { 'bookings.json': new Link(join(WORLD_11, 'bookings.json')) }],
  ])('with %s is imported', async (_title, files) => {
    const folder = await changedWorld(files)
    const report = await place.json(['import', 'nexudus', folder])
    expect(report).toMatchObject({ problemCount: 0, warningCount: 0, problems: [] })
  })
})

/** The user of the tests, or an ordinary one where that is root, whom no file is closed to. */
function asOrdinaryUser(): { uid?: number } {
  return process.getuid?.() === 0 ? { uid: 65_534 } : {}
}
