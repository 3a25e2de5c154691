// `headcount price`: a plan in a file and a number, with no database.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT, run } from '../support/cli.ts'
import { temporaryFolders } from './exports.ts'

const folderWith = temporaryFolders()
const plan = join(ROOT, 'templates/price-plan.json')

describe('headcount price', () => {
  test('prints the lines and the total, and makes no data folder', async () => {
    const dataDir = join(await folderWith({}), 'data')
    const { code, out } = await run(['price', '--plan', plan, '--count', '106'], { dataDir })
    expect(code).toBe(0)
    expect(out).toContain('Base fee, 40 active users included')
    expect(out).toMatch(/Active users 41 to 100 +60 +1.25 +75.00/)
    expect(out).toMatch(/Active users 101 and more +6 +0.95 +5.70/)
    expect(out).toMatch(/Tax \(21 %\) +33.75/)
    expect(out).toContain('Total EUR 194.45')
    expect(existsSync(dataDir)).toBe(false)
  })

  test('as JSON, with add-ons', async () => {
    const args = ['price', '--plan', plan, '--count', '3', '--add-on', 'network', 'doors=2', '--json']
    const { code, out } = await run(args)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      plan: 'Location, EUR',
      count: 3,
      currency: 'EUR',
      netMinor: 11_300,
      taxMinor: 2373,
      totalMinor: 13_673,
    })
  })

  test.each([
    ['a file that is not there', ['--plan', 'nowhere.json', '--count', '1'], 3, 'PRICE_PLAN_FILE'],
    ['a folder', ['--plan', '.', '--count', '1'], 3, 'PRICE_PLAN_FILE'],
    ['no number', ['--plan', plan, '--count', 'many'], 2, 'INVALID_ARGUMENT'],
    ['a negative number', ['--plan', plan, '--count', '-1'], 2, 'INVALID_ARGUMENT'],
    ['too many', ['--plan', plan, '--count', '1000001'], 2, 'INVALID_ARGUMENT'],
    ['an unknown add-on', ['--plan', plan, '--count', '1', '--add-on', 'lamps'], 3, 'PRICE_PLAN_INVALID'],
    ['units that are none', ['--plan', plan, '--count', '1', '--add-on', 'doors=x'], 2, 'INVALID_ARGUMENT'],
  ])('refuses %s', async (_title, args, exit, code) => {
    const answer = await run(['price', ...args])
    expect([answer.code, answer.err.split(':')[0], answer.out]).toEqual([exit, code, ''])
  })

  test.each([
    ['text', 'EUR 80', 'PRICE_PLAN_FILE', 'is no JSON'],
    ['bytes', Buffer.from([0xff, 0xfe]), 'PRICE_PLAN_FILE', 'is no JSON'],
    ['another document', '{"locations": []}', 'PRICE_PLAN_INVALID', 'name'],
    ['a wrong plan', '{"name": "A", "currency": "EUR", "baseFee": "-1"}', 'PRICE_PLAN_INVALID', 'baseFee'],
  ])('refuses a file with %s', async (_title, content, code, word) => {
    const folder = await folderWith({ 'plan.json': content as string })
    const { code: exit, err } = await run(['price', '--plan', join(folder, 'plan.json'), '--count', '1'])
    expect(exit).toBe(3)
    expect(err).toMatch(new RegExp(`^${code}: .*${word}`))
  })
})
