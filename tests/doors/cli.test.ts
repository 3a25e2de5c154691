/** Every command, run as a person or a script runs it. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CSV_FILES } from '#connectors/csv/layouts'
import { csvTemplate } from '#connectors/csv/templates'
import { ERRORS, type ErrorCode } from '#errors'
import type { Explanation } from '#services/active-users/explain'
import type { ImportReport } from '#services/imports/report'
import { asAdmin, DOOR_ENGINES, type DoorEngine, Place, QUICK_ENGINE, ROOT, run } from '../support/cli.ts'
import { copyWorld, put, recordsOf, temporaryFolders, WORLD_11, WORLD_12 } from './exports.ts'
import { asCount, asList } from './shapes.ts'

const folderWith = temporaryFolders()
const places: Place[] = []
afterAll(async () => {
  for (const place of places) await place.remove()
})

async function newPlace(engine: DoorEngine = QUICK_ENGINE): Promise<Place> {
  const place = await Place.make(engine)
  places.push(place)
  return place
}

function said(code: ErrorCode, message: string): string {
  return `${code}: ${message}\n${ERRORS[code].next}\n`
}

const COMMANDS = [
  [],
  ['start'],
  ['import'],
  ['import', 'nexudus'],
  ['import', 'csv'],
  ['demo'],
  ['count'],
  ['list'],
  ['explain'],
  ['rules'],
  ['doctor'],
  ['config'],
]

describe('help', () => {
  it.each(COMMANDS.map((command) => [['headcount', ...command].join(' '), command] as const))(
    'of %s shows its use and an example',
    async (name, command) => {
      const { code, out, err } = await run([...command, '--help'])
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out.startsWith(`Usage: ${name} `)).toBe(true)
      const example = command.length === 0 ? 'headcount ' : `${name} `
      expect(out).toMatch(new RegExp(`\\nExamples?:\\n(  .+\\n)*  ${example}?`))
      const asked = [...command.slice(0, -1), 'help', ...command.slice(-1)]
      expect(await run(asked)).toEqual({ code: 0, out, err })
    },
  )

  it('lists every command', async () => {
    const { out } = await run(['--help'])
    for (const [name] of COMMANDS.slice(1)) expect(out).toMatch(new RegExp(`\\n  ${name} `))
  })

  it('is shown where no command is given', async () => {
    const { code, out, err } = await run([])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe((await run(['--help'])).out)
  })
})

it.each(['--version', '-V'])('%s tells the version', async (option) => {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  expect(await run([option])).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

describe.each(DOOR_ENGINES)('start, on %s', (engine) => {
  let place: Place
  let first: string
  beforeAll(async () => {
    place = await newPlace(engine)
    const { code, out, err } = await place.run(['start'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    first = out
  })

  it('makes a demo where there is nothing, and says that it is synthetic', () => {
    expect(first).toMatch(
      /^No records yet.*: making a synthetic demo network\. Everybody in it is invented\.\n/,
    )
    expect(first).toContain('Harbour Loft')
  })

  it('says how to replace it', () => {
    if (place.where.dataDir !== undefined) {
      expect(first).toContain(
        `Replace the demo with real records: remove the folder ${place.where.dataDir}, then`,
      )
    }
    expect(first).toContain('headcount import nexudus FOLDER')
    expect(first).toContain('headcount import csv FOLDER --network NAME')
  })

  it('does not make it again', async () => {
    const before = await place.dump()
    const { code, out, err } = await place.run(['start'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).not.toContain('making a synthetic demo network')
    expect(out).toContain('Harbour Loft')
    expect(await place.dump()).toEqual(before)
  })

  it('suggests commands that work', async () => {
    const commands = [...first.matchAll(/^ {2}headcount ((?:list|explain|rules).*)$/gm)].map(
      ([, line]) => line ?? '',
    )
    expect(commands.map((line) => line.split(' ')[0])).toEqual(['list', 'explain', 'rules'])
    for (const command of commands) {
      const { code, err } = await place.run(argumentsOf(command))
      expect({ command, code, err }).toEqual({ command, code: 0, err: '' })
    }
  })

  it('the examples of help work on it', async () => {
    for (const command of ['count', 'list', 'explain', 'rules', 'doctor', 'config']) {
      const { out } = await run([command, '--help'])
      const examples = [...out.matchAll(/^ {2}headcount (.+)$/gm)].map(([, line]) => line ?? '')
      expect(examples).not.toEqual([])
      for (const example of examples) {
        const { code, err } = await place.run(argumentsOf(example))
        expect({ example, code, err }).toEqual({ example, code: 0, err: '' })
      }
    }
  })
})

/** As a shell would part them. */
function argumentsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '')
}

