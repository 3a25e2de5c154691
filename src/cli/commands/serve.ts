import { Command } from 'commander'
import type { CliContext } from '#cli/context'
import { servingNote } from '#cli/serving-note'

export function serveCommand(context: CliContext): Command {
  return new Command('serve')
    .description('Serve the panel and the HTTP API until the process is asked to end (Ctrl-C).')
    .addHelpText('after', '\nExamples:\n  headcount serve\n  HEADCOUNT_PORT=8080 headcount serve')
    .action(() => {
      const settings = context.settings()
      return context.serve(settings, (ready) => context.terminal.out(servingNote(ready, settings)))
    })
}
