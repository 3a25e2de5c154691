/** Every command but those that answer a question, run as a person or a script runs it. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { CSV_FILES } from '#connectors/csv/layouts'
import { csvTemplate } from '#connectors/csv/templates'
import type { ImportReport } from '#services/imports/report'
import { DOOR_ENGINES, type Place, ROOT, run } from '../support/cli.ts'
import { CommandLine } from '../support/command-line.ts'
import { copyWorld, put, recordsOf, temporaryFolders, WORLD_11 } from './exports.ts'
import { change, newPlaces, said } from './places.ts'
import { asCount } from './shapes.ts'

const folderWith = temporaryFolders()
const newPlace = newPlaces()

const COMMANDS = [
  [],
  ['start'],
  ['serve'],
  ['import'],
  ['import', 'nexudus'],
  ['import', 'csv'],
  ['demo'],
  ['count'],
  ['list'],
  ['explain'],
  ['rules'],
  ['operator'],
  ['operator', 'create'],
  ['operator', 'list'],
  ['audit'],
  ['audit', 'verify'],
  ['audit', 'list'],
  ['doctor'],
  ['config'],
]

/** What help says needs no process of its own. */
const here = CommandLine.withoutDatabase()

describe('help', () => {
  it.each(COMMANDS.map((command) => [['headcount', ...command].join(' '), command] as const))(
    'of %s shows its use and an example',
    async (name, command) => {
      const { code, out, err } = await here.run([...command, '--help'])
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out.startsWith(`Usage: ${name} `)).toBe(true)
      const example = command.length === 0 ? 'headcount ' : `${name} `
      expect(out).toMatch(new RegExp(`\\nExamples?:\\n(  .+\\n)*  ${example}?`))
      const asked = [...command.slice(0, -1), 'help', ...command.slice(-1)]
      expect(await here.run(asked)).toEqual({ code: 0, out, err })
    },
  )

  it.each([[], ['count'], ['audit', 'verify']].map((command) => [command] as const))(
    'of %j is the same of the program as a process of its own',
    async (command) => {
      expect(await run([...command, '--help'])).toEqual(await here.run([...command, '--help']))
    },
  )

  it('lists every command', async () => {
    const { out } = await here.run(['--help'])
    for (const [name] of COMMANDS.slice(1)) expect(out).toMatch(new RegExp(`\\n  ${name} `))
  })

  it('is shown where no command is given', async () => {
    const { code, out, err } = await run([])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe((await here.run(['--help'])).out)
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
    const { code, out, err } = await place.run(['start', '--once'])
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
    const { code, out, err } = await place.run(['start', '--once'])
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
      const { out } = await here.run([command, '--help'])
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
    out = (await place.run(['start', '--once'])).out
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
    await change(place, 'insert into loading.facts select * from facts')
    try {
      expect(await place.run(['doctor'])).toMatchObject({ code: 0 })
    } finally {
      await change(place, 'delete from loading.facts')
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

  const MODEL = { HEADCOUNT_LLM_URL: 'http://localhost:1/v1', HEADCOUNT_LLM_MODEL: 'm' }

  it.each([
    [
      { HEADCOUNT_LLM_URL: 'localhost:1' },
      'HEADCOUNT_LLM_URL must be an address that begins with http:// or https://.',
    ],
    [
      { HEADCOUNT_LLM_URL: `http://u:${SECRET}@h/v1` },
      'HEADCOUNT_LLM_URL must not hold a name or password; a key goes into HEADCOUNT_LLM_KEY.',
    ],
    [{ HEADCOUNT_LLM_MODEL: '' }, 'HEADCOUNT_LLM_MODEL must name the model, since HEADCOUNT_LLM_URL is set.'],
    [{ HEADCOUNT_LLM_URL: '' }, 'HEADCOUNT_LLM_MODEL is of no use without HEADCOUNT_LLM_URL.'],
    [
      { HEADCOUNT_LLM_KEY: `${SECRET} and\nmore` },
      'HEADCOUNT_LLM_KEY must consist of letters, digits and signs without spaces.',
    ],
    [{ HEADCOUNT_LLM_TIMEOUT: '0' }, 'HEADCOUNT_LLM_TIMEOUT must be a whole number from 1 to 600.'],
  ])('a wrong setting of the language model stops the start by name: %j', async (wrong, sentence) => {
    const answer = await run(['start'], { env: { ...MODEL, ...wrong } })
    expect(answer).toEqual({ code: 2, out: '', err: said('INVALID_SETTING', sentence) })
  })

  it('an empty variable counts as not set', async () => {
    const cwd = await folderWith()
    const answer = await run(['count'], { cwd, env: { DATABASE_URL: ' ', HEADCOUNT_DATA_DIR: '' } })
    expect(answer).toEqual({ code: 4, out: '', err: said('NO_DATA', 'There are no locations here yet.') })
    expect(await readdir(cwd)).toEqual(['headcount-data'])
  })
})
