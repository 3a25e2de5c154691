import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { codeOf } from '../support/authenticator.ts'
import type { Browser } from '../support/browser.ts'
import { ENGINE_CASES, emptyAllTables } from '../support/engines.ts'
import { outcome, PASSWORD, type RunningServer, startServer } from '../support/server.ts'

const ANA = 'ana@example.com'

interface Started {
  uri: string
  recoveryCodes: string[]
}

describe.each(ENGINE_CASES)('a second factor on %s', (engine) => {
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

  const start = async (browser: Browser) =>
    (await browser.post<Started>('/account/second-factor', { password: PASSWORD })).body

  async function turnOn(browser: Browser): Promise<Started> {
    const started = await start(browser)
    const answer = await browser.post('/account/second-factor/confirmation', {
      code: codeOf(started.uri),
    })
    expect(answer.body).toEqual({ message: 'The second factor is on.' })
    return started
  }

  async function withPassword(): Promise<Browser> {
    const browser = server.browser()
    const answer = await browser.post('/sessions', { email: ANA, password: PASSWORD })
    expect(answer.body).toEqual({ status: 'second_factor_needed' })
    expect(outcome(await browser.get('/account'))).toBe('401 NOT_SIGNED_IN')
    return browser
  }

  test('counts only once a code of the app confirmed it, and the browser stays signed in', async () => {
    const browser = await server.signedIn(ANA)
    const wrong = await browser.post('/account/second-factor', { password: 'plum kettle Orbit 58' })
    expect(outcome(wrong)).toBe('422 PASSWORD_WRONG')
    const { uri } = await start(browser)
    expect(uri).toMatch(/^otpauth:\/\/totp\/Headcount:/)
    const mistyped = codeOf(uri) === '000000' ? '111111' : '000000'
    const refused = await browser.post('/account/second-factor/confirmation', { code: mistyped })
    expect(outcome(refused)).toBe('401 SECOND_FACTOR_WRONG')
    await server.signedIn(ANA)
    await turnOn(browser)
    expect((await browser.get('/account')).body).toMatchObject({ hasSecondFactor: true })
    await withPassword()
  })

  test('is asked for after the password, and takes each code once', async () => {
    const { uri } = await turnOn(await server.signedIn(ANA))
    const code = codeOf(uri)
    const browser = await withPassword()
    expect((await browser.post('/sessions/second-factor', { code })).body).toEqual({ status: 'signed_in' })
    expect((await browser.get('/account')).body).toMatchObject({ email: ANA })
    const again = await (await withPassword()).post('/sessions/second-factor', { code })
    expect(outcome(again)).toBe('401 SECOND_FACTOR_WRONG')
  })

  test('takes a recovery code instead, each once, until new ones are made', async () => {
    const owner = await server.signedIn(ANA)
    const { recoveryCodes } = await turnOn(owner)
    expect(recoveryCodes).toHaveLength(10)
    const [first, second] = recoveryCodes
    const recover = async (code: string | undefined) =>
      outcome(await (await withPassword()).post('/sessions/second-factor', { code }))
    expect(await recover(first)).toBe('200')
    expect(await recover(first)).toBe('401 SECOND_FACTOR_WRONG')
    const renewed = await owner.post<Started>('/account/second-factor/recovery-codes', { password: PASSWORD })
    expect(await recover(second)).toBe('401 SECOND_FACTOR_WRONG')
    expect(await recover(renewed.body.recoveryCodes[0])).toBe('200')
  })

  test('gives up on a sign-in after five wrong codes', async () => {
    const { uri } = await turnOn(await server.signedIn(ANA))
    const browser = await withPassword()
    const wrong = codeOf(uri) === '000000' ? '111111' : '000000'
    for (let failures = 0; failures < 5; failures++) {
      const answer = await browser.post('/sessions/second-factor', { code: wrong })
      expect(outcome(answer)).toBe('401 SECOND_FACTOR_WRONG')
    }
    const right = await browser.post('/sessions/second-factor', { code: codeOf(uri) })
    expect(outcome(right)).toBe('401 SECOND_FACTOR_EXPIRED')
  })

  test('nobody guesses without a sign-in that waits for it', async () => {
    const answer = await server.browser().post('/sessions/second-factor', { code: '123456' })
    expect(outcome(answer)).toBe('401 SECOND_FACTOR_EXPIRED')
  })

  test('is turned off by the password', async () => {
    const browser = await server.signedIn(ANA)
    await turnOn(browser)
    expect(outcome(await browser.post('/account/second-factor', { password: PASSWORD }))).toBe(
      '409 SECOND_FACTOR_ON',
    )
    const off = await browser.post('/account/second-factor/removal', { password: PASSWORD })
    expect(off.body).toEqual({ message: 'The second factor is off.' })
    expect(outcome(await browser.get('/account'))).toBe('200')
    await server.signedIn(ANA)
  })
})