describe('start where there are records', () => {
  let place: Place
  let out: string
  beforeAll(async () => {
    place = await newPlace('pglite')
    const folder = await folderWith()
    await copyWorld(WORLD_11, folder)
    const [first, ...others] = await recordsOf(folder, 'businesses.json')
    await put(folder, { 'businesses.json': [{ ...first, Name: 'Mill\u001b[31m\u0007\nHouse' }, ...others] })
    await place.json(['import', 'nexudus', folder])
    out = (await place.run(['start'])).out
  })

  it('makes no demo and does not call them one', async () => {
    expect(out).not.toMatch(/demo|synthetic|invented|remove the folder/i)
  })

  it('suggests commands that work', async () => {
    const commands = [...out.matchAll(/^ {2}headcount ((?:list|explain|rules)[^\n]*)$/gm)].map(
      ([, line]) => line ?? '',
    )
    for (const command of commands) {
      const { code, err } = await place.run(argumentsOf(command))
      expect({ command, code, err }).toEqual({ command, code: 0, err: '' })
    }
  })

  it('prints no control characters of their names', () => {
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
    expect(out).not.toMatch(/^House/m)
  })
})

describe('demo', () => {
  it('makes the same network for the same seed, and another for another', async () => {
    const counts: string[] = []
    for (const seed of ['7', '7', '8']) {
      const place = await newPlace()
      const report = await place.json(['demo', '--locations', '2', '--customers', '50', '--seed', seed])
      expect(report).toMatchObject({
        problemCount: 0,
        warningCount: 0,
        records: { customer: { added: 50 }, location: { added: 2 } },
      })
      const { locations } = asCount(await place.json(['count']))
      counts.push(JSON.stringify(locations.map(({ name, bySource }) => [name, bySource])))
    }
    expect(counts[1]).toBe(counts[0])
    expect(counts[2]).not.toBe(counts[0])
  })
})

describe('import', () => {
  let place: Place
  beforeAll(async () => {
    place = await newPlace()
  })

  it('tells what came in', async () => {
    const { code, out, err } = await place.run(['import', 'nexudus', WORLD_11])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(
      /^Imported into Mill House 1 in \d+\.\d s\.\n\nRecords +Read +Added +Changed +Skipped\n/,
    )
    expect(out).toMatch(/\ncustomer +60 +60 +0 +0\n/)
    expect(out).not.toContain('could not be read')
  })

  it('twice tells that nothing changed, and changes nothing', async () => {
    const before = await place.dump()
    const { code, out, err } = await place.run(['import', 'nexudus', WORLD_11])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Nothing changed: Mill House 1 already holds all of this\.\n/)
    expect(out).toMatch(/\ncustomer +60 +0 +0 +0\n/)
    expect(await place.dump()).toEqual(before)
  })

  it('of what changed tells how much', async () => {
    const folder = await folderWith()
    await copyWorld(WORLD_11, folder)
    const [first, ...others] = await recordsOf(folder, 'coworkers.json')
    const broken = { Id: 0, FullName: '=\u001b[31mred' }
    await put(folder, {
      'coworkers.json': [{ ...first, FullName: 'Renamed' }, ...others, { Id: 9001 }, broken],
    })
    const { code, out } = await place.run(['import', 'nexudus', folder])
    expect(code).toBe(0)
    expect(out).toMatch(/\ncustomer +61 +1 +1 +1\n/)
    expect(out).toContain('1 records or fields could not be read, 1 warnings:')
    expect(out).toMatch(
      /\ncoworkers\.json +0 +Id +0 +Id is not a positive whole number; the record is skipped\.\n/,
    )
    expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  })

  it('is refused while another one runs', async () => {
    const db = await place.open()
    try {
      await db.withLock(
        'headcount import',
        async () => {
          if (place.where.dataDir !== undefined) return
          const answer = await place.run(['import', 'nexudus', WORLD_11])
          const err = said('IMPORT_RUNNING', 'Another import is running on this database.')
          expect(answer).toEqual({ code: 5, out: '', err })
        },
        () => expect.fail('nobody else should hold it'),
      )
    } finally {
      await db.close()
    }
  })
})

