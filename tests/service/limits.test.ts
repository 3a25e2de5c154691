// What a server does not take: too many requests at once or in a minute, bodies too large, of another type, or broken.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../support/browser.ts'
import { ENGINE_CASES } from '../support/engines.ts'
import { outcome, type RunningServer, startServer } from '../support/server.ts'

const ANA = 'ana@example.com'
const MOST_AT_ONCE = 200
const MORE = 60

describe.each(ENGINE_CASES)('limits on %s', (engine) => {
  let server: RunningServer
  let browser: Browser
  beforeAll(async () => {
    server = await startServer(engine)
    await server.addPlatformOperator(ANA)
    browser = await server.signedIn(ANA)
  })
  afterAll(() => server?.close())

  test('while the database is busy, requests beyond a number are refused at once, and the others answered in the end', async () => {
    const open = await heldDatabase(server)
    const waiting = Array.from({ length: MOST_AT_ONCE }, () => browser.get('/networks'))
    const refused = await firstRefused(browser)
    expect(refused.headers.get('retry-after')).toMatch(/^[1-9]/)
    const more = await Promise.all(Array.from({ length: MORE }, () => browser.get('/networks')))
    expect(new Set(more.map(outcome))).toEqual(new Set(['503 OVERLOADED']))
    await open()
    expect(new Set((await Promise.all(waiting)).map(outcome))).toEqual(new Set(['200']))
    expect(outcome(await browser.get('/networks'))).toBe('200')
  })

  test('a body that is too large, of another type or no JSON is refused, and the server goes on', async () => {
    const send = async (body: string, type = 'application/json') => {
      const answer = await fetch(`${browser.url}/api/v1/account/profile`, {
        method: 'PUT',
        headers: { 'content-type': type, origin: browser.url, cookie: browser.cookie },
        body,
      })
      const { code } = (await answer.json()) as { code: string }
      return `${answer.status} ${code}`
    }
    expect(await send(JSON.stringify({ firstName: 'A'.repeat(2_000_000) }))).toBe('413 BODY_TOO_LARGE')
    expect(await send('firstName=Ana', 'application/x-www-form-urlencoded')).toBe(
      '415 CONTENT_TYPE_UNSUPPORTED',
    )
    expect(await send('{"firstName": ')).toBe('400 INVALID_ARGUMENT')
    expect(await send('')).toBe('400 INVALID_ARGUMENT')
    expect((await browser.get('/account')).body).toMatchObject({ firstName: 'Ana' })
  })
})

test('one address makes so many requests in a minute, and is told when it may go on', async () => {
  const server = await startServer('pglite', { requestsAMinute: 20 })
  try {
    const answers = []
    for (let index = 0; index < 22; index += 1) answers.push(await server.browser().get('/rules'))
    expect(answers.slice(0, 20).map(outcome)).toEqual(Array(20).fill('200'))
    const last = answers.at(-1)
    expect(last && outcome(last)).toBe('429 TOO_MANY_REQUESTS')
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
  } finally {
    await server.close()
  }
})

/** Keeps every question waiting that asks who somebody is. @returns what lets them go */
async function heldDatabase({ database }: RunningServer): Promise<() => Promise<void>> {
  let open: () => void = () => undefined
  let isHeld: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    isHeld = resolve
  })
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const holding = database.transaction(async (session) => {
    await session.script('lock table operator_sessions in access exclusive mode')
    isHeld()
    await gate
  })
  await held
  return async () => {
    open()
    await holding
  }
}

/** Of those that come when as many wait as may, the first that is answered: the others wait too, or are refused later. */
async function firstRefused(browser: Browser): Promise<Awaited<ReturnType<Browser['get']>>> {
  const asked = Array.from({ length: MORE }, () => browser.get('/networks'))
  return Promise.race(asked)
}
