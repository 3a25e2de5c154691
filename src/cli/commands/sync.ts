import { Command } from 'commander'
import { type AccountFlags, accountOptions, readAccount } from '#cli/commands/connection'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { printProblems } from '#cli/print-report'
import { reportError } from '#cli/report-error'
import { figure, inWords, renderTable } from '#cli/tables'
import type { Terminal } from '#cli/terminal'
import { ERRORS, type ErrorCode, HeadcountError } from '#errors'
import type { SyncReport, SyncRun } from '#services/connections/sync-runs'
import type { Headcount } from '#services/headcount'

export function syncCommand(context: CliContext, exit: (code: number) => void): Command {
  return new Command('sync')
    .description('Bring in what changed of a connected account, or of all.')
    .argument('[connection]', 'number; default all', Number)
    .option('--full', 'read everything, and find what vanished')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount sync 1 --full')
    .action((connection: number | undefined, flags: { full?: true; json?: true }) =>
      withHeadcount(context, async (headcount) => {
        const numbers = await chosen(headcount, connection)
        const runs: SyncRun[] = []
        const codes: number[] = []
        for (const number of numbers) {
          try {
            const run = await headcount.sync({ connection: number, ...(flags.full && { full: true }) })
            runs.push(run)
            codes.push(flags.json ? exitOf(run) : tellRun(run, context.terminal))
          } catch (error) {
            // one that cannot be synced now does not keep the others from it
            if (!(error instanceof HeadcountError) || numbers.length === 1) throw error
            codes.push(reportError(error, context.terminal, flags.json === true))
          }
        }
        if (flags.json) context.terminal.out(json({ syncs: runs }))
        exit(codes.find((code) => code !== 0) ?? 0)
      }),
    )
}

async function chosen(headcount: Headcount, connection: number | undefined): Promise<readonly number[]> {
  if (connection !== undefined) return [connection]
  const all = await headcount.connections()
  if (all.length > 0) return all.map(({ connectionId }) => connectionId)
  throw new HeadcountError('CONNECTION_NOT_FOUND', 'There are no connections yet: headcount connection add.')
}

/** @returns the exit code */
function tellRun(run: SyncRun, terminal: Terminal): number {
  const { connectionId, state, report, problem } = run
  const name = `Connection ${connectionId}`
  if (report !== null) terminal.out(printReport(name, report))
  else if (problem === null) terminal.err(`${name}: the sync is ${state}.\n`)
  else terminal.err(`${problem.code}: ${name}: ${problem.message}\n${problem.next}\n`)
  return exitOf(run)
}

function exitOf({ state, problem }: SyncRun): number {
  if (state === 'done') return 0
  const code = problem?.code ?? ''
  return code in ERRORS ? ERRORS[code as ErrorCode].exit : ERRORS.SYNC_INTERRUPTED.exit
}

function printReport(name: string, report: SyncReport): string {
  const { added, changed, removed, notUnderstood, requests, throttled, durationMs, imported } = report
  const figures = `${figure(added)} added, ${figure(changed)} changed, ${figure(removed)} removed, ${figure(notUnderstood)} not understood`
  const problems = {
    problemCount: notUnderstood,
    warningCount: imported?.warningCount ?? 0,
    problems: [...report.problems, ...(imported?.problems ?? [])],
  }
  // said where everything was read, since that is when a team is first seen
  const teams =
    report.isFull && (imported?.records.team.read ?? 0) > 0
      ? 'Teams hold from their last change on: the account tells no history of them.\n'
      : ''
  return `${name}: ${figures}; ${figure(requests)} requests (${figure(throttled)} asked to wait) in ${(durationMs / 1000).toFixed(1)} s.\n${teams}${printProblems(problems)}`
}

export function pullCommand(context: CliContext): Command {
  const parent = new Command('pull')
    .description('Write what an account shows into a folder that an import takes.')
    .addHelpText('after', '\nExample:\n  headcount pull nexudus --out ./export --connection 1')
  parent.addCommand(
    accountOptions(new Command('nexudus'))
      .description('Write a Nexudus export directory.')
      .requiredOption('--out <folder>', 'folder, made if there is none')
      .option('--connection <n>', 'an account that is connected', Number)
      .option('--email <e>', 'or one that is not: e-mail to sign in with')
      .option('--json', 'print JSON')
      .addHelpText('after', '\nExample:\n  headcount pull nexudus --out ./export --email owner@example.com')
      .action(async (flags: AccountFlags & { out: string; connection?: number; json?: true }) => {
        if ((flags.connection === undefined) === (flags.email === undefined)) {
          throw new HeadcountError('INVALID_ARGUMENT', 'Give either --connection or --email.')
        }
        const from =
          flags.connection === undefined ? await readAccount(flags) : { connection: flags.connection }
        await withHeadcount(context, async (headcount) => {
          const report = await headcount.pullAccount({ folder: flags.out, from })
          if (flags.json) return context.terminal.out(json(report))
          const titles = [{ title: 'File' }, { title: 'Records', align: 'right' as const }]
          const rows = report.files.map(({ file, records }) => [file, figure(records)])
          context.terminal.out(
            [
              `${renderTable(titles, rows)}\n`,
              ...(report.missing.length === 0
                ? []
                : [`The account may not read: ${inWords(report.missing.join(', '))}.\n`]),
              printProblems({ ...report, warningCount: 0 }),
              `Next: headcount import nexudus ${flags.out}\n`,
            ].join(''),
          )
        })
      }),
  )
  return parent
}