describe('import csv', () => {
  it('writes templates that can be imported as they are, and then counted', async () => {
    const place = await newPlace()
    const folder = join(await folderWith(), 'new', 'records')
    const written = await place.run(['import', 'csv', folder, '--template'])
    expect(written).toMatchObject({ code: 0, err: '' })
    expect((await readdir(folder)).sort()).toEqual([...CSV_FILES].sort())
    for (const file of CSV_FILES) {
      expect(written.out).toContain(file)
      expect(await readFile(join(folder, file), 'utf8')).toBe(csvTemplate(file))
    }
    const report = (await place.json(['import', 'csv', folder, '--network', 'Quay'])) as ImportReport
    expect(report).toMatchObject({ network: { name: 'Quay' }, hasChanges: true, problems: [] })
    expect(report.records.customer.added).toBe(2)
    const { out } = await place.run(['import', 'csv', folder, '--network', 'Quay'])
    expect(out).toMatch(/^Nothing changed: Quay already holds all of this\.\n/)
    const { locations } = asCount(await place.json(['count', '--as-of', '2026-11-21T12:00:00Z']))
    expect(locations.map(({ externalId, count, bySource }) => [externalId, count, bySource])).toEqual([
      ['harbour', 2, { contract: 1, booking: 1, customer_invoice: 1, recurring_product: 1, team: 1 }],
      ['mill', 1, { contract: 0, booking: 1, customer_invoice: 0, recurring_product: 1, team: 0 }],
    ])
  })

  it('of two folders into two networks keeps them apart', async () => {
    const place = await newPlace()
    for (const network of ['Quay', 'Dock']) {
      const folder = await folderWith()
      await place.run(['import', 'csv', folder, '--template'])
      await place.json(['import', 'csv', folder, '--network', network])
    }
    const asOf = ['--as-of', '2026-11-21T12:00:00Z']
    const both = asCount(await place.json(['count', ...asOf]))
    expect(both.locations.map(({ count }) => count)).toEqual([2, 1, 2, 1])
    expect(both.distinctCustomers).toBe(4)
    const dock = asCount(await place.json(['count', '--network', 'Dock', ...asOf]))
    expect(dock.locations.map(({ count }) => count)).toEqual([2, 1])
    const { code, err } = await place.run(['list', '--location', 'harbour'])
    expect(code).toBe(4)
    expect(err).toMatch(/^LOCATION_AMBIGUOUS: .+network Quay.+network Dock/)
  })

  it('does not write templates over files that are there', async () => {
    const folder = await folderWith({
      'bookings.csv': 'id,location_id,customer_id,made_at\nb-1,yard,c-1,2026-11-05\n',
    })
    const { code, err } = await run(['import', 'csv', folder, '--template'])
    expect(await readFile(join(folder, 'bookings.csv'), 'utf8')).toContain('b-1,yard')
    expect(code).toBe(6)
    expect(err).toMatch(/^OUTPUT_FAILED: .*bookings\.csv/)
  })

  it('says so where templates cannot be written', async () => {
    const file = join(await folderWith({ 'a-file': 'x' }), 'a-file')
    const err = said('OUTPUT_FAILED', `The templates could not be written to ${join(file, 'in')} (ENOTDIR).`)
    expect(await run(['import', 'csv', join(file, 'in'), '--template'])).toEqual({ code: 6, out: '', err })
  })
})

