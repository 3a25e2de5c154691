// A connection on the command line, in the real program: checked, added, listed and synced; and what it says of accounts that do not do as they should.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { Place } from '../support/cli.ts'
import { CommandLine } from '../support/command-line.ts'
import { EMAIL, NexudusStandIn, PASSWORD, type Traps } from '../support/nexudus-stand-in.ts'
import { connect, type Opened, openHere } from './account.ts'

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
  account.traps = { forbidden: ['Tariff'], closed: ['Team'] }
  expect(await connection('check')).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/these roles are missing: Team-Read, Tariff-List, Tariff-Read\./),
  })
  account.traps = {}
  expect((await place.run(['connection', 'list'], { env })).out).toContain('There are no connections yet')
})

test('it is added, listed and synced', async () => {
  expect((await connection('add')).out).toMatch(
    /Connected .+ as connection 1: \d+ locations\.\nNext: headcount sync 1/,
  )
  expect((await place.run(['connection', 'list'], { env })).out).toMatch(/1 +\S.* owner@example\.org .*never/)
  const secret = await place.run(['connection', 'secret', '1', '--secret-stdin'], { input: 'shared\n', env })
  expect(secret).toMatchObject({ code: 0, out: 'The secret of connection 1 is kept.\n', err: '' })
  const synced = await place.run(['sync', '1'], { env })
  expect(synced).toMatchObject({ code: 0, err: '' })
  expect(synced.out).toMatch(
    /^Connection 1: [\d,]+ added, 0 changed, 0 removed, .*\nTeams hold from their last change/,
  )
})

describe('what the account does is told with what to do', () => {
  let here: Opened
  let commands: CommandLine
  beforeAll(async () => {
    here = await openHere()
    commands = CommandLine.over(here.database, here.headcount)
    await connect(here.headcount, account)
  })
  afterAll(() => here.database.close())

  const sync = ['sync', '1']
  const pull = () => ['pull', 'nexudus', '--connection', '1', '--out', join(folder, 'export')]

  test.each<[string, Traps, number, RegExp]>([
    ['asks to wait for ever', { throttle: { every: 1, status: 409 } }, 5, /asked 40 times in a row .*\nWait/],
    [
      'fails with status 200',
      { throttle: { every: 1, status: 200 } },
      5,
      /answered that it failed: Something/,
    ],
    [
      'may not be read',
      { forbidden: ['Booking'] },
      4,
      /bookings may not be read .*\nGive the account the List/,
    ],
    ['has another password', { password: 'changed' }, 4, /does not accept these credentials\.\nCheck e-mail/],
    ['wants a second factor', { code: '123456' }, 4, /asks for a code of its second factor\.\nGive the code/],
  ])('when it %s', async (_name, traps, code, said) => {
    account.traps = traps
    account.forgetTokens()
    for (const args of [sync, pull()]) {
      const answer = await commands.run(args)
      expect(answer).toMatchObject({ code, out: '', err: expect.stringMatching(said) })
      expect(answer.err).toMatch(/^CONNECTION_[A-Z_]+: /)
    }
    account.traps = {}
  })

  test('and of what cannot be understood where it stands', async () => {
    account.traps = { nameless: ['coworkers'] }
    const synced = await commands.run(sync)
    expect(synced).toMatchObject({ code: 0, err: '' })
    expect(synced.out).toMatch(/^Connection 1: [\d,]+ added, .* 2 not understood;/)
    const place = /coworkers\.json +#2 +Id +Id is missing; the record is skipped\./
    expect(synced.out).toMatch(place)
    const pulled = await commands.run(pull())
    expect(pulled).toMatchObject({ code: 0, err: '', out: expect.stringMatching(place) })
    expect(await readdir(join(folder, 'export'))).toContain('coworkers.json')
    expect(await commands.run(['sync', '7'])).toMatchObject({
      code: 4,
      err: expect.stringContaining('CONNECTION_NOT_FOUND'),
    })
  })
})
