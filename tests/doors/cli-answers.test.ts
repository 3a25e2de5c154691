/** count, list and explain, in every form in which they answer. */
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { ERRORS } from '#errors'
import type { Explanation } from '#services/active-users/explain'
import { type Place, run } from '../support/cli.ts'
import { copyWorld, put, recordsOf, temporaryFolders, WORLD_11 } from './exports.ts'
import { newPlaces, said } from './places.ts'
import { asCount, asList } from './shapes.ts'

const folderWith = temporaryFolders()
const newPlace = newPlaces()

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
        kind: cell(user.kind),
        is_suspended: cell(user.isSuspended),
        is_archived: cell(user.isArchived),
        sources: cell(user.sources),
        is_disputable: cell(user.isDisputable),
        teams: cell((user.teams as string[]).join('; ')),
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

  type Listed = ReturnType<typeof asList>['activeUsers'][number]
  it.each<[string[], (user: Listed) => boolean]>([
    [['--only'], ({ sources }) => sources.length === 1],
    [['--only', '--source', 'contract'], ({ sources }) => sources.join() === 'contract'],
    [['--kind', 'contact'], ({ kind }) => kind === 'contact'],
    [['--suspended'], ({ isSuspended }) => isSuspended],
    [['--suspended', 'no'], ({ isSuspended }) => !isSuspended],
    [['--archived', 'yes'], ({ isArchived }) => isArchived],
    [['--disputable'], ({ isDisputable }) => isDisputable],
    [['--disputable', 'no'], ({ isDisputable }) => !isDisputable],
  ])('list %s leaves those of the whole list', async (filter, isMeant) => {
    const all = asList(await place.json(['list', ...mill])).activeUsers
    const page = asList(await place.json(['list', ...mill, ...filter]))
    expect(page.activeUsers).toEqual(all.filter(isMeant))
  })

  it('the table notes who is suspended, archived or disputable, where anybody is', async () => {
    const { activeUsers } = asList(await place.json(['list', ...mill]))
    const { out } = await place.run(['list', ...mill])
    for (const user of activeUsers) {
      const line = out.split('\n').find((candidate) => candidate.includes(` ${user.externalId} `))
      expect(/ UTC .*\bsuspended\b/.test(line ?? ''), line).toBe(user.isSuspended)
      expect(/ UTC .*\bdisputable\b/.test(line ?? ''), line).toBe(user.isDisputable)
    }
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

  it('that cannot be written is an error, and no stack trace', async () => {
    const message = 'The output could not be written (ENOSPC).'
    for (const args of [['rules'], ['config']]) {
      const answer = await run(args, { outputFile: '/dev/full' })
      expect(answer).toMatchObject({ code: 6, err: said('OUTPUT_FAILED', message) })
    }
  })

  it('of 20,000 rows comes whole, however slowly it is read', async () => {
    const place = await newPlace()
    const ids = Array.from({ length: 20_000 }, (_, index) => `c-${index}`)
    const folder = await folderWith({
      'locations.csv': 'id,name,time_zone,created_at\nyard,Yard,UTC,2026-01-01T00:00:00Z\n',
      'customers.csv': `id,name\n${ids.map((id) => `${id},Customer ${id} ${'x'.repeat(100)}\n`).join('')}`,
      'bookings.csv': `id,location_id,customer_id,made_at\n${ids.map((id) => `b${id},yard,${id},2026-11-05\n`).join('')}`,
    })
    await place.json(['import', 'csv', folder, '--network', 'Large'])
    const asked = ['list', '--location', 'yard', '--as-of', '2026-11-06', '--limit', '100000']
    const json = await place.run([...asked, '--json'], { readsAfterMs: 5000 })
    expect(asList(JSON.parse(json.out)).activeUsers).toHaveLength(20_000)
    const csv = await place.run([...asked, '--format', 'csv'], { readsAfterMs: 5000 })
    expect(parse(csv.out, { columns: true })).toHaveLength(20_000)
  })
})
