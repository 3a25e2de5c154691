/** An export in which a hundred records are broken: each is told, the good ones come in, nothing else moves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportReport, KeptProblem } from '#services/imports/report'
import { DOOR_ENGINES, Place, QUICK_ENGINE } from '../support/cli.ts'
import { CommandLine } from '../support/command-line.ts'
import {
  BROKEN_RECORDS,
  type BrokenRecord,
  CUSTOMER,
  GOOD_RECORDS,
  HUGE,
  NotAnObject,
  POISONED_RECORDS,
  ROOM,
  type Told,
  YARD,
} from './broken-records.ts'
import { copyWorld, put, recordsOf, temporaryFolders, WORLD_11 } from './exports.ts'
import { asCount, asList } from './shapes.ts'
import { findWorlds } from './worlds.ts'

const FIRST_ID = 9_200_001
const FIRST_NAME = 9400
const GOOD = 9100
const MEMBER = 9101
const NEW_NAME = 9300

/** Names as they may come, and as they must be given back. */
const NAMES: readonly (readonly [title: string, name: string, kept?: string])[] = [
  ['Arabic', 'عبد الرحمن'],
  ['Hebrew with vowels', 'שָׁלוֹם'],
  ['a text that turns its direction', '\u202eevil\u202c txt'],
  ['Chinese', '歐陽菲菲'],
  ['Thai', 'กุ้ง น้ำเงิน'],
  ['Devanagari', 'श्रीमती'],
  ['letters with many marks', 'Z̸̛̩a̷͓͝l̴͎̐g̸̼͑o̴͙͑'],
  ['a family of emoji', '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿'],
  ['control characters', 'a\u0001\u0007\u001b[31mb\u007f\u0085c'],
  ['tabs and line ends', 'a\tb\r\nc\\d\\.'],
  ['words of SQL', "Robert'); drop table customers;--"],
  ['a formula', '=HYPERLINK("http://example.org","x")'],
  ['what JSON would read', '{"Id":1}'],
  ['what COPY would read', '\\N'],
  ['null', 'null'],
  ['NUL characters', 'a\0b\0', 'ab'],
  ['half a character', 'a\ud83d', 'a\ufffd'],
  ['white space around it', ' \u00a0\t x \n', 'x'],
  ['a million letters', 'x'.repeat(1_000_000), 'x'.repeat(500)],
  ['a million emoji', '😀'.repeat(500_000), '😀'.repeat(250)],
  ['letters that become many when folded', '\ufdfa'.repeat(500)],
]

type Records = Readonly<Record<string, readonly unknown[]>>

/** The broken records, by file, each with an id of its own. */
function byFileOf(records: readonly BrokenRecord[]): Records {
  const byFile: Record<string, unknown[]> = {}
  for (const [index, { file, change }] of records.entries()) {
    const good = { Id: FIRST_ID + index, ...GOOD_RECORDS[file] }
    byFile[file] ??= []
    byFile[file].push(change instanceof NotAnObject ? change.value : { ...good, ...change })
  }
  return byFile
}

const good = (file: string, changes: object) => ({ ...GOOD_RECORDS[file], ...changes })
const booking = (id: number, customer: number) => good('bookings.json', { Id: id, CoworkerId: customer })

/** Records with nothing wrong that stand among them, and some that are odd in a way that is allowed. */
const SOUND: Records = {
  'simpletimezones.json': [
    { Id: 2998, Name: 'Eastern Standard Time' },
    { Id: 2999, Name: 'Mars Standard Time' },
  ],
  'businesses.json': [good('businesses.json', { Id: YARD, Name: 'Spare Yard', SimpleTimeZoneId: 2998 })],
  'resources.json': [
    { Id: ROOM, BusinessId: YARD },
    { Id: 5999, BusinessId: 999_999 },
  ],
  'coworkers.json': [
    good('coworkers.json', { Id: CUSTOMER }),
    good('coworkers.json', { Id: GOOD, FullName: 'Good Neighbour', Shoes: [43], Email: 17 }),
    good('coworkers.json', { Id: MEMBER, FullName: 'Team Mate' }),
    good('coworkers.json', { Id: NEW_NAME, FullName: 'Name before' }),
    ...NAMES.map(([, name], index) => good('coworkers.json', { Id: FIRST_NAME + index, FullName: name })),
    good('coworkers.json', { Id: NEW_NAME, FullName: 'Name after' }),
  ],
  'coworkercontracts.json': [good('coworkercontracts.json', { Id: 9105, CoworkerId: GOOD })],
  'teams.json': [good('teams.json', { Id: 9106, TeamMembers: [GOOD, MEMBER, MEMBER], PayingMemberId: GOOD })],
  'bookings.json': [
    booking(9101, GOOD),
    booking(9102, NEW_NAME),
    booking(9102, NEW_NAME),
    ...NAMES.map((_name, index) => booking(9500 + index, FIRST_NAME + index)),
  ],
  'coworkerinvoices.json': [good('coworkerinvoices.json', { Id: 9103, CoworkerId: GOOD })],
  'coworkerproducts.json': [good('coworkerproducts.json', { Id: 9104, CoworkerId: GOOD })],
}

