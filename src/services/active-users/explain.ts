/** Why a customer is, or is not, an active user of a location: every record that speaks for or against. */
import type { Evidence, FoundRecord, SilentReason } from '#counting/evidence'
import { type EvidenceScope, teamsStatement, windowsStatement } from '#counting/evidence-statements'
import { countsIn, DEFAULT_RULE_SET, type RuleSet, ruleOf } from '#counting/rules'
import { CUT_OFF_SIDES, type CutOffSide } from '#counting/scope'
import { type PhraseOfSource, type Words, wordsOf } from '#counting/words/words'
import type { Session } from '#database/database'
import { LANGUAGES, type Language } from '#model/language'
import { SOURCES, type Source } from '#model/source'
import {
  findOwnEvidence,
  type Judging,
  type OwnEvidence,
  type OwnRecords,
  told,
} from '#services/active-users/own-evidence'
import { requireRight } from '#services/asker'
import { checkInput, instant, oneOf, optional, ruleSet, text } from '#services/check-input'
import type { Context } from '#services/context'
import { type CustomerFound, findCustomer } from '#services/customers/find'
import { findLocation, type LocationFound } from '#services/locations/find'
import { linksOf } from '#services/networks/record-addresses'

/** Evidence with the address of its record at the origin; null where none is known. */
export type ExplainedEvidence = Omit<Evidence, 'record'> & {
  readonly record: Evidence['record'] & { readonly url: string | null }
}

export interface Explanation {
  readonly asOf: string
  readonly ruleSet: string
  readonly location: {
    readonly locationId: number
    readonly externalId: string
    readonly name: string
    readonly timeZone: string
    readonly windowFrom: string
  }
  readonly customer: {
    readonly customerId: number
    readonly externalId: string
    readonly name: string
    readonly email: string | null
    readonly isSuspended: boolean
    /** His address at the origin; null where none is known. */
    readonly url: string | null
  }
  readonly isActiveUser: boolean
  readonly sources: readonly Source[]
  /** The answer in one sentence. */
  readonly sentence: string
  /** Records of this window and the one before, those that count first within each source. */
  readonly evidence: readonly ExplainedEvidence[]
  /** What would make the answer another, in sentences. */
  readonly wouldChange: readonly string[]
}

export interface ExplainOptions {
  /** Id, external id or exact name. */
  readonly customer: string
  readonly location: string
  readonly network?: string
  readonly asOf?: Date
  /** `before`: in the window that a platform invoice at `asOf` itself closes; default `after`. */
  readonly cutOff?: CutOffSide
  readonly ruleSet?: RuleSet
  /** Of the sentences; default English. */
  readonly language?: Language
}

/** Of records that do not count, as many as a sentence can hold. */
const SILENT_TOLD = 3

const INPUT = {
  customer: text,
  location: text,
  network: optional(text),
  asOf: optional(instant),
  cutOff: optional(oneOf(CUT_OFF_SIDES)),
  ruleSet: optional(ruleSet),
  language: optional(oneOf(LANGUAGES)),
}

