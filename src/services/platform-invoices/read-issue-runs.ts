/** Reads runs of issuing: one with its result, beside its preview if it confirmed one, and the list of them. */
import sql, { type Sql } from 'sql-template-tag'
import type { Session } from '#database/database'
import { ERRORS, HeadcountError } from '#errors'
import type { Door } from '#model/access'
import { requireRight, visibleNetworks } from '#services/asker'
import type { Context } from '#services/context'
import { comparePreview, type PreviewComparison } from '#services/platform-invoices/compare-preview'
import type { IssueProgress, IssueReport } from '#services/platform-invoices/issue'
import { isLostRun, type RunProblem } from '#services/run-keeper'
import { pageOfRuns, type RunPage, type RunsOptions } from '#services/run-page'

/** The network of a run over all of them. */
export const ALL_NETWORKS = 0

export const ISSUE_RUN_STATES = ['running', 'done', 'failed'] as const
export type IssueRunState = (typeof ISSUE_RUN_STATES)[number]

export interface IssueSummary {
  readonly issued: number
  /** Of those, how many stand before another cut-off that had been missed too. */
  readonly caughtUp: number
  /** Locations that got none, or for which others still wait. */
  readonly skipped: number
  readonly activeUsers: number
  readonly totals: readonly {
    readonly currency: string
    readonly digits: number
    readonly totalMinor: number
  }[]
}

export interface IssueRun {
  readonly runId: number
  /** What it is for; null where it is for all. */
  readonly network: { readonly networkId: number; readonly name: string } | null
  readonly location: { readonly locationId: number; readonly name: string } | null
  readonly cutOffAt: string | null
  readonly isDryRun: boolean
  /** The dry run that it confirmed. */
  readonly previewRunId: number | null
  readonly door: Door
  readonly operatorId: string | null
  readonly state: IssueRunState
  readonly progress: IssueProgress | null
  /** Of a run that failed: what it had issued. */
  readonly summary: IssueSummary | null
  readonly problem: RunProblem | null
  readonly startedAt: string
  readonly endedAt: string | null
}

export interface IssueRunDetails extends IssueRun {
  /** Null until it has ended. */
  readonly report: IssueReport | null
  /** Null where it confirmed no preview. */
  readonly comparison: PreviewComparison | null
}

export function summaryOf({ issued, skipped }: IssueReport): IssueSummary {
  const totals = new Map<string, { currency: string; digits: number; totalMinor: number }>()
  for (const { currency, digits, totalMinor } of issued) {
    const key = `${currency} ${digits}`
    const sum = (totals.get(key)?.totalMinor ?? 0) + totalMinor
    totals.set(key, { currency, digits, totalMinor: sum })
  }
  return {
    issued: issued.length,
    caughtUp: issued.filter(({ isCaughtUp }) => isCaughtUp).length,
    skipped: skipped.length,
    activeUsers: issued.reduce((sum, { activeUsers }) => sum + activeUsers, 0),
    totals: [...totals.values()],
  }
}

/** @throws ISSUE_RUN_NOT_FOUND, also for a run of a network that the asker does not see; FORBIDDEN */
export async function getIssueRun(context: Context, runId: number): Promise<IssueRunDetails> {
  const { database, asker, now } = context
  const [row] = await runsWhere(database, sql`r.run_id = ${runId}::int and ${visible(context)}`, 1)
  if (row === undefined) throw new HeadcountError('ISSUE_RUN_NOT_FOUND', `There is no run ${runId}.`)
  requireRight(asker, 'billing.manage', { networkId: row.network_id })
  const reports = await database.query<{ run_id: number; report: IssueReport | null }>(sql`
    select run_id, report
    from issue_runs
    where run_id = any (${[runId, row.preview_run_id ?? runId]}::int[])`)
  const reportOf = (id: number | null) => reports.find(({ run_id }) => run_id === id)?.report ?? null
  const report = reportOf(runId)
  const comparison = compared(row.preview_run_id, reportOf(row.preview_run_id), report)
  return { ...runOf(row, now()), report, comparison }
}

function compared(
  previewRunId: number | null,
  preview: IssueReport | null,
  report: IssueReport | null,
): PreviewComparison | null {
  if (previewRunId === null || preview === null || report === null) return null
  return comparePreview(previewRunId, preview, report)
}

export type IssueRunsOptions = RunsOptions
export type IssueRunPage = RunPage<IssueRun>

/** The newest first; without a network also those over all. @throws FORBIDDEN, NETWORK_NOT_FOUND, NETWORK_AMBIGUOUS */
export function listIssueRuns(context: Context, options: RunsOptions = {}): Promise<IssueRunPage> {
  const { database, now } = context
  return pageOfRuns(context, options, {
    table: 'issue_runs',
    right: 'billing.manage',
    read: async (condition, limit) =>
      (await runsWhere(database, condition, limit)).map((row) => runOf(row, now())),
  })
}

function visible({ asker }: Context): Sql {
  const networks = visibleNetworks(asker)
  return networks === 'all' ? sql`true` : sql`r.network_id = any (${networks}::int[])`
}

interface RunRow {
  network_id: number
  network: string | null
  run_id: number
  location_id: number | null
  location: string | null
  cut_off_at: Date | null
  is_dry_run: boolean
  preview_run_id: number | null
  door: Door
  operator_id: string | null
  state: IssueRunState
  progress: IssueProgress | null
  summary: IssueSummary | null
  problem: RunProblem | null
  started_at: Date
  changed_at: Date
  ended_at: Date | null
}

function runsWhere(session: Session, condition: Sql, limit: number): Promise<RunRow[]> {
  return session.query<RunRow>(sql`
    select
      r.network_id, n.name as network, r.run_id, r.location_id, l.name as location, r.cut_off_at,
      r.is_dry_run, r.preview_run_id, r.door, r.operator_id, r.state, r.progress, r.summary, r.problem,
      r.started_at, r.changed_at, r.ended_at
    from issue_runs r
    left join networks n on n.network_id = r.network_id
    left join locations l on l.network_id = r.network_id and l.location_id = r.location_id
    where ${condition}
    order by r.run_id desc
    limit ${limit}::int`)
}

function runOf(row: RunRow, now: Date): IssueRun {
  const isLost = isLostRun(row, now)
  return {
    runId: row.run_id,
    network: row.network === null ? null : { networkId: row.network_id, name: row.network },
    location: row.location_id === null ? null : { locationId: row.location_id, name: row.location ?? '' },
    cutOffAt: row.cut_off_at?.toISOString() ?? null,
    isDryRun: row.is_dry_run,
    previewRunId: row.preview_run_id,
    door: row.door,
    operatorId: row.operator_id,
    state: isLost ? 'failed' : row.state,
    progress: row.progress,
    summary: row.summary,
    problem: isLost ? LOST : row.problem,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}

const LOST: RunProblem = {
  code: 'ISSUE_RUN_INTERRUPTED',
  message: 'The process that issued has ended. Whole rounds were issued, and nothing by half.',
  next: ERRORS.ISSUE_RUN_INTERRUPTED.next,
}
