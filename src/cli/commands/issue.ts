import { Command } from 'commander'
import { readInstant } from '#cli/arguments'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { figure, renderTable } from '#cli/tables'
import { HeadcountError } from '#errors'
import { fromMinor } from '#model/money'
import type { IssueReport } from '#services/platform-invoices/issue'

interface IssueFlags {
  readonly network?: string
  readonly location?: string
  readonly all?: true
  readonly cutOff?: Date
  readonly dryRun?: true
  readonly json?: true
}

const REASONS: Readonly<Record<IssueReport['skipped'][number]['reason'], string>> = {
  no_anchor: 'has no billing anchor',
  no_price_plan: 'has no price plan at this cut-off',
  nothing_due: 'has nothing due',
  already_issued: 'has an invoice at this cut-off',
  later_cut_off: 'has an invoice at a later cut-off',
}

export function issueCommand(context: CliContext): Command {
  return new Command('issue')
    .description('Issue the platform invoices that are due; missed cut-offs are caught up in order.')
    .option('--location <l>', 'only this location: id, external id or exact name')
    .option('--network <n>', 'only this network')
    .option('--all', 'all locations of all networks')
    .option('--cut-off <instant>', 'only this cut-off, whether the billing anchor has it or not', readInstant)
    .option('--dry-run', 'work everything out and keep nothing')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount issue --all --dry-run')
    .action(({ json: asJson, all, ...options }: IssueFlags) =>
      withHeadcount(context, async (headcount) => {
        const isNamed = options.location !== undefined || options.network !== undefined
        if (isNamed === (all === true)) {
          throw new HeadcountError(
            'INVALID_ARGUMENT',
            'Give --location, --network or --all, and only --all alone.',
          )
        }
        const report = await headcount.issuePlatformInvoices(options)
        context.terminal.out(asJson ? json(report) : printReport(report))
      }),
    )
}

function printReport({ issued, skipped, dryRun }: IssueReport): string {
  const rows = issued.map((one) => [
    String(one.number),
    one.location,
    one.cutOffAt,
    figure(one.activeUsers),
    `${one.currency} ${fromMinor(one.totalMinor, one.digits)}`,
  ])
  const table = renderTable(
    [
      { title: 'Number', align: 'right' },
      { title: 'Location' },
      { title: 'Cut-off' },
      { title: 'Active users', align: 'right' },
      { title: 'Total', align: 'right' },
    ],
    rows,
  )
  const skips = skipped.map(
    ({ name, reason, cutOffAt }) => `${name} ${REASONS[reason]}${cutOffAt === null ? '' : ` (${cutOffAt})`}.`,
  )
  const done = dryRun ? 'Would issue' : 'Issued'
  const sum = `${done} ${figure(issued.length)} platform invoice${issued.length === 1 ? '' : 's'}.`
  return `${[...(rows.length > 0 ? [table, ''] : []), ...skips, sum].join('\n')}\n`
}
