// The first run: a server without a network makes the demo network, and is followed until it is there.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ImportRun } from '#services/imports/runs'
import type { Browser } from '../support/browser.ts'
import { ENGINE_CASES } from '../support/engines.ts'
import { outcome, type RunningServer, startServer } from '../support/server.ts'

describe.each(ENGINE_CASES)('the demo network of a server, on %s', (engine) => {
  let server: RunningServer
  let platform: Browser
  beforeAll(async () => {
    server = await startServer(engine)
    await server.addPlatformOperator('platform@example.com')
    platform = await server.signedIn('platform@example.com')
  })
  afterAll(() => server.close())

  const names = async () =>
    (await platform.get<{ networks: { name: string }[] }>('/networks')).body.networks.map(({ name }) => name)
  async function made(runId: number): Promise<ImportRun> {
    const read = async () => (await platform.get<ImportRun>(`/imports/${runId}`)).body
    await vi.waitUntil(async () => (await read()).endedAt !== null, { timeout: 120_000, interval: 50 })
    return read()
  }

  test('is made where there is none, and beside others under a name of its own', async () => {
    const first = await platform.post<ImportRun>('/demo-networks', { customers: 60 })
    expect(first.status).toBe(202)
    expect(first.body).toMatchObject({ kind: 'demo', state: 'reading', networkId: null })
    const run = await made(first.body.runId)
    expect(run).toMatchObject({ state: 'done', problem: null, report: { hasChanges: true, problemCount: 0 } })
    const [name = ''] = await names()
    expect(name).toMatch(/synthetic/)
    const { body } = await platform.get<{ count: number }>(`/networks/${run.networkId}/overview`)
    expect(body.count).toBeGreaterThan(10)
    for (const taken of [{}, { name }]) {
      expect(outcome(await platform.post('/demo-networks', taken))).toBe('409 NETWORK_EXISTS')
    }
    const second = await platform.post<ImportRun>('/demo-networks', {
      name: 'To try',
      customers: 20,
      seed: 5,
    })
    expect(await made(second.body.runId)).toMatchObject({ state: 'done' })
    expect(await names()).toEqual([name, 'To try'])
  })

  test('is refused for sizes that a server has no time for', async () => {
    for (const wrong of [{ customers: 50_001 }, { locations: 0 }, { name: '' }, { size: 1 }]) {
      const answer = await platform.post('/demo-networks', wrong)
      expect(outcome(answer), JSON.stringify(wrong)).toBe('400 INVALID_ARGUMENT')
    }
  })
})
