/**
 * A run that issues for every location, beside the bare insert of as many rows and the bare count; and why an
 * invoice of the largest location differs from the count of an instant, beside the bare count of it. On a
 * copy of the database, since what is issued stays.
 */
import sql from 'sql-template-tag'
import type { PricePlan } from '#billing/price-plan'
import { countStatement } from '#counting/active-users'
import { DEFAULT_RULE_SET } from '#counting/rules'
import type { Session } from '#database/database'
import { openDatabase } from '#database/open'
import { type Context, programContext } from '#services/context'
import { createHeadcount } from '#services/headcount'
import { issuePlatformInvoices } from '#services/platform-invoices/issue'
import { listPlatformInvoices } from '#services/platform-invoices/read'
import { reconcilePlatformInvoice } from '#services/platform-invoices/reconcile'
import { takenBack } from '#services/taken-back'
import { AS_OF, DAY_MS } from './generate/network.ts'
import { agree } from './support/agree.ts'
import {
  type Bench,
  databaseAt,
  drop,
  type ProgramConnection,
  withClients,
  withProgram,
} from './support/bench.ts'
import { type Figure, ratios } from './support/figures.ts'
import { BIG_LOCATION, customersOf, findLocation } from './support/locations.ts'
import { takeTurns, timeOf } from './support/timing.ts'

const DATABASE = 'headcount_bench_platform_invoices'
const NETWORK = '1'
const RUN_TURNS = { warmUp: 1, runs: 5 }
const RECONCILE_TURNS = { warmUp: 6, runs: 100 }
/** Of 500 locations, and of 20,000 customers; fewer have no target. */
const TARGETS = { run: { atMost: 3000 }, reconcile: { atMost: 50 } }
const CUT_OFF = new Date(AS_OF)

const PLAN: PricePlan = {
  name: 'Synthetic',
  currency: 'EUR',
  baseFee: '80',
  usage: {
    model: 'graduated',
    tiers: [
      { upTo: 100, unitPrice: '2' },
      { upTo: null, unitPrice: '1.25' },
    ],
  },
}

export async function platformInvoices(bench: Bench): Promise<Figure[]> {
  const url = await copyOf(bench)
  try {
    await assignPlan(url)
    return await withProgram(url, async (connection) => {
      const context = programContext(connection.database, () => new Date(AS_OF + 30 * DAY_MS))
      return [
        ...(await issuing(bench, context, connection)),
        ...(await reconciling(bench, context, connection)),
      ]
    })
  } finally {
    await drop(bench.server, DATABASE)
  }
}

async function copyOf({ server, headcount, log }: Bench): Promise<string> {
  log('copying the database')
  await drop(server, DATABASE)
  const template = new URL(headcount).pathname.slice(1)
  await withClients([server], ([admin]) => admin.query(`create database ${DATABASE} template ${template}`))
  return databaseAt(server, DATABASE)
}

/** Also brings the schema of the copy up to date. */
async function assignPlan(databaseUrl: string): Promise<void> {
  const headcount = createHeadcount(programContext(await openDatabase({ databaseUrl }), () => CUT_OFF))
  try {
    await headcount.createPricePlan({ plan: PLAN })
    const { items } = await headcount.listLocations({ network: NETWORK, limit: 500 })
    const from = new Date(AS_OF - 60 * DAY_MS)
    for (const { externalId } of items) {
      await headcount.assignPricePlan({ location: externalId, pricePlan: PLAN.name, from })
    }
  } finally {
    await headcount.close()
  }
}

