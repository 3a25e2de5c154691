/**
 * An import: everything is read into the loading tables first, then one transaction brings it in. A
 * reader sees the counts of before or of after; an import that is killed leaves nothing, and the next
 * one begins again.
 */
import sql from 'sql-template-tag'
import type { Database, Session } from '#database/database'
import { ENGINE_TRAITS } from '#database/engines'
import { tablesBehind } from '#database/housekeep'
import { withNetworkAtHand } from '#database/network-at-hand'
import { HeadcountError } from '#errors'
import type { ReadingProgress, RecordReader } from '#model/records'
import { writeAudit } from '#services/audit/write'
import { callback, checkInput, networkName, optional } from '#services/check-input'
import type { Context } from '#services/context'
import { refreshDerived } from '#services/imports/derive'
import { findImportNetwork, type ImportNetwork } from '#services/imports/find-network'
import { raiseHighestRefs } from '#services/imports/known-facts'
import { ID_TABLES, KnownIds, KnownRefs } from '#services/imports/known-ids'
import {
  analyzeLoadingTables,
  clearLoadingTables,
  indexFactsToSwap,
  isEmpty,
  prepareLoadingTables,
} from '#services/imports/loading-tables'
import { IMPORT_LOCK, waitForChanges } from '#services/imports/locks'
import { mergeRecords } from '#services/imports/merge-all'
import {
  adoptFacts,
  countLoadedFacts,
  eachSource,
  type MergedBySource,
  mergeFacts,
} from '#services/imports/merge-facts'
import { noteArrival } from '#services/imports/note-arrival'
import { type ImportReport, ImportTally } from '#services/imports/report'
import { settleRepeatedFacts } from '#services/imports/settle-repeats'
import { Stage, type StageIds } from '#services/imports/stage'
import { RecordStage } from '#services/imports/stage-records'

export interface ImportOptions {
  /** Name for the network; needed where the records do not tell one. */
  readonly networkName?: string
  readonly onProgress?: (progress: ImportProgress) => void
}

export type ImportProgress =
  | ({ readonly phase: 'reading' } & ReadingProgress)
  | { readonly phase: 'merging'; readonly recordsRead: number }

const TABLES = [
  'facts',
  'ended_facts',
  'customers',
  'contracts',
  'location_customers',
  'location_suspensions',
  'team_edges',
  'recurring_products',
  'platform_invoices',
]

const INPUT = { networkName: optional(networkName), onProgress: optional(callback) }

/**
 * Imports everything that `reader` yields into one network.
 * @throws HeadcountError INVALID_ARGUMENT, IMPORT_* for a file that cannot be read at all, IMPORT_RUNNING while another
 *   import runs; nothing is changed then
 */
export async function importRecords(
  context: Context,
  reader: RecordReader,
  options: ImportOptions = {},
): Promise<ImportReport> {
  checkInput(options, INPUT)
  const { database } = context
  const startedAt = context.now()
  const { report, hasChanges } = await database.withLock(
    IMPORT_LOCK,
    async (session) => {
      try {
        await waitForChanges(session)
        return await importUnderLock(context, session, reader, options, startedAt)
      } finally {
        await clearLoadingTables(session)
      }
    },
    () => {
      throw new HeadcountError('IMPORT_RUNNING', 'Another import is running on this database.')
    },
  )
  const grown = hasChanges ? TABLES : await tablesBehind(database, TABLES)
  if (grown.length > 0) await database.housekeep(grown)
  return { ...report, durationMs: context.now().getTime() - startedAt.getTime() }
}

async function importUnderLock(
  context: Context,
  session: Database,
  reader: RecordReader,
  options: ImportOptions,
  recordedAt: Date,
): Promise<{ report: ImportReport; hasChanges: boolean }> {
  const network = await findImportNetwork(
    session,
    context.asker,
    reader.origin,
    await reader.network(),
    options.networkName,
  )
  const becomesFacts =
    ENGINE_TRAITS[session.engine].canSwapTable &&
    (await isEmpty(session, 'facts')) &&
    (await isEmpty(session, 'ended_facts'))
  await prepareLoadingTables(session, becomesFacts)
  const tally = new ImportTally()
  const ids = await loadIds(session, network)
  const stage = new RecordStage(new Stage(session, ids, tally, reader))
  const recordsRead = await readInto(stage, reader, tally, options)
  options.onProgress?.({ phase: 'merging', recordsRead })
  await analyzeLoadingTables(session)
  const importing: Importing = {
    session,
    network,
    ids,
    tally,
    stage,
    becomesFacts,
    origin: reader.origin,
    recordedAt,
  }
  if (tally.isEmpty) return { report: reportOf(importing, context), hasChanges: false }
  if (stage.mayRepeat) await settleRepeatedFacts(session)
  if (becomesFacts) await indexFactsToSwap(context.database)
  return session.transaction(async (transaction) => {
    await mergeNetwork({ ...importing, session: transaction })
    await withNetworkAtHand(session.engine, transaction, { networkId: network.networkId }, () =>
      bringIn({ ...importing, session: transaction }),
    )
    return finish({ ...importing, session: transaction }, context)
  })
}