/** How many records of each file stand before the broken ones. */
type Offsets = ReadonlyMap<string, number>

async function writeFolder(folder: string, records: readonly BrokenRecord[]): Promise<Offsets> {
  await copyWorld(WORLD_11, folder)
  const broken = byFileOf(records)
  const offsets = new Map<string, number>()
  for (const file of new Set([...Object.keys(broken), ...Object.keys(SOUND)])) {
    const before = [...(await recordsOf(folder, file)), ...(SOUND[file] ?? [])]
    offsets.set(file, before.length)
    const text = JSON.stringify([...before, ...(broken[file] ?? [])]).replaceAll(
      JSON.stringify(HUGE),
      '1e400',
    )
    // a key that would be lost on the way through an object of ours
    await put(folder, {
      [file]: text.replaceAll('"Shoes":[43]', '"Shoes":[43],"__proto__":{"Id":1,"Active":false}'),
    })
  }
  return offsets
}

interface Imported {
  readonly place: Place
  readonly folder: string
  readonly offsets: Offsets
  readonly report: ImportReport
}

const folderWith = temporaryFolders()

describe.each(DOOR_ENGINES)('on %s', (engine) => {
  let imported: Imported

  beforeAll(async () => {
    const place = await Place.make(engine)
    await place.json(['import', 'nexudus', WORLD_11])
    const folder = await folderWith()
    const offsets = await writeFolder(folder, BROKEN_RECORDS)
    const report = (await place.json(['import', 'nexudus', folder])) as ImportReport
    imported = { place, folder, offsets, report }
  })
  afterAll(() => imported?.place.remove())

  const rows = BROKEN_RECORDS.map((one, index) => [one.file, one.title, one, index] as const)
  it.each(rows)('%s with %s', (_file, _title, one, index) => {
    const names = recordNames(BROKEN_RECORDS, index, imported.offsets)
    const found = imported.report.problems.filter(
      (problem) => problem.file === one.file && names(one.problems).includes(problem.record),
    )
    expect(found).toEqual(one.problems.map((told) => asProblem(one.file, told, names([told])[0] ?? '')))
    for (const { value } of found) expect(value.length <= 200 && !/\p{Cs}/u.test(value)).toBe(true)
  })

  it('nothing else is told', () => {
    const { report } = imported
    const told = BROKEN_RECORDS.flatMap(({ problems }) => problems)
    expect(report.problems).toHaveLength(told.length)
    expect(report.problemCount).toBe(told.filter(({ severity }) => severity === 'skipped').length)
    expect(report.warningCount).toBe(report.problems.length - report.problemCount)
    const isText = ({ values: _values, ...problem }: KeptProblem) =>
      Object.values(problem).every((value) => typeof value === 'string')
    expect(report.problems.every(isText)).toBe(true)
  })

  it('the figures say how many records of each kind were left out', () => {
    const { records } = imported.report
    const skippedIn = (...files: string[]) =>
      BROKEN_RECORDS.filter(
        ({ file, problems }) =>
          files.includes(file) && problems.some(({ severity }) => severity === 'skipped'),
      ).length
    expect(Object.fromEntries(Object.entries(records).map(([kind, { skipped }]) => [kind, skipped]))).toEqual(
      {
        location: skippedIn('businesses.json'),
        customer: skippedIn('coworkers.json'),
        customer_change: skippedIn('audittrailentries.json'),
        contract: skippedIn('coworkercontracts.json'),
        pause: skippedIn('contractpausedperiods.json'),
        team: skippedIn('teams.json'),
        booking: skippedIn('bookings.json', 'cancelledbookings.json'),
        customer_invoice: skippedIn('coworkerinvoices.json'),
        recurring_product: skippedIn('coworkerproducts.json'),
        platform_invoice: skippedIn('invoices.json'),
      },
    )
  })

  it('the locations that they do not belong to count as before', async () => {
    for (const expected of findWorlds().find(({ name }) => name === 'world-11')?.expected ?? []) {
      const count = asCount(await imported.place.json(['count', '--as-of', expected.at]))
      const found = count.locations.slice(0, expected.locations.length)
      expect(found.map(({ count, bySource }) => ({ count, bySource }))).toEqual(
        expected.locations.map(({ count, bySource }) => ({ count, bySource })),
      )
    }
  })

  it('the good records among them are kept', async () => {
    const users = await usersOfYard(imported.place)
    const own = ['contract', 'booking', 'customer_invoice', 'recurring_product']
    expect(users.get(String(GOOD))).toMatchObject({ name: 'Good Neighbour', email: '17', sources: own })
    expect(users.get(String(MEMBER))).toMatchObject({ name: 'Team Mate', sources: ['team'] })
    expect(users.get(String(CUSTOMER))).toMatchObject({ sources: own })
    expect(users.get(String(NEW_NAME))).toMatchObject({ name: 'Name after', sources: ['booking'] })
    expect(users.size).toBe(4 + NAMES.length)
  })

  it.each(NAMES.map((row, index) => [row[0], row, index] as const))(
    'a name of %s',
    async (_title, row, index) => {
      const [, name, kept = name] = row
      const users = await usersOfYard(imported.place)
      expect(users.get(String(FIRST_NAME + index))?.name).toBe(kept)
    },
  )

  it('a second import finds the same faults and changes nothing', async () => {
    const { place, folder, report } = imported
    const before = await place.dump()
    const again = (await place.json(['import', 'nexudus', folder])) as ImportReport
    expect(again.hasChanges).toBe(false)
    expect(again.problems).toEqual(report.problems)
    expect(await place.dump()).toEqual(before)
  })

  it('the doctor finds nothing', async () => {
    expect(await imported.place.json(['doctor'])).toMatchObject({ isHealthy: true })
  })
})

