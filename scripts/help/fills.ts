/** What can be filled into an article, by name; the words after the name narrow it down. */
import { SETTINGS } from '#config'
import { BILL_REASON_PHRASES, COUNTED_REASONS, NOT_COUNTED_REASONS } from '#counting/bill-reasons'
import { REASON_PHRASES, REASONS } from '#counting/reconcile'
import { DEFAULT_RULE_SET, type KindRule, ruleOf, SOURCE_RULES } from '#counting/rules'
import { RIGHTS, type Right, ROLE_RIGHTS, ROLES } from '#model/access'
import { chargeExample } from './charge-example.ts'
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
  charge: chargeExample,
  reasons: () =>
    table(
      ['Reason', 'These customers'],
      REASONS.map((reason) => [`\`${reason}\``, sentence(REASON_PHRASES[reason](SEVERAL))]),
    ),
  'bill-reasons': () =>
    table(
      ['Reason', 'Counts', 'This customer'],
      [
        ...NOT_COUNTED_REASONS.map((reason) => [reason, 'No'] as const),
        ...COUNTED_REASONS.map((reason) => [reason, 'Yes'] as const),
      ].map(([reason, counts]) => [`\`${reason}\``, counts, sentence(BILL_REASON_PHRASES[reason])]),
    ),
  roles: () =>
    table(
      ['Right', ...ROLES.map((role) => role.replace('_', ' '))],
      Object.entries(RIGHTS).map(([right, meaning]) => [
        sentence(meaning),
        ...ROLES.map((role) => ((ROLE_RIGHTS[role] as readonly string[]).includes(right) ? 'Yes' : 'No')),
      ]),
    ),
  scopes: () =>
    table(
      ['Scope', 'What it allows'],
      (Object.keys(RIGHTS) as Right[]).map((right) => [`\`${right}\``, sentence(RIGHTS[right])]),
    ),
  settings: () =>
    table(
      ['Variable', 'Default', 'What it does'],
      Object.values(SETTINGS).map(({ variable, default: value, sentence: what }) => [
        `\`${variable}\``,
        value === '' ? '–' : `\`${value}\``,
        what,
      ]),
    ),
  'rule-set': () =>
    `The rule set is **${DEFAULT_RULE_SET.id}**, the default since ${DEFAULT_RULE_SET.validFrom}.`,
}

/** More than one, for sentences that have a plural. */
const SEVERAL = 2

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
