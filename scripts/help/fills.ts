/** What can be filled into an article, by name; the words after the name narrow it down. */
import { DEFAULT_RULE_SET, type KindRule, ruleOf, SOURCE_RULES } from '#counting/rules'
import { scenarioTable } from './scenarios.ts'
import { sentence, table } from './table.ts'

export const FILLS: Readonly<Record<string, (words: string) => string>> = {
  sources: () =>
    table(
      ['Source', 'A customer counts when', 'How long'],
      SOURCE_RULES.map(({ label, sentence: rule, lasts }) => [
        label,
        rule,
        lasts === 'standing' ? 'While it holds' : 'Until the next platform invoice',
      ]),
    ),
  kinds: (source) =>
    kindTable(DEFAULT_RULE_SET.kinds.filter((kind) => source === '' || kind.source === source)),
  scenarios: scenarioTable,
  'rule-set': () =>
    `The rule set is **${DEFAULT_RULE_SET.id}**, the default since ${DEFAULT_RULE_SET.validFrom}.`,
}

function kindTable(kinds: readonly KindRule[]): string {
  return table(
    ['Source', 'Record', 'Counts', 'What it is'],
    kinds.map(({ source, kind, counts, isDisputable, meaning }) => [
      ruleOf(source).label,
      `\`${kind}\``,
      counts ? (isDisputable ? 'Yes, disputable' : 'Yes') : 'No',
      sentence(meaning),
    ]),
  )
}
