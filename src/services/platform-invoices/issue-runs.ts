/**
 * Runs that issue platform invoices, or try it out: started by somebody, by schedule or on the command line,
 * followed while they work, and kept to be read again.
 */
import sql from 'sql-template-tag'
import { HeadcountError } from '#errors'
import { LARGEST_INT } from '#lib/largest-int'
import { checkInput, flag, instant, optional, text, whole } from '#services/check-input'
import type { Context } from '#services/context'
import { findDue } from '#services/platform-invoices/due'
import {
  type IssueOptions,
  type IssueReport,
  type IssueScope,
  issueScope,
  issueWithin,
  type OnRound,
} from '#services/platform-invoices/issue'
import type { PlatformInvoiceIssued } from '#services/platform-invoices/issue-round'
import {
  ALL_NETWORKS,
  getIssueRun,
  type IssueRun,
  type IssueRunDetails,
  summaryOf,
} from '#services/platform-invoices/read-issue-runs'
import { keepRun, problemOf, type RunProblem } from '#services/run-keeper'

export interface StartIssueRunOptions extends IssueOptions {
  /** A dry run that is confirmed: issues for what that was for, and tells what has changed since. */
  readonly preview?: number
}

export interface StartedIssueRun {
  readonly run: IssueRun
  /** Settles when the run is over, and never fails; `error` is what ended it early. */
  readonly ended: Promise<{ readonly error: unknown }>
}

const INPUT = {
  network: optional(text),
  location: optional(text),
  cutOff: optional(instant),
  dryRun: optional(flag),
  preview: optional(whole(1, LARGEST_INT)),
}

/**
 * Begins a run and answers at once.
 * @throws INVALID_ARGUMENT, INVALID_INSTANT, LOCATION_NOT_FOUND, NETWORK_NOT_FOUND, ISSUE_RUN_NOT_FOUND, FORBIDDEN
 */
export async function startIssueRun(
  context: Context,
  options: StartIssueRunOptions = {},
  onRound: OnRound = () => undefined,
): Promise<StartedIssueRun> {
  const { preview, dryRun = false, ...asked } = checkInput(options, INPUT)
  if (preview === undefined) {
    const scope = await issueScope(context, asked)
    const isOfOne = asked.network !== undefined || asked.location !== undefined
    return begin(context, { scope, dryRun, networkId: networkIdOf(scope, isOfOne), onRound })
  }
  if (dryRun || Object.values(asked).some((value) => value !== undefined)) {
    throw new HeadcountError(
      'INVALID_ARGUMENT',
      'A preview is confirmed as it is: give nothing else with it.',
    )
  }
  const { scope, networkId } = await scopeOfPreview(context, preview)
  return begin(context, { scope, dryRun, networkId, preview, onRound })
}

function networkIdOf({ networkIds }: IssueScope, isOfOne: boolean): number {
  return (isOfOne ? networkIds[0] : undefined) ?? ALL_NETWORKS
}

async function scopeOfPreview(
  context: Context,
  preview: number,
): Promise<{ scope: IssueScope; networkId: number }> {
  const { isDryRun, state, network, location, cutOffAt } = await getIssueRun(context, preview)
  if (!isDryRun || state !== 'done') {
    throw new HeadcountError('INVALID_ARGUMENT', `Run ${preview} is no dry run that has ended.`)
  }
  const scope = await issueScope(context, {
    network: network === null ? undefined : String(network.networkId),
  })
  const only = {
    ...(location !== null && { locationId: location.locationId }),
    ...(cutOffAt !== null && { cutOff: new Date(cutOffAt) }),
  }
  if (network === null) return { scope: { ...scope, ...only }, networkId: ALL_NETWORKS }
  return { scope: { networkIds: [network.networkId], ...only }, networkId: network.networkId }
}

interface NewRun {
  readonly scope: IssueScope
  readonly networkId: number
  readonly dryRun: boolean
  readonly preview?: number
  readonly onRound: OnRound
}

async function begin(context: Context, run: NewRun): Promise<StartedIssueRun> {
  const { database, asker, now } = context
  const { scope, networkId, dryRun, preview = null } = run
  const at = now()
  const [row] = await database.query<{ run_id: number }>(sql`
    insert into issue_runs (
      network_id, run_id, location_id, cut_off_at, is_dry_run, preview_run_id, door, operator_id,
      state, started_at, changed_at
    )
    values (
      ${networkId}::int,
      nextval('issue_run_ids')::int,
      ${scope.locationId ?? null}::int,
      ${scope.cutOff ?? null}::timestamptz,
      ${dryRun}::boolean,
      ${preview}::int,
      ${asker.door}::text,
      ${asker.operator?.operatorId ?? null}::text,
      'running',
      ${at}::timestamptz,
      ${at}::timestamptz
    )
    returning run_id`)
  if (row === undefined) throw new Error('A run was not written.')
  const { report: _, comparison: __, ...begun } = await getIssueRun(context, row.run_id)
  return { run: begun, ended: follow(context, row.run_id, run) }
}

/** What a run that failed had issued stays issued, and is told. */
async function follow(context: Context, runId: number, { scope, dryRun, onRound }: NewRun) {
  const { change, stop } = keepRun(context, 'issue_runs', runId)
  const issued: PlatformInvoiceIssued[] = []
  const end = (report: IssueReport) => sql`
    summary = ${JSON.stringify(summaryOf(report))}::jsonb,
    report = ${JSON.stringify(report)}::jsonb,
    ended_at = ${context.now()}::timestamptz`
  try {
    const report = await issueWithin(context, scope, dryRun, (progress, round) => {
      issued.push(...round)
      // not waited for: on the embedded database it is this transaction's turn
      change(sql`progress = ${JSON.stringify(progress)}::jsonb`).catch(() => undefined)
      onRound(progress, round)
    })
    await change(sql`state = 'done', ${end(report)}`)
    return { error: undefined }
  } catch (error) {
    const partly = { dryRun, issued: dryRun ? [] : issued, skipped: [] }
    const problem = JSON.stringify(problemOf(error, INTERNAL))
    await change(sql`state = 'failed', problem = ${problem}::jsonb, ${end(partly)}`).catch(() => undefined)
    return { error }
  } finally {
    stop()
  }
}

const INTERNAL: RunProblem = {
  code: 'INTERNAL',
  message: 'Something went wrong inside Headcount. Whole rounds were issued, and nothing by half.',
  next: 'Start a run again: it issues what is left. If it happens again, report it.',
}

/**
 * A run where something is due; null, and no trace, where nothing is, or where another process was quicker.
 * What a schedule calls every minute.
 */
export async function issueWhatIsDue(context: Context): Promise<IssueRunDetails | null> {
  const scope = await issueScope(context, {})
  const { due } = await findDue(context.database, { ...scope, now: context.now() })
  if (due.length === 0) return null
  const networkIds = [...new Set(due.map(({ networkId }) => networkId))]
  const { run, ended } = await begin(context, {
    scope: { ...scope, networkIds },
    networkId: ALL_NETWORKS,
    dryRun: false,
    onRound: () => undefined,
  })
  const { error } = await ended
  if (error !== undefined) throw error
  const [nothing] = await context.database.query(sql`
    delete from issue_runs
    where run_id = ${run.runId}::int
      and (summary ->> 'issued')::int = 0
    returning run_id`)
  return nothing === undefined ? getIssueRun(context, run.runId) : null
}
