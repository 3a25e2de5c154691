// A connection on the command line, in the real program: checked, added, listed, synced and pulled.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Place } from '../support/cli.ts'
import { EMAIL, NexudusStandIn, PASSWORD } from '../support/nexudus-stand-in.ts'

// the first of them may have to build the program
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const env = { HEADCOUNT_SECRET: 'a secret of tests, long enough for all rules' }

let place: Place
let account: NexudusStandIn
let folder: string
beforeAll(async () => {
  place = await Place.make('pglite')
  expect((await place.run(['connection', 'list'], { env })).out).toContain('There are no connections yet')
  account = await NexudusStandIn.start('tests/fixtures/samples/world-11')
  folder = await mkdtemp(join(tmpdir(), 'headcount-pulled-'))
})
afterAll(async () => {
  await place.remove()
  await account.close()
  await rm(folder, { recursive: true, force: true })
})

function connection(verb: string, password = PASSWORD) {
  const args = ['connection', verb, '--email', EMAIL, '--base-url', account.url, '--password-stdin']
  return place.run(args, { input: `${password}\n`, env })
}

test('an account is checked before anything of it is kept, and its password is never an argument', async () => {
  const wrong = await connection('check', 'not this one')
  expect(wrong.code).not.toBe(0)
  expect(wrong.err).toContain('CONNECTION_REFUSED')
  expect(wrong.err + wrong.out).not.toContain('not this one')
  expect(await connection('check')).toMatchObject({ code: 0, err: '' })
  expect((await place.run(['connection', 'list'], { env })).out).toContain('There are no connections yet')
})

test('it is added, listed, synced and pulled', async () => {
  expect((await connection('add')).out).toMatch(
    /Connected .+ as connection 1: \d+ locations\.\nNext: headcount sync 1/,
  )
  expect((await place.run(['connection', 'list'], { env })).out).toMatch(/1 +\S.* owner@example\.org .*never/)
  const synced = await place.run(['sync', '1'], { env })
  expect(synced).toMatchObject({ code: 0, err: '' })
  expect(synced.out).toMatch(/^Connection 1: [\d,]+ added, 0 changed, 0 removed/)
  const pulled = await place.run(['pull', 'nexudus', '--connection', '1', '--out', join(folder, 'export')], {
    env,
  })
  expect(pulled).toMatchObject({ code: 0, err: '' })
  expect(await readdir(join(folder, 'export'))).toContain('coworkers.json')
  expect((await place.run(['sync', '7'], { env })).err).toContain('CONNECTION_NOT_FOUND')
})