/** A dry run does all that a run does, and is undone; so is the bare insert. The last run is kept. */
async function issuing(
  { size }: Bench,
  context: Context,
  { database, asking, doing }: ProgramConnection,
): Promise<Figure[]> {
  const asked = { network: NETWORK, cutOff: CUT_OFF }
  const dryRun = doing(() => issuePlatformInvoices(context, { ...asked, dryRun: true }))
  const countAll = asking(countStatement({ asOf: CUT_OFF }, DEFAULT_RULE_SET))
  const { issued } = await dryRun()
  const rows = issued.reduce((sum, { activeUsers }) => sum + activeUsers, 0)
  agree('active users of all locations', {
    run: rows,
    count: (await countAll()).reduce((sum, row) => sum + Number(row.active_users), 0),
  })
  await database.query(sql`
    create table bare_rows (
      network_id int, location_id int, customer_id int, mask int,
      primary key (location_id, customer_id, network_id)
    )`)
  const insert = doing(() =>
    takenBack<Session, unknown>(
      (work) => database.transaction(work),
      (session) =>
        session.query(sql`
          insert into bare_rows
          select network_id, location_id, customer_id, 1 from location_customers limit ${rows}::int`),
    ),
  )
  const times = await takeTurns({ dryRun, countAll, insert }, RUN_TURNS)
  const lastMs = await timeOf(() => issuePlatformInvoices(context, asked))
  const name = `issue, ${issued.length} locations`
  const target = size === 'M' ? TARGETS.run : {}
  return [
    { what: `${name}: active users frozen`, value: rows, unit: 'rows' },
    { what: `${name}: evidence frozen with them`, value: await evidenceRows(context), unit: 'rows' },
    { what: `${name}: a run that is undone, p50`, value: times.dryRun.p50, unit: 'ms', ...target },
    { what: `${name}: a run that is kept, once`, value: lastMs, unit: 'ms', ...target },
    { what: `${name}: the server’s computing, p50`, value: times.dryRun.cpuP50, unit: 'ms' },
    { what: `${name}: the bare count, p50`, value: times.countAll.p50, unit: 'ms' },
    { what: `${name}: the bare insert of as many rows, p50`, value: times.insert.p50, unit: 'ms' },
    ...ratios(`${name}: run / bare count`, [times.dryRun, times.countAll]),
    ...ratios(`${name}: run / bare insert`, [times.dryRun, times.insert]),
  ]
}

async function evidenceRows({ database }: Context): Promise<number> {
  const [row] = await database.query<{ rows: number }>(
    sql`select sum(cardinality(evidence_customers))::int as rows from platform_invoice_lists`,
  )
  return row?.rows ?? 0
}

async function reconciling(
  { size }: Bench,
  context: Context,
  { database, asking, doing }: ProgramConnection,
): Promise<Figure[]> {
  const location = String(BIG_LOCATION)
  const { items } = await listPlatformInvoices(context, { network: NETWORK, location })
  const key = { network: NETWORK, number: items[0]?.number ?? 0 }
  const place = await findLocation(database, BIG_LOCATION)
  const before = new Date(AS_OF - 1)
  const after = new Date(AS_OF + DAY_MS)
  const times = await takeTurns(
    {
      same: doing(() => reconcilePlatformInvoice(context, { ...key, asOf: before })),
      anew: doing(() => reconcilePlatformInvoice(context, { ...key, asOf: after })),
      count: asking(countStatement({ ...place, asOf: before }, DEFAULT_RULE_SET)),
    },
    RECONCILE_TURNS,
  )
  const { lost } = await reconcilePlatformInvoice(context, { ...key, asOf: after })
  const name = `reconcile, ${customersOf(size, BIG_LOCATION)} customers`
  const target = size === 'M' ? TARGETS.reconcile : {}
  return [
    { what: `${name}: the same window, p50`, value: times.same.p50, unit: 'ms' },
    { what: `${name}: the same window, p99`, value: times.same.p99, unit: 'ms', ...target },
    { what: `${name}: the next window, customers told`, value: lost, unit: 'rows' },
    { what: `${name}: the next window, p50`, value: times.anew.p50, unit: 'ms' },
    { what: `${name}: the next window, p99`, value: times.anew.p99, unit: 'ms', ...target },
    { what: `${name}: the bare count, p50`, value: times.count.p50, unit: 'ms' },
    ...ratios(`${name}: the same window / bare count`, [times.same, times.count]),
    ...ratios(`${name}: the next window / bare count`, [times.anew, times.count]),
  ]
}
