import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ENGINE_CASES, emptyAllTables } from '../support/engines.ts'
import { outcome, PASSWORD, type RunningServer, startServer, tokenSentTo } from '../support/server.ts'

const ANA = 'ana@example.com'
const NEW_PASSWORD = 'seven quiet Lamps 31'

describe.each(ENGINE_CASES)('passwords on %s', (engine) => {
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

  const tryIn = (password: string) => server.browser().post('/sessions', { email: ANA, password })

  test('changing one signs out both browsers at once, and only the new one works', async () => {
    const [office, home] = [await server.signedIn(ANA), await server.signedIn(ANA)]
    const stolen = office.cookie
    const change = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD }
    const changed = await office.post('/account/password', change)
    expect(changed.body.message).toContain('signed out everywhere')
    expect(office.cookie).toBe('')
    const copy = await server.browser().send('GET', '/account', { headers: { cookie: stolen } })
    expect(outcome(copy)).toBe('401 NOT_SIGNED_IN')
    expect(outcome(await home.get('/account'))).toBe('401 NOT_SIGNED_IN')
    expect(outcome(await tryIn(PASSWORD))).toBe('401 SIGN_IN_FAILED')
    expect(outcome(await tryIn(NEW_PASSWORD))).toBe('200')
  })

  test('a wrong current password or a weak new one changes nothing and signs nobody out', async () => {
    const browser = await server.signedIn(ANA)
    const wrong = { currentPassword: NEW_PASSWORD, newPassword: NEW_PASSWORD }
    const refused = await browser.post('/account/password', wrong)
    expect(outcome(refused)).toBe('422 PASSWORD_WRONG')
    expect(refused.body.errors).toMatchObject([
      { path: 'body/currentPassword', message: 'is not your password' },
    ])
    const weak = { currentPassword: PASSWORD, newPassword: `x${ANA}x` }
    expect(outcome(await browser.post('/account/password', weak))).toBe('422 FIELDS_INVALID')
    expect(outcome(await browser.get('/account'))).toBe('200')
  })

  test('a forgotten one is set anew by a link, once, which signs out everywhere', async () => {
    const browser = await server.signedIn(ANA)
    const asked = await server.browser().post('/password-resets', { email: ANA })
    expect(asked.body).toMatchObject({ delivery: 'log' })
    expect(asked.body.message).toContain('log of the server')
    const token = tokenSentTo(server, ANA)
    const weak = await server.browser().post('/password-resets/completion', { token, newPassword: 'short' })
    expect(outcome(weak)).toBe('422 FIELDS_INVALID')
    const completion = { token, newPassword: NEW_PASSWORD }
    expect(outcome(await server.browser().post('/password-resets/completion', completion))).toBe('200')
    expect(outcome(await server.browser().post('/password-resets/completion', completion))).toBe(
      '404 LINK_INVALID',
    )
    expect(outcome(await browser.get('/account'))).toBe('401 NOT_SIGNED_IN')
    expect(outcome(await tryIn(PASSWORD))).toBe('401 SIGN_IN_FAILED')
    expect(outcome(await tryIn(NEW_PASSWORD))).toBe('200')
  })

  test('an e-mail that nobody has gets the same answer and no letter; a link ends after an hour', async () => {
    const letters = server.letters.length
    const known = await server.browser().post('/password-resets', { email: ANA })
    const unknown = await server.browser().post('/password-resets', { email: 'nobody@example.com' })
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
    expect(server.letters.length).toBe(letters + 1)
    const token = tokenSentTo(server, ANA)
    server.clock.forward({ minutes: 61 })
    const late = await server
      .browser()
      .post('/password-resets/completion', { token, newPassword: NEW_PASSWORD })
    expect(outcome(late)).toBe('404 LINK_INVALID')
  })

  test('the meter explains, also to somebody who is not signed in', async () => {
    const check = (password: string) =>
      server
        .browser()
        .post<{ isAccepted: boolean; score: number; faults: { message: string }[] }>('/password-checks', {
          password,
          email: ANA,
        })
    expect((await check('password12')).body).toMatchObject({ isAccepted: false, score: 1 })
    expect((await check('password12')).body.faults[0]?.message).toMatch(/^is too easy to guess: /)
    expect((await check(PASSWORD)).body).toMatchObject({ isAccepted: true, score: 4, faults: [] })
  })
})
