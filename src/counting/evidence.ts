/** What an answer to “why?” is made of, and what each record says under the rules. Pure. */
import { type KindRule, kindRuleOf, type RuleSet } from '#counting/rules'
import type { EvidenceKind } from '#model/kind'
import type { Source } from '#model/source'

/** Why a record does not count here and now. */
export const SILENT_REASONS = [
  'kind_does_not_count',
  'before_window',
  'cancelled',
  'contract_ended',
  'customer_suspended',
  'no_merged_billing',
  'nobody_pays',
  'is_paying_customer',
  'paying_customer_has_no_source',
] as const
export type SilentReason = (typeof SILENT_REASONS)[number]

/** One record that speaks, or would speak, for a source of a customer at a location. */
export interface Evidence {
  readonly source: Source
  readonly kind: EvidenceKind
  readonly counts: boolean
  /** Null where it counts. */
  readonly silentReason: SilentReason | null
  readonly isDisputable: boolean
  /** When it happened, or from when it holds; ISO 8601, UTC; null for what has held as long as is known. */
  readonly at: string | null
  /** Until when it counts, as far as is known now; null while open. */
  readonly until: string | null
  /** The record at its origin: `booking 91001`. */
  readonly record: { readonly type: string; readonly externalId: string }
  /** The rule of its source, in a sentence. */
  readonly rule: string
  /** What this record says, in a sentence. */
  readonly sentence: string
}

/** A record as found, before the rules are applied. */
export interface FoundRecord {
  readonly source: Source
  readonly kind: EvidenceKind
  readonly at: Date | null
  readonly until: Date | null
  readonly record: { readonly type: string; readonly externalId: string }
  /** Set where it cannot count whatever its kind. */
  readonly silentReason: SilentReason | null
  /** Set where what it rests on is disputable: a team whose paying customer has no other evidence. */
  readonly restsOnDisputable?: boolean
}

/** Applies the rule set to a record; how it is told comes with it. */
export function judge(found: FoundRecord, ruleSet: RuleSet): Omit<Evidence, 'rule' | 'sentence'> {
  const kindRule: KindRule = kindRuleOf(ruleSet, found.source, found.kind)
  const silentReason = found.silentReason ?? (kindRule.counts ? null : 'kind_does_not_count')
  return {
    source: found.source,
    kind: found.kind,
    counts: silentReason === null,
    silentReason,
    isDisputable: silentReason === null && (kindRule.isDisputable || found.restsOnDisputable === true),
    at: found.at?.toISOString() ?? null,
    until: found.until?.toISOString() ?? null,
    record: found.record,
  }
}
