/** A run of issuing, for a terminal. */
import { figure, printable, renderTable } from '#cli/tables'
import { fromMinor } from '#model/money'
import type { PreviewFigures } from '#services/platform-invoices/compare-preview'
import type { IssueReport } from '#services/platform-invoices/issue'
import type { IssueRun, IssueRunDetails, IssueRunPage } from '#services/platform-invoices/read-issue-runs'

const REASONS: Readonly<Record<IssueReport['skipped'][number]['reason'], string>> = {
  no_anchor: 'has no billing anchor',
  no_price_plan: 'has no price plan at this cut-off',
  nothing_due: 'has nothing due',
  already_issued: 'has an invoice at this cut-off',
  later_cut_off: 'has an invoice at a later cut-off',
}

type Amount = Pick<PreviewFigures, 'currency' | 'digits' | 'totalMinor'>

const money = ({ currency, digits, totalMinor }: Amount) => `${currency} ${fromMinor(totalMinor, digits)}`

export function printIssueRun(run: IssueRunDetails): string {
  const { report, isDryRun, runId, problem } = run
  const issued = report?.issued ?? []
  const skips = (report?.skipped ?? []).map(
    ({ name, reason, cutOffAt }) =>
      `${printable(name)} ${REASONS[reason]}${cutOffAt === null ? '' : ` (${cutOffAt})`}.`,
  )
  const lines = [
    ...(issued.length > 0 ? [issuedTable(issued), ''] : []),
    ...skips,
    ...comparison(run),
    ...(problem === null ? [] : [`Run ${runId} failed: ${problem.message} ${problem.next}`]),
    `${isDryRun ? 'Would issue' : 'Issued'} ${many(issued.length, 'platform invoice')}${caughtUp(run)}.`,
  ]
  return `${lines.join('\n')}\n`
}

function issuedTable(issued: IssueReport['issued']): string {
  const rows = issued.map((one) => [
    String(one.number),
    one.location,
    one.cutOffAt,
    figure(one.activeUsers),
    money(one),
  ])
  const columns = [
    { title: 'Number', align: 'right' as const },
    { title: 'Location' },
    { title: 'Cut-off' },
    { title: 'Active users', align: 'right' as const },
    { title: 'Total', align: 'right' as const },
  ]
  return renderTable(columns, rows)
}

function caughtUp({ summary }: IssueRun): string {
  const count = summary?.caughtUp ?? 0
  return count === 0 ? '' : `, ${figure(count)} of them caught up`
}

function comparison({ comparison: compared }: IssueRunDetails): string[] {
  if (compared === null) return []
  if (compared.isSame) return [`As preview ${compared.previewRunId} had it.`]
  const side = (figures: PreviewFigures | null) =>
    figures === null ? 'none' : `${many(figures.activeUsers, 'active user')}, ${money(figures)}`
  return [
    `Since preview ${compared.previewRunId} this has changed:`,
    ...compared.differences.map(
      ({ location, cutOffAt, preview, issued }) =>
        `  ${printable(location)} (${cutOffAt}): ${side(preview)} before, ${side(issued)} now`,
    ),
  ]
}

const many = (count: number, noun: string) => `${figure(count)} ${noun}${count === 1 ? '' : 's'}`

export function printIssueRuns({ runs, total }: IssueRunPage): string {
  if (total === 0) return 'Nothing was issued or tried out here yet: headcount issue\n'
  const rows = runs.map((run) => [
    String(run.runId),
    run.startedAt,
    run.location?.name ?? run.network?.name ?? 'all networks',
    `${run.isDryRun ? 'dry run, ' : ''}${run.state}`,
    figure(run.summary?.issued ?? run.progress?.issued ?? 0),
    (run.summary?.totals ?? []).map(money).join(', '),
  ])
  const columns = [
    { title: 'Run', align: 'right' as const },
    { title: 'Started' },
    { title: 'For' },
    { title: 'State' },
    { title: 'Invoices', align: 'right' as const },
    { title: 'Total' },
  ]
  return `${renderTable(columns, rows)}\n`
}
