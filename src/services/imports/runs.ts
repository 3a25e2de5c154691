/**
 * Imports that are asked for and followed later: an archive is handed over, the answer comes at once, and
 * the run is read until it has ended.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import sql, { type Sql } from 'sql-template-tag'
import type { Session } from '#database/database'
import { ERRORS, HeadcountError } from '#errors'
import { requireRight, visibleNetworks } from '#services/asker'
import { checkInput, oneOf, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { unpackArchive } from '#services/imports/archive'
import type { ImportProgress } from '#services/imports/import-records'
import type { ImportReport } from '#services/imports/report'
import { findNetwork } from '#services/networks/find'
import { isLostRun, keepRun, problemOf, type RunProblem } from '#services/run-keeper'
import { pageOfRuns, type RunPage, type RunsOptions } from '#services/run-page'

export const ARCHIVE_KINDS = ['nexudus', 'cobot', 'csv'] as const
export type ArchiveKind = (typeof ARCHIVE_KINDS)[number]

/** What a run brings in: an uploaded archive, or a demo network. */
export const RUN_KINDS = [...ARCHIVE_KINDS, 'demo'] as const
export type RunKind = (typeof RUN_KINDS)[number]

export const RUN_STATES = ['reading', 'merging', 'done', 'failed'] as const
export type RunState = (typeof RUN_STATES)[number]

export interface ImportRun {
  readonly runId: number
  /** Null until the records have told theirs. */
  readonly networkId: number | null
  readonly kind: RunKind
  readonly state: RunState
  readonly progress: ImportProgress | null
  readonly report: ImportReport | null
  readonly problem: RunProblem | null
  readonly startedAt: string
  readonly endedAt: string | null
}

export interface StartImportOptions {
  readonly kind: ArchiveKind
  /** Path of a ZIP file, alone in its folder, which is removed when the run has ended. */
  readonly archive: string
  /** Id, external id or exact name of a network that is there, or the name of a new one. */
  readonly network?: string
}

/** Reads a folder into the database; the verbs of this name. */
export type ImportFolder = (
  kind: ArchiveKind,
  folder: string,
  options: { networkName?: string; onProgress: (progress: ImportProgress) => void },
) => Promise<ImportReport>

const PROGRESS_EVERY_MS = 500
export const NO_NETWORK = 0

const START_INPUT = { kind: oneOf(ARCHIVE_KINDS), archive: text, network: optional(text) }

/**
 * Begins an import and answers at once; `ended` settles when it is over, and never fails.
 * @throws FORBIDDEN, NETWORK_NOT_FOUND for who may not make networks
 */
export async function startImport(
  context: Context,
  importFolder: ImportFolder,
  options: StartImportOptions,
): Promise<StartedRun> {
  const { kind, archive, network } = checkInput(options, START_INPUT)
  const known = await networkOf(context, network)
  return startRun(context, { kind, networkId: known?.networkId ?? NO_NETWORK }, (onProgress) =>
    inFolder(archive, (folder) => {
      const networkName = known?.name ?? network
      return importFolder(kind, folder, { onProgress, ...(networkName !== undefined && { networkName }) })
    }),
  )
}

export interface StartedRun {
  readonly run: ImportRun
  /** Settles when the run is over, and never fails. */
  readonly ended: Promise<void>
}

/** Begins a run of `work`, which is followed by its id. */
export async function startRun(
  context: Context,
  { kind, networkId }: { readonly kind: RunKind; readonly networkId: number },
  work: (onProgress: (progress: ImportProgress) => void) => Promise<ImportReport>,
): Promise<StartedRun> {
  const { database, asker, now } = context
  const at = now()
  const [row] = await database.query<RunRow>(sql`
    insert into import_runs (network_id, run_id, kind, operator_id, state, started_at, changed_at)
    values (
      ${networkId}::int,
      nextval('import_run_ids')::int,
      ${kind}::text,
      ${asker.operator?.operatorId ?? null}::text,
      'reading',
      ${at}::timestamptz,
      ${at}::timestamptz
    )
    returning *`)
  if (row === undefined) throw new Error('A run was not written.')
  const run = runOf(row, at)
  return { run, ended: follow(context, run.runId, work) }
}

/** Who may make networks may name a new one; for others it must be one that they see. */
async function networkOf({ database, asker }: Context, network: string | undefined) {
  if (asker.grants === 'everything' && network === undefined) {
    requireRight(asker, 'networks.manage')
    return undefined
  }
  if (network === undefined) {
    throw new HeadcountError('INVALID_ARGUMENT', 'Name the network that the records belong to.')
  }
  try {
    const found = await findNetwork(database, asker, network)
    requireRight(asker, 'imports.run', { networkId: found.networkId })
    return found
  } catch (error) {
    const isNew = error instanceof HeadcountError && error.code === 'NETWORK_NOT_FOUND'
    if (isNew && asker.grants === 'everything') return undefined
    throw error
  }
}

