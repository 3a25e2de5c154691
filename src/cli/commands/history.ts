import { Command } from 'commander'
import { readInstant, readWhole } from '#cli/arguments'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { printHistory } from '#cli/print-history'
import type { HistoryOptions } from '#services/active-users/history'

export function historyCommand(context: CliContext): Command {
  return new Command('history')
    .description('Count the active users at the end of each of the last months.')
    .requiredOption('--network <n>', 'id, external id or exact name')
    .option('--location <l>', 'one location: id, external id or exact name')
    .option('--months <m>', 'how many; default 12', (text) => readWhole('--months', text))
    .option('--as-of <instant>', 'as of this instant; default now', readInstant)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount history --network 1 --location "Harbour Loft" --months 6')
    .action((flags: HistoryOptions & { json?: true }) =>
      withHeadcount(context, async (headcount) => {
        const { json: asJson, ...options } = flags
        const history = await headcount.history(options)
        context.terminal.out(asJson ? json(history) : printHistory(history))
      }),
    )
}
