/** One bill of the platform beside Headcount’s count at its cut-off: in people, in money, and who it may be. */
import { type BillJudged, type BillVerdict, judgeBill } from '#billing/bill-money'
import type { Charge } from '#billing/price'
import type { AddOnUnits, PricePlan } from '#billing/price-plan'
import { windowsStatement } from '#counting/evidence-statements'
import { DEFAULT_RULE_SET } from '#counting/rules'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { fromMinor } from '#model/money'
import type { BySource } from '#services/active-users/figures'
import type { Asker } from '#services/asker'
import { type CandidateGroup, findCandidates } from '#services/bills/candidates'
import { compareWithList, type ListComparison } from '#services/bills/compare-list'
import { countAtBills } from '#services/bills/counted'
import { BILL_KEY, type Bill, type BillKey, findBill } from '#services/bills/find'
import { nameOf } from '#services/bills/infer-plan'
import type { BillWindow } from '#services/bills/people'
import { type BillPlan, type GivenTerms, Tariffs } from '#services/bills/tariffs'
import { type History, readUncertainties, type Uncertainty } from '#services/bills/uncertainties'
import { type Check, checkInput, optional } from '#services/check-input'
import type { Context } from '#services/context'
import { addOnUnits, checkAddOns, checkPricePlan } from '#services/price-plans/check'

export interface AuditBillOptions extends BillKey {
  /** What the operator says he pays by; default the plan assigned here, else what his bills tell of it. */
  readonly plan?: PricePlan
  readonly addOns?: AddOnUnits
  /** The platform’s list of people, as text: a line each, or a CSV. */
  readonly platformList?: string
}

export interface BillAudit extends BillJudged {
  readonly bill: Bill
  readonly ruleSet: string
  /** The window that the bill closes: from here, included, until its cut-off, excluded. */
  readonly windowFrom: string
  readonly counted: number
  readonly bySource: BySource
  /** The answer in one sentence with figures. */
  readonly sentence: string
  readonly pricePlan: BillPlan
  /** What the price plan makes of the count; null where nothing can be priced. */
  readonly charge: Charge | null
  /** Whom the difference may consist of, without a list; those as many as the difference first. */
  readonly candidates: readonly CandidateGroup[]
  /** Whether there were more customers near the cut-off than were looked at. */
  readonly candidatesAreCut: boolean
  /** Null where no list was given. */
  readonly comparison: ListComparison | null
  readonly history: History
  readonly uncertainties: readonly Uncertainty[]
}

const MOST_LIST_LETTERS = 5_000_000

/** A pasted list is longer than any other text. */
export const platformList: Check<string> = (name, value) => {
  if (typeof value === 'string' && value.length <= MOST_LIST_LETTERS) return value
  throw new HeadcountError(
    'PLATFORM_LIST_INVALID',
    `${name} must be a text of at most ${MOST_LIST_LETTERS} letters.`,
  )
}

export const AUDIT_INPUT = {
  ...BILL_KEY,
  plan: optional(checkPricePlan),
  addOns: optional(addOnUnits),
  platformList: optional(platformList),
}
const SNAPSHOT = { isolation: 'repeatable read', readOnly: true } as const

/** @throws NETWORK_NOT_FOUND, BILL_NOT_FOUND, BILL_AMBIGUOUS, PRICE_PLAN_INVALID, PLATFORM_LIST_INVALID, FORBIDDEN */
export function auditBill({ database, asker }: Context, options: AuditBillOptions): Promise<BillAudit> {
  const asked = checkInput(options, AUDIT_INPUT)
  return database.transaction(async (session) => (await auditIn(session, asker, asked)).audit, SNAPSHOT)
}

export interface AuditAsked extends BillKey {
  readonly plan?: PricePlan | undefined
  readonly addOns?: AddOnUnits | undefined
  readonly platformList?: string | undefined
}

