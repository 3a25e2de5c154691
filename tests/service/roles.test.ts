import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Browser } from '../support/browser.ts'
import { ENGINE_CASES, emptyAllTables } from '../support/engines.ts'
import { type AddedNetwork, addNetwork } from '../support/networks.ts'
import { joined, outcome, PASSWORD, type RunningServer, startServer, tokenSentTo } from '../support/server.ts'

const ANA = 'ana@example.com'
const OLA = 'ola@example.com'
const VIC = 'vic@example.com'

interface Operators {
  total: number
  operators: { operatorId: string; email: string; roles: object[] }[]
}

describe.each(ENGINE_CASES)('invitations and roles on %s', (engine) => {
  let server: RunningServer
  let harbour: AddedNetwork
  let valley: AddedNetwork
  let platform: Browser

  beforeAll(async () => {
    server = await startServer(engine)
  })
  beforeEach(async () => {
    server.clock.reset()
    await emptyAllTables(server.database)
    harbour = await addNetwork(server.database, 'Harbour', ['Loft', 'Quay'])
    valley = await addNetwork(server.database, 'Valley', ['Mill'])
    await server.addPlatformOperator(ANA)
    platform = await server.signedIn(ANA)
  })
  afterAll(() => server.close())

  const accept = (email: string, person = { firstName: 'Ola', lastName: 'Nord', password: PASSWORD }) =>
    server.browser().post('/invitations/acceptance', { token: tokenSentTo(server, email), account: person })

  const join = (inviter: Browser, email: string, offer: object) => joined(server, inviter, email, offer)

  const owner = () => join(platform, OLA, { role: 'network_owner', network: 'Harbour' })
  const idOf = async (email: string) =>
    (await platform.get<Operators>('/operators')).body.operators.find((one) => one.email === email)
      ?.operatorId
  const namesSeen = async (browser: Browser) =>
    (await browser.get<{ locations: { name: string }[] }>('/active-users/count')).body.locations
      .map(({ name }) => name)
      .sort()

  test('an invitation says what it offers, and its link makes one operator', async () => {
    const sent = await platform.post('/invitations', { email: OLA, role: 'viewer', network: 'Harbour' })
    expect(sent.body).toMatchObject({ delivery: 'log', networkId: harbour.networkId, locationIds: 'all' })
    const look = () => server.browser().post('/invitations/look', { token: tokenSentTo(server, OLA) })
    expect((await look()).body).toMatchObject({ email: OLA, networkName: 'Harbour', hasAccount: false })
    const weak = await accept(OLA, { firstName: 'Ola', lastName: 'Nord', password: 'password123' })
    expect(outcome(weak)).toBe('422 FIELDS_INVALID')
    expect(outcome(await accept(OLA))).toBe('200')
    expect(outcome(await accept(OLA))).toBe('404 LINK_INVALID')
    expect(outcome(await look())).toBe('404 LINK_INVALID')
  })

  test('an invitation that was taken back, replaced or is a week old opens nothing', async () => {
    const offer = { email: OLA, role: 'viewer', network: 'Harbour' }
    const { body } = await platform.post('/invitations', offer)
    const replaced = tokenSentTo(server, OLA)
    await platform.post('/invitations', offer)
    const look = (token: string) => server.browser().post('/invitations/look', { token })
    expect(outcome(await look(replaced))).toBe('404 LINK_INVALID')
    expect(outcome(await platform.delete(`/invitations/${body.invitationId}`))).toBe(
      '404 INVITATION_NOT_FOUND',
    )
    const { invitations } = (await platform.get<{ invitations: { invitationId: number }[] }>('/invitations'))
      .body
    expect(invitations).toHaveLength(1)
    expect(outcome(await platform.delete(`/invitations/${invitations[0]?.invitationId}`))).toBe('200')
    expect(outcome(await look(tokenSentTo(server, OLA)))).toBe('404 LINK_INVALID')
    await platform.post('/invitations', offer)
    server.clock.forward({ minutes: 7 * 24 * 60 + 1 })
    expect(outcome(await look(tokenSentTo(server, OLA)))).toBe('404 LINK_INVALID')
  })

  test('who has an account accepts signed in, and nobody else in his name', async () => {
    const ola = await owner()
    await platform.post('/invitations', { email: OLA, role: 'viewer', network: 'Valley' })
    const token = tokenSentTo(server, OLA)
    const account = { firstName: 'Eve', lastName: 'Evil', password: PASSWORD }
    for (const other of [server.browser(), platform]) {
      const answer = await other.post('/invitations/acceptance', { token, account })
      expect(outcome(answer)).toBe('409 INVITATION_FOR_ANOTHER')
    }
    expect(outcome(await ola.post('/invitations/acceptance', { token }))).toBe('200')
    expect(await namesSeen(ola)).toEqual(['Loft', 'Mill', 'Quay'])
  })

  test('each sees the locations of his role, and what is out of scope is not found', async () => {
    const ola = await owner()
    const vic = await join(ola, VIC, { role: 'viewer', network: 'Harbour', locations: ['Quay'] })
    expect(await namesSeen(platform)).toEqual(['Loft', 'Mill', 'Quay'])
    expect(await namesSeen(ola)).toEqual(['Loft', 'Quay'])
    expect(await namesSeen(vic)).toEqual(['Quay'])
    expect(outcome(await vic.get('/locations/Quay/active-users'))).toBe('200')
    expect(outcome(await vic.get('/locations/Loft/active-users'))).toBe('404 LOCATION_NOT_FOUND')
    expect(outcome(await ola.get('/locations/Mill/active-users'))).toBe('404 LOCATION_NOT_FOUND')
    expect(outcome(await ola.get('/active-users/count?network=Valley'))).toBe('404 NETWORK_NOT_FOUND')
  })

  test('a viewer and a location manager manage no operators', async () => {
    const manager = await join(platform, VIC, {
      role: 'location_manager',
      network: 'Harbour',
      locations: ['Quay'],
    })
    const offer = { email: OLA, role: 'viewer', network: 'Harbour' }
    expect(outcome(await manager.get('/operators'))).toBe('403 FORBIDDEN')
    expect(outcome(await manager.get('/invitations'))).toBe('403 FORBIDDEN')
    expect(outcome(await manager.post('/invitations', offer))).toBe('403 FORBIDDEN')
    const own = `/operators/${await idOf(VIC)}/roles/Harbour`
    expect(outcome(await manager.put(own, { role: 'network_owner' }))).toBe('403 FORBIDDEN')
  })

  test('an owner manages his own network, and can give no more than he has', async () => {
    const ola = await owner()
    const offer = (role: string, network?: string) => ola.post('/invitations', { email: VIC, role, network })
    expect(outcome(await offer('platform'))).toBe('403 FORBIDDEN')
    expect(outcome(await offer('viewer', 'Valley'))).toBe('404 NETWORK_NOT_FOUND')
    const own = `/operators/${await idOf(OLA)}`
    expect(outcome(await ola.put(`${own}/platform`, { isPlatform: true }))).toBe('403 FORBIDDEN')
    expect(outcome(await ola.put(`${own}/roles/Valley`, { role: 'viewer' }))).toBe('404 NETWORK_NOT_FOUND')
    expect(outcome(await ola.delete(own))).toBe('403 FORBIDDEN')
    await join(ola, VIC, { role: 'viewer', network: 'Harbour' })
    const vic = `/operators/${await idOf(VIC)}/roles/Harbour`
    const set = await ola.put(vic, { role: 'location_manager', locations: ['Loft'] })
    expect(set.body).toMatchObject({
      roles: [{ role: 'location_manager', locationIds: [harbour.locationIds.Loft] }],
    })
    expect(outcome(await ola.put(vic, { role: 'viewer', locations: ['Mill'] }))).toBe(
      '404 LOCATION_NOT_FOUND',
    )
    expect(outcome(await ola.put(vic, { role: 'network_owner', locations: ['Loft'] }))).toBe(
      '400 INVALID_ARGUMENT',
    )
  })

  test('an operator of another network does not exist for an owner', async () => {
    const ola = await owner()
    const vic = await join(platform, VIC, { role: 'viewer', network: 'Valley' })
    const { operators } = (await ola.get<Operators>('/operators')).body
    expect(operators.map(({ email }) => email)).toEqual([OLA])
    for (const email of [ANA, VIC]) {
      const id = await idOf(email)
      const set = await ola.put(`/operators/${id}/roles/Harbour`, { role: 'viewer' })
      expect(outcome(set)).toBe('404 OPERATOR_NOT_FOUND')
      expect(outcome(await ola.delete(`/operators/${id}`))).toBe('404 OPERATOR_NOT_FOUND')
    }
    expect(await namesSeen(vic)).toEqual(['Mill'])
    expect(valley.networkId).not.toBe(harbour.networkId)
  })

  test('a role that is taken away is gone at the next request', async () => {
    const ola = await owner()
    const role = `/operators/${await idOf(OLA)}/roles/Harbour`
    expect(outcome(await platform.delete(role))).toBe('200')
    expect(await namesSeen(ola)).toEqual([])
    expect(outcome(await ola.get('/operators'))).toBe('403 FORBIDDEN')
    expect(outcome(await platform.delete(role))).toBe('404 OPERATOR_NOT_FOUND')
  })

  test('a disabled operator is out at the next request and cannot come in', async () => {
    const ola = await owner()
    const path = `/operators/${await idOf(OLA)}/disabled`
    expect((await platform.put(path, { isDisabled: true })).body).toMatchObject({ isDisabled: true })
    expect(outcome(await ola.get('/account'))).toBe('401 NOT_SIGNED_IN')
    const tryIn = () => server.browser().post('/sessions', { email: OLA, password: PASSWORD })
    expect(outcome(await tryIn())).toBe('401 SIGN_IN_FAILED')
    await platform.put(path, { isDisabled: false })
    expect(outcome(await tryIn())).toBe('200')
  })

  test('the last platform operator stays', async () => {
    const ana = `/operators/${await idOf(ANA)}`
    const refused = '409 LAST_PLATFORM_OPERATOR'
    expect(outcome(await platform.put(`${ana}/platform`, { isPlatform: false }))).toBe(refused)
    expect(outcome(await platform.put(`${ana}/disabled`, { isDisabled: true }))).toBe(refused)
    expect(outcome(await platform.delete(ana))).toBe(refused)
    const second = await join(platform, VIC, { role: 'platform' })
    expect(outcome(await second.put(`${ana}/platform`, { isPlatform: false }))).toBe('200')
    expect(outcome(await platform.get('/operators'))).toBe('403 FORBIDDEN')
    expect(outcome(await second.delete(ana))).toBe('200')
    expect(outcome(await platform.get('/account'))).toBe('401 NOT_SIGNED_IN')
  })
})
