/** Price plans and their versions, as they stand. Which of them exist for an asker is decided here. */
import sql, { join, type Sql } from 'sql-template-tag'
import type { PricePlan } from '#billing/price-plan'
import type { Session } from '#database/database'
import { type Asker, hasRight, networksWith, visibleLocations } from '#services/asker'
import { asId, decide, type Findable } from '#services/find-by-name'

/** Plans belong to the platform, which is no network. */
export const PLATFORM = 0

export interface PricePlanFound extends Findable {
  readonly pricePlanId: number
}

export interface PricePlanVersion {
  readonly version: number
  /** ISO 8601, UTC; null for a version that has held since ever. */
  readonly validFrom: string | null
  readonly createdAt: string
  readonly plan: PricePlan
}

/** Of all plans, those that price a location which the asker sees, and whose prices he may see. */
function visible(asker: Asker): Sql {
  const networks = networksWith(asker, 'billing.read')
  if (networks === 'all' || hasRight(asker, 'billing.manage', {})) return sql`true`
  const places = networks.map((networkId) => assignedIn(asker, networkId))
  return sql`exists (
      select from price_plan_assignments a
      where a.price_plan_id = p.price_plan_id
        and ${places.length === 0 ? sql`false` : sql`(${join(places, ' or ')})`}
    )`
}

function assignedIn(asker: Asker, networkId: number): Sql {
  const locations = visibleLocations(asker, networkId)
  const seen = locations === 'all' ? sql`` : sql` and a.location_id = any (${locations}::int[])`
  return sql`(a.network_id = ${networkId}::int${seen})`
}

export async function listPlans(session: Session, asker: Asker): Promise<PricePlanFound[]> {
  const rows = await session.query<{ id: number; name: string }>(sql`
    select p.price_plan_id as id, p.name
    from price_plans p
    where p.network_id = ${PLATFORM}::int
      and ${visible(asker)}
    order by p.name, p.price_plan_id`)
  return rows.map(({ id, name }) => ({ id, pricePlanId: id, externalId: name, name }))
}

/** @throws PRICE_PLAN_NOT_FOUND with near matches, PRICE_PLAN_AMBIGUOUS */
export async function findPlan(session: Session, asker: Asker, text: string): Promise<PricePlanFound> {
  const plans = await listPlans(session, asker)
  const id = asId(text)
  return decide(
    plans.filter((plan) => plan.id === id || plan.name === text),
    text,
    { noun: 'price plan', notFound: 'PRICE_PLAN_NOT_FOUND', ambiguous: 'PRICE_PLAN_AMBIGUOUS' },
    plans,
  )
}

/** Every version of these plans, the newest first. */
export async function versionsOf(
  session: Session,
  pricePlanIds: readonly number[],
): Promise<Map<number, PricePlanVersion[]>> {
  const rows = await session.query<{
    price_plan_id: number
    version: number
    valid_from: Date | number
    created_at: Date
    document: PricePlan
  }>(sql`
    select price_plan_id, version, valid_from, created_at, document
    from price_plan_versions
    where network_id = ${PLATFORM}::int
      and price_plan_id = any (${pricePlanIds}::int[])
    order by version desc`)
  const versions = new Map<number, PricePlanVersion[]>(pricePlanIds.map((id) => [id, []]))
  for (const row of rows) {
    versions.get(row.price_plan_id)?.push({
      version: row.version,
      validFrom: row.valid_from instanceof Date ? row.valid_from.toISOString() : null,
      createdAt: row.created_at.toISOString(),
      plan: row.document,
    })
  }
  return versions
}

/** The version that holds at an instant: the last that began, of those that began together the highest. */
export function versionAt(versions: readonly PricePlanVersion[], at: Date): PricePlanVersion | undefined {
  const begun = versions.filter(({ validFrom }) => validFrom === null || new Date(validFrom) <= at)
  return begun.sort((a, b) => begin(b) - begin(a) || b.version - a.version)[0]
}

function begin({ validFrom }: PricePlanVersion): number {
  return validFrom === null ? Number.NEGATIVE_INFINITY : Date.parse(validFrom)
}