describe('count, list and explain', () => {
  const asOf = ['--as-of', '2026-11-05T09:30:00Z']
  const mill = ['--location', 'Mill House 1', ...asOf]
  const NAMES: Readonly<Record<string, string>> = {
    7004: '=cmd|"/c calc"!A1',
    7009: '+31 20 123',
    7010: '-2, "quoted"',
    7013: '@SUM(A1:A9)',
    7018: '\u200eleft\r\nline, two',
    7020: '＝１＋１',
    7021: "'quoted",
    7022: 'José "太郎" \u001b[31m',
  }
  let place: Place
  beforeAll(async () => {
    place = await newPlace()
    const folder = await folderWith()
    await copyWorld(WORLD_11, folder)
    const customers = await recordsOf(folder, 'coworkers.json')
    const renamed = customers.map((customer) => ({
      ...customer,
      FullName: NAMES[String(customer.Id)] ?? customer.FullName,
      ...(customer.Id === 7009 && { Email: '+x@example.org', CompanyName: '-Company' }),
    }))
    await put(folder, { 'coworkers.json': renamed })
    await place.json(['import', 'nexudus', folder])
  })

  it('count prints a line a location, and the customers behind them', async () => {
    const { code, out, err } = await place.run(['count', ...asOf])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/\nMill House 1 +1 +15 +11 +3 +0 +2 +1 +2026-11-01 03:00 UTC\n/)
    expect(out).toContain('58 active users over 3 locations; 40 different customers.')
    expect(out).toContain('As of 2026-11-05T09:30:00.000Z, rule set 2024-01.')
  })

  it('count of one location or of one network is a part of the whole', async () => {
    const all = asCount(await place.json(['count', ...asOf]))
    const one = asCount(await place.json(['count', ...mill]))
    expect(one).toEqual({ ...all, locations: all.locations.slice(0, 1), distinctCustomers: 15 })
    expect(asCount(await place.json(['count', '--network', 'Mill House 1', ...asOf]))).toEqual(all)
  })

  it('list prints a line a customer and how to go on', async () => {
    const { code, out, err } = await place.run(['list', ...mill, '--limit', '3'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Mill House 1: 15 active users since 2026-11-01T03:00:13\.000Z, as of /)
    const cursor = out.match(/\nMore: --cursor (\S+)\n/)?.[1] ?? ''
    const next = await place.run(['list', '--location', 'Mill House 1', '--limit', '100', '--cursor', cursor])
    expect(next.out.trim().split('\n')).toHaveLength(2 + 1 + 12)
  })

  it('list as CSV is the list as JSON, with formulas made harmless', async () => {
    const { activeUsers } = asList(await place.json(['list', ...mill])) as unknown as {
      activeUsers: readonly Record<string, unknown>[]
    }
    const { code, out, err } = await place.run(['list', ...mill, '--format', 'csv'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const rows: Record<string, string>[] = parse(out, { columns: true })
    const cell = (value: unknown) => {
      const text = Array.isArray(value) ? value.join(' ') : String(value ?? '')
      return /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text
    }
    expect(rows).toEqual(
      activeUsers.map((user) => ({
        customer_id: cell(user.customerId),
        external_id: cell(user.externalId),
        name: cell(user.name),
        email: cell(user.email),
        company: cell(user.company),
        sources: cell(user.sources),
        first_evidence_at: cell(user.firstEvidenceAt),
      })),
    )
    for (const name of Object.values(NAMES)) expect(rows.map((row) => row.name)).toContain(cell(name))
    expect(rows.every((row) => Object.values(row).every((text) => !/^[=+\-@\t\r]/.test(text)))).toBe(true)
  })

  it('list as CSV tells of further pages beside it', async () => {
    const { out, err } = await place.run(['list', ...mill, '--format', 'csv', '--limit', '3'])
    expect(parse(out, { columns: true })).toHaveLength(3)
    expect(err).toMatch(/^More: --cursor \S+\n$/)
  })

  it.each([
    [
      ['--source', 'booking'],
      ['7004', '7020', '7047'],
    ],
    [
      ['--source', 'team', 'recurring_product'],
      ['7018', '7021', '7038'],
    ],
    [['--search', 'JOSE'], ['7022']],
    [['--search', 'user7018@'], ['7018']],
    [['--search', 'company'], ['7009']],
  ])('list %s', async (filter, expected) => {
    const page = asList(await place.json(['list', ...mill, ...filter]))
    const ids = page.activeUsers.map(({ externalId }) => externalId)
    expect([...ids].sort()).toEqual(expected)
    expect(page.total).toBe(expected.length)
  })

  it.each(['name', 'source', 'since'])('list --sort %s holds the same customers over pages', async (sort) => {
    const all = asList(await place.json(['list', ...mill, '--sort', sort]))
    expect(all.activeUsers).toHaveLength(15)
    const ids: string[] = []
    let more: string[] = []
    do {
      const page = asList(await place.json(['list', ...mill, '--sort', sort, '--limit', '6', ...more]))
      ids.push(...page.activeUsers.map(({ externalId }) => externalId))
      more = page.nextCursor === null ? [] : ['--cursor', page.nextCursor]
    } while (more.length > 0)
    expect(ids).toEqual(all.activeUsers.map(({ externalId }) => externalId))
    const firsts = all.activeUsers.map(({ firstEvidenceAt }) => firstEvidenceAt)
    if (sort === 'since') expect(firsts).toEqual([...firsts].sort())
  })

  it('the table shows no control characters of names', async () => {
    for (const args of [
      ['list', ...mill],
      ['explain', '7018', ...mill],
      ['explain', '7022', ...mill],
    ]) {
      const { out } = await place.run(args)
      expect(out.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u200e/u)
      expect(out).not.toMatch(/^line, two/m)
    }
  })

  it('explain an active user', async () => {
    const explanation = (await place.json(['explain', '7021', ...mill])) as Explanation
    expect(explanation).toMatchObject({
      asOf: '2026-11-05T09:30:00.000Z',
      ruleSet: '2024-01',
      location: { externalId: '501', name: 'Mill House 1', windowFrom: '2026-11-01T03:00:13.000Z' },
      customer: { externalId: '7021', name: "'quoted" },
      isActiveUser: true,
      sources: ['contract', 'team'],
    })
    expect(explanation.evidence.filter(({ counts }) => counts).map(({ source }) => source)).toEqual([
      'contract',
      'team',
    ])
    const { code, out, err } = await place.run(['explain', '7021', ...mill])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out.split('\n')[0]).toBe(explanation.sentence)
    expect(out).toContain(
      "'quoted counts at Mill House 1 because of a contract (Hot desk) and the team Team 1 with merged billing",
    )
    for (const { record, sentence, rule } of explanation.evidence) {
      expect(out).toContain(`${record.type} ${record.externalId}`)
      expect(out).toContain(`    ${sentence}`)
      expect(out).toContain(`    Rule: ${rule}`)
    }
    for (const line of explanation.wouldChange) expect(out).toContain(`  ${line}`)
  })

  it('explain somebody who is no active user, with the records that do not count', async () => {
    const explanation = (await place.json(['explain', '7002', ...mill])) as Explanation
    expect(explanation).toMatchObject({ isActiveUser: false, sources: [] })
    expect(explanation.evidence).toMatchObject([
      {
        source: 'customer_invoice',
        counts: false,
        silentReason: 'before_window',
        record: { externalId: '90013' },
      },
    ])
    const { code, out } = await place.run(['explain', '7002', ...mill])
    expect(code).toBe(0)
    expect(out).toMatch(/^Łukasz Quill does not count at Mill House 1: /)
    expect(out).toContain('Does not count\n')
    expect(out).not.toMatch(/^Counts$/m)
    expect(out).toContain('What would change this\n')
  })

  it('explain somebody without any record', async () => {
    const { out } = await place.run(['explain', 'Ada Quill', '--location', '501', ...asOf])
    expect(out).toMatch(
      /^Ada Quill does not count at Mill House 1: no contract, and nothing since 1 Nov 2026 \(rule set 2024-01\)\.\n/,
    )
  })
})

describe('rules', () => {
  it('tells the five sources, with which kinds count', async () => {
    const { code, out, err } = await run(['rules'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const source of ['contract', 'booking', 'customer_invoice', 'recurring_product', 'team']) {
      expect(out).toMatch(
        new RegExp(`\\(${source}, (stands while it holds|forgotten at each platform invoice)\\)`),
      )
    }
    expect(out).toMatch(/\ncustomer_invoice +tickets_only +no /)
    expect(out).toMatch(/\ncontract +frozen +yes, disputable /)
    const rules = JSON.parse((await run(['rules', '--json'])).out)
    expect(rules).toMatchObject({ ruleSet: { id: '2024-01' } })
    expect(rules.sources).toHaveLength(5)
  })
})

describe.each(DOOR_ENGINES)('doctor, on %s', (engine) => {
  let place: Place
  beforeAll(async () => {
    place = await newPlace(engine)
    await place.json(['import', 'nexudus', WORLD_11])
  })

  it('finds nothing', async () => {
    expect(await place.run(['doctor'])).toEqual({
      code: 0,
      out: `Healthy: the schema on ${engine} is as expected and every invariant holds.\n`,
      err: '',
    })
    expect(await place.json(['doctor'])).toEqual({ engine, schema: [], invariants: [], isHealthy: true })
  })

  it('does not mind what an import that is under way has loaded', async () => {
    await change(place, 'create schema loading; create unlogged table loading.facts (like facts)')
    try {
      expect(await place.run(['doctor'])).toMatchObject({ code: 0 })
    } finally {
      await change(place, 'drop schema loading cascade')
    }
  })

  it('finds a missing index and rows that cannot be', async () => {
    await change(
      place,
      'drop index facts_key; update location_customers set sort_name = sort_name || $$x$$ where customer_id = 1',
    )
    const { code, out, err } = await place.run(['doctor'])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toMatch(/^.*\bfacts_key\b.*$/m)
    expect(out).toMatch(
      /^Does not hold \(\d+ rows\): Every customer listed at a location is a customer of its network, under the same name\.$/m,
    )
    const json = await place.run(['doctor', '--json'])
    expect(json).toMatchObject({ code: 1, err: '' })
    expect(JSON.parse(json.out)).toMatchObject({
      isHealthy: false,
      schema: [expect.stringContaining('facts_key')],
      invariants: [{ rows: expect.any(Number) }],
    })
  })
})

async function change(place: Place, script: string): Promise<void> {
  const db = await place.open()
  try {
    await db.script(script)
  } finally {
    await db.close()
  }
}

describe('config', () => {
  const SECRET = 's3cr3t-p4ss'

  it('shows the defaults', async () => {
    const { code, out, err } = await run(['config'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/\nHEADCOUNT_DATA_DIR +headcount-data +default +/)
    expect(out).toMatch(/\nDATABASE_URL +default +/)
  })

  it('shows what is set and where, but no secret', async () => {
    const env = { DATABASE_URL: `postgres://u:${SECRET}@h/d`, HEADCOUNT_DATA_DIR: '/var/lib/headcount' }
    const { code, out, err } = await run(['config'], { env })
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/\nHEADCOUNT_DATA_DIR +\/var\/lib\/headcount +environment +/)
    expect(out).toMatch(/\nDATABASE_URL +\(set\) +environment +/)
    expect(out).not.toContain(SECRET)
  })

  it.each([`mysql://u:${SECRET}@h/d`, `u:${SECRET}@h/d`, `postgres:${SECRET}@h`, 'x'])(
    'a DATABASE_URL of another form is refused by name: %s',
    async (url) => {
      const err = said('INVALID_SETTING', 'DATABASE_URL must begin with postgres:// or postgresql://.')
      for (const command of ['config', 'count', 'start', 'doctor']) {
        expect(await run([command], { databaseUrl: url })).toEqual({ code: 2, out: '', err })
      }
    },
  )

  it('an empty variable counts as not set', async () => {
    const cwd = await folderWith()
    const answer = await run(['count'], { cwd, env: { DATABASE_URL: ' ', HEADCOUNT_DATA_DIR: '' } })
    expect(answer).toEqual({ code: 4, out: '', err: said('NO_DATA', 'There are no locations here yet.') })
    expect(await readdir(cwd)).toEqual(['headcount-data'])
  })
})

describe('a database that cannot be used', () => {
  const SECRET = 's3cr3t-p4ss'
  const form = 'DATABASE_URL is not of the form postgresql://user@host:5432/database.'

  it.each<[string, string, string | RegExp]>([
    [
      'nobody listens',
      `postgres://u:${SECRET}@127.0.0.1:1/d`,
      'Cannot reach PostgreSQL at 127.0.0.1:1/d as u: connect ECONNREFUSED 127.0.0.1:1.',
    ],
    [
      'there is no such host',
      `postgres://u:${SECRET}@nowhere.invalid/d`,
      /^Cannot reach PostgreSQL at nowhere\.invalid\/d as u: getaddrinfo \w+ nowhere\.invalid\.$/,
    ],
    [
      'there is no such socket',
      `postgres://u:${SECRET}@/d?host=/nowhere`,
      /^(Cannot reach PostgreSQL at \/nowhere\/d as u: connect ENOENT \/nowhere\/\.s\.PGSQL\.5432\.|DATABASE_URL is not of the form)/,
    ],
    ['the port is none', `postgres://u:${SECRET}@127.0.0.1:99999/d`, form],
    ['the password is no part of an address', `postgres://u:${SECRET}%zz@127.0.0.1/d`, form],
    ['the user is no part of an address', `postgres://%zz:${SECRET}@127.0.0.1/d`, form],
  ])('%s', async (_title, url, message) => {
    for (const args of [['count'], ['count', '--json']]) {
      const { code, out, err } = await run(args, { databaseUrl: url })
      expect(`${out}${err}`).not.toContain(SECRET)
      const told =
        args.length > 1
          ? JSON.parse(err).error
          : { code: err.slice(0, 20), message: err.slice(22).split('\n')[0] }
      expect({ code, out, error: told.code }).toEqual({ code: 5, out: '', error: 'DATABASE_UNREACHABLE' })
      if (typeof message === 'string') expect(told.message).toBe(message)
      else expect(told.message).toMatch(message)
    }
  })

  it.runIf(QUICK_ENGINE === 'postgresql')(
    'the server does not accept the password, or has no such database',
    async () => {
      const { databaseUrl = '' } = (await newPlace('postgresql')).where
      const wrong = new URL(databaseUrl)
      wrong.password = SECRET
      const answer = await run(['count'], { databaseUrl: wrong.href })
      expect(answer.err).toMatch(
        /^DATABASE_UNREACHABLE: Cannot reach PostgreSQL at .+: password authentication failed for user ".+"\.\n/,
      )
      expect(answer.err).not.toContain(SECRET)
      const gone = new URL(databaseUrl)
      gone.pathname = '/no_such_database'
      const { code, err } = await run(['count'], { databaseUrl: gone.href })
      expect(code).toBe(5)
      expect(err).toMatch(/^DATABASE_UNREACHABLE: .+ database "no_such_database" does not exist\.\n/)
      expect(err).not.toContain(gone.password)
    },
  )

  it.runIf(QUICK_ENGINE === 'postgresql')('the user may not make tables', async () => {
    const { databaseUrl = '' } = (await newPlace('postgresql')).where
    const user = `${new URL(databaseUrl).pathname.slice(1)}_reader`
    await asAdmin(`create role ${user} login password 'reader'`)
    try {
      const url = new URL(databaseUrl)
      url.username = user
      url.password = 'reader'
      const { code, out, err } = await run(['count'], { databaseUrl: url.href })
      expect({ code, out }).toEqual({ code: 5, out: '' })
      expect(err).toMatch(/^DATABASE_\w+: .*permission denied/)
    } finally {
      await asAdmin(`drop role ${user}`)
    }
  })

  it.runIf(QUICK_ENGINE === 'postgresql')('the database belongs to another program', async () => {
    const place = await newPlace('postgresql')
    await change(place, 'create table customers (id int); insert into customers values (17)')
    for (const args of [['count'], ['import', 'nexudus', WORLD_11], ['doctor']]) {
      const { code, out, err } = await place.run(args)
      expect({ code, out }).toEqual({ code: 5, out: '' })
      expect(err).toMatch(/^DATABASE_\w+: .*\bcustomers\b/)
    }
    expect(Object.keys(await place.dump())).toEqual(['public.customers'])
  })

  it.runIf(QUICK_ENGINE === 'postgresql')('the database cannot hold every letter', async () => {
    const place = await newPlace('postgresql')
    const name = new URL(place.where.databaseUrl ?? '').pathname.slice(1)
    await asAdmin(`drop database ${name}`)
    await asAdmin(`create database ${name} encoding 'LATIN1' locale 'C' template template0`)
    const { code, out, err } = await place.run(['import', 'nexudus', WORLD_11])
    expect({ code, out }).toEqual({ code: 5, out: '' })
    expect(err).toMatch(/^DATABASE_\w+: .*\bUTF-?8\b/)
  })

  it.runIf(QUICK_ENGINE === 'postgresql')('the server lets nobody write', async () => {
    const place = await newPlace('postgresql')
    await place.json(['import', 'nexudus', WORLD_11])
    const url = new URL(place.where.databaseUrl ?? '')
    url.searchParams.set('options', '-c default_transaction_read_only=on')
    const counted = await run(['count', '--json'], { databaseUrl: url.href })
    expect(counted).toMatchObject({ code: 0, err: '' })
    const { code, out, err } = await run(['import', 'nexudus', WORLD_12], { databaseUrl: url.href })
    expect({ code, out }).toEqual({ code: 5, out: '' })
    expect(err).toMatch(/^DATABASE_\w+: .*read-only/)
  })

  it('the folder is in use', async () => {
    const place = await newPlace('pglite')
    await place.json(['import', 'nexudus', WORLD_11])
    const db = await place.open()
    try {
      for (const args of [['count'], ['doctor'], ['start'], ['import', 'nexudus', WORLD_11]]) {
        const { code, out, err } = await place.run(args)
        expect({ code, out }).toEqual({ code: 5, out: '' })
        expect(err).toMatch(
          new RegExp(
            `^DATA_FOLDER_LOCKED: The data folder is in use by process ${process.pid} since \\d{4}-.+Z \\(.+headcount\\.lock\\)\\.\n`,
          ),
        )
        expect(err.split('\n')[1]).toBe(ERRORS.DATA_FOLDER_LOCKED.next)
      }
      expect((await place.run(['rules'])).code).toBe(0)
    } finally {
      await db.close()
    }
    expect((await place.run(['count'])).code).toBe(0)
  })

  it('the folder is a file, or below one', async () => {
    const file = join(await folderWith({ 'a-file': 'x' }), 'a-file')
    for (const dataDir of [file, join(file, 'data')]) {
      const { code, out, err } = await run(['count'], { dataDir })
      expect({ code, out }).toEqual({ code: 5, out: '' })
      expect(err).toMatch(
        new RegExp(`^DATA_FOLDER_UNUSABLE: The data folder ${dataDir} cannot be used: E\\w+`),
      )
    }
  })

  it('the folder holds a database of another version, or a broken one', async () => {
    const dataDir = await folderWith()
    await mkdir(join(dataDir, 'database'))
    await writeFile(join(dataDir, 'database/PG_VERSION'), '16\n')
    const other = await run(['count'], { dataDir })
    const message = `${join(dataDir, 'database')} was made by PostgreSQL 16; this program reads 18.`
    expect(other).toEqual({ code: 5, out: '', err: said('DATA_FOLDER_UNUSABLE', message) })
    await writeFile(join(dataDir, 'database/PG_VERSION'), '18\n')
    const broken = await run(['count'], { dataDir })
    expect(broken).toMatchObject({ code: 5, out: '' })
    expect(broken.err).toMatch(/^DATA_FOLDER_UNUSABLE: The data folder .+ cannot be used: /)
  })
})

describe('what surrounds a program', () => {
  const asOf = ['--as-of', '2026-11-05T09:30:00Z']

  it('its time zone and its language change nothing', async () => {
    const place = await newPlace()
    await place.json(['import', 'nexudus', WORLD_11])
    const questions = [
      ['count', ...asOf],
      ['list', '--location', '501', ...asOf],
      ['explain', '7004', '--location', '501', ...asOf],
    ]
    for (const question of questions) {
      const plain = await place.run(question)
      for (const TZ of ['Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns']) {
        expect(
          await place.run(question, { env: { TZ, LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8' } }),
        ).toEqual(plain)
      }
    }
    const before = await place.dump()
    const again = await place.run(['import', 'nexudus', WORLD_11], { env: { TZ: 'Pacific/Apia' } })
    expect(again.out).toMatch(/^Nothing changed: /)
    expect(await place.dump()).toEqual(before)
  })

  it.runIf(QUICK_ENGINE === 'postgresql')('settings of the server’s user change nothing', async () => {
    const place = await newPlace('postgresql')
    const url = new URL(place.where.databaseUrl ?? '')
    const settings = {
      search_path: 'app',
      timezone: 'Asia/Kathmandu',
      datestyle: 'German',
      intervalstyle: 'sql_standard',
      extra_float_digits: '-5',
      default_transaction_isolation: 'serializable',
    }
    await change(place, 'create schema app')
    url.searchParams.set(
      'options',
      Object.entries(settings)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
    )
    const imported = await run(['import', 'nexudus', WORLD_11], { databaseUrl: url.href })
    expect(imported).toMatchObject({ code: 0, err: '' })
    const counted = await run(['count', '--json', ...asOf], { databaseUrl: url.href })
    expect(asCount(JSON.parse(counted.out)).locations.map(({ count }) => count)).toEqual([15, 30, 13])
    expect(asCount(await place.json(['count', ...asOf])).distinctCustomers).toBe(40)
  })

  it.runIf(QUICK_ENGINE === 'postgresql')('two programs may open an empty database at once', async () => {
    const place = await newPlace('postgresql')
    const answers = await Promise.all([place.json(['count']), place.json(['count'])])
    for (const answer of answers) expect(asCount(answer).locations).toEqual([])
    expect(await place.json(['doctor'])).toMatchObject({ isHealthy: true })
  })
})

describe('output', () => {
  it('of an error is JSON where JSON is asked for', async () => {
    const place = await newPlace()
    const { code, out, err } = await place.run(['count', '--location', 'Nowhere', '--json'])
    expect({ code, out }).toEqual({ code: 4, out: '' })
    expect(JSON.parse(err)).toEqual({
      error: {
        code: 'LOCATION_NOT_FOUND',
        message: 'There is no location “Nowhere”.',
        next: ERRORS.LOCATION_NOT_FOUND.next,
        details: { nearMatches: [] },
      },
    })
  })

  it('of a count where there is nothing is an empty count', async () => {
    const place = await newPlace()
    expect(asCount(await place.json(['count']))).toMatchObject({ locations: [], distinctCustomers: 0 })
    const answer = await place.run(['count'])
    expect(answer).toEqual({ code: 4, out: '', err: said('NO_DATA', 'There are no locations here yet.') })
  })

  it('that nobody reads to its end is no error', async () => {
    for (const args of [['rules'], ['--help'], ['rules', '--json']]) {
      const { err } = await run(args, { closesOutput: true })
      expect(err).toBe('')
    }
  })

  it('of 20,000 rows comes whole', async () => {
    const place = await newPlace()
    const ids = Array.from({ length: 20_000 }, (_, index) => `c-${index}`)
    const folder = await folderWith({
      'locations.csv': 'id,name,time_zone,created_at\nyard,Yard,UTC,2026-01-01T00:00:00Z\n',
      'customers.csv': `id,name\n${ids.map((id) => `${id},Customer ${id} ${'x'.repeat(100)}\n`).join('')}`,
      'bookings.csv': `id,location_id,customer_id,made_at\n${ids.map((id) => `b${id},yard,${id},2026-11-05\n`).join('')}`,
    })
    await place.json(['import', 'csv', folder, '--network', 'Large'])
    const asked = ['list', '--location', 'yard', '--as-of', '2026-11-06', '--limit', '100000']
    expect(asList(await place.json(asked)).activeUsers).toHaveLength(20_000)
    const { out } = await place.run([...asked, '--format', 'csv'])
    expect(parse(out, { columns: true })).toHaveLength(20_000)
  })
})
