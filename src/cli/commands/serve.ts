import { Command } from 'commander'
import type { CliContext } from '#cli/context'
import { firstOperatorNote } from '#cli/first-operator'

export function serveCommand(context: CliContext): Command {
  return new Command('serve')
    .description('Serve the panel and the HTTP API until the process is asked to end (Ctrl-C).')
    .addHelpText('after', '\nExamples:\n  headcount serve\n  HEADCOUNT_PORT=8080 headcount serve')
    .action(() =>
      context.serve(context.settings(), ({ address, needsFirstOperator }) => {
        context.terminal.out(`Headcount listens at ${address}\nThe API is described at ${address}/api/docs\n`)
        if (needsFirstOperator) context.terminal.out(firstOperatorNote(address))
      }),
    )
}
