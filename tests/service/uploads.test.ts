// An export that is uploaded: who may, what becomes of it, and what cannot be used.
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { dumpTables } from '../imports/dump.ts'
import { zipOf, zipOfFolder } from '../support/archives.ts'
import type { Browser } from '../support/browser.ts'
import { ENGINE_CASES, emptyAllTables } from '../support/engines.ts'
import { addNetwork } from '../support/networks.ts'
import { joined, outcome, type RunningServer, startServer } from '../support/server.ts'

const WORLD = join(import.meta.dirname, '../fixtures/samples/world-11')
const NEXUDUS = '/imports?kind=nexudus'

interface Run extends Record<string, unknown> {
  readonly runId: number
  readonly state: string
}

describe.each(ENGINE_CASES)('uploads on %s', (engine) => {
  let server: RunningServer
  let platform: Browser
  let world: Buffer

  beforeAll(async () => {
    server = await startServer(engine)
    world = await zipOfFolder(WORLD)
  })
  beforeEach(async () => {
    await emptyAllTables(server.database)
    await server.addPlatformOperator('ana@example.com')
    platform = await server.signedIn('ana@example.com')
  })
  afterAll(() => server?.close())

  /** Follows a run to its end. */
  async function ended(browser: Browser, { runId }: Run): Promise<Run> {
    const look = async () => {
      const { body } = await browser.get<Run>(`/imports/${runId}`)
      expect(['done', 'failed']).toContain(body.state)
      return body
    }
    return vi.waitFor(look, { timeout: 60_000, interval: 50 })
  }

  async function imported(browser: Browser, path: string, archive: Buffer): Promise<Run> {
    const answer = await browser.upload<Run>(path, archive)
    expect(outcome(answer)).toBe('202')
    return ended(browser, answer.body)
  }

  test('a sample world is counted as it should be, and uploaded again changes nothing', async () => {
    const run = await imported(platform, NEXUDUS, world)
    expect(run).toMatchObject({ kind: 'nexudus', state: 'done', problem: null, report: { hasChanges: true } })
    const count = await platform.get('/active-users/count?as_of=2026-11-05T09:30:00Z')
    expect((count.body.locations as object[])[0]).toMatchObject({ externalId: '501', count: 15 })
    const again = await imported(platform, NEXUDUS, world)
    expect(again).toMatchObject({ state: 'done', report: { hasChanges: false } })
    const { body } = await platform.get<{ total: number; runs: Run[] }>('/imports')
    expect(body.total).toBe(2)
    expect(body.runs.map(({ runId }) => runId)).toEqual([again.runId, run.runId])
  })

  test('CSV files are taken too, into a network that is named', async () => {
    const locations =
      'id,name,time_zone,currency,created_at\nloft,Loft,Europe/London,GBP,2024-01-01T00:00:00Z\n'
    const run = await imported(
      platform,
      '/imports?kind=csv&network=Harbour',
      await zipOf({ 'locations.csv': locations }),
    )
    expect(run).toMatchObject({ state: 'done', report: { records: { location: { added: 1 } } } })
    expect((await platform.get('/networks')).body).toMatchObject({ networks: [{ name: 'Harbour' }] })
  })

  test('an owner uploads into his network alone; managers, viewers and strangers do not', async () => {
    await imported(platform, `${NEXUDUS}&network=Harbour`, world)
    await addNetwork(server.database, 'Valley', ['Mill'])
    const offer = (role: string) => ({ role, network: 'Harbour' })
    const owner = await joined(server, platform, 'ola@example.com', offer('network_owner'))
    const manager = await joined(server, platform, 'max@example.com', offer('location_manager'))
    const viewer = await joined(server, platform, 'vic@example.com', offer('viewer'))
    const other = await joined(server, platform, 'eve@example.com', {
      role: 'network_owner',
      network: 'Valley',
    })
    const run = await imported(owner, `${NEXUDUS}&network=Harbour`, world)
    expect(run).toMatchObject({ state: 'done', report: { hasChanges: false } })

    const before = await dumpTables(server.database, { withVersions: true })
    const upload = async (browser: Browser, path: string) => outcome(await browser.upload(path, world))
    expect(await upload(owner, `${NEXUDUS}&network=Valley`)).toBe('404 NETWORK_NOT_FOUND')
    expect(await upload(owner, `${NEXUDUS}&network=New`)).toBe('404 NETWORK_NOT_FOUND')
    expect(await upload(owner, NEXUDUS)).toBe('400 INVALID_ARGUMENT')
    expect(await upload(manager, `${NEXUDUS}&network=Harbour`)).toBe('403 FORBIDDEN')
    expect(await upload(viewer, `${NEXUDUS}&network=Harbour`)).toBe('403 FORBIDDEN')
    expect(await upload(other, `${NEXUDUS}&network=Harbour`)).toBe('404 NETWORK_NOT_FOUND')
    expect(await upload(server.browser(), `${NEXUDUS}&network=Harbour`)).toBe('401 NOT_SIGNED_IN')
    expect(await dumpTables(server.database, { withVersions: true })).toEqual(before)

    expect(outcome(await other.get(`/imports/${run.runId}`))).toBe('404 IMPORT_RUN_NOT_FOUND')
    expect((await other.get('/imports?network=Valley')).body).toMatchObject({ total: 0, runs: [] })
    expect(outcome(await viewer.get(`/imports/${run.runId}`))).toBe('403 FORBIDDEN')
  })

  test('what cannot be used ends the run with its reason, and nothing is imported', async () => {
    const cut = world.subarray(0, world.length / 2)
    const broken: readonly (readonly [string, Buffer, string, RegExp])[] = [
      ['text', Buffer.from('not an archive'), 'IMPORT_ARCHIVE', /no ZIP archive/],
      ['nothing', Buffer.alloc(0), 'IMPORT_ARCHIVE', /no ZIP archive/],
      ['cut off', cut, 'IMPORT_ARCHIVE', /no ZIP archive/],
      ['other files', await zipOf({ 'notes.txt': 'hello' }), 'IMPORT_ARCHIVE', /holds no file/],
      ['deeper folders', await zipOf({ 'a/b/bookings.json': '[]' }), 'IMPORT_ARCHIVE', /holds no file/],
      [
        'a file twice',
        await zipOf({ 'a/teams.json': '[]', 'b/teams.json': '[]' }),
        'IMPORT_ARCHIVE',
        /“teams.json” twice/,
      ],
      ['no export', await zipOf({ 'bookings.json': '[]' }), 'IMPORT_NETWORK_UNKNOWN', /which network/],
      ['broken JSON', await zipOf({ 'businesses.json': '[{"Id": 1,' }), 'IMPORT_FILE', /businesses\.json/],
    ]
    const before = await dumpTables(server.database, { without: ['import_runs'] })
    for (const [what, archive, code, message] of broken) {
      const { state, problem } = await imported(platform, NEXUDUS, archive)
      expect({ what, state, problem }).toEqual({
        what,
        state: 'failed',
        problem: {
          code: expect.stringContaining(code),
          message: expect.stringMatching(message),
          next: expect.any(String),
        },
      })
    }
    expect(await dumpTables(server.database, { without: ['import_runs'] })).toEqual(before)
  })

  test('a body that holds no file is refused', async () => {
    expect(outcome(await platform.send('POST', NEXUDUS, { form: new FormData() }))).toBe(
      '400 INVALID_ARGUMENT',
    )
    expect(outcome(await platform.post(NEXUDUS, { archive: 'x' }))).toMatch(/^4\d\d /)
    expect(outcome(await platform.upload('/imports?kind=other', world))).toBe('400 INVALID_ARGUMENT')
  })
})
