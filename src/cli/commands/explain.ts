import { Command } from 'commander'
import { readInstant } from '#cli/arguments'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { printExplanation } from '#cli/print-explanation'

export function explainCommand(context: CliContext): Command {
  return new Command('explain')
    .description('Show all evidence for and against one customer at one location.')
    .argument('<customer>', 'id, external id or exact name')
    .requiredOption('--location <l>', 'id, external id or exact name')
    .option('--network <n>', 'the network of the location, where the name is in several')
    .option('--as-of <instant>', 'as of this instant; default now', readInstant)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount explain "Kit Moss" --location "Harbour Loft"')
    .action((customer: string, flags: { location: string; network?: string; asOf?: Date; json?: true }) =>
      withHeadcount(context, async (headcount) => {
        const { json: asJson, ...options } = flags
        const explanation = await headcount.explain({ customer, ...options })
        context.terminal.out(asJson ? json(explanation) : printExplanation(explanation))
      }),
    )
}
