/** What locations are billed by: their anchors, and which price plan each has when. */
import sql from 'sql-template-tag'
import type { AddOnUnits } from '#billing/price-plan'
import type { Session } from '#database/database'
import type { AnchorStep, BillingAnchor } from '#model/billing-anchor'

export interface Assignment {
  readonly pricePlanId: number | null
  readonly addOns: AddOnUnits
  /** ISO 8601, UTC. */
  readonly from: string
}

export interface BillingTerms {
  readonly anchor: BillingAnchor | null
  /** In order. */
  readonly assignments: readonly Assignment[]
}

/** The terms of locations of these networks, by location. */
export async function termsOf(
  session: Session,
  networkIds: readonly number[],
  locationIds: readonly number[],
): Promise<Map<number, BillingTerms>> {
  const anchors = await session.query<{
    location_id: number
    starts_on: string
    local_time: string
    every: AnchorStep
  }>(sql`
    select location_id, starts_on::text as starts_on, local_time, every
    from billing_anchors
    where network_id = any (${networkIds}::int[])
      and location_id = any (${locationIds}::int[])`)
  const assignments = await session.query<{
    location_id: number
    from_at: Date
    price_plan_id: number | null
    add_ons: AddOnUnits
  }>(sql`
    select location_id, from_at, price_plan_id, add_ons
    from price_plan_assignments
    where network_id = any (${networkIds}::int[])
      and location_id = any (${locationIds}::int[])
    order by from_at`)
  const anchorOf = new Map(
    anchors.map(({ location_id, starts_on, local_time, every }) => [
      location_id,
      { startsOn: starts_on, localTime: local_time, every },
    ]),
  )
  const assignmentsOf = new Map<number, Assignment[]>()
  for (const { location_id, from_at, price_plan_id, add_ons } of assignments) {
    const of = assignmentsOf.get(location_id) ?? []
    assignmentsOf.set(location_id, of)
    of.push({ pricePlanId: price_plan_id, addOns: add_ons, from: from_at.toISOString() })
  }
  return new Map(
    locationIds.map((id) => [
      id,
      { anchor: anchorOf.get(id) ?? null, assignments: assignmentsOf.get(id) ?? [] },
    ]),
  )
}

/** What is assigned at an instant; an assignment at the instant itself holds. */
export function assignedAt({ assignments }: BillingTerms, at: Date): Assignment | undefined {
  return assignments.findLast(({ from }) => new Date(from) <= at)
}
