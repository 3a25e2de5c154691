// Runs: followed while they work, previewed and compared, kept, and told as lost when their process has gone.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import type { Headcount } from '#services/headcount'
import type { IssueProgress } from '#services/platform-invoices/issue'
import type { StartIssueRunOptions } from '#services/platform-invoices/issue-runs'
import { at, booking, NETWORK, type TestContext, upsert } from '../records/network.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { billedNetwork } from './billed-network.ts'

describe.each(ENGINE_CASES)('runs of issuing on %s', (engine) => {
  let db: Database
  let context: TestContext
  let headcount: Headcount

  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    await emptyAllTables(db)
    ;({ context, headcount } = await billedNetwork(db))
    context.clock = new Date('2026-12-05T00:00:00Z')
  })

  const finished = async (options: StartIssueRunOptions = {}) => {
    const told: IssueProgress[] = []
    const { run, ended } = await headcount.startIssueRun(options, (progress) => told.push(progress))
    const { error } = await ended
    return { run: await headcount.issueRun(run.runId), begun: run, told, error }
  }

  test('a run tells how far it is, and then what it issued, what it caught up, and who got none', async () => {
    await headcount.assignPricePlan({
      location: 'pier',
      pricePlan: null,
      from: new Date('2026-11-15T00:00:00Z'),
    })
    const { run, begun, told } = await finished()
    expect(begun).toMatchObject({ state: 'running', network: null, isDryRun: false, summary: null })
    const figures = told.map(({ networksDone, networks, rounds, issued, due }) => [
      networksDone,
      networks,
      rounds,
      issued,
      due,
    ])
    expect(figures).toEqual([
      [0, 1, 0, 0, 4],
      [0, 1, 1, 2, 4],
      [0, 1, 2, 3, 4],
      [1, 1, 3, 3, 4],
    ])
    expect(run).toMatchObject({
      state: 'done',
      door: 'library',
      progress: told.at(-1),
      summary: {
        issued: 3,
        caughtUp: 2,
        skipped: 1,
        activeUsers: 7,
        totals: [{ currency: 'EUR', digits: 2, totalMinor: 7200 }],
      },
      report: { skipped: [{ name: 'Location pier', reason: 'no_price_plan' }] },
      comparison: null,
      problem: null,
    })
    expect(run.report?.issued.map(({ number, isCaughtUp }) => [number, isCaughtUp])).toEqual([
      [1, true],
      [2, true],
      [3, false],
    ])
  })

  test('a preview is confirmed as it was, and a change in between is told', async () => {
    const preview = (await finished({ location: 'loft', dryRun: true })).run
    expect((await headcount.listPlatformInvoices({ network: NETWORK })).total).toBe(0)
    const same = (await finished({ preview: preview.runId })).run
    expect(same).toMatchObject({
      location: { name: 'Location loft' },
      comparison: { previewRunId: preview.runId, isSame: true, differences: [] },
    })
    expect(same.report?.issued).toHaveLength(2)

    const other = (await finished({ network: NETWORK, dryRun: true })).run
    await upsert(context, booking('b-7', { locationExternalId: 'pier', madeAt: at('2026-11-20T00:00:00Z') }))
    const changed = (await finished({ preview: other.runId })).run
    expect(changed).toMatchObject({
      network: { name: NETWORK },
      comparison: {
        isSame: false,
        differences: [
          {
            location: 'Location pier',
            cutOffAt: '2026-11-30T09:00:00.000Z',
            preview: { activeUsers: 1 },
            // ada, and ben through her team
            issued: { activeUsers: 3 },
          },
        ],
      },
    })
    expect(changed.comparison?.differences).toHaveLength(1)
  })

  test('what is no preview, or more than one, is refused', async () => {
    const { run } = await finished({ location: 'pier' })
    const refused = async (options: StartIssueRunOptions) =>
      headcount.startIssueRun(options).catch(({ code }: { code: string }) => code)
    expect(await refused({ preview: run.runId })).toBe('INVALID_ARGUMENT')
    expect(await refused({ preview: run.runId, location: 'pier' })).toBe('INVALID_ARGUMENT')
    expect(await refused({ preview: 999_999 })).toBe('ISSUE_RUN_NOT_FOUND')
    expect(await refused({ cutOff: new Date('2027-01-01T00:00:00Z') })).toBe('INVALID_INSTANT')
  })

  test('a run that fails keeps what its whole rounds had issued', async () => {
    // the third invoice finds its list taken
    await db.script(`
      insert into platform_invoice_lists
      select network_id, location_id, '2026-11-30T09:00:00Z', 1, '{}', '{}', '{}', '{}', '{}', '{}'
      from locations
      where external_id = 'pier'`)
    const { run, error } = await finished()
    expect(error).toBeInstanceOf(Error)
    expect(run).toMatchObject({
      state: 'failed',
      problem: { code: 'INTERNAL' },
      summary: { issued: 2, skipped: 0 },
    })
    expect((await headcount.listPlatformInvoices({ network: NETWORK })).total).toBe(2)
  })

  test('runs are listed, the newest first; a schedule leaves none where nothing is due', async () => {
    await finished({ dryRun: true })
    expect(await headcount.issueWhatIsDue()).toMatchObject({ state: 'done', summary: { issued: 4 } })
    expect(await headcount.issueWhatIsDue()).toBeNull()
    const page = await headcount.issueRuns({ limit: 1 })
    expect([page.total, page.runs[0]?.summary?.issued, page.runs[0]?.isDryRun]).toEqual([2, 4, false])
    const rest = await headcount.issueRuns({ before: page.nextBefore ?? 0 })
    expect(rest.runs.map(({ isDryRun }) => isDryRun)).toEqual([true])
    expect(await headcount.issueRuns({ network: NETWORK })).toMatchObject({ total: 0, runs: [] })
  })

  test('a run whose process has gone is told as failed', async () => {
    const { run } = await finished({ dryRun: true })
    await db.script(`update issue_runs set state = 'running', ended_at = null`)
    context.clock = new Date('2026-12-05T00:03:00Z')
    expect(await headcount.issueRun(run.runId)).toMatchObject({
      state: 'failed',
      problem: { code: 'ISSUE_RUN_INTERRUPTED' },
    })
  })
})
