import { Command } from 'commander'
import { type CliContext, json } from '#cli/context'
import { printRules } from '#cli/print-rules'

export function rulesCommand({ terminal }: CliContext): Command {
  return new Command('rules')
    .description('Show the rule: the five sources and which kinds of evidence count.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount rules')
    .action(async (flags: { json?: true }) => {
      const { DEFAULT_RULE_SET, SOURCE_RULES } = await import('#counting/rules')
      const rules = { ruleSet: DEFAULT_RULE_SET, sources: SOURCE_RULES }
      terminal.out(flags.json ? json(rules) : printRules(rules))
    })
}
