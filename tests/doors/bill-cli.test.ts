// The audit of a bill on the command line: listed, audited with a list and a plan, and proved.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { billedAccount, LAST_BILL, PLAN, platformListOf, WRONGLY_BILLED } from '../bills/billed-account.ts'
import { type Answer, Place, run } from '../support/cli.ts'
import { temporaryFolders } from './exports.ts'

const folderWith = temporaryFolders()
let place: Place
let folder: string
const headcount = (...args: string[]): Promise<Answer> => place.run(args)

beforeAll(async () => {
  place = await Place.make('pglite')
  folder = await folderWith(billedAccount())
  await headcount('import', 'nexudus', folder)
})
afterAll(() => place.remove())

test('bills are listed with their verdicts', async () => {
  const { out, code } = await headcount('bill', 'list')
  expect(code).toBe(0)
  expect(out).toMatch(/P-106 .+ 27 +24 +\+3 +\+6\.00 +more people/)
  expect(out).toMatch(/P-101 .+ 17 +17 .+ agrees/)
})

test('with the platform’s list and a price plan exactly the three are found', async () => {
  const users = (await place.json(['bill', 'users', LAST_BILL])) as {
    activeUsers: { name: string; email: string | null }[]
  }
  const list = join(folder, 'platform.csv')
  const plan = join(folder, 'plan.json')
  await writeFile(list, platformListOf(users.activeUsers))
  await writeFile(plan, JSON.stringify(PLAN))
  const { out, code } = await headcount('bill', 'audit', LAST_BILL, '--list', list, '--plan', plan)
  expect(code).toBe(0)
  expect(out).toContain('27 rows of the list, 24 on both sides: 3 billed who do not count')
  const alone = out.split('\n').filter((line) => line.includes('list alone'))
  expect(alone.map((line) => line.slice(0, 9).trim()).sort()).toEqual(WRONGLY_BILLED)
  expect(out).toContain('Price plan: given (As agreed)')
})

test('an audit is written as a file that proves itself; a changed one is refused', async () => {
  const file = join(folder, 'audit.json')
  expect(await headcount('bill', 'proof', LAST_BILL, '--out', file)).toMatchObject({ code: 0, err: '' })
  const verified = await run(['verify', file])
  expect(verified.code).toBe(0)
  expect(verified.out).toContain('Bill P-106 asks for 27 active users, Headcount counted 24')
  expect(verified.out).toContain('The audit is intact.')
  await writeFile(file, '{"format":"headcount-bill-audit-1"}')
  expect(await run(['verify', file])).toMatchObject({ code: 1, err: '' })
})

test('what is not there is told with a next step', async () => {
  const { code, err } = await headcount('bill', 'audit', 'P-1')
  expect(code).toBe(4)
  expect(err).toContain('headcount bill list')
  expect((await headcount('bill', 'audit', LAST_BILL, '--list', join(folder, 'none.csv'))).code).toBe(3)
})
