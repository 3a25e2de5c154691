/**
 * The rule: who counts as an active user of a location, and why. Read this file first.
 *
 * Sources stand in the order of the help article. Whatever tells the rule elsewhere (the count, the
 * evidence, filters, `headcount rules`, help) is derived from this list.
 */
import { DERIVED_KINDS, EVIDENCE_KINDS, type EvidenceKind, FACT_KINDS, type FactKind } from '#model/kind'
import { SOURCES, type Source } from '#model/source'

/** Where the count finds the evidence of a source; the SQL of each finder is in finders.ts. */
export type Finder = 'contracts' | 'facts' | 'renewals' | 'paying_customers'

export interface SourceRule {
  readonly source: Source
  readonly label: string
  /** The sentence of the help article. */
  readonly sentence: string
  /** `standing`: holds as a state at the instant. `window`: an event, forgotten at each platform invoice. */
  readonly lasts: 'standing' | 'window'
  /** Whether a suspended or archived customer's evidence of this source is ignored. */
  readonly isSilencedBySuspension: boolean
  readonly finders: readonly Finder[]
}

export const SOURCE_RULES: readonly SourceRule[] = [
  {
    source: 'contract',
    label: 'Contract',
    sentence:
      'The customer has a contract of this location that exists and is not cancelled, free or paid, started or not, and the customer is not suspended or archived.',
    lasts: 'standing',
    isSilencedBySuspension: true,
    finders: ['contracts'],
  },
  {
    source: 'booking',
    label: 'Booking',
    sentence:
      'The customer made a booking of one of this location’s resources since the last platform invoice, free or paid, for whenever, and it is not cancelled.',
    lasts: 'window',
    isSilencedBySuspension: false,
    finders: ['facts'],
  },
  {
    source: 'customer_invoice',
    label: 'Customer invoice',
    sentence:
      'This location issued the customer an invoice since the last platform invoice, for bookings, products, plans or charges.',
    lasts: 'window',
    isSilencedBySuspension: false,
    finders: ['facts'],
  },
  {
    source: 'recurring_product',
    label: 'Recurring product',
    sentence:
      'The customer bought a recurring product at this location, or it renewed, since the last platform invoice, free or paid.',
    lasts: 'window',
    isSilencedBySuspension: false,
    finders: ['facts', 'renewals'],
  },
  {
    source: 'team',
    label: 'Team',
    sentence:
      'The customer is in a team with merged billing whose paying customer counts at this location by a source of their own.',
    lasts: 'standing',
    isSilencedBySuspension: false,
    finders: ['paying_customers'],
  },
]

export interface KindRule {
  readonly source: Source
  readonly kind: EvidenceKind
  readonly counts: boolean
  /** Counts, but the published rule is silent enough to argue about it. */
  readonly isDisputable: boolean
  readonly meaning: string
}

/** Which kinds of evidence count: dated data, named on every count and every platform invoice. */
export interface RuleSet {
  readonly id: string
  /** First day on which it is the default, in UTC. */
  readonly validFrom: string
  readonly kinds: readonly KindRule[]
}

function kind(
  source: Source,
  name: EvidenceKind,
  verdict: 'counts' | 'disputable' | 'does not count',
  meaning: string,
): KindRule {
  return {
    source,
    kind: name,
    counts: verdict !== 'does not count',
    isDisputable: verdict === 'disputable',
    meaning,
  }
}

