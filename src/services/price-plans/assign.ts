/** Gives a location a price plan and its add-ons from an instant on, or takes them away. */
import sql from 'sql-template-tag'
import type { AddOnUnits } from '#billing/price-plan'
import type { Session } from '#database/database'
import type { Json } from '#lib/canonical-json'
import { requireRight } from '#services/asker'
import { writeAudit } from '#services/audit/write'
import { checkInput, instant, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { findLocation } from '#services/locations/find'
import { addOnUnits, checkAddOns } from '#services/price-plans/check'
import { findPlan, versionsOf } from '#services/price-plans/find'

export interface AssignPricePlanOptions {
  /** Id, external id or exact name. */
  readonly location: string
  readonly network?: string
  /** Id or exact name; null for none from then on. */
  readonly pricePlan: string | null
  /** Units by the id of the add-on. */
  readonly addOns?: AddOnUnits
  /** Default now. An instant before prices what is still to be issued, never what was. */
  readonly from?: Date
}

export interface PricePlanAssigned {
  readonly locationId: number
  readonly pricePlanId: number | null
  readonly addOns: AddOnUnits
  /** ISO 8601, UTC. */
  readonly from: string
}

const INPUT = {
  location: text,
  network: optional(text),
  pricePlan: (name: string, value: unknown) => (value === null ? null : text(name, value)),
  addOns: optional(addOnUnits),
  from: optional(instant),
}

/** @throws LOCATION_NOT_FOUND, PRICE_PLAN_NOT_FOUND, PRICE_PLAN_INVALID for add-ons it has not, FORBIDDEN */
export async function assignPricePlan(
  context: Context,
  options: AssignPricePlanOptions,
): Promise<PricePlanAssigned> {
  const { addOns = {}, from = context.now(), ...names } = checkInput(options, INPUT)
  return context.database.transaction(async (session) => {
    const { asker } = context
    const { networkId, locationId } = await findLocation(session, asker, names.location, names.network)
    requireRight(asker, 'billing.manage', { networkId })
    const pricePlanId =
      names.pricePlan === null ? null : (await findPlan(session, asker, names.pricePlan)).pricePlanId
    if (pricePlanId !== null) await checkNewestHas(session, pricePlanId, addOns)
    const assigned = {
      locationId,
      pricePlanId,
      addOns: pricePlanId === null ? {} : addOns,
      from: from.toISOString(),
    }
    await writeAssignment(session, context, networkId, assigned)
    return assigned
  })
}

/** Keeps it, with its audit entry. */
export async function writeAssignment(
  session: Session,
  context: Context,
  networkId: number,
  assigned: PricePlanAssigned,
): Promise<void> {
  const { locationId, pricePlanId, addOns, from } = assigned
  const before = await replace(session, networkId, assigned)
  await writeAudit(session, context, {
    action: 'price_plan.assign',
    networkId,
    subject: { locationId, from },
    before,
    after: { pricePlanId, addOns: { ...addOns } },
  })
}

export async function checkNewestHas(
  session: Session,
  pricePlanId: number,
  addOns: AddOnUnits,
): Promise<void> {
  const [newest] = (await versionsOf(session, [pricePlanId])).get(pricePlanId) ?? []
  if (newest !== undefined) checkAddOns(newest.plan, addOns)
}

/** @returns what began at the same instant before */
async function replace(
  session: Session,
  networkId: number,
  { locationId, pricePlanId, addOns, from }: PricePlanAssigned,
): Promise<Json> {
  const [before] = await session.query<{ price_plan_id: number | null; add_ons: Json }>(sql`
    select price_plan_id, add_ons
    from price_plan_assignments
    where network_id = ${networkId}::int
      and location_id = ${locationId}::int
      and from_at = ${from}::timestamptz
    for update`)
  await session.query(sql`
    insert into price_plan_assignments (network_id, location_id, from_at, price_plan_id, add_ons)
    values (
      ${networkId}::int, ${locationId}::int, ${from}::timestamptz,
      ${pricePlanId}::int, ${JSON.stringify(addOns)}::jsonb
    )
    on conflict (network_id, location_id, from_at)
      do update set price_plan_id = excluded.price_plan_id, add_ons = excluded.add_ons`)
  return before === undefined ? null : { pricePlanId: before.price_plan_id, addOns: before.add_ons }
}
