/** Runs the program on arguments and returns its exit code; nothing here ends the process. */
import type { CliContext } from '#cli/context'
import { makeProgram } from '#cli/program'
import { reportError } from '#cli/report-error'

export async function run(argv: readonly string[], context: CliContext): Promise<number> {
  let code = 0
  const program = makeProgram(context, (unhealthy) => {
    code = unhealthy
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    return reportError(error, context.terminal, argv.includes('--json'))
  }
}
