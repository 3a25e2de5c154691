import { Command } from 'commander'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { figure } from '#cli/tables'

const EXIT_UNHEALTHY = 1

export function doctorCommand(context: CliContext, exit: (code: number) => void): Command {
  return new Command('doctor')
    .description('Compare the live schema with the expected one and check the invariants of the data.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount doctor')
    .action((flags: { json?: true }) =>
      withHeadcount(context, async (headcount) => {
        const diagnosis = await headcount.doctor()
        if (!diagnosis.isHealthy) exit(EXIT_UNHEALTHY)
        if (flags.json) return context.terminal.out(json(diagnosis))
        const findings = [
          ...diagnosis.schema,
          ...diagnosis.invariants.map(
            (finding) => `Does not hold (${figure(finding.rows)} rows): ${finding.sentence}`,
          ),
        ]
        context.terminal.out(
          diagnosis.isHealthy
            ? `Healthy: the schema on ${diagnosis.engine} is as expected and every invariant holds.\n`
            : `${findings.join('\n')}\n`,
        )
      }),
    )
}