/** @throws INVALID_ARGUMENT, INVALID_INSTANT, LOCATION_NOT_FOUND, LOCATION_AMBIGUOUS, CUSTOMER_NOT_FOUND, CUSTOMER_AMBIGUOUS, FORBIDDEN */
export async function explainCustomer(context: Context, options: ExplainOptions): Promise<Explanation> {
  const input = checkInput(options, INPUT)
  const { ruleSet = DEFAULT_RULE_SET, asOf = context.now(), cutOff = 'after' } = input
  const { language = 'en', ...names } = input
  return context.database.transaction(
    async (session) => {
      const location = await findLocation(session, context.asker, names.location, names.network)
      requireRight(context.asker, 'counts.read', { networkId: location.networkId })
      const customer = await findCustomer(session, context.asker, location.networkId, names.customer)
      return explain(session, { location, customer, asOf, cutOff, ruleSet, words: wordsOf(language) })
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

interface Asked {
  readonly location: LocationFound
  readonly customer: CustomerFound
  readonly asOf: Date
  readonly cutOff: CutOffSide
  readonly ruleSet: RuleSet
  readonly words: Words
}

interface TeamRow {
  team_name: string
  external_id: string
  has_merged_billing: boolean
  paying_customer_id: number | null
  paying_customer_name: string | null
  from_at: Date | number
  until_at: Date | number
}

async function explain(session: Session, asked: Asked): Promise<Explanation> {
  const { location, customer, asOf, ruleSet, words } = asked
  const { networkId, locationId, timeZone } = location
  const [windows] = await session.query<{ window_from: Date; look_back_to: Date }>(
    windowsStatement({ networkId, locationId }, asOf, asked.cutOff),
  )
  const windowFrom = windows?.window_from ?? asOf
  const teams = await session.query<TeamRow>(teamsStatement(networkId, customer.customerId, asOf))
  const payers = teams.map((team) => team.paying_customer_id).filter((id) => id !== null)
  const scope: EvidenceScope = {
    networkId,
    locationId,
    customerIds: [...new Set([customer.customerId, ...payers])],
    windowFrom,
    lookBackTo: windows?.look_back_to ?? windowFrom,
    asOf,
  }
  const judging: Judging = { scope, ruleSet, timeZone, words }
  const records = await findOwnEvidence(session, judging)
  const own = records.evidence.filter((evidence) => evidence.customerId === customer.customerId)
  const team = teams.map((row) => teamEvidence(row, records, customer.customerId, judging))
  const evidence = [...own, ...team]
  const sources = SOURCES.filter((source) => evidence.some((item) => item.source === source && item.counts))
  const isSuspended = records.suspendedIds.has(customer.customerId)
  const link = await linksOf(session, networkId)
  const his = customer.externalId
  return {
    asOf: asOf.toISOString(),
    ruleSet: ruleSet.id,
    location: {
      locationId,
      externalId: location.externalId,
      name: location.name,
      timeZone,
      windowFrom: windowFrom.toISOString(),
    },
    customer: {
      customerId: customer.customerId,
      externalId: customer.externalId,
      name: customer.name,
      email: customer.email,
      isSuspended,
      url: link('customer', { id: his, customer: his }),
    },
    isActiveUser: sources.length > 0,
    sources,
    sentence: answer(asked, evidence, windowFrom),
    evidence: evidence.map(({ phrase: _phrase, customerId: _customerId, record, ...item }) => ({
      ...item,
      record: { ...record, url: link(item.source, { id: record.externalId, customer: his }) },
    })),
    wouldChange: wouldChange(asked, evidence, records),
  }
}

/** A team is evidence through what its paying customer holds; the first of his sources names it. */
function teamEvidence(row: TeamRow, records: OwnRecords, customerId: number, judging: Judging): OwnEvidence {
  const { words } = judging
  const payers = records.evidence.filter((item) => item.customerId === row.paying_customer_id && item.counts)
  const silentReason = teamSilence(row, customerId, payers.length > 0)
  const found: FoundRecord = {
    source: 'team',
    kind: 'paying_customer',
    at: row.from_at instanceof Date ? row.from_at : null,
    until: row.until_at instanceof Date ? row.until_at : null,
    record: { type: 'team', externalId: row.external_id },
    silentReason,
    restsOnDisputable: payers.every((item) => item.isDisputable),
  }
  const has = payers.map((item) => item.phrase)
  const phrase =
    silentReason === null && row.paying_customer_name !== null
      ? words.payingTeam(row.team_name, row.paying_customer_name, has)
      : words.team(row.team_name)
  return told(judging, customerId, found, phrase, null)
}

function teamSilence(row: TeamRow, customerId: number, payerHolds: boolean): SilentReason | null {
  if (!row.has_merged_billing) return 'no_merged_billing'
  if (row.paying_customer_id === null) return 'nobody_pays'
  if (row.paying_customer_id === customerId) return 'is_paying_customer'
  return payerHolds ? null : 'paying_customer_has_no_source'
}

function answer(
  { customer, location, ruleSet, words }: Asked,
  evidence: readonly OwnEvidence[],
  windowFrom: Date,
): string {
  const counting = evidence.filter((item) => item.counts)
  if (counting.length > 0) return words.counts(customer.name, location.name, firstOfEachSource(counting))
  const silent = evidence.slice(0, SILENT_TOLD).map((item) => item.sentence)
  if (silent.length > 0) return words.doesNotCount(customer.name, location.name, silent)
  const since = { at: windowFrom, zone: location.timeZone, ruleSet: ruleSet.id }
  return words.hasNothing(customer.name, location.name, since)
}

function firstOfEachSource(counting: readonly OwnEvidence[]): PhraseOfSource[] {
  return SOURCES.flatMap((source) => {
    const [first, ...others] = counting.filter((item) => item.source === source)
    return first === undefined ? [] : [{ source, phrase: first.phrase, more: others.length }]
  })
}

function wouldChange(asked: Asked, evidence: readonly OwnEvidence[], records: OwnRecords): string[] {
  const { customer, words } = asked
  const counting = evidence.filter((item) => item.counts)
  const upcoming = records.upcoming.filter((renewal) => renewal.customerId === customer.customerId)
  if (counting.length === 0) return whatWouldMakeActive(asked, evidence, upcoming)
  const changes = SOURCES.flatMap((source) => {
    const ofSource = counting.filter((item) => item.source === source)
    return ofSource.length === 0 ? [] : [whatWouldEnd(source, ofSource, asked)]
  })
  return changes.length > 1 ? [words.allTogether, ...changes] : changes
}

function whatWouldEnd(source: Source, items: readonly OwnEvidence[], { words, location }: Asked): string {
  if (ruleOf(source).lasts === 'window') return words.endsWithWindow(items.map((item) => item.phrase))
  if (source === 'team') return words.endsWithTeam
  const ends = items.map((item) => item.until)
  const lastEnd = ends.includes(null) ? null : (ends.sort().at(-1) ?? null)
  return words.endsWithContract(items.length, lastEnd === null ? null : new Date(lastEnd), location.timeZone)
}

function whatWouldMakeActive(
  { location, ruleSet, words }: Asked,
  evidence: readonly OwnEvidence[],
  upcoming: OwnRecords['upcoming'],
): string[] {
  const isSilent = (reason: SilentReason) => evidence.some((item) => item.silentReason === reason)
  const renewals = countsIn(ruleSet, 'recurring_product', 'renewed') ? upcoming : []
  return [
    ...(isSilent('customer_suspended') ? [words.ifResumed] : []),
    ...(isSilent('paying_customer_has_no_source') ? [words.ifPayerHadSource] : []),
    ...renewals.map(({ productName, at }) => words.ifRenewed(productName, at, location.timeZone)),
    words.ifAnything(location.name),
  ]
}
