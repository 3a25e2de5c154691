import { Command } from 'commander'
import { readWhole } from '#cli/arguments'
import { type CliContext, withHeadcount } from '#cli/context'
import { runImport } from '#cli/run-import'

export function demoCommand(context: CliContext): Command {
  return new Command('demo')
    .description('Make a synthetic network: believable, invented, the same for the same seed.')
    .option('--locations <n>', 'how many locations', (text) => readWhole('--locations', text))
    .option('--customers <n>', 'how many customers', (text) => readWhole('--customers', text))
    .option('--seed <s>', 'any whole number', (text) => readWhole('--seed', text))
    .option('--json', 'print the report as JSON')
    .addHelpText('after', '\nExample:\n  headcount demo --locations 5 --customers 1000 --seed 7')
    .action(
      ({
        json: asJson,
        ...request
      }: {
        locations?: number
        customers?: number
        seed?: number
        json?: true
      }) =>
        withHeadcount(context, (headcount) =>
          runImport(context, asJson, (options) => headcount.makeDemo(request, options)),
        ),
    )
}
