import { Command } from 'commander'
import { readInstant, readWhole } from '#cli/arguments'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { printIssueRun } from '#cli/print-issue-run'
import { issueBar } from '#cli/progress'
import { HeadcountError } from '#errors'
import type { Headcount } from '#services/headcount'
import type { StartIssueRunOptions } from '#services/platform-invoices/issue-runs'
import type { IssueRunDetails } from '#services/platform-invoices/read-issue-runs'

interface IssueFlags {
  readonly network?: string
  readonly location?: string
  readonly all?: true
  readonly cutOff?: Date
  readonly dryRun?: true
  readonly preview?: number
  readonly json?: true
}

export function issueCommand(context: CliContext): Command {
  return new Command('issue')
    .description('Issue the platform invoices that are due; missed cut-offs are caught up in order.')
    .option('--location <l>', 'only this location: id, external id or exact name')
    .option('--network <n>', 'only this network')
    .option('--all', 'all locations of all networks')
    .option('--cut-off <instant>', 'only this cut-off, whether the billing anchor has it or not', readInstant)
    .option('--dry-run', 'work everything out and keep nothing but the preview')
    .option('--preview <run>', 'issue what this dry run was for, and tell what has changed since', (text) =>
      readWhole('--preview', text),
    )
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount issue --all --dry-run')
    .action(({ json: asJson, all, ...options }: IssueFlags) =>
      withHeadcount(context, async (headcount) => {
        const isNamed = [options.location, options.network, options.preview].some(
          (name) => name !== undefined,
        )
        if (isNamed === (all === true)) {
          throw new HeadcountError(
            'INVALID_ARGUMENT',
            'Give --location, --network, --preview or --all, and only --all alone.',
          )
        }
        const run = await issue(context, headcount, options)
        context.terminal.out(asJson ? json(run) : printIssueRun(run))
        if (run.isDryRun && !asJson && (run.report?.issued.length ?? 0) > 0) {
          context.terminal.err(`Confirm it: headcount issue --preview ${run.runId}\n`)
        }
      }),
    )
}

async function issue(
  { terminal }: CliContext,
  headcount: Headcount,
  options: StartIssueRunOptions,
): Promise<IssueRunDetails> {
  const bar = await issueBar(terminal)
  const { run, ended } = await headcount.startIssueRun(options, bar.onProgress)
  const { error } = await ended
  if (error !== undefined) {
    bar.failed('The run failed; what whole rounds had issued stays issued')
    throw error
  }
  const details = await headcount.issueRun(run.runId)
  bar.done(details.isDryRun ? 'Worked out' : 'Issued')
  return details
}
