/** By which price plan a bill is judged: the one that is given, else the one assigned, else an inferred one. */
import { Tariff } from '#billing/bill-money'
import type { AddOnUnits, PricePlan } from '#billing/price-plan'
import type { Session } from '#database/database'
import { assignedAt, type BillingTerms, termsOf } from '#services/billing/terms'
import type { Bill } from '#services/bills/find'
import { type InferredFromBills, inferAt } from '#services/bills/infer-plan'
import { type PricePlanVersion, versionAt, versionsOf } from '#services/price-plans/find'

export const PLAN_ORIGINS = ['given', 'assigned', 'inferred', 'none'] as const
export type PlanOrigin = (typeof PLAN_ORIGINS)[number]

export interface BillPlan {
  readonly origin: PlanOrigin
  readonly plan: PricePlan | null
  readonly addOns: AddOnUnits
  /** What the location’s bills tell of its price; null where another plan is used. */
  readonly inferred: InferredFromBills | null
  /** Whether the plan is in another currency than the bill, and so prices nothing. */
  readonly isOtherCurrency: boolean
}

export interface BillTariff {
  readonly billPlan: BillPlan
  /** Null where nothing can be priced. */
  readonly tariff: Tariff | null
}

export interface GivenTerms {
  readonly plan: PricePlan
  readonly addOns: AddOnUnits
}

/** One reading of terms and bills for many bills; a tariff is priced once for all bills that share it. */
export class Tariffs {
  readonly #session: Session
  readonly #terms: ReadonlyMap<number, BillingTerms>
  readonly #versions: ReadonlyMap<number, readonly PricePlanVersion[]>
  readonly #given: GivenTerms | null
  readonly #inferred = new Map<number, Promise<InferredFromBills>>()
  readonly #tariffs = new Map<string, Tariff>()

  private constructor(session: Session, known: Pick<Known, 'terms' | 'versions' | 'given'>) {
    this.#session = session
    this.#terms = known.terms
    this.#versions = known.versions
    this.#given = known.given
  }

  static async of(
    session: Session,
    bills: readonly Bill[],
    given: GivenTerms | null = null,
  ): Promise<Tariffs> {
    const locationIds = [...new Set(bills.map(({ location }) => location.locationId))]
    const networkIds = [...new Set(bills.map(({ networkId }) => networkId))]
    const terms = await termsOf(session, networkIds, locationIds)
    const planIds = [...terms.values()].flatMap(({ assignments }) =>
      assignments.flatMap(({ pricePlanId }) => pricePlanId ?? []),
    )
    const versions = await versionsOf(session, [...new Set(planIds)])
    return new Tariffs(session, { terms, versions, given })
  }

  async for(bill: Bill): Promise<BillTariff> {
    const chosen = await this.#choose(bill)
    const isOtherCurrency =
      chosen.plan !== null && bill.currency !== null && chosen.plan.currency !== bill.currency
    const billPlan = { ...chosen, isOtherCurrency }
    const { plan, addOns } = chosen
    if (plan === null || isOtherCurrency) return { billPlan, tariff: null }
    const key = JSON.stringify([plan, addOns])
    const pricedFrom = chosen.inferred?.pricedFrom ?? 0
    const tariff = this.#tariffs.get(key) ?? new Tariff({ plan, addOns }, pricedFrom)
    this.#tariffs.set(key, tariff)
    return { billPlan, tariff }
  }

  async #choose(bill: Bill): Promise<Omit<BillPlan, 'isOtherCurrency'>> {
    if (this.#given !== null) return { origin: 'given', ...this.#given, inferred: null }
    const at = new Date(bill.cutOffAt)
    const terms = this.#terms.get(bill.location.locationId)
    const assigned = terms === undefined ? undefined : assignedAt(terms, at)
    const version = versionAt(this.#versions.get(assigned?.pricePlanId ?? 0) ?? [], at)
    if (assigned !== undefined && version !== undefined) {
      return { origin: 'assigned', plan: version.plan, addOns: assigned.addOns, inferred: null }
    }
    const inferred = await this.#inferredAt(bill)
    const { plan } = inferred
    return { origin: plan === null ? 'none' : 'inferred', plan, addOns: {}, inferred }
  }

  #inferredAt({ networkId, location: { locationId }, currency }: Bill): Promise<InferredFromBills> {
    const known = this.#inferred.get(locationId)
    if (known !== undefined) return known
    const inferring = inferAt(this.#session, { networkId, locationId, currency })
    this.#inferred.set(locationId, inferring)
    return inferring
  }
}

interface Known {
  readonly terms: ReadonlyMap<number, BillingTerms>
  readonly versions: ReadonlyMap<number, readonly PricePlanVersion[]>
  readonly given: GivenTerms | null
}
