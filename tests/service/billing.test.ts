// The money side over HTTP: from a price plan to an invoice, its difference, its documents and its proof.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { verifyProofPack } from '#billing/proof-pack'
import { PLAN } from '../billing/billed-network.ts'
import { base, booking, contextOf, contract, importAll } from '../records/network.ts'
import type { Browser } from '../support/browser.ts'
import { ENGINE_CASES } from '../support/engines.ts'
import { joined, outcome, PASSWORD, type RunningServer, startServer, tokenSentTo } from '../support/server.ts'

const loft = '/networks/Harbour/locations/loft'
const invoices = '/networks/Harbour/platform-invoices'

describe.each(ENGINE_CASES)('the money side over HTTP on %s', (engine) => {
  let server: RunningServer
  let platform: Browser
  let owner: Browser

  beforeAll(async () => {
    server = await startServer(engine)
    await server.addPlatformOperator('platform@example.com')
    platform = await server.signedIn('platform@example.com')
    await importAll(contextOf(server.database, '2026-10-01T00:00:00Z'), [
      ...base,
      contract('k-1', { createdAt: Date.parse('2026-01-05T00:00:00Z') }),
      booking('b-1', { customerExternalId: 'cara', madeAt: Date.parse('2026-01-10T00:00:00Z') }),
    ])
    await platform.post('/invitations', {
      email: 'owner@example.com',
      role: 'network_owner',
      network: 'Harbour',
    })
    const account = { firstName: 'Ola', lastName: 'Nord', password: PASSWORD }
    const token = tokenSentTo(server, 'owner@example.com')
    await server.browser().post('/invitations/acceptance', { token, account })
    owner = await server.signedIn('owner@example.com')
  })
  afterAll(() => server.close())

  /** A run, once it has ended. */
  async function run(body: object) {
    const started = await platform.post<{ runId: number }>('/platform-invoice-runs', body)
    expect(started.status).toBe(202)
    return vi.waitFor(
      async () => {
        const { body: told } = await platform.get<{ runId: number; state: string }>(
          `/platform-invoice-runs/${started.body.runId}`,
        )
        expect(told.state).toBe('done')
        return told
      },
      { timeout: 30_000, interval: 50 },
    )
  }

  test('a plan is made, assigned, and a cut-off issued', async () => {
    expect(outcome(await platform.post('/price-plans', { plan: PLAN }))).toBe('201')
    expect(outcome(await platform.post('/price-plans', { plan: PLAN }))).toBe('409 PRICE_PLAN_TAKEN')
    const same = await platform.post('/price-plans/Standard/versions', { plan: PLAN })
    expect(same.body).toMatchObject({ version: 1, hasChanges: false })
    const assigned = { pricePlan: 'Standard', from: '2026-01-01' }
    expect(outcome(await platform.put(`${loft}/price-plan`, assigned))).toBe('200')
    const anchor = { startsOn: '2026-02-01', localTime: '03:00', every: 'year' }
    expect((await platform.put(`${loft}/billing-anchor`, anchor)).body).toMatchObject({ hasChanges: true })
    expect((await owner.get(`${loft}/billing`)).body).toMatchObject({
      anchor,
      current: { version: { version: 1, plan: PLAN } },
    })
    const asked = { network: 'Harbour', location: 'loft', cutOff: '2026-02-01T03:00:00Z' }
    const tried = await run({ ...asked, dryRun: true })
    expect(tried).toMatchObject({ isDryRun: true, report: { issued: [{ number: 1, activeUsers: 2 }] } })
    expect(await run({ preview: tried.runId })).toMatchObject({
      report: { issued: [{ number: 1, activeUsers: 2, totalMinor: 2400 }] },
      comparison: { isSame: true },
    })
    const { body } = await platform.get<{ runs: object[] }>('/platform-invoice-runs?network=Harbour')
    expect(body.runs).toMatchObject([{ summary: { issued: 1 } }, { isDryRun: true }])
  })

  test('an owner reads it, and changes nothing', async () => {
    expect((await owner.get('/price-plans')).body).toMatchObject({ total: 1 })
    expect((await owner.get('/price-plans/Standard')).body).toMatchObject({ versions: [{ plan: PLAN }] })
    expect((await owner.get(invoices)).body).toMatchObject({
      total: 1,
      items: [{ number: 1, isVoid: false }],
    })
    expect((await owner.get(`${invoices}/1`)).body).toMatchObject({
      network: 'Harbour',
      invoice: { activeUsers: 2, pricePlan: { plan: PLAN }, bySource: { contract: 1, booking: 1 } },
      void: null,
    })
    const users = await owner.get(`${invoices}/1/active-users?limit=1`)
    expect(users.body).toMatchObject({
      total: 2,
      nextOffset: 1,
      items: [{ externalId: 'ada', sources: ['contract'] }],
    })
    const preview = await owner.post('/price-previews', { plan: PLAN, count: 3, upTo: 4 })
    expect(preview.body).toMatchObject({ charge: { totalMinor: 2700 }, curve: { cliffs: [] } })
    const changes = [
      await owner.post('/platform-invoice-runs', { network: 'Harbour' }),
      await owner.post(`${invoices}/1/void`, { reason: 'No.' }),
      await owner.post(`${invoices}/1/credit-notes`, { reason: 'No.' }),
      await owner.post('/price-plans', { plan: { ...PLAN, name: 'Mine' } }),
      await owner.put(`${loft}/price-plan`, { pricePlan: null }),
      await owner.put(`${loft}/billing-anchor`, { startsOn: '2026-01-01' }),
      await owner.get('/platform-invoices/verification'),
    ]
    expect(changes.map(outcome)).toEqual(changes.map(() => '403 FORBIDDEN'))
  })

  test('who is at some locations sees the platform invoices and the plans of these alone', async () => {
    const at = (location: string) => ({ role: 'viewer', network: 'Harbour', locations: [location] })
    const here = await joined(server, platform, 'here@example.com', at('loft'))
    const there = await joined(server, platform, 'there@example.com', at('pier'))
    const told = async (viewer: Browser) => [
      (await viewer.get(invoices)).body,
      outcome(await viewer.get(`${invoices}/1`)),
      outcome(await viewer.get(`${invoices}/1/active-users`)),
      outcome(await viewer.get(`${invoices}/1/proof-pack`)),
      (await viewer.get('/price-plans')).body,
    ]
    expect(await told(here)).toMatchObject([{ total: 1 }, '200', '200', '200', { total: 1 }])
    const missing = '404 PLATFORM_INVOICE_NOT_FOUND'
    expect(await told(there)).toMatchObject([{ total: 0 }, missing, missing, missing, { total: 0 }])
    await platform.put('/networks/Harbour/locations/pier/billing-anchor', { startsOn: '2026-01-31' })
    const elsewhere = await there.post('/networks/Harbour/locations/pier/forecast', {
      cancelContracts: ['k-1'],
    })
    expect(outcome(elsewhere)).toBe('404 RECORD_NOT_FOUND')
  })

  test('the difference, the adjustments and the forecast', async () => {
    const told = await owner.get(`${invoices}/1/reconciliation?as_of=2026-02-10`)
    expect(told.body).toMatchObject({
      lost: 1,
      new: 0,
      differences: [{ externalId: 'cara', reason: 'window_started_anew', source: 'booking' }],
    })
    expect((await owner.get(`${invoices}/1/adjustments`)).body).toMatchObject({
      items: [],
      differenceMinor: 0,
    })
    const forecast = await owner.post(`${loft}/forecast`, { cancelContracts: ['k-1'] })
    expect(forecast.body).toMatchObject({ count: 0, charge: { currency: 'EUR' } })
    expect(outcome(await owner.get(`${invoices}/1/reconciliation?against=9`))).toBe(
      '404 PLATFORM_INVOICE_NOT_FOUND',
    )
  })

  test('the proof pack is intact as it comes over the wire', async () => {
    const { body } = await owner.get(`${invoices}/1/proof-pack`)
    const { publicKey } = (await server.browser().get<{ publicKey: string }>('/platform-key')).body
    const verdict = verifyProofPack(JSON.stringify(body), publicKey)
    expect(verdict).toMatchObject({ isIntact: true, faults: [], invoice: { number: 1, activeUsers: 2 } })
  })

  test('the documents', async () => {
    const heads: string[] = []
    for (const path of ['pdf?paper=Letter', 'active-users/export/csv', 'active-users/export/xlsx']) {
      const { status, headers } = await owner.get(`${invoices}/1/${path}`)
      heads.push(
        `${status} ${headers.get('content-type')} ${headers.get('content-disposition')?.split(';')[1]}`,
      )
    }
    expect(heads).toEqual([
      '200 application/pdf  filename="Platform invoice 1.pdf"',
      '200 text/csv; charset=utf-8  filename="Platform invoice 1 active users.csv"',
      '200 application/vnd.openxmlformats-officedocument.spreadsheetml.sheet  filename="Platform invoice 1 active users.xlsx"',
    ])
  })

  test('a credit note, and a void of what has none', async () => {
    const note = await platform.post(`${invoices}/1/credit-notes`, { reason: 'Goodwill.', amount: '1' })
    expect([note.status, note.body]).toMatchObject([201, { number: 2, about: 1, totalMinor: -120 }])
    const voided = await platform.post(`${invoices}/1/void`, { reason: 'Wrong.' })
    expect(outcome(voided)).toBe('409 PLATFORM_INVOICE_CREDITED')
    await run({ network: 'Harbour', location: 'loft', cutOff: '2026-03-01T03:00:00Z' })
    expect((await platform.post(`${invoices}/3/void`, { reason: 'Wrong.' })).body).toMatchObject({
      number: 3,
    })
    expect((await owner.get(`${invoices}/3`)).body).toMatchObject({ void: { reason: 'Wrong.', about: 3 } })
    expect((await platform.get('/platform-invoices/verification')).body).toMatchObject({
      isIntact: true,
      chains: [{ entries: 4, faults: [] }],
    })
  })
})
