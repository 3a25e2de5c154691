import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENGINE_CASES } from '../support/engines.ts'
import { outcome, PASSWORD, type RunningServer, startServer } from '../support/server.ts'

const ANA = { email: 'ana@example.com', firstName: 'Ana', lastName: 'Ruiz', password: PASSWORD }

describe.each(ENGINE_CASES)('the first start on %s', (engine) => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer(engine)
  })
  afterAll(() => server.close())

  test('asks for the first operator, and nobody can sign in before', async () => {
    const browser = server.browser()
    expect((await browser.get('/first-operator')).body).toEqual({ isNeeded: true })
    for (const password of ['admin', 'password', 'headcount']) {
      const answer = await browser.post('/sessions', { email: 'admin@example.com', password })
      expect(outcome(answer)).toBe('401 SIGN_IN_FAILED')
    }
  })

  test('refuses a weak password and wrong names, every field at once', async () => {
    const weak = { ...ANA, firstName: 'A', lastName: 'R2', password: 'password123' }
    const answer = await server.browser().post<{ errors: { path: string }[] }>('/first-operator', weak)
    expect(answer.status).toBe(422)
    expect(answer.body.errors.map(({ path }) => path)).toEqual([
      'body/firstName',
      'body/lastName',
      'body/password',
    ])
    expect((await server.browser().get('/first-operator')).body).toEqual({ isNeeded: true })
  })

  test('of two who come at once, one becomes the first operator, and afterwards nobody', async () => {
    const answers = await Promise.all([
      server.browser().post('/first-operator', ANA),
      server.browser().post('/first-operator', { ...ANA, email: 'ben@example.com' }),
    ])
    expect(answers.map(outcome).sort()).toEqual(['201', '409 FIRST_OPERATOR_EXISTS'])
    const late = await server.browser().post('/first-operator', { ...ANA, email: 'cat@example.com' })
    expect(outcome(late)).toBe('409 FIRST_OPERATOR_EXISTS')
    expect((await server.browser().get('/first-operator')).body).toEqual({ isNeeded: false })
  })

  test('the first operator has the platform role and is told so', async () => {
    const [first] = await server.operators.listOperators()
    const browser = await server.signedIn(first?.email ?? '')
    const { body } = await browser.get('/account')
    expect(body).toMatchObject({
      firstName: 'Ana',
      lastName: 'Ruiz',
      isPlatform: true,
      hasSecondFactor: false,
    })
  })
})
