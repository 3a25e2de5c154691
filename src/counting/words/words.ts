/** What an explanation says, in a language. Days are days at the location; a phrase names a record. */
import type { SilentReason } from '#counting/evidence'
import { ENGLISH } from '#counting/words/english'
import { GERMAN } from '#counting/words/german'
import type { EvidenceKind } from '#model/kind'
import type { Language } from '#model/language'
import type { Source } from '#model/source'

export interface ContractFacts {
  readonly kind: EvidenceKind
  readonly isFree: boolean
  readonly startsAt: Date | null
  readonly until: Date | null
  readonly planName: string | null
}

export interface Silence {
  readonly source: Source
  readonly reason: SilentReason
  readonly ruleSet: string
  readonly windowFrom: Date
  readonly endedAt: Date | null
}

export interface PhraseOfSource {
  readonly source: Source
  readonly phrase: string
  /** How many more records of this source count. */
  readonly more: number
}

export interface Words {
  /** The rule of a source, in a sentence. */
  rule(source: Source): string
  /** `a free booking of 21 Nov 2026`. */
  fact(source: Source, kind: EvidenceKind, at: Date, zone: string, name: string | null): string
  /** `a recurring product (Locker) whose repeat ended on 20 Oct 2026`. */
  endedRepeat(endedAt: Date, zone: string, name: string | null): string
  /** `a free contract (Hot desk) that starts on 15 Dec 2026`. */
  contract(contract: ContractFacts, asOf: Date, zone: string): string
  team(name: string): string
  /** A team through whose paying customer its members count, with what he has. */
  payingTeam(name: string, payer: string, has: readonly string[]): string
  /** A phrase as a sentence, with why the record does not count where it does not. */
  statement(phrase: string, silence: Silence | null, zone: string): string

  counts(customer: string, location: string, because: readonly PhraseOfSource[]): string
  /** With the sentences of the records that do not count. */
  doesNotCount(customer: string, location: string, records: readonly string[]): string
  hasNothing(customer: string, location: string, since: { at: Date; zone: string; ruleSet: string }): string

  readonly allTogether: string
  endsWithWindow(phrases: readonly string[]): string
  readonly endsWithTeam: string
  /** `endsAt` null: no end is set. */
  endsWithContract(contracts: number, endsAt: Date | null, zone: string): string
  readonly ifResumed: string
  readonly ifPayerHadSource: string
  ifRenewed(productName: string | null, at: Date, zone: string): string
  ifAnything(location: string): string
}

const WORDS: Readonly<Record<Language, Words>> = { en: ENGLISH, de: GERMAN }

export function wordsOf(language: Language): Words {
  return WORDS[language]
}
