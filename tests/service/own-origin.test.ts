import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENGINE_CASES } from '../support/engines.ts'
import { outcome, PASSWORD, type RunningServer, startServer } from '../support/server.ts'

const ANA = 'ana@example.com'
const PUBLIC = 'https://headcount.example.com'
const SIGN_IN = { email: ANA, password: PASSWORD }
const NAMES = { firstName: 'Eve', lastName: 'Evil' }

describe.each(ENGINE_CASES)('requests of other sites on %s', (engine) => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer(engine)
    await server.addPlatformOperator(ANA)
  })
  afterAll(() => server.close())

  /** Sends as a browser does that keeps this cookie, with headers that a page cannot choose. */
  const change = (cookie: string, headers: Record<string, string>) =>
    server.browser().send('PUT', '/account/profile', { body: NAMES, headers: { cookie, ...headers } })

  test('change nothing with the cookie that a browser sends along', async () => {
    const { cookie } = await server.signedIn(ANA)
    const foreign = [
      'https://evil.example',
      'http://127.0.0.1:1',
      'http://localhost.evil.example',
      'null',
      '',
    ]
    for (const origin of foreign) {
      expect([origin, outcome(await change(cookie, { origin }))]).toEqual([origin, '403 ORIGIN_REFUSED'])
    }
    const account = await server.browser().send('GET', '/account', { headers: { cookie } })
    expect(account.body).toMatchObject({ firstName: 'Ana' })
  })

  test('sign nobody in', async () => {
    const headers = { origin: 'https://evil.example' }
    const answer = await server.browser().send('POST', '/sessions', { body: SIGN_IN, headers })
    expect(outcome(answer)).toBe('403 ORIGIN_REFUSED')
    expect(answer.setCookies).toEqual([])
  })

  test('an API key needs no origin, as no browser sends it along', async () => {
    const ana = await server.signedIn(ANA)
    const wish = { name: 'invites', scopes: ['operators.manage', 'counts.read'], expiresInDays: 1 }
    const { key } = (await ana.post<{ key: string }>('/api-keys', wish)).body
    const headers = { authorization: `Bearer ${key}`, origin: 'https://elsewhere.example' }
    const answer = await server.browser().send('DELETE', '/invitations/1', { headers })
    expect(outcome(answer)).toBe('404 INVITATION_NOT_FOUND')
  })

  test('a form cannot send what an answer is given to', async () => {
    const { cookie } = await server.signedIn(ANA)
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const answer = await change(cookie, { 'content-type': type })
      expect(answer.status).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('a request without an origin', () => {
  test('changes nothing, unless the browser says that it comes from here', async () => {
    const server = await startServer('pglite')
    try {
      await server.addPlatformOperator(ANA)
      const { cookie, url } = await server.signedIn(ANA)
      const send = (headers: Record<string, string>) =>
        fetch(`${url}/api/v1/account/profile`, {
          method: 'PUT',
          headers: { cookie, 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ firstName: 'Ana', lastName: 'Ruiz' }),
        })
      expect((await send({})).status).toBe(403)
      expect((await send({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
      expect((await send({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
    } finally {
      await server.close()
    }
  })
})

describe('cookies', () => {
  test('are kept from scripts and from other sites', async () => {
    const server = await startServer('pglite')
    try {
      await server.addPlatformOperator(ANA)
      const { setCookies } = await server.browser().post('/sessions', SIGN_IN)
      const cookie = setCookies.find((line) => line.startsWith('headcount.session_token='))
      expect(cookie?.split('; ').slice(1).sort()).toEqual([
        'HttpOnly',
        'Max-Age=604800',
        'Path=/',
        'SameSite=Lax',
      ])
    } finally {
      await server.close()
    }
  })

  test('are secure, and the only origin is the public one, where the public address is https', async () => {
    const server = await startServer('pglite', { publicUrl: PUBLIC })
    try {
      await server.addPlatformOperator(ANA)
      const browser = server.browser()
      const { setCookies } = await browser.post('/sessions', SIGN_IN)
      const cookie = setCookies.find((line) => line.startsWith('__Secure-headcount.session_token='))
      expect(cookie?.split('; ').slice(1)).toEqual(
        expect.arrayContaining(['HttpOnly', 'Secure', 'SameSite=Lax']),
      )
      expect(outcome(await browser.put('/account/profile', { firstName: 'Ana', lastName: 'Ruiz' }))).toBe(
        '200',
      )
      const { host } = new URL(browser.url)
      const origin = `http://${host}`
      const plain = await browser.send('PUT', '/account/profile', { body: NAMES, headers: { origin } })
      expect(outcome(plain)).toBe('403 ORIGIN_REFUSED')
    } finally {
      await server.close()
    }
  })

  test('answers about accounts are not kept by anything on the way', async () => {
    const server = await startServer('pglite')
    try {
      expect((await server.browser().get('/account')).headers.get('cache-control')).toBe('no-store')
    } finally {
      await server.close()
    }
  })
})