export const RULE_SETS: readonly RuleSet[] = [
  {
    id: '2024-01',
    validFrom: '2024-01-01',
    kinds: [
      kind('contract', 'running', 'counts', 'a contract that has started and is paid for'),
      kind('contract', 'future_start', 'counts', 'a contract that has not started yet'),
      kind('contract', 'free', 'counts', 'a contract whose price is 0'),
      kind('contract', 'frozen', 'disputable', 'a contract inside a paused period: it is not cancelled'),
      kind('contract', 'ended', 'does not count', 'a contract that is no longer there'),
      kind('booking', 'made', 'counts', 'a booking'),
      kind('booking', 'free', 'counts', 'a booking whose price is 0'),
      kind('booking', 'tentative', 'disputable', 'a booking that awaits approval: the customer made it'),
      kind('booking', 'cancelled', 'does not count', 'a booking that was cancelled or deleted'),
      kind('customer_invoice', 'issued', 'counts', 'an invoice to the customer'),
      kind(
        'customer_invoice',
        'zero_value',
        'disputable',
        'an invoice whose total is 0: the customer was invoiced',
      ),
      kind(
        'customer_invoice',
        'credited',
        'disputable',
        'an invoice cancelled by a credit note: the customer was invoiced',
      ),
      kind('customer_invoice', 'tickets_only', 'does not count', 'an invoice for event tickets alone'),
      kind('customer_invoice', 'draft', 'does not count', 'a draft is no invoice to the customer'),
      kind('customer_invoice', 'void', 'does not count', 'a void invoice is no invoice to the customer'),
      kind(
        'customer_invoice',
        'credit_note',
        'does not count',
        'a credit note is no invoice to the customer',
      ),
      kind('recurring_product', 'sold', 'counts', 'a recurring product was bought'),
      kind('recurring_product', 'renewed', 'counts', 'a recurring product renewed'),
      kind(
        'recurring_product',
        'ended',
        'does not count',
        'a recurring product whose repeat had ended by then',
      ),
      kind(
        'recurring_product',
        'one_off',
        'does not count',
        'a one-off product counts only through its invoice',
      ),
      kind('team', 'paying_customer', 'counts', 'any source of the paying customer'),
    ],
  },
]

/** The newest rule set. */
export const DEFAULT_RULE_SET: RuleSet = RULE_SETS[RULE_SETS.length - 1] as RuleSet

export function ruleOf(source: Source): SourceRule {
  const rule = SOURCE_RULES.find((candidate) => candidate.source === source)
  if (rule === undefined) throw new Error(`no rule for source ${source}`)
  return rule
}

export function kindRuleOf(ruleSet: RuleSet, source: Source, kindName: EvidenceKind): KindRule {
  const rule = ruleSet.kinds.find((candidate) => candidate.source === source && candidate.kind === kindName)
  if (rule === undefined) throw new Error(`rule set ${ruleSet.id} has no kind ${source}.${kindName}`)
  return rule
}

export function countsIn(ruleSet: RuleSet, source: Source, kindName: EvidenceKind): boolean {
  return kindRuleOf(ruleSet, source, kindName).counts
}

/** The stored numbers of the fact kinds that count, ascending. */
export function countingFactKinds(ruleSet: RuleSet): number[] {
  return Object.entries(FACT_KINDS)
    .flatMap(([source, kinds]) =>
      Object.entries(kinds).map(([name, number]) => ({
        source: source as Source,
        name: name as FactKind,
        number,
      })),
    )
    .filter(({ source, name }) => countsIn(ruleSet, source, name))
    .map(({ number }) => number)
    .sort((a, b) => a - b)
}

/** The kinds of contracts that count; when all standing kinds do, the count need not look at them. */
export function countingContractKinds(ruleSet: RuleSet): { kinds: string[]; isAll: boolean } {
  const standing = EVIDENCE_KINDS.contract.filter((name) => name !== 'ended')
  const kinds = standing.filter((name) => countsIn(ruleSet, 'contract', name))
  return { kinds, isAll: kinds.length === standing.length }
}

/** Bits of the sources that suspension silences, as rules say. */
export const SILENCED_SOURCES: readonly Source[] = SOURCES.filter(
  (source) => ruleOf(source).isSilencedBySuspension,
)

/** The same rule set without what may be disputed: who counts under it counts beyond dispute. */
export function beyondDispute(ruleSet: RuleSet): RuleSet {
  const kinds = ruleSet.kinds.map((rule) => ({ ...rule, counts: rule.counts && !rule.isDisputable }))
  return { ...ruleSet, kinds }
}

/** The numbers of the kinds of a customer's own evidence that may be disputed, stored or worked out. */
export function disputableKinds(ruleSet: RuleSet): number[] {
  return [FACT_KINDS, DERIVED_KINDS].flatMap((numbersBySource) =>
    Object.entries<Record<string, number>>(numbersBySource).flatMap(([source, kinds]) =>
      Object.entries(kinds)
        .filter(([name]) => kindRuleOf(ruleSet, source as Source, name as EvidenceKind).isDisputable)
        .map(([, number]) => number),
    ),
  )
}
