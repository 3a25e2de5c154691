import { Command } from 'commander'
import { type CliContext, withHeadcount } from '#cli/context'
import { firstOperatorNote } from '#cli/first-operator'
import { start } from '#cli/start'

export function startCommand(context: CliContext): Command {
  return new Command('start')
    .description('Make a synthetic demo network where there are no records, show who counts, and serve.')
    .option('--once', 'show and end, without serving')
    .addHelpText('after', '\nExample:\n  headcount start')
    .action(({ once }: { once?: true }) => {
      const settings = context.settings()
      if (once) {
        return withHeadcount(context, (headcount) => start(headcount, context.terminal, settings))
      }
      return context.serve(settings, async ({ headcount, address, needsFirstOperator }) => {
        await start(headcount, context.terminal, settings)
        context.terminal.out(
          `\nHeadcount listens at ${address} (Ctrl-C ends it)\nThe API is described at ${address}/api/docs\n`,
        )
        if (needsFirstOperator) context.terminal.out(firstOperatorNote(address))
      })
    })
}
