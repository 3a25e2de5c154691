// The money side on the command line: issue, look, compare, prove, void.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, Place, QUICK_ENGINE, ROOT, run } from '../support/cli.ts'
import { temporaryFolders, WORLD_11 } from './exports.ts'

const folderWith = temporaryFolders()

describe('the money side', () => {
  let place: Place
  let location: string
  let folder: string

  const headcount = (...args: string[]): Promise<Answer> => place.run(args)
  const done = async (...args: string[]): Promise<string> => {
    const { code, out, err } = await headcount(...args)
    expect(`${code} ${err}`).toBe('0 ')
    return out
  }

  beforeAll(async () => {
    place = await Place.make(QUICK_ENGINE)
    folder = await folderWith({})
    await place.run(['import', 'nexudus', WORLD_11])
    const count = (await place.json(['count'])) as { locations: { locationId: number }[] }
    location = String(count.locations[0]?.locationId)
    await done('price-plan', 'import', join(ROOT, 'templates/price-plan.json'))
    await done(
      'price-plan',
      'assign',
      'Location, EUR',
      '--location',
      location,
      '--from',
      '2020-01-01',
      '--add-on',
      'doors=2',
    )
    await done('price-plan', 'anchor', '--location', location, '--starts-on', '2026-11-30')
  })
  afterAll(() => place.remove())

  test('a plan goes out as it came in', async () => {
    const exported = JSON.parse(await done('price-plan', 'export', 'Location, EUR'))
    expect(exported).toEqual(JSON.parse(await readFile(join(ROOT, 'templates/price-plan.json'), 'utf8')))
    expect(await done('price-plan', 'list')).toMatch(/Location, EUR +1 +EUR/)
    expect(await done('price-plan', 'location', location)).toMatch(
      /is invoiced each month from 2026-11-30.*\nNext cut-off .*\nIt has Location, EUR now, version 1\.\n\nFrom[\s\S]*2020-01-01T00:00:00\.000Z +Location, EUR +doors=2\n/,
    )
  })

  test('what an assignment would change is told and not kept', async () => {
    const assign = ['price-plan', 'assign', 'none', '--location', location]
    expect(await done(...assign, '--dry-run')).toMatch(/EUR \d+\.\d\d .*–[\s\S]*Would have none from /)
    expect(JSON.parse(await done('price-plan', 'location', location, '--json')).assignments).toHaveLength(1)
    expect(await done('invoice', 'supplements')).toContain('Nothing was agreed')
  })

  test('an invoice is issued once, shown, compared and proved', async () => {
    const issue = ['issue', '--location', location, '--cut-off', '2026-11-22T00:00:00Z']
    const tried = await headcount(...issue, '--dry-run')
    expect(tried.out).toContain('Would issue 1 platform invoice.')
    expect(tried.err).toBe('Confirm it: headcount issue --preview 1\n')
    expect(await done('invoice', 'list')).toContain('No platform invoice was issued here yet')
    expect(await done('issue', '--preview', '1')).toMatch(/As preview 1 had it.\nIssued 1 platform invoice\./)
    expect(await done('invoice', 'runs')).toMatch(/2 .+ done .+\n +1 .+ dry run, done /)
    expect(await done('invoice', 'runs', '2')).toContain('Issued 1 platform invoice.')
    expect(await done(...issue)).toMatch(/has an invoice at this cut-off.*\n.*Issued 0 platform invoices/)
    expect(await done('invoice', 'list')).toMatch(/1 .+2026-11-22T00:00:00.000Z/)
    const shown = await done('invoice', 'show', '1')
    expect(shown).toMatch(/^Platform invoice 1, /)
    expect(shown).toMatch(/Door control +2 +4 +8.00/)
    expect(await done('invoice', 'users', '1', '--csv')).toMatch(
      /^customer_id,external_id,name,sources,evidence\n/,
    )
    expect(await done('invoice', 'adjustments', '1')).toContain("by today's records it would have")
    expect(await done('reconcile', '1', '--as-of', '2026-11-25')).toMatch(
      /^Platform invoice 1 has \d+ active users?, the count/,
    )
    const forecast = await done('forecast', location)
    const [, count] = /(\d+) active users at the cut-off of \S+, as things stand/.exec(forecast) ?? []
    const [, single = ''] = /^Counted by one record alone\n.+\n.+? {2,}(\d+) /m.exec(forecast) ?? []
    expect(await done('forecast', location, '--without', single)).toMatch(
      new RegExp(`: ${Number(count) - 1} active users .+ with this change; ${count} as things stand`),
    )
    const pdf = join(folder, '17.pdf')
    await done('invoice', 'pdf', '1', '--out', pdf)
    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-')
    const missing = await headcount('invoice', 'pdf', '1', '--out', join(folder, 'no/where.pdf'))
    expect([missing.code, missing.err.split(':')[0]]).toEqual([6, 'OUTPUT_FAILED'])
  })

  test('a proof pack is checked with no database, and every change is found', async () => {
    const pack = await done('invoice', 'proof', '1')
    const key = (await done('invoice', 'key')).trim()
    const file = join(folder, '17.json')
    await writeFile(file, pack)
    const intact = await run(['verify', file, '--key', key])
    expect([intact.code, intact.out]).toEqual([0, expect.stringContaining('The proof pack is intact.')])
    await writeFile(file, pack.replace(/"activeUsers": \d+/, '"activeUsers": 999'))
    const changed = await run(['verify', file, '--key', key, '--json'])
    expect([changed.code, JSON.parse(changed.out).isIntact]).toEqual([1, false])
    await writeFile(file, pack.slice(0, pack.length / 2))
    expect((await run(['verify', file])).code).toBe(1)
    const missing = await run(['verify', join(folder, 'nowhere.json')])
    expect([missing.code, missing.err.split(':')[0]]).toEqual([3, 'PROOF_PACK_FILE'])
  })

  test('a void, a credit note, and the chain', async () => {
    expect(await done('invoice', 'credit', '1', '--amount', '1', '--reason', 'Goodwill.')).toContain(
      'Credit note 2',
    )
    const refused = await headcount('invoice', 'void', '1', '--reason', 'Wrong.')
    expect([refused.code, refused.err.split(':')[0]]).toEqual([4, 'PLATFORM_INVOICE_CREDITED'])
    expect(await done('verify')).toContain('All platform invoices are intact.')
  })

  test.each([
    ['nothing to issue for', ['issue'], 2, 'INVALID_ARGUMENT'],
    ['everything and one', ['issue', '--all', '--location', '1'], 2, 'INVALID_ARGUMENT'],
    ['a cut-off to come', ['issue', '--all', '--cut-off', '2999-01-01'], 2, 'INVALID_INSTANT'],
    ['an invoice that is not there', ['invoice', 'show', '99'], 4, 'PLATFORM_INVOICE_NOT_FOUND'],
    ['a number that is none', ['reconcile', 'last'], 2, 'INVALID_ARGUMENT'],
    ['a plan that is not there', ['price-plan', 'show', 'None'], 4, 'PRICE_PLAN_NOT_FOUND'],
  ])('refuses %s', async (_title, args, exit, code) => {
    const answer = await headcount(...args)
    expect([answer.code, answer.err.split(':')[0], answer.out]).toEqual([exit, code, ''])
  })
})
