import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ENGINE_CASES, emptyAllTables } from '../support/engines.ts'
import { outcome, PASSWORD, type RunningServer, startServer, tokenSentTo } from '../support/server.ts'

const ANA = 'ana@example.com'
const NEW_EMAIL = 'ana.ruiz@example.org'

describe.each(ENGINE_CASES)('the own account on %s', (engine) => {
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

  test('saving names says that the profile was updated', async () => {
    const browser = await server.signedIn(ANA)
    const names = { firstName: ' Ana María ', lastName: "O'Neill-Łódź" }
    const saved = { firstName: 'Ana María', lastName: "O'Neill-Łódź" }
    const answer = await browser.put('/account/profile', names)
    expect(answer.body).toEqual({ message: 'The profile was updated.', ...saved })
    expect((await browser.get('/account')).body).toMatchObject(saved)
  })

  test('each refused name is told at its field, and nothing is saved', async () => {
    const browser = await server.signedIn(ANA)
    const refused = await browser.put('/account/profile', { firstName: 'A', lastName: '' })
    expect(outcome(refused)).toBe('422 FIELDS_INVALID')
    expect(refused.body.errors).toMatchObject([
      { path: 'body/firstName', message: 'must have at least 2 letters' },
      { path: 'body/lastName', message: 'must be given' },
    ])
    for (const lastName of ['R2', 'Ruiz!', '-Ruiz', 'Ruiz <b>', '😀', 'R'.repeat(101)]) {
      const answer = await browser.put('/account/profile', { firstName: 'Ana', lastName })
      expect([lastName, outcome(answer)]).toEqual([lastName, '422 FIELDS_INVALID'])
    }
    // no text at all, so refused before it is anybody's name
    const broken = await browser.put('/account/profile', { firstName: 'Ana', lastName: 'Ruiz\u0000' })
    expect(outcome(broken)).toBe('400 INVALID_ARGUMENT')
    expect((await browser.get('/account')).body).toMatchObject({ firstName: 'Ana', lastName: 'Ruiz' })
  })

  test('a new e-mail needs the password and the link that is sent to it', async () => {
    const browser = await server.signedIn(ANA)
    const ask = (email: string, password: string) => browser.post('/account/email', { email, password })
    expect(outcome(await ask('not an e-mail', PASSWORD))).toBe('422 FIELDS_INVALID')
    expect(outcome(await ask(NEW_EMAIL, 'plum kettle Orbit 58'))).toBe('422 PASSWORD_WRONG')
    expect((await ask(NEW_EMAIL.toUpperCase(), PASSWORD)).body).toMatchObject({ delivery: 'log' })
    expect((await browser.get('/account')).body).toMatchObject({ email: ANA })

    const confirm = () =>
      server.browser().post('/email-confirmations', { token: tokenSentTo(server, NEW_EMAIL) })
    expect(await confirm()).toMatchObject({ status: 200, body: { email: NEW_EMAIL } })
    expect(outcome(await confirm())).toBe('404 LINK_INVALID')
    expect((await browser.get('/account')).body).toMatchObject({ email: NEW_EMAIL })
    expect(server.letters.at(-1)).toMatchObject({ to: ANA, subject: 'Your e-mail for Headcount was changed' })
    await server.signedIn(NEW_EMAIL)
  })

  test('the e-mail of somebody else is not told to be taken, and gets no link', async () => {
    await server.addPlatformOperator('ben@example.com')
    const browser = await server.signedIn(ANA)
    const letters = server.letters.length
    const taken = await browser.post('/account/email', { email: 'ben@example.com', password: PASSWORD })
    const free = await browser.post('/account/email', { email: NEW_EMAIL, password: PASSWORD })
    expect([taken.status, taken.body]).toEqual([free.status, free.body])
    expect(server.letters.slice(letters).map(({ to }) => to)).toEqual([NEW_EMAIL])
  })

  test('own sessions are listed, and each can be signed out', async () => {
    interface Sessions {
      total: number
      sessions: { sessionId: string; isCurrent: boolean; address: string }[]
    }
    const [office, home] = [await server.signedIn(ANA), await server.signedIn(ANA)]
    const { total, sessions } = (await office.get<Sessions>('/sessions')).body
    expect(total).toBe(2)
    expect(sessions.map(({ address }) => address)).toEqual(['127.0.0.1', '127.0.0.1'])
    const other = sessions.find(({ isCurrent }) => !isCurrent)?.sessionId
    expect(outcome(await office.delete(`/sessions/${other}`))).toBe('200')
    expect(outcome(await home.get('/account'))).toBe('401 NOT_SIGNED_IN')
    expect(outcome(await office.get('/account'))).toBe('200')
    expect(outcome(await office.delete(`/sessions/${other}`))).toBe('404 SESSION_NOT_FOUND')
  })

  test('nobody signs out a session of somebody else', async () => {
    await server.addPlatformOperator('ben@example.com')
    const [ana, ben] = [await server.signedIn(ANA), await server.signedIn('ben@example.com')]
    const { sessions } = (await ben.get<{ sessions: { sessionId: string }[] }>('/sessions')).body
    const answer = await ana.delete(`/sessions/${sessions[0]?.sessionId}`)
    expect(outcome(answer)).toBe('404 SESSION_NOT_FOUND')
    expect(outcome(await ben.get('/account'))).toBe('200')
  })
})
