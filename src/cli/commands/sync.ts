import { Command } from 'commander'
import { type AccountFlags, accountOptions, readAccount } from '#cli/commands/connection'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { figure, renderTable } from '#cli/tables'
import { HeadcountError } from '#errors'
import type { SyncRun } from '#services/connections/sync-runs'
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
        const runs: SyncRun[] = []
        for (const number of await chosen(headcount, connection)) {
          runs.push(await headcount.sync({ connection: number, ...(flags.full && { full: true }) }))
        }
        if (runs.some(({ state }) => state !== 'done')) exit(5)
        context.terminal.out(flags.json ? json({ syncs: runs }) : runs.map(printRun).join(''))
      }),
    )
}

async function chosen(headcount: Headcount, connection: number | undefined): Promise<readonly number[]> {
  if (connection !== undefined) return [connection]
  const all = await headcount.connections()
  if (all.length > 0) return all.map(({ connectionId }) => connectionId)
  throw new HeadcountError('CONNECTION_NOT_FOUND', 'There are no connections yet: headcount connection add.')
}

function printRun({ connectionId, state, report, problem }: SyncRun): string {
  const name = `Connection ${connectionId}`
  if (report === null) return `${name} ${state}: ${problem?.message ?? ''} ${problem?.next ?? ''}\n`
  const { added, changed, removed, notUnderstood, requests, throttled, durationMs } = report
  const figures = `${figure(added)} added, ${figure(changed)} changed, ${figure(removed)} removed, ${figure(notUnderstood)} not understood`
  return `${name}: ${figures}; ${figure(requests)} requests (${figure(throttled)} asked to wait) in ${(durationMs / 1000).toFixed(1)} s.\n`
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
          context.terminal.out(`${renderTable(titles, rows)}\nNext: headcount import nexudus ${flags.out}\n`)
        })
      }),
  )
  return parent
}
