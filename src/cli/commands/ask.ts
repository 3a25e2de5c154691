import { Command } from 'commander'
import { plainText } from '#assistant/answer'
import { type CliContext, json, withHeadcount } from '#cli/context'

export function askCommand(context: CliContext): Command {
  return new Command('ask')
    .description(
      'Ask a question in your own words; figures come from the other commands, rules from the help.',
    )
    .argument('<question>', 'in English or German')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  headcount ask "Who counts only because of a booking at Harbour Loft?"',
    )
    .action((question: string, flags: { json?: true }) =>
      withHeadcount(context, async (headcount) => {
        const { topic: _, ...answer } = await context.ask(question, headcount, context.settings())
        context.terminal.out(flags.json ? json(answer) : `${plainText(answer.parts)}\n`)
      }),
    )
}
