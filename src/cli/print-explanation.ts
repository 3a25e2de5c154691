import { inWords, printable } from '#cli/tables'
import type { Evidence } from '#counting/evidence'
import { ruleOf } from '#counting/rules'
import type { Explanation } from '#services/active-users/explain'

/** The answer, the records that count, those that do not, and what would change it. */
export function printExplanation(explanation: Explanation): string {
  const counting = explanation.evidence.filter((item) => item.counts)
  const silent = explanation.evidence.filter((item) => !item.counts)
  const parts = [
    printable(explanation.sentence),
    section('Counts', counting),
    section('Does not count', silent),
    explanation.wouldChange.length === 0
      ? ''
      : `${explanation.isActiveUser ? 'What would end this' : 'What would change this'}\n${explanation.wouldChange.map((line) => `  ${printable(line)}`).join('\n')}\n`,
    `As of ${explanation.asOf}, window since ${explanation.location.windowFrom}, rule set ${explanation.ruleSet}.`,
  ]
  return `${parts
    .filter((part) => part !== '')
    .join('\n\n')
    .replaceAll('\n\n\n', '\n\n')}\n`
}

function section(title: string, items: readonly Evidence[]): string {
  return items.length === 0 ? '' : `${title}\n${items.map(line).join('\n')}`
}

function line(item: Evidence): string {
  const disputable = item.isDisputable ? ' Disputable: the published rule is silent on this.' : ''
  const at = item.at === null ? 'always' : item.at
  return [
    `  ${ruleOf(item.source).label} · ${inWords(item.kind)} · ${at} · ${item.record.type} ${printable(item.record.externalId)}`,
    `    ${printable(item.sentence)}${disputable}`,
    `    Rule: ${item.rule}`,
  ].join('\n')
}
