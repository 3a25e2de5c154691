/** Why a customer is, or is not, an active user of a location: every record that speaks for or against. */
import { type Evidence, type FoundRecord, judge, type SilentReason } from '#counting/evidence'
import { type EvidenceScope, teamsStatement, windowsStatement } from '#counting/evidence-statements'
import { countsIn, DEFAULT_RULE_SET, type RuleSet, ruleOf } from '#counting/rules'
import { capitalised, dayAt, listed, silentPredicate } from '#counting/sentences'
import type { Session } from '#database/database'
import { SOURCES, type Source } from '#model/source'
import { findOwnEvidence, type OwnEvidence, type OwnRecords } from '#services/active-users/own-evidence'
import { requireRight } from '#services/asker'
import { checkInput, instant, optional, ruleSet, text } from '#services/check-input'
import type { Context } from '#services/context'
import { type CustomerFound, findCustomer } from '#services/customers/find'
import { findLocation, type LocationFound } from '#services/locations/find'

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
  }
  readonly isActiveUser: boolean
  readonly sources: readonly Source[]
  /** The answer in one sentence. */
  readonly sentence: string
  /** Records of this window and the one before, those that count first within each source. */
  readonly evidence: readonly Evidence[]
  /** What would make the answer another, in sentences. */
  readonly wouldChange: readonly string[]
}

export interface ExplainOptions {
  /** Id, external id or exact name. */
  readonly customer: string
  readonly location: string
  readonly network?: string
  readonly asOf?: Date
  readonly ruleSet?: RuleSet
}

const INPUT = {
  customer: text,
  location: text,
  network: optional(text),
  asOf: optional(instant),
  ruleSet: optional(ruleSet),
}