describe('a record that could take the whole import with it', () => {
  let place: CommandLine
  beforeAll(async () => {
    place = await CommandLine.open(QUICK_ENGINE)
    await place.json(['import', 'nexudus', WORLD_11])
  })
  afterAll(() => place.remove())

  it.each(POISONED_RECORDS.map((one) => [one.file, one.title, one] as const))(
    '%s with %s',
    async (_file, _title, one) => {
      const folder = await folderWith()
      await writeFolder(folder, [one])
      const customers = await recordsOf(folder, 'coworkers.json')
      const renamed = { ...customers[0], FullName: `Renamed for ${one.title}` }
      await put(folder, { 'coworkers.json': JSON.stringify([renamed, ...customers.slice(1)]) })
      const report = (await place.json(['import', 'nexudus', folder])) as ImportReport
      const own = report.problems.filter(({ record }) => record === String(FIRST_ID))
      expect(own).toEqual(one.problems.map((told) => asProblem(one.file, told, String(FIRST_ID))))
      for (const { value } of own) expect(value.length <= 200 && !/\p{Cs}/u.test(value)).toBe(true)
      expect(report).toMatchObject({ hasChanges: true, records: { customer: { changed: 1 } } })
    },
  )
})

describe('the name of the network itself', () => {
  let place: CommandLine
  beforeAll(async () => {
    place = await CommandLine.open(QUICK_ENGINE)
  })
  afterAll(() => place.remove())

  it.each<[string, unknown, RegExp]>([
    ['NUL characters', 'Har\0bour', /^Harbour$/],
    ['half a character', 'Har\ud800bour', /^Har\ufffdbour$/],
    ['a million letters', 'é'.repeat(1_000_000), /^é{100,500}$/],
    [
      '9,000 letters of all sorts',
      Array.from({ length: 9000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000))).join(''),
      /^\p{L}{100,500}$/u,
    ],
    ['nothing', '', /^Network \d+$/],
    ['an object', { en: 'Harbour' }, /^Network \d+$/],
  ])('may hold %s', async (_title, name, kept) => {
    const id = 700 + (await networks(place)).length
    const folder = await folderWith({
      'businesses.json': [good('businesses.json', { Id: id, Name: name, RootLocationId: null })],
    })
    const { network } = (await place.json(['import', 'nexudus', folder])) as ImportReport
    expect(network.name).toMatch(kept)
    expect(await place.json(['import', 'nexudus', folder])).toMatchObject({ hasChanges: false, network })
  })
})

async function networks(place: CommandLine): Promise<readonly unknown[]> {
  return asCount(await place.json(['count'])).locations
}

let listed:
  | Promise<Map<string, { name: string; email: string | null; sources: readonly string[] }>>
  | undefined
let listedIn: Place | undefined

function usersOfYard(place: Place) {
  if (listedIn !== place) {
    listedIn = place
    listed = place
      .json(['list', '--location', 'Spare Yard', '--as-of', '2026-11-20T12:00:00Z', '--limit', '1000'])
      .then((page) => new Map(asList(page).activeUsers.map((user) => [user.externalId, user])))
  }
  return listed as NonNullable<typeof listed>
}

/** How a problem names the broken record: its own name, the record's id, or its position in the file. */
function recordNames(
  records: readonly BrokenRecord[],
  index: number,
  offsets: Offsets,
): (problems: readonly Told[]) => string[] {
  const file = records[index]?.file ?? ''
  const place = records.slice(0, index).filter((other) => other.file === file).length
  const position = `#${(offsets.get(file) ?? 0) + place + 1}`
  const own = String(FIRST_ID + index)
  return (problems) =>
    problems.length === 0
      ? [own]
      : problems.map(
          ({ record = own }) => ({ '#': position, 'cancelled-': `cancelled-${own}` })[record] ?? record,
        )
}

function asProblem(file: string, { field, value, reason, severity }: Told, record: string) {
  const like = (text: string | RegExp) => (typeof text === 'string' ? text : expect.stringMatching(text))
  const named = typeof reason === 'string' ? reason.replace('Location ID', `Location ${record}`) : reason
  const words = { code: expect.any(String), values: expect.any(Object), reason: like(named) }
  return { file, record, field, value: like(value), ...words, severity }
}
