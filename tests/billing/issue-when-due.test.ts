// Issuing by schedule: what fell due while nobody served is caught up, then each as its cut-off comes.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Database } from '#database/database'
import { issueWhenDue } from '#jobs/issue-when-due'
import type { Schedule } from '#jobs/repeat'
import { NETWORK } from '../records/network.ts'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../support/engines.ts'
import { type BilledNetwork, billedNetwork } from './billed-network.ts'

const EVERY_MS = 20

describe.each(ENGINE_CASES)('platform invoices by schedule on %s', (engine) => {
  let db: Database
  let billed: BilledNetwork
  const told: string[] = []
  beforeAll(async () => {
    db = await openTestDatabase(engine)
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    await emptyAllTables(db)
    billed = await billedNetwork(db)
    told.length = 0
  })

  function start(issue = () => billed.headcount.issueWhatIsDue()): Schedule {
    const log = {
      info: (_details: object, message: string) => void told.push(message),
      error: (_details: object, message: string) => void told.push(message),
    }
    return issueWhenDue({ issue, everyMs: EVERY_MS, log })
  }

  const issuedAre = (count: number) =>
    vi.waitFor(
      async () => {
        const page = await billed.headcount.listPlatformInvoices({ network: NETWORK })
        expect(page.total).toBe(count)
      },
      { timeout: 30_000, interval: 10 },
    )

  test('missed cut-offs are caught up at once, later ones follow, and none after it has stopped', async () => {
    billed.context.clock = new Date('2026-12-05T00:00:00Z')
    const schedule = start()
    await issuedAre(4)
    billed.context.clock = new Date('2027-01-01T00:00:00Z')
    await issuedAre(6)
    await schedule.stop()
    billed.context.clock = new Date('2027-02-01T00:00:00Z')
    await new Promise((resolve) => setTimeout(resolve, 5 * EVERY_MS))
    await issuedAre(6)
    expect(new Set(told)).toEqual(new Set(['platform invoices issued']))
    expect(await billed.headcount.verifyPlatformInvoices()).toMatchObject({ isIntact: true })
  })

  test('a run that fails is told, and the next one tries again', async () => {
    billed.context.clock = new Date('2026-11-01T00:00:00Z')
    let runs = 0
    const schedule = start(() => {
      runs += 1
      if (runs === 1) return Promise.reject(new Error('the database is away'))
      return billed.headcount.issueWhatIsDue()
    })
    await issuedAre(2)
    await schedule.stop()
    expect(told).toEqual(['platform invoices could not be issued', 'platform invoices issued'])
  })
})
