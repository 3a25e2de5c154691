/**
 * Gives locations a price plan from an instant on: all of them or, where one may not have it, none. It tells
 * of each what the coming charge was and what it is then; a dry run tells the same and keeps nothing.
 */
import type { AddOnUnits } from '#billing/price-plan'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { requireRight } from '#services/asker'
import { checkInput, flag, instant, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { findLocation, type LocationFound } from '#services/locations/find'
import { checkNewestHas, writeAssignment } from '#services/price-plans/assign'
import { addOnUnits } from '#services/price-plans/check'
import { type ComingCharge, comingCharges } from '#services/price-plans/coming-charges'
import { findPlan } from '#services/price-plans/find'
import { takenBack } from '#services/taken-back'

export interface AssignToManyOptions {
  /** Id or exact name; null for none from then on. */
  readonly pricePlan: string | null
  /** 1 to {@link MOST_ASSIGNED}: ids, external ids or exact names. */
  readonly locations: readonly string[]
  readonly network?: string
  /** Units by the id of the add-on, for each location. */
  readonly addOns?: AddOnUnits
  /** Default now. An instant before prices what is still to be issued, never what was. */
  readonly from?: Date
  /** Tells what would change and changes nothing. */
  readonly dryRun?: boolean
}

export interface AssignedToMany {
  readonly dryRun: boolean
  readonly pricePlanId: number | null
  readonly addOns: AddOnUnits
  /** ISO 8601, UTC. */
  readonly from: string
  readonly locations: readonly AssignedLocation[]
}

export interface AssignedLocation {
  readonly networkId: number
  readonly locationId: number
  readonly name: string
  /** The next cut-off, ISO 8601, UTC; null without a billing anchor. */
  readonly cutOffAt: string | null
  /** At the cut-off as things stand. */
  readonly activeUsers: number | null
  /** The coming charge as it was; null where no price plan held. */
  readonly before: ComingCharge | null
  readonly after: ComingCharge | null
}

export const MOST_ASSIGNED = 1000

const INPUT = {
  pricePlan: (name: string, value: unknown) => (value === null ? null : text(name, value)),
  locations: someTexts,
  network: optional(text),
  addOns: optional(addOnUnits),
  from: optional(instant),
  dryRun: optional(flag),
}

function checked(options: AssignToManyOptions) {
  return checkInput(options, INPUT)
}

function someTexts(name: string, value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_ASSIGNED) {
    throw new HeadcountError('INVALID_ARGUMENT', `${name} must be a list of 1 to ${MOST_ASSIGNED} locations.`)
  }
  return value.map((one, at) => text(`${name}.${at}`, one))
}

/** @throws LOCATION_NOT_FOUND, PRICE_PLAN_NOT_FOUND, PRICE_PLAN_INVALID for add-ons it has not, FORBIDDEN */
export async function assignPricePlanToMany(
  context: Context,
  options: AssignToManyOptions,
): Promise<AssignedToMany> {
  const asked = checked(options)
  const { database } = context
  const work = (session: Session) => assign(session, context, asked)
  return asked.dryRun === true
    ? takenBack<Session, AssignedToMany>((transact) => database.transaction(transact), work)
    : database.transaction(work)
}

async function assign(
  session: Session,
  context: Context,
  { addOns: chosen = {}, from = context.now(), dryRun = false, ...names }: ReturnType<typeof checked>,
): Promise<AssignedToMany> {
  const { asker } = context
  const found = new Map<number, LocationFound>()
  for (const name of names.locations) {
    const location = await findLocation(session, asker, name, names.network)
    requireRight(asker, 'billing.manage', { networkId: location.networkId })
    found.set(location.locationId, location)
  }
  const pricePlanId =
    names.pricePlan === null ? null : (await findPlan(session, asker, names.pricePlan)).pricePlanId
  if (pricePlanId !== null) await checkNewestHas(session, pricePlanId, chosen)
  const addOns = pricePlanId === null ? {} : chosen
  const locations = [...found.values()]
  const before = await comingCharges(session, locations, context.now())
  for (const { networkId, locationId } of locations) {
    const assigned = { locationId, pricePlanId, addOns, from: from.toISOString() }
    await writeAssignment(session, context, networkId, assigned)
  }
  const after = await comingCharges(session, locations, context.now())
  return {
    dryRun,
    pricePlanId,
    addOns,
    from: from.toISOString(),
    locations: locations.map(({ networkId, locationId, name }) => ({
      networkId,
      locationId,
      name,
      cutOffAt: after.get(locationId)?.cutOffAt ?? null,
      activeUsers: after.get(locationId)?.activeUsers ?? null,
      before: before.get(locationId)?.charge ?? null,
      after: after.get(locationId)?.charge ?? null,
    })),
  }
}
