import { Command } from 'commander'
import { type CliContext, withHeadcount } from '#cli/context'
import { servingNote } from '#cli/serving-note'
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
      return context.serve(settings, async (ready) => {
        await start(ready.headcount, context.terminal, settings)
        context.terminal.out(`\n${servingNote(ready, settings)}`)
      })
    })
}
