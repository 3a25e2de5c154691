import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Browser } from '../support/browser.ts'
import { ENGINE_CASES, emptyAllTables } from '../support/engines.ts'
import { addNetwork } from '../support/networks.ts'
import { outcome, type RunningServer, startServer } from '../support/server.ts'

const ANA = 'ana@example.com'

interface Made {
  apiKeyId: number
  key: string
  prefix: string
}

describe.each(ENGINE_CASES)('API keys on %s', (engine) => {
  let server: RunningServer
  let ana: Browser
  beforeAll(async () => {
    server = await startServer(engine)
  })
  beforeEach(async () => {
    server.clock.reset()
    await emptyAllTables(server.database)
    await addNetwork(server.database, 'Harbour', ['Loft'])
    await server.addPlatformOperator(ANA)
    ana = await server.signedIn(ANA)
  })
  afterAll(() => server.close())

  const make = async (scopes: readonly string[], expiresInDays = 30) =>
    (await ana.post<Made>('/api-keys', { name: 'nightly export', scopes, expiresInDays })).body
  const by = (key: string, method: string, path: string, body?: unknown) =>
    server.browser().send(method, path, { headers: { authorization: `Bearer ${key}` }, body })

  test('a key is shown once and kept as its hash', async () => {
    const { key, prefix, apiKeyId } = await make(['counts.read'])
    expect(key).toMatch(/^hc_[\w-]{43}$/)
    const rows = await server.database.query({
      text: 'select key_hash, api_keys::text from api_keys',
      values: [],
    })
    expect(rows[0]).toMatchObject({ key_hash: createHash('sha256').update(key).digest('hex') })
    expect(JSON.stringify(rows)).not.toContain(key.slice(prefix.length))
    const { body } = await ana.get('/api-keys')
    expect(body).toMatchObject({ total: 1, apiKeys: [{ apiKeyId, prefix, lastUsedAt: null }] })
    expect(JSON.stringify(body)).not.toContain(key)
  })

  test('a key acts for its operator within its scopes, from anywhere and without a cookie', async () => {
    const { key } = await make(['counts.read'])
    const counted = await by(key, 'GET', '/active-users/count')
    expect(counted.body).toMatchObject({ locations: [{ name: 'Loft', count: 0 }] })
    const refused = await by(key, 'GET', '/operators')
    expect(outcome(refused)).toBe('403 FORBIDDEN')
    expect(refused.body.detail).toContain('operators.manage')
    expect(
      (await ana.get<{ apiKeys: { lastUsedAt: string }[] }>('/api-keys')).body.apiKeys[0]?.lastUsedAt,
    ).not.toBeNull()
  })

  test('no key changes the account, makes keys or gives a right that it does not have', async () => {
    const { key } = await make(['counts.read', 'billing.read', 'operators.manage'])
    const names = { firstName: 'Eve', lastName: 'Evil' }
    expect(outcome(await by(key, 'PUT', '/account/profile', names))).toBe('403 SESSION_NEEDED')
    expect(outcome(await by(key, 'GET', '/sessions'))).toBe('403 SESSION_NEEDED')
    const wider = { name: 'wider', scopes: ['imports.run'], expiresInDays: 1 }
    expect(outcome(await by(key, 'POST', '/api-keys', wider))).toBe('403 SESSION_NEEDED')
    const offer = (role: string) => ({ email: 'vic@example.com', role, network: 'Harbour' })
    expect(outcome(await by(key, 'POST', '/invitations', offer('location_manager')))).toBe('403 FORBIDDEN')
    expect(outcome(await by(key, 'POST', '/invitations', offer('viewer')))).toBe('201')
  })

  test('an expired, a revoked and a made-up key are told apart from none, in the same words', async () => {
    const { key, apiKeyId } = await make(['counts.read'], 1)
    const count = (sent: string) => by(sent, 'GET', '/active-users/count')
    expect(outcome(await count(key))).toBe('200')
    expect(outcome(await ana.delete(`/api-keys/${apiKeyId}`))).toBe('200')
    expect(outcome(await count(key))).toBe('401 API_KEY_INVALID')
    expect(outcome(await ana.delete(`/api-keys/${apiKeyId}`))).toBe('404 API_KEY_NOT_FOUND')
    for (const made of ['hc_', 'nothing', `hc_${'A'.repeat(43)}`]) {
      expect(outcome(await count(made))).toBe('401 API_KEY_INVALID')
    }
    const second = await make(['counts.read'], 1)
    server.clock.forward({ minutes: 24 * 60 + 1 })
    expect(outcome(await count(second.key))).toBe('401 API_KEY_INVALID')
  })

  test('what is wrong with a request is told at its field', async () => {
    const answer = await ana.post('/api-keys', { name: ' ', scopes: [], expiresInDays: 0 })
    expect(outcome(answer)).toBe('422 FIELDS_INVALID')
    expect(answer.body.errors).toMatchObject([
      { path: 'body/name' },
      { path: 'body/scopes' },
      { path: 'body/expiresInDays' },
    ])
    const unknown = await ana.post('/api-keys', { name: 'x', scopes: ['everything'], expiresInDays: 1 })
    expect(outcome(unknown)).toBe('400 INVALID_ARGUMENT')
  })
})
