// A server that is killed while it syncs, or while webhooks arrive and are read, loses nothing: the next one goes on.
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { DOOR_ENGINES, Place, type Serving, startServing } from '../support/cli.ts'
import { countOf, IS_CRASH_RUN } from '../support/counts.ts'
import { EMAIL, NexudusStandIn, PASSWORD } from '../support/nexudus-stand-in.ts'
import { everybody, importedTruth, openOn, SECRET } from './account.ts'
import { editSomething, randomFrom } from './edits.ts'
import { MOMENTS, untilMoment } from './moments.ts'

const KILLS = countOf('HEADCOUNT_TEST_KILLS', { usually: 2, inCrashRun: 30 })
const BURST = countOf('HEADCOUNT_TEST_WEBHOOKS', { usually: 100, inCrashRun: 10_000 })
const SEED = Number(process.env.HEADCOUNT_TEST_SEED ?? 7)
const SENDERS = 16
const HOOK_SECRET = 'shared with the account'
const env = { HEADCOUNT_SECRET: SECRET }

// the first of them may have to build the program
vi.setConfig({ testTimeout: 120_000 + 30_000 * KILLS + 60 * BURST, hookTimeout: 300_000 })

describe.each(IS_CRASH_RUN ? DOOR_ENGINES : (['pglite'] as const))('on %s', (engine) => {
  let place: Place
  let account: NexudusStandIn
  let said = ''
  beforeAll(async () => {
    place = await Place.make(engine)
    account = await NexudusStandIn.start('tests/fixtures/samples/world-11', { largestPage: 20, slowMs: 20 })
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
    await last?.end('SIGKILL')
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

  let last: Serving | undefined
  async function serve(): Promise<Serving> {
    last = await startServing({ ...place.where, env })
    return last
  }

  async function ended(serving: Serving, signal?: 'SIGKILL'): Promise<void> {
    const { out, err } = await serving.end(signal)
    said += out + err
  }

  /** As if the time had passed until the next turn, and until everything is read again. */
  async function letTurnCome(): Promise<void> {
    const database = await place.open()
    await database.script('update connections set tried_at = null, full_sync_at = null')
    await database.close()
  }

  /** Once the account was asked something more. */
  async function asked(before: number): Promise<void> {
    await expect.poll(() => account.requests, { timeout: 120_000, interval: 2 }).toBeGreaterThan(before)
  }

  /** How many syncs lost their process. */
  async function unended(): Promise<number> {
    const database = await place.open()
    const runs = await database.query({ text: 'select from sync_runs where ended_at is null', values: [] })
    await database.close()
    return runs.length
  }

  /** Tells in the crash run how long something took. */
  async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
    const begun = performance.now()
    const result = await work()
    if (IS_CRASH_RUN) console.log(`${engine}: ${what} in ${Math.round(performance.now() - begun)} ms`)
    return result
  }

  async function expectSynced(): Promise<void> {
    expect(await place.run(['sync', '1'], { env })).toMatchObject({ code: 0, err: '' })
  }

  async function expectTruth(): Promise<void> {
    const asOf = new Date()
    const counted = await withDatabase((headcount) => everybody(headcount, asOf))
    expect(counted).toEqual(await importedTruth(account, asOf))
  }

  test(`a sync that is killed ${KILLS} times goes on until everybody counts`, async () => {
    const random = randomFrom(SEED)
    const met: string[] = []
    const missed: string[] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      const moment = MOMENTS[kill % MOMENTS.length]
      if (moment === undefined) throw new Error('There is no moment.')
      // one that vanishes while everything is read is found by the next reading of everything
      if (moment.isOfNewReading) {
        await expectSynced()
        await expectTruth()
      }
      moment.prepare?.(account)
      await letTurnCome()
      // by schedule, which begins by itself
      const serving = await serve()
      await untilMoment(account, moment, random)
      await ended(serving, 'SIGKILL')
      account.beforeAnswer = null
      const isMet = (await unended()) > met.length
      ;(isMet ? met : missed).push(moment.name)
      for (let edit = 1; edit <= 3; edit += 1) editSomething(account, random)
    }
    if (IS_CRASH_RUN)
      console.log(`${engine}: seed ${SEED}, met ${met.join(', ')}; missed ${missed.join(', ')}`)
    expect(met.length, `seed ${SEED}, missed: ${missed.join(', ')}`).toBeGreaterThanOrEqual(
      Math.floor((KILLS * 2) / 3),
    )
    account.traps = { largestPage: 20 }
    await expectSynced()
    await expectTruth()
  })

  test(`of ${BURST} webhooks, none that was answered is lost by a kill while they arrive or are read`, async () => {
    await withDatabase((headcount) => headcount.changeConnection({ connection: 1, syncEveryMinutes: 0 }))
    const deliveries = changes()
    const first = await serve()
    const half = await timed(`half of ${BURST} webhooks answered, until a kill`, () =>
      answered(first.url, deliveries, Math.ceil(BURST / 2), () => ended(first, 'SIGKILL')),
    )
    expect(half.length).toBeLessThan(BURST)
    const { requests } = account
    const second = await serve()
    // what was not answered is told again, as the account does, and some of the others too
    const others = deliveries.filter((one) => !half.includes(one))
    const again = [...others.toReversed(), ...half.slice(0, 5)]
    const rest = await timed(`the other ${again.length} answered`, () => answered(second.url, again))
    expect(rest).toHaveLength(again.length)
    await asked(requests)
    await ended(second, 'SIGKILL')
    const read = await withDatabase((headcount) =>
      timed('what was left read and brought in', () => headcount.applyWebhooks({ connection: 1 })),
    )
    if (IS_CRASH_RUN) console.log(`${engine}: ${read} were left, ${account.requests} requests so far`)
    await expectTruth()
  })

  test('nothing that is secret was logged', () => {
    expect(said).toContain('listens at')
    for (const secret of [PASSWORD, HOOK_SECRET, SECRET, EMAIL]) expect(said.includes(secret)).toBe(false)
  })

  /** Bookings, of which every third is cancelled meanwhile. */
  function changes(): readonly Delivery[] {
    const customers = account.all('coworkers')
    return Array.from({ length: BURST }, (_, at) => {
      const CoworkerId = customers[at % customers.length]?.Id
      const { Id } = account.add('bookings', {
        ResourceId: 5010,
        CoworkerId,
        Tentative: false,
        OverridePrice: 5,
      })
      if (at % 3 !== 0) return { action: 6, id: Id }
      account.cancelBooking(Id)
      return { action: 8, id: Id }
    })
  }
})