async function inFolder<T>(archive: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'headcount-import-'))
  try {
    await unpackArchive(archive, folder)
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
    await rm(dirname(archive), { recursive: true, force: true })
  }
}

async function follow(
  context: Context,
  runId: number,
  work: (onProgress: (progress: ImportProgress) => void) => Promise<ImportReport>,
): Promise<void> {
  const { now } = context
  const { change, stop } = keepRun(context, 'import_runs', runId)
  let written = now().getTime()
  const onProgress = (progress: ImportProgress) => {
    if (progress.phase === 'reading' && now().getTime() - written < PROGRESS_EVERY_MS) return
    written = now().getTime()
    change(sql`state = ${progress.phase}::text, progress = ${JSON.stringify(progress)}::jsonb`).catch(
      () => undefined,
    )
  }
  try {
    const report = await work(onProgress)
    await change(sql`
      state = 'done',
      network_id = ${report.network.networkId}::int,
      report = ${JSON.stringify(report)}::jsonb,
      ended_at = ${now()}::timestamptz`)
  } catch (error) {
    const problem = JSON.stringify(problemOf(error, INTERNAL))
    await change(sql`state = 'failed', problem = ${problem}::jsonb, ended_at = ${now()}::timestamptz`).catch(
      () => undefined,
    )
  } finally {
    stop()
  }
}

const INTERNAL: RunProblem = {
  code: 'INTERNAL',
  message: 'Something went wrong inside Headcount. Nothing was half done.',
  next: 'Import again; if it happens again, report it.',
}

/** @throws IMPORT_RUN_NOT_FOUND, also for a run of a network that the asker does not see */
export async function getImportRun(context: Context, runId: number): Promise<ImportRun> {
  const { database, now } = context
  const [row] = await runsWhere(database, sql`run_id = ${runId}::int and ${visible(context)}`, 1)
  if (row === undefined) throw new HeadcountError('IMPORT_RUN_NOT_FOUND', `There is no import ${runId}.`)
  if (row.network_id !== NO_NETWORK) requireRight(context.asker, 'imports.run', { networkId: row.network_id })
  return runOf(row, now())
}

export type ImportRunsOptions = RunsOptions
export type ImportRunPage = RunPage<ImportRun>

/** The imports of a network, newest first. @throws FORBIDDEN, NETWORK_NOT_FOUND, NETWORK_AMBIGUOUS */
export function listImportRuns(context: Context, options: RunsOptions = {}): Promise<ImportRunPage> {
  const { database, now } = context
  return pageOfRuns(context, options, {
    table: 'import_runs',
    right: 'imports.run',
    read: async (condition, limit) =>
      (await runsWhere(database, condition, limit)).map((row) => runOf(row, now())),
  })
}

/** Of a network that the asker sees, or begun by himself. */
function visible({ asker }: Context): Sql {
  const networks = visibleNetworks(asker)
  if (networks === 'all') return sql`true`
  return sql`(network_id = any (${networks}::int[]) or operator_id = ${asker.operator?.operatorId ?? null}::text)`
}

interface RunRow {
  network_id: number
  run_id: number
  kind: RunKind
  state: RunState
  progress: ImportProgress | null
  report: ImportReport | null
  problem: RunProblem | null
  started_at: Date
  changed_at: Date
  ended_at: Date | null
}

function runsWhere(session: Session, condition: Sql, limit: number): Promise<RunRow[]> {
  return session.query<RunRow>(sql`
    select *
    from import_runs r
    where ${condition}
    order by run_id desc
    limit ${limit}::int`)
}

/** A run whose process has gone is told as failed, by whoever looks. */
function runOf(row: RunRow, now: Date): ImportRun {
  const isLost = isLostRun(row, now)
  return {
    runId: row.run_id,
    networkId: row.network_id === NO_NETWORK ? null : row.network_id,
    kind: row.kind,
    state: isLost ? 'failed' : row.state,
    progress: row.progress,
    report: row.report,
    problem: isLost ? LOST : row.problem,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}

const LOST: RunProblem = {
  code: 'IMPORT_INTERRUPTED',
  message: 'The process that imported has ended. Nothing was half done.',
  next: ERRORS.IMPORT_INTERRUPTED.next,
}
