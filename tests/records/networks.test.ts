// Networks that are made and renamed through the API.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Browser } from '../support/browser.ts'
import { ENGINE_CASES, emptyAllTables } from '../support/engines.ts'
import { joined, outcome, type RunningServer, startServer } from '../support/server.ts'

describe.each(ENGINE_CASES)('networks on %s', (engine) => {
  let server: RunningServer
  let platform: Browser
  beforeAll(async () => {
    server = await startServer(engine)
  })
  beforeEach(async () => {
    await emptyAllTables(server.database)
    await server.addPlatformOperator('ana@example.com')
    platform = await server.signedIn('ana@example.com')
  })
  afterAll(() => server?.close())

  const put = (externalId: string, name: string) => platform.put(`/networks/${externalId}`, { name })

  test('one is made, left as it is and renamed, each told in the audit log', async () => {
    expect((await put('h', 'Harbour')).body).toMatchObject({ externalId: 'h', outcome: 'added' })
    expect((await put('h', 'Harbour')).body).toMatchObject({ name: 'Harbour', outcome: 'unchanged' })
    expect((await put('h', '港口')).body).toMatchObject({ name: '港口', outcome: 'changed' })
    expect((await platform.get('/networks')).body).toMatchObject({ networks: [{ name: '港口' }], total: 1 })
    const { body } = await platform.get<{ entries: object[] }>('/networks/港口/audit-entries')
    expect(body.entries).toMatchObject([
      { action: 'network.rename', before: { name: 'Harbour' }, after: { name: '港口' } },
      { action: 'network.add', after: { name: 'Harbour' } },
    ])
    expect((await platform.get('/audit-entries/verification')).body).toMatchObject({ isIntact: true })
  })

  test('records can be put into it at once', async () => {
    await put('h', 'Harbour')
    const location = { name: 'Loft', timeZone: 'UTC', createdAt: '2024-01-01T00:00:00Z' }
    expect(outcome(await platform.put('/networks/Harbour/locations/loft', location))).toBe('200')
    expect((await platform.get('/active-users/count?network=Harbour')).body).toMatchObject({
      locations: [{ name: 'Loft', count: 0 }],
    })
  })

  test('a name is taken once, also by many at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => put(`n-${index}`, 'Harbour')))
    expect(answers.map(outcome).sort()).toEqual(['200', ...Array(7).fill('409 NETWORK_NAME_TAKEN')])
    const again = await Promise.all(Array.from({ length: 8 }, () => put('same', 'Valley')))
    expect(again.map(({ body }) => body.outcome).sort()).toEqual(['added', ...Array(7).fill('unchanged')])
  })

  test('names that nobody could read or type are refused', async () => {
    for (const name of ['', ' ', 'a\nb', 'x'.repeat(201)]) {
      expect(outcome(await put('h', name))).toBe('400 INVALID_ARGUMENT')
    }
    expect((await platform.get('/networks')).body).toMatchObject({ total: 0 })
  })

  test('only the platform makes and renames them', async () => {
    await put('h', 'Harbour')
    const offer = { role: 'network_owner', network: 'Harbour' }
    const owner = await joined(server, platform, 'ola@example.com', offer)
    for (const externalId of ['h', 'new']) {
      expect(outcome(await owner.put(`/networks/${externalId}`, { name: 'Mine' }))).toBe('403 FORBIDDEN')
    }
  })
})