interface Delivery {
  readonly action: number
  readonly id: number
}

/**
 * Delivers them, several at a time.
 * @param atCount calls `then` once so many were answered, and goes on until nobody answers any more
 * @returns those that were answered
 */
async function answered(
  url: string,
  deliveries: readonly Delivery[],
  atCount = Number.POSITIVE_INFINITY,
  then: () => Promise<void> = async () => undefined,
): Promise<Delivery[]> {
  const left = deliveries.values()
  const done: Delivery[] = []
  let isOver = false
  let ending: Promise<void> | undefined
  const sender = async () => {
    for (const delivery of left) {
      if (isOver) return
      const status = await tell(url, delivery)
      isOver ||= status === null
      if (status !== 202) continue
      done.push(delivery)
      if (done.length >= atCount) ending ??= then()
    }
  }
  await Promise.all(Array.from({ length: SENDERS }, sender))
  await ending
  return done
}

/** @returns null where nobody answered */
async function tell(url: string, { action, id }: Delivery): Promise<number | null> {
  const body = JSON.stringify([{ Id: id }])
  const signature = createHmac('sha256', HOOK_SECRET).update(body).digest('hex')
  try {
    const answer = await fetch(`${url}/hooks/nexudus/1/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-nexudus-hook-signature': signature },
      body,
    })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return null
  }
}
