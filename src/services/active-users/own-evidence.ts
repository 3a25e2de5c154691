/** The records that customers have of their own at one location, judged. */
import { type Evidence, type FoundRecord, judge, type SilentReason } from '#counting/evidence'
import {
  contractsStatement,
  type EvidenceScope,
  factsStatement,
  plansStatement,
  suspendedStatement,
} from '#counting/evidence-statements'
import { type RuleSet, ruleOf } from '#counting/rules'
import type { Words } from '#counting/words/words'
import type { Session } from '#database/database'
import { type EvidenceKind, FACT_KINDS, factKindName } from '#model/kind'
import { SOURCE_BITS, SOURCES } from '#model/source'

/** A record, its phrase for sentences, and when it will stop or start to count as things stand. */
export interface OwnEvidence extends Evidence {
  readonly customerId: number
  readonly phrase: string
}

export interface UpcomingRenewal {
  readonly customerId: number
  readonly productName: string | null
  readonly at: Date
}

export interface Judging {
  readonly scope: EvidenceScope
  readonly ruleSet: RuleSet
  readonly timeZone: string
  readonly words: Words
}

export interface OwnRecords {
  readonly evidence: readonly OwnEvidence[]
  readonly upcoming: readonly UpcomingRenewal[]
  readonly suspendedIds: ReadonlySet<number>
}

export async function findOwnEvidence(session: Session, judging: Judging): Promise<OwnRecords> {
  const { scope } = judging
  const suspended = await session.query<{ customer_id: number }>(suspendedStatement(scope))
  const suspendedIds = new Set(suspended.map((row) => row.customer_id))
  const contracts = await contractEvidence(session, judging, suspendedIds)
  const facts = await factEvidence(session, judging)
  const plans = await planEvidence(session, judging, facts)
  const evidence = [...contracts, ...facts, ...plans.evidence]
  evidence.sort(
    (a, b) => SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source) || Number(b.counts) - Number(a.counts),
  )
  return { evidence, upcoming: plans.upcoming, suspendedIds }
}

interface ContractRow {
  customer_id: number
  kind: EvidenceKind
  from_at: Date
  until_at: Date | number
  starts_at: Date | null
  is_free: boolean | null
  plan_name: string | null
  external_id: string
}

async function contractEvidence(
  session: Session,
  judging: Judging,
  suspendedIds: ReadonlySet<number>,
): Promise<OwnEvidence[]> {
  const rows = await session.query<ContractRow>(contractsStatement(judging.scope))
  const isSilenced = ruleOf('contract').isSilencedBySuspension
  return rows.map((row) => {
    const until = finite(row.until_at)
    const contract = {
      kind: row.kind,
      isFree: row.is_free === true,
      startsAt: row.starts_at,
      until,
      planName: row.plan_name,
    }
    const phrase = judging.words.contract(contract, judging.scope.asOf, judging.timeZone)
    const silentReason =
      row.kind === 'ended'
        ? 'contract_ended'
        : isSilenced && suspendedIds.has(row.customer_id)
          ? 'customer_suspended'
          : null
    const found: FoundRecord = {
      source: 'contract',
      kind: row.kind,
      at: row.from_at,
      until,
      record: { type: 'contract', externalId: row.external_id },
      silentReason,
    }
    return told(judging, row.customer_id, found, phrase, until)
  })
}

interface FactRow {
  customer_id: number
  kind: number
  at: Date
  ended_at: Date | null
  external_id: string
}

const RECORD_TYPES = {
  booking: 'booking',
  customer_invoice: 'customer invoice',
  recurring_product: 'product sale',
} as const satisfies Record<keyof typeof FACT_KINDS, string>

async function factEvidence(session: Session, judging: Judging): Promise<OwnEvidence[]> {
  const { scope } = judging
  const rows = await session.query<FactRow>(factsStatement(scope))
  return rows.map((row) => {
    const source = factSource(row.kind)
    const wasCancelled = row.ended_at !== null && row.ended_at <= scope.asOf
    const kind = wasCancelled ? cancelledKind(source) : factKindName(row.kind)
    const silentReason: SilentReason | null = wasCancelled
      ? 'cancelled'
      : row.at < scope.windowFrom
        ? 'before_window'
        : null
    const found: FoundRecord = {
      source,
      kind,
      at: row.at,
      until: row.ended_at,
      record: { type: RECORD_TYPES[source], externalId: row.external_id },
      silentReason,
    }
    return told(
      judging,
      row.customer_id,
      found,
      judging.words.fact(source, kind, row.at, judging.timeZone, null),
      row.ended_at,
    )
  })
}