export async function auditIn(
  session: Session,
  asker: Asker,
  asked: AuditAsked,
): Promise<{ readonly audit: BillAudit; readonly window: BillWindow }> {
  const bill = await findBill(session, asker, asked)
  const [count] = await countAtBills(session, [bill])
  if (count === undefined) throw new Error('a bill was not counted')
  const tariffs = await Tariffs.of(session, [bill], givenTerms(asked))
  const { billPlan, tariff } = await tariffs.for(bill)
  const judged = judgeBill(bill, count.count, tariff)
  const window = await windowOf(session, bill)
  const { groups, isCut } = await findCandidates(session, asker, window, judged.difference)
  const comparison =
    asked.platformList === undefined
      ? null
      : await compareWithList(session, asker, window, asked.platformList)
  const { history, uncertainties } = await readUncertainties(session, window, bill)
  const audit: BillAudit = {
    bill,
    ruleSet: DEFAULT_RULE_SET.id,
    windowFrom: window.windowFrom.toISOString(),
    counted: count.count,
    bySource: count.bySource,
    ...judged,
    sentence: sentenceOf(bill, count.count, judged),
    pricePlan: billPlan,
    charge: tariff?.prices(count.count) ? tariff.charge(count.count) : null,
    candidates: groups,
    candidatesAreCut: isCut,
    comparison,
    history,
    uncertainties: [...uncertainties, ...uncertainPrice(billPlan, count.count)],
  }
  return { audit, window }
}

function givenTerms({ plan, addOns = {} }: AuditAsked): GivenTerms | null {
  if (plan === undefined) {
    if (Object.keys(addOns).length === 0) return null
    throw new HeadcountError('INVALID_ARGUMENT', 'addOns are of a price plan: give it too.')
  }
  checkAddOns(plan, addOns)
  return { plan, addOns }
}

/** What the price rests on, where it was worked out from bills or cannot be told. */
function uncertainPrice({ plan, inferred, isOtherCurrency }: BillPlan, counted: number): Uncertainty[] {
  if (isOtherCurrency) {
    const sentence = `The price plan is in ${plan?.currency}, another currency than the bill: nothing is priced.`
    return [{ code: 'other_currency', sentence, people: null }]
  }
  if (inferred === null) return []
  if (plan === null) {
    return [{ code: 'no_price_plan', sentence: inferred.sentences.join(' '), people: null }]
  }
  const { pricedFrom } = inferred
  const isBelow = pricedFrom !== null && counted < pricedFrom
  const below = `What ${counted} active users cost is not known: the bills tell the price from ${pricedFrom} on.`
  return [
    { code: 'price_plan_inferred', sentence: inferred.sentences.join(' '), people: null },
    ...(isBelow ? [{ code: 'price_not_known' as const, sentence: below, people: null }] : []),
  ]
}

const DAY_MS = 86_400_000

export async function windowOf(
  session: Session,
  { networkId, location, cutOffAt }: Bill,
): Promise<BillWindow> {
  const { locationId, timeZone } = location
  const asOf = new Date(cutOffAt)
  const [windows] = await session.query<{ window_from: Date; look_back_to: Date }>(
    windowsStatement({ networkId, locationId }, asOf, 'before'),
  )
  const windowFrom = windows?.window_from ?? asOf
  return {
    ...{ networkId, locationId, timeZone, asOf, windowFrom },
    lookBackTo: windows?.look_back_to ?? windowFrom,
    soonUntil: new Date(asOf.getTime() + DAY_MS),
  }
}

/** `Bill P-10233 asks for 109 active users, Headcount counted 106: 3 more, EUR 6.00 before discount and tax.` */
function sentenceOf(bill: Bill, counted: number, { billed, verdict, difference, money }: BillJudged): string {
  const name = `Bill ${nameOf(bill)}`
  const users = (count: number) => `${count} active user${count === 1 ? '' : 's'}`
  const asked =
    billed.count === null
      ? `${name} names no number of active users`
      : `${name} asks for ${users(billed.count)}${billed.from === 'amount' ? ' by its amount' : ''}`
  const amount =
    money === null || money.differenceMinor === 0
      ? ''
      : `, ${bill.currency ?? ''} ${fromMinor(Math.abs(money.differenceMinor), bill.digits)} ${money.differenceMinor > 0 ? 'more' : 'less'} before discount and tax`
  return `${asked}, Headcount counted ${counted}: ${SAID[verdict](Math.abs(difference ?? 0))}${amount}.`
}

const SAID: Readonly<Record<BillVerdict, (people: number) => string>> = {
  agrees: () => 'they agree',
  more_people: (people) => `${people} more than counted`,
  fewer_people: (people) => `${people} fewer than counted`,
  price_differs: () => 'the price is another than that of the price plan',
  unknown: () => 'they cannot be compared without a number or a price plan',
}