interface Importing {
  readonly session: Session
  readonly network: ImportNetwork
  readonly ids: StageIds
  readonly tally: ImportTally
  readonly stage: RecordStage
  readonly becomesFacts: boolean
  readonly origin: string
  readonly recordedAt: Date
}

async function loadIds(session: Session, network: ImportNetwork): Promise<StageIds> {
  const { networkId } = network
  const [next] = await session.query<{ id: number }>(sql`select nextval('import_ids')::int as id`)
  if (next === undefined) throw new Error('sequence import_ids gave no number')
  const currencies = await session.query<{ location_id: number; currency: string | null }>(
    sql`select location_id, currency from locations where network_id = ${networkId}::int`,
  )
  const contracts = await session.query<{ ref: number }>(
    sql`select distinct ref from contracts where network_id = ${networkId}::int`,
  )
  return {
    networkId,
    importId: next.id,
    locations: await KnownIds.load(session, networkId, ID_TABLES.locations),
    customers: await KnownIds.load(session, networkId, ID_TABLES.customers),
    teams: await KnownIds.load(session, networkId, ID_TABLES.teams),
    refs: await KnownRefs.load(session, networkId),
    currencies: new Map(currencies.map((row) => [row.location_id, row.currency])),
    contracts: new Set(contracts.map((row) => row.ref)),
  }
}

async function readInto(
  stage: RecordStage,
  reader: RecordReader,
  tally: ImportTally,
  options: ImportOptions,
): Promise<number> {
  let recordsRead = 0
  const batches = reader.read({
    onProblem: (problem) => tally.note(problem, reader.kindOfFile?.[problem.file]),
    onProgress: (progress) => options.onProgress?.({ phase: 'reading', ...progress }),
  })
  for await (const batch of batches) {
    for (const record of batch) {
      const waiting = stage.add(record)
      if (waiting !== undefined) await waiting
    }
    recordsRead += batch.length
  }
  await stage.finish()
  return recordsRead
}

async function bringIn(importing: Importing): Promise<void> {
  const { session, network, ids, tally, becomesFacts, recordedAt } = importing
  const { networkId } = network
  await mergeRecords({
    session,
    networkId,
    importId: ids.importId,
    isFirst: await isFirstArrival(importing),
    recordedAt,
    isRead: () => true,
    hasNewRefs: ids.refs.fresh.length > 0,
    note: (kind, merged) => {
      tally.records[kind].added += merged.added
      tally.records[kind].changed += merged.changed
    },
    async mergeFacts() {
      await raiseHighestRefs(session, networkId)
      return becomesFacts ? adopt(importing) : mergeFacts(session, networkId, recordedAt)
    },
  })
  await refreshDerived(session, networkId)
}

/** Also of a network that was made before it has any records. */
async function isFirstArrival({ session, network }: Importing): Promise<boolean> {
  const arrivals = await session.query(sql`
    select from imports
    where network_id = ${network.networkId}::int
    limit 1`)
  return arrivals.length === 0
}

/** All facts of a first import are new. Where none came twice there are as many records as were read. */
async function adopt({ session, stage, tally }: Importing): Promise<MergedBySource> {
  const facts = stage.mayRepeat
    ? await countLoadedFacts(session)
    : eachSource((source) => ({ added: tally.records[source].read, changed: 0 }))
  await adoptFacts(session)
  return facts
}

async function mergeNetwork({ session, network, origin }: Importing): Promise<void> {
  await session.query(sql`
    insert into networks (network_id, origin, external_id, name)
    values (${network.networkId}::int, ${origin}::text, ${network.externalId}::text, ${network.name}::text)
    on conflict (network_id) do nothing`)
}

async function finish(
  importing: Importing,
  context: Context,
): Promise<{ report: ImportReport; hasChanges: boolean }> {
  const { session, network, ids, recordedAt, origin } = importing
  const report = reportOf(importing, context)
  const { hasChanges } = report
  if (hasChanges) {
    await noteArrival(session, {
      networkId: network.networkId,
      importId: ids.importId,
      origin,
      recordedAt,
      report,
    })
    await writeAudit(session, context, {
      action: 'network.import',
      networkId: network.networkId,
      subject: { importId: ids.importId, origin },
      after: Object.fromEntries(
        Object.entries(report.records)
          .filter(([, { added, changed }]) => added + changed > 0)
          .map(([kind, { added, changed }]) => [kind, { added, changed }]),
      ),
    })
  }
  return { report, hasChanges }
}

function reportOf({ network, ids, tally, recordedAt }: Importing, context: Context): ImportReport {
  const { hasChanges } = tally
  return {
    network: { networkId: network.networkId, name: network.name },
    importId: hasChanges ? ids.importId : null,
    recordedAt: recordedAt.toISOString(),
    hasChanges,
    records: tally.records,
    problemCount: tally.problemCount,
    warningCount: tally.warningCount,
    problems: tally.problems,
    durationMs: context.now().getTime() - recordedAt.getTime(),
  }
}
