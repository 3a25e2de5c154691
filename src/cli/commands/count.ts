import { Command } from 'commander'
import { readInstant } from '#cli/arguments'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { printCount } from '#cli/print-count'
import { HeadcountError } from '#errors'

export function countCommand(context: CliContext): Command {
  return new Command('count')
    .description('Count the active users of each location, by source.')
    .option('--network <n>', 'one network: id, external id or exact name')
    .option('--location <l>', 'one location: id, external id or exact name')
    .option('--as-of <instant>', 'count as of this instant; default now', readInstant)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  headcount count --location "Harbour Loft" --as-of 2026-11-20T12:00:00Z',
    )
    .action((flags: { network?: string; location?: string; asOf?: Date; json?: true }) =>
      withHeadcount(context, async (headcount) => {
        const { json: asJson, ...options } = flags
        const count = await headcount.count(options)
        if (asJson) return context.terminal.out(json(count))
        if (count.locations.length === 0) {
          throw new HeadcountError('NO_DATA', 'There are no locations here yet.')
        }
        context.terminal.out(printCount(count))
      }),
    )
}
