import { renderTable } from '#cli/tables'
import type { RuleSet, SourceRule } from '#counting/rules'

/** The rule of each source, and which kinds of evidence count. */
export function printRules({
  ruleSet,
  sources,
}: {
  ruleSet: RuleSet
  sources: readonly SourceRule[]
}): string {
  const rules = sources.map(
    (rule) =>
      `${rule.label} (${rule.source}, ${rule.lasts === 'window' ? 'forgotten at each platform invoice' : 'stands while it holds'})\n  ${rule.sentence}`,
  )
  const kinds = renderTable(
    [{ title: 'Source' }, { title: 'Kind' }, { title: 'Counts' }, { title: 'Meaning' }],
    ruleSet.kinds.map((kind) => [
      kind.source,
      kind.kind,
      kind.counts ? (kind.isDisputable ? 'yes, disputable' : 'yes') : 'no',
      kind.meaning,
    ]),
  )
  return `A customer is an active user of a location while at least one of these holds.\n\n${rules.join('\n\n')}\n\nRule set ${ruleSet.id}, valid from ${ruleSet.validFrom}\n\n${kinds}\n`
}
