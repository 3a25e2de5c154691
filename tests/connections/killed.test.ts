// A server that is killed while it syncs, or while webhooks are read, loses nothing: the next one goes on.
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { Place, type Serving, startServing } from '../support/cli.ts'
import { EMAIL, NexudusStandIn, PASSWORD } from '../support/nexudus-stand-in.ts'
import { everybody, importedTruth, openOn, SECRET } from './account.ts'

// the first of them may have to build the program
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const KILLS = Number(process.env.HEADCOUNT_TEST_SYNC_KILLS ?? 2)
const HOOK_SECRET = 'shared with the account'
const env = { HEADCOUNT_SECRET: SECRET }

let place: Place
let account: NexudusStandIn
let said = ''
beforeAll(async () => {
  place = await Place.make('pglite')
  account = await NexudusStandIn.start('tests/fixtures/samples/world-11', { largestPage: 20 })
  // makes the tables
  await place.run(['connection', 'list'], { env })
  await withDatabase((headcount) =>
    headcount.connectAccount({
      ...{ kind: 'password', email: EMAIL, password: PASSWORD, baseUrl: account.url },
      webhookSecret: HOOK_SECRET,
    }),
  )
})
afterAll(async () => {
  await place.remove()
  await account.close()
})

async function withDatabase<T>(work: (headcount: ReturnType<typeof openOn>) => Promise<T>): Promise<T> {
  const database = await place.open()
  try {
    return await work(openOn(database))
  } finally {
    await database.close()
  }
}

async function killed(serving: Serving): Promise<void> {
  const { out, err } = await serving.end('SIGKILL')
  said += out + err
}

/** As if the minutes until the next turn had passed. */
async function letTurnCome(): Promise<void> {
  const database = await place.open()
  await database.script('update connections set tried_at = null')
  await database.close()
}

/** Once the account is asked for a page so many more times. */
function pagesAsked(count: number): Promise<void> {
  return new Promise((resolve) => {
    let left = count
    account.beforePage = () => {
      left -= 1
      if (left === 0) resolve()
    }
  })
}

test(`a sync that is killed ${KILLS} times goes on until everybody counts`, {
  timeout: 120_000 + 30_000 * KILLS,
}, async () => {
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const asked = pagesAsked(3 + ((kill * 7) % 12))
    const serving = await startServing({ ...place.where, env })
    // by schedule, which begins by itself
    await asked
    await killed(serving)
    await letTurnCome()
  }
  account.beforePage = null
  expect((await place.run(['sync', '1'], { env })).code).toBe(0)
  await expectTruth()
})

test('webhooks that were answered are read after a kill', async () => {
  await withDatabase((headcount) => headcount.changeConnection({ connection: 1, syncEveryMinutes: 0 }))
  const first = await startServing({ ...place.where, env })
  const made = Array.from({ length: 12 }, (_, at) =>
    account.add('bookings', { ResourceId: 5010, CoworkerId: 7001 + at, Tentative: false, OverridePrice: 5 }),
  )
  const before = account.requests
  for (const { Id } of made) expect(await tell(first.url, Id)).toBe(202)
  await expect.poll(() => account.requests, { timeout: 60_000, interval: 5 }).toBeGreaterThan(before)
  await killed(first)
  const second = await startServing({ ...place.where, env })
  const { requests } = account
  const isRead = () => account.requests - requests
  await expect.poll(isRead, { timeout: 60_000 }).toBeGreaterThan(0)
  const { out, err } = await second.end()
  said += out + err
  await withDatabase((headcount) => headcount.applyWebhooks({ connection: 1 }))
  await expectTruth()
})

test('nothing that is secret was logged', () => {
  expect(said).toContain('listens at')
  for (const secret of [PASSWORD, HOOK_SECRET, SECRET, EMAIL]) expect(said.includes(secret)).toBe(false)
})

async function tell(url: string, id: number): Promise<number> {
  const body = JSON.stringify([{ Id: id }])
  const answer = await fetch(`${url}/hooks/nexudus/1/6`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-nexudus-hook-signature': createHmac('sha256', HOOK_SECRET).update(body).digest('hex'),
    },
    body,
  })
  await answer.arrayBuffer()
  return answer.status
}

async function expectTruth(): Promise<void> {
  const asOf = new Date()
  const counted = await withDatabase((headcount) => everybody(headcount, asOf))
  expect(counted).toEqual(await importedTruth(account, asOf))
}
