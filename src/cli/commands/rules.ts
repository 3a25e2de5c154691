import { Command } from 'commander'
import { type CliContext, json } from '#cli/context'
import { printRules } from '#cli/print-rules'
import { DEFAULT_RULE_SET, SOURCE_RULES } from '#counting/rules'

export function rulesCommand({ terminal }: CliContext): Command {
  return new Command('rules')
    .description('Show the rule: the five sources and which kinds of evidence count.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount rules')
    .action((flags: { json?: true }) => {
      const rules = { ruleSet: DEFAULT_RULE_SET, sources: SOURCE_RULES }
      terminal.out(flags.json ? json(rules) : printRules(rules))
    })
}
