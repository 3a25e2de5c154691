import { Command } from 'commander'
import { type CliContext, withHeadcount } from '#cli/context'
import { start } from '#cli/start'

export function startCommand(context: CliContext): Command {
  return new Command('start')
    .description('Open the database, make a synthetic demo network where it is empty, and show who counts.')
    .addHelpText('after', '\nExample:\n  headcount start')
    .action(() =>
      withHeadcount(context, (headcount) => start(headcount, context.terminal, context.settings())),
    )
}