/** @throws INVALID_ARGUMENT, INVALID_INSTANT, LOCATION_NOT_FOUND, LOCATION_AMBIGUOUS, CUSTOMER_NOT_FOUND, CUSTOMER_AMBIGUOUS, FORBIDDEN */
export async function explainCustomer(context: Context, options: ExplainOptions): Promise<Explanation> {
  const { ruleSet = DEFAULT_RULE_SET, asOf = context.now(), ...names } = checkInput(options, INPUT)
  return context.database.transaction(
    async (session) => {
      const location = await findLocation(session, context.asker, names.location, names.network)
      requireRight(context.asker, 'counts.read', { networkId: location.networkId })
      const customer = await findCustomer(session, context.asker, location.networkId, names.customer)
      return explain(session, { location, customer, asOf, ruleSet })
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

interface Asked {
  readonly location: LocationFound
  readonly customer: CustomerFound
  readonly asOf: Date
  readonly ruleSet: RuleSet
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
  const { location, customer, asOf, ruleSet } = asked
  const { networkId, locationId, timeZone } = location
  const [windows] = await session.query<{ window_from: Date; look_back_to: Date }>(
    windowsStatement(locationId, asOf),
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
  const records = await findOwnEvidence(session, scope, ruleSet, timeZone)
  const own = records.evidence.filter((evidence) => evidence.customerId === customer.customerId)
  const team = teams.map((row) => teamEvidence(row, records, customer.customerId, asked, windowFrom))
  const evidence = [...own, ...team]
  const sources = SOURCES.filter((source) => evidence.some((item) => item.source === source && item.counts))
  const isSuspended = records.suspendedIds.has(customer.customerId)
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
    },
    isActiveUser: sources.length > 0,
    sources,
    sentence: answer(asked, evidence, windowFrom),
    evidence: evidence.map(({ phrase: _phrase, customerId: _customerId, ...item }) => item),
    wouldChange: wouldChange(asked, evidence, records),
  }
}

/** A team is evidence through what its paying customer holds; the first of his sources names it. */
function teamEvidence(
  row: TeamRow,
  records: OwnRecords,
  customerId: number,
  { ruleSet, location }: Asked,
  windowFrom: Date,
): OwnEvidence {
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
  const payer = row.paying_customer_name ?? 'nobody'
  const through = payers.map((item) => item.phrase)
  const phrase =
    silentReason === null
      ? `the team ${row.team_name} with merged billing, whose paying customer ${payer} has ${listed(through)}`
      : `the team ${row.team_name}`
  const predicate =
    silentReason === null
      ? ''
      : ` ${silentPredicate(silentReason, { ruleSet: ruleSet.id, timeZone: location.timeZone, windowFrom, endedAt: null, source: 'team' })}`
  return { ...judge(found, ruleSet, `${capitalised(phrase)}${predicate}.`), phrase, customerId }
}

function teamSilence(row: TeamRow, customerId: number, payerHolds: boolean): SilentReason | null {
  if (!row.has_merged_billing) return 'no_merged_billing'
  if (row.paying_customer_id === null) return 'nobody_pays'
  if (row.paying_customer_id === customerId) return 'is_paying_customer'
  return payerHolds ? null : 'paying_customer_has_no_source'
}

function answer(
  { customer, location, ruleSet }: Asked,
  evidence: readonly OwnEvidence[],
  windowFrom: Date,
): string {
  const counting = evidence.filter((item) => item.counts)
  if (counting.length > 0) {
    return `${customer.name} counts at ${location.name} because of ${listed(firstOfEachSource(counting))}.`
  }
  const silent = evidence.slice(0, 3).map((item) => item.sentence.replace(/\.$/, ''))
  if (silent.length === 0) {
    return `${customer.name} does not count at ${location.name}: no contract, and nothing since ${dayAt(windowFrom, location.timeZone)} (rule set ${ruleSet.id}).`
  }
  return `${customer.name} does not count at ${location.name}: ${silent.map(uncapitalised).join('; ')}.`
}

function firstOfEachSource(counting: readonly OwnEvidence[]): string[] {
  return SOURCES.flatMap((source) => {
    const ofSource = counting.filter((item) => item.source === source)
    const [first] = ofSource
    if (first === undefined) return []
    const more = ofSource.length - 1
    return [
      more === 0
        ? first.phrase
        : `${first.phrase} (and ${more} more by ${ruleOf(source).label.toLowerCase()})`,
    ]
  })
}

function wouldChange(asked: Asked, evidence: readonly OwnEvidence[], records: OwnRecords): string[] {
  const { customer, location } = asked
  const counting = evidence.filter((item) => item.counts)
  const upcoming = records.upcoming.filter((renewal) => renewal.customerId === customer.customerId)
  if (counting.length === 0) return whatWouldMakeActive(asked, evidence, upcoming)
  const changes = SOURCES.flatMap((source) => {
    const ofSource = counting.filter((item) => item.source === source)
    return ofSource.length === 0 ? [] : [whatWouldEnd(source, ofSource, location.timeZone)]
  })
  return changes.length > 1 ? ['All of the following together:', ...changes] : changes
}

function whatWouldEnd(source: Source, items: readonly OwnEvidence[], timeZone: string): string {
  if (ruleOf(source).lasts === 'window') {
    return `The next platform invoice: ${listed(items.map((item) => item.phrase))} will not count after it.`
  }
  if (source === 'team')
    return 'Leaving the team, an end of its merged billing, or the paying customer losing his own sources.'
  const ends = items.map((item) => item.until)
  const lastEnd = ends.includes(null) ? null : ends.sort().at(-1)
  const suspension = 'The customer being suspended or archived'
  return lastEnd === null || lastEnd === undefined
    ? `${suspension}, or the end of ${items.length === 1 ? 'the contract' : 'all contracts'}; no end is set.`
    : `${suspension}, or the end of the contract on ${dayAt(new Date(lastEnd), timeZone)}.`
}

function whatWouldMakeActive(
  { location, ruleSet }: Asked,
  evidence: readonly OwnEvidence[],
  upcoming: OwnRecords['upcoming'],
): string[] {
  const changes: string[] = []
  if (evidence.some((item) => item.silentReason === 'customer_suspended')) {
    changes.push(
      'If the customer is resumed, the contract counts at once; a platform may then also invoice the cycles that were missed.',
    )
  }
  if (evidence.some((item) => item.silentReason === 'paying_customer_has_no_source')) {
    changes.push(
      'If the paying customer of the team gets a source at this location, its members count as well.',
    )
  }
  for (const renewal of upcoming.filter(() => countsIn(ruleSet, 'recurring_product', 'renewed'))) {
    changes.push(
      `The recurring product${renewal.productName === null ? '' : ` (${renewal.productName})`} renews on ${dayAt(renewal.at, location.timeZone)} and counts from then.`,
    )
  }
  changes.push(
    `A contract, a booking, a customer invoice or a recurring product at ${location.name} before the next platform invoice.`,
  )
  return changes
}

function uncapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