function factSource(kind: number): keyof typeof FACT_KINDS {
  const sources = Object.keys(FACT_KINDS) as (keyof typeof FACT_KINDS)[]
  const source = sources.find((candidate) => SOURCE_BITS[candidate] === (kind & 255))
  if (source === undefined) throw new Error(`fact kind ${kind} has no source`)
  return source
}

function cancelledKind(source: keyof typeof FACT_KINDS): EvidenceKind {
  return source === 'booking' ? 'cancelled' : source === 'customer_invoice' ? 'void' : 'ended'
}

interface PlanRow {
  customer_id: number
  product_name: string | null
  renews_until: Date | number
  next_at: Date
  external_id: string
}

/** Renewals of the window and of the one before; repeats that ended; and the next renewal to come. */
async function planEvidence(
  session: Session,
  judging: Judging,
  facts: readonly OwnEvidence[],
): Promise<{ evidence: OwnEvidence[]; upcoming: UpcomingRenewal[] }> {
  const { windowFrom, lookBackTo } = judging.scope
  const plans = await findPlans(session, judging.scope, windowFrom)
  const before = lookBackTo < windowFrom ? await findPlans(session, judging.scope, lookBackTo) : []
  const evidence = [
    ...plans.flatMap((plan) => evidenceOfPlan(judging, plan)),
    ...before
      .filter((plan) => renewsNext(plan) && plan.next_at < windowFrom)
      .map((plan) => renewed(judging, plan, 'before_window')),
  ]
  return {
    evidence: evidence.filter((item) => !isToldBySale(item, facts)),
    upcoming: plans
      .filter((plan) => renewsNext(plan) && plan.next_at >= judging.scope.asOf)
      .map((plan) => ({ customerId: plan.customer_id, productName: plan.product_name, at: plan.next_at })),
  }
}

function findPlans(session: Session, scope: EvidenceScope, from: Date): Promise<PlanRow[]> {
  return session.query<PlanRow>(plansStatement(scope, from))
}

/** Whether the next renewal will be one: it comes before the repeat ends. */
function renewsNext(plan: PlanRow): boolean {
  const until = finite(plan.renews_until)
  return until === null || plan.next_at < until
}

function evidenceOfPlan(judging: Judging, plan: PlanRow): OwnEvidence[] {
  const { asOf } = judging.scope
  if (renewsNext(plan)) return plan.next_at < asOf ? [renewed(judging, plan, null)] : []
  const endedAt = finite(plan.renews_until)
  return endedAt !== null && endedAt < asOf ? [endedRepeat(judging, plan, endedAt)] : []
}

/** A renewal at the instant of its sale adds nothing, except where it counts and the sale does not. */
function isToldBySale(item: OwnEvidence, facts: readonly OwnEvidence[]): boolean {
  const sale = facts.find(
    (fact) =>
      fact.source === item.source && fact.record.externalId === item.record.externalId && fact.at === item.at,
  )
  return sale !== undefined && (sale.counts || !item.counts)
}

function renewed(judging: Judging, plan: PlanRow, silentReason: SilentReason | null): OwnEvidence {
  const { words, timeZone } = judging
  const phrase = words.fact('recurring_product', 'renewed', plan.next_at, timeZone, plan.product_name)
  return toldOfPlan(judging, plan, { kind: 'renewed', at: plan.next_at, silentReason }, phrase)
}

function endedRepeat(judging: Judging, plan: PlanRow, endedAt: Date): OwnEvidence {
  const phrase = judging.words.endedRepeat(endedAt, judging.timeZone, plan.product_name)
  return toldOfPlan(judging, plan, { kind: 'ended', at: endedAt, silentReason: null }, phrase)
}

function toldOfPlan(
  judging: Judging,
  plan: PlanRow,
  happened: Pick<FoundRecord, 'kind' | 'at' | 'silentReason'>,
  phrase: string,
): OwnEvidence {
  const found: FoundRecord = {
    source: 'recurring_product',
    ...happened,
    until: finite(plan.renews_until),
    record: { type: 'recurring product', externalId: plan.external_id },
  }
  return told(judging, plan.customer_id, found, phrase, null)
}

/** A record judged, with its sentence. */
export function told(
  { scope, ruleSet, timeZone, words }: Omit<Judging, 'scope'> & { scope: Pick<EvidenceScope, 'windowFrom'> },
  customerId: number,
  found: FoundRecord,
  phrase: string,
  endedAt: Date | null,
): OwnEvidence {
  const judged = judge(found, ruleSet)
  const { source } = found
  const { silentReason: reason } = judged
  const silence =
    reason === null ? null : { source, reason, ruleSet: ruleSet.id, windowFrom: scope.windowFrom, endedAt }
  const sentence = words.statement(phrase, silence, timeZone)
  return { ...judged, rule: words.rule(source), sentence, customerId, phrase }
}

function finite(instant: Date | number): Date | null {
  return instant instanceof Date ? instant : null
}
