// Networks that are made and renamed through the API.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Explanation } from '#services/active-users/explain'
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

  test('an owner sets where its records are shown, and evidence and customers link there', async () => {
    await put('h', 'Harbour')
    const location = { name: 'Loft', timeZone: 'UTC', createdAt: '2024-01-01T00:00:00Z' }
    await platform.put('/networks/Harbour/locations/loft', location)
    await platform.put('/networks/Harbour/customers/a%2F1', {
      name: 'Ada',
      isSuspended: false,
      isArchived: false,
    })
    const booking = { locationExternalId: 'loft', customerExternalId: 'a/1', madeAt: '2024-02-01T00:00:00Z' }
    await platform.put('/networks/Harbour/bookings/b-1', { ...booking, evidenceKind: 'made' })
    const explained = async () =>
      (await platform.get<Explanation>('/locations/loft/active-users/Ada?as_of=2024-03-01T00:00:00Z')).body
    expect(await explained()).toMatchObject({
      customer: { url: null },
      evidence: [{ record: { externalId: 'b-1', url: null } }],
    })
    const owner = await joined(server, platform, 'ola@example.com', {
      role: 'network_owner',
      network: 'Harbour',
    })
    const set = (addresses: object) =>
      owner.send('PATCH', '/networks/Harbour/record-addresses', { body: addresses })
    const templates = {
      customer: 'https://desk.example.com/people/{id}',
      booking: 'https://desk.example.com/people/{customer}/bookings/{id}?tab=1',
    }
    expect((await set(templates)).body).toMatchObject({
      addresses: { ...templates, team: '' },
      defaults: { customer: '', booking: '' },
    })
    expect(await explained()).toMatchObject({
      customer: { url: 'https://desk.example.com/people/a%2F1' },
      evidence: [{ record: { url: 'https://desk.example.com/people/a%2F1/bookings/b-1?tab=1' } }],
    })
    expect((await platform.get('/networks/Harbour/customers/a%2F1')).body).toMatchObject({
      url: 'https://desk.example.com/people/a%2F1',
      bookings: { items: [{ url: 'https://desk.example.com/people/a%2F1/bookings/b-1?tab=1' }] },
    })
    const { body } = await platform.get<{ entries: object[] }>('/networks/Harbour/audit-entries?limit=1')
    expect(body.entries).toMatchObject([
      { action: 'network.set_record_addresses', before: { customer: '', booking: '' }, after: templates },
    ])
    const refused = await set({
      customer: '',
      booking: 'http://desk.example.com/{id}',
      team: 'https://x.example/',
    })
    expect(outcome(refused)).toBe('422 FIELDS_INVALID')
    expect(refused.body).toMatchObject({
      errors: [
        { path: 'body/booking', code: 'not_https' },
        { path: 'body/team', code: 'no_id' },
      ],
    })
    expect((await owner.get('/networks/Harbour/record-addresses')).body).toMatchObject({
      addresses: templates,
    })
    const manager = await joined(server, platform, 'mo@example.com', {
      role: 'location_manager',
      network: 'Harbour',
    })
    expect(
      outcome(await manager.send('PATCH', '/networks/Harbour/record-addresses', { body: { customer: '' } })),
    ).toBe('403 FORBIDDEN')
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
