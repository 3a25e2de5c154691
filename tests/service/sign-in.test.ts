import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ENGINE_CASES, emptyAllTables } from '../support/engines.ts'
import { outcome, PASSWORD, type RunningServer, SECRET, startServer } from '../support/server.ts'

const ANA = 'ana@example.com'
const NOBODY = 'nobody@example.com'
const WRONG = 'plum kettle Orbit 58'

describe.each(ENGINE_CASES)('signing in on %s', (engine) => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer(engine)
  })
  beforeEach(async () => {
    server.clock.reset()
    await emptyAllTables(server.database)
    await server.addPlatformOperator(ANA)
  })
  afterAll(() => server.close())

  const failTimes = (times: number, email: string) =>
    Promise.all(Array.from({ length: times }, () => tryIn(email, WRONG)))
  const tryIn = (email: string, password: string) => server.browser().post('/sessions', { email, password })

  test('by e-mail and password, in whatever case the e-mail is typed', async () => {
    const browser = server.browser()
    expect(outcome(await browser.get('/account'))).toBe('401 NOT_SIGNED_IN')
    const answer = await browser.post('/sessions', { email: ' Ana@Example.com ', password: PASSWORD })
    expect(answer.body).toEqual({ status: 'signed_in' })
    expect((await browser.get('/account')).body).toMatchObject({ email: ANA })
  })

  test('a wrong password and an unknown e-mail are told in the same words', async () => {
    const [wrong, unknown] = [await tryIn(ANA, WRONG), await tryIn(NOBODY, WRONG)]
    expect(outcome(wrong)).toBe('401 SIGN_IN_FAILED')
    const { requestId: _one, ...told } = wrong.body
    const { requestId: _other, ...toldOfNobody } = unknown.body
    expect(toldOfNobody).toEqual(told)
  })

  test('ten failures lock an e-mail for a quarter of an hour, whether or not somebody has it', async () => {
    for (const email of [ANA, NOBODY]) {
      const told = (await failTimes(10, email)).map(outcome)
      expect(new Set(told)).toEqual(new Set(['401 SIGN_IN_FAILED']))
      expect(outcome(await tryIn(email, PASSWORD))).toBe('429 SIGN_IN_LOCKED')
    }
    server.clock.forward({ minutes: 14 })
    expect(outcome(await tryIn(ANA, PASSWORD))).toBe('429 SIGN_IN_LOCKED')
    server.clock.forward({ minutes: 2 })
    expect(outcome(await tryIn(ANA, PASSWORD))).toBe('200')
  })

  test('twenty tries at once are not more than ten', async () => {
    const answers = await failTimes(20, ANA)
    expect(answers.map(outcome).filter((told) => told === '401 SIGN_IN_FAILED')).toHaveLength(10)
    expect(answers.map(outcome).filter((told) => told === '429 SIGN_IN_LOCKED')).toHaveLength(10)
  })

  test('a right password forgets the failures before it', async () => {
    await failTimes(9, ANA)
    expect(outcome(await tryIn(ANA, PASSWORD))).toBe('200')
    await failTimes(9, ANA)
    expect(outcome(await tryIn(ANA, PASSWORD))).toBe('200')
  })

  test('signing out ends the session, also for a copy of its cookie', async () => {
    const browser = await server.signedIn(ANA)
    const { cookie } = browser
    expect((await browser.delete('/sessions/current')).body).toEqual({ message: 'You are signed out.' })
    expect(browser.cookie).toBe('')
    const copy = await server.browser().send('GET', '/account', { headers: { cookie } })
    expect(outcome(copy)).toBe('401 NOT_SIGNED_IN')
  })

  test('a session ends after a week', async () => {
    const browser = await server.signedIn(ANA)
    server.clock.forward({ minutes: 7 * 24 * 60 - 1 })
    expect(outcome(await browser.get('/account'))).toBe('200')
    server.clock.forward({ minutes: 2 })
    expect(outcome(await browser.get('/account'))).toBe('401 NOT_SIGNED_IN')
  })

  test('a cookie with another signature, or with none, is nobody', async () => {
    const browser = await server.signedIn(ANA)
    const [row] = await server.database.query<{ token: string }>({
      text: 'select token from operator_sessions',
      values: [],
    })
    for (const value of [row?.token, `${row?.token}.`, `${row?.token}.${'A'.repeat(43)}%3D`]) {
      const headers = { cookie: `headcount.session_token=${value}` }
      expect(outcome(await server.browser().send('GET', '/account', { headers }))).toBe('401 NOT_SIGNED_IN')
    }
    expect(outcome(await browser.get('/account'))).toBe('200')
  })

  test('the database holds neither a password nor the secret', async () => {
    await server.signedIn(ANA)
    const rows = await server.database.query({ text: 'select a::text from operator_accounts a', values: [] })
    expect(JSON.stringify(rows)).not.toContain(PASSWORD)
    expect(JSON.stringify(rows)).not.toContain(SECRET)
  })
})

describe('signing in from one address', () => {
  test('is slowed down', async () => {
    const server = await startServer('pglite', { triesAMinute: 3 })
    try {
      const told: string[] = []
      for (const email of ['a@example.com', 'b@example.com', 'c@example.com', 'd@example.com']) {
        told.push(outcome(await server.browser().post('/sessions', { email, password: WRONG })))
      }
      expect(told.slice(0, 3)).toEqual(Array(3).fill('401 SIGN_IN_FAILED'))
      expect(told[3]).toBe('429 TOO_MANY_REQUESTS')
    } finally {
      await server.close()
    }
  })
})
