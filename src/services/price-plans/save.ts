/** Makes price plans and adds versions to them. Only the platform does; a version is never changed. */
import { isDeepStrictEqual } from 'node:util'
import sql from 'sql-template-tag'
import type { PricePlan } from '#billing/price-plan'
import type { Session } from '#database/database'
import { lockKey } from '#database/postgresql/advisory-locks'
import { HeadcountError } from '#errors'
import { quoted } from '#lib/quote'
import { atField, fault } from '#model/field-fault'
import { requireRight } from '#services/asker'
import { writeAudit } from '#services/audit/write'
import { checkInput, instant, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { checkPricePlan } from '#services/price-plans/check'
import { findPlan, listPlans, PLATFORM, type PricePlanFound, versionsOf } from '#services/price-plans/find'

export interface SavePricePlanOptions {
  /** The document; its name is the plan’s. */
  readonly plan: PricePlan
  /** From when the version holds. Default: a first version since ever, a later one from now. */
  readonly validFrom?: Date
}

export interface RevisePricePlanOptions extends SavePricePlanOptions {
  /** Id or exact name of the plan that gets the version; default the name in the document. */
  readonly pricePlan?: string
}

export interface PricePlanSaved {
  readonly pricePlanId: number
  readonly name: string
  readonly version: number
  /** False where the plan says the same already. */
  readonly hasChanges: boolean
}

const INPUT = { plan: checkPricePlan, validFrom: optional(instant) }
const REVISION_INPUT = { ...INPUT, pricePlan: optional(text) }

interface Saving {
  readonly session: Session
  readonly context: Context
  readonly plan: PricePlan
  readonly validFrom: Date | undefined
}

/** @throws PRICE_PLAN_INVALID, PRICE_PLAN_TAKEN, FORBIDDEN */
export function createPricePlan(context: Context, options: SavePricePlanOptions): Promise<PricePlanSaved> {
  return save(context, checkInput(options, INPUT), async (saving) => {
    if ((await namesake(saving)) !== undefined) {
      throw new HeadcountError(
        'PRICE_PLAN_TAKEN',
        `There is a price plan ${quoted(saving.plan.name)} already.`,
      )
    }
    return create(saving)
  })
}

/** Adds a version. @throws PRICE_PLAN_INVALID, PRICE_PLAN_NOT_FOUND, FORBIDDEN */
export function revisePricePlan(context: Context, options: RevisePricePlanOptions): Promise<PricePlanSaved> {
  const { pricePlan, ...asked } = checkInput(options, REVISION_INPUT)
  return save(context, asked, async (saving) => {
    const { session, plan } = saving
    const found = await findPlan(session, context.asker, pricePlan ?? plan.name)
    if (found.name === plan.name) return addVersion(saving, found)
    throw new HeadcountError(
      'PRICE_PLAN_INVALID',
      `The version must keep the plan’s name, ${quoted(found.name)}.`,
      {
        fields: atField('name', fault('other_name', { name: quoted(found.name) })),
      },
    )
  })
}

/** Makes the plan, or adds a version where one of its name says something else. */
export function importPricePlan(context: Context, options: SavePricePlanOptions): Promise<PricePlanSaved> {
  return save(context, checkInput(options, INPUT), async (saving) => {
    const known = await namesake(saving)
    return known === undefined ? create(saving) : addVersion(saving, known)
  })
}

async function save(
  context: Context,
  asked: Pick<Saving, 'plan' | 'validFrom'>,
  work: (saving: Saving) => Promise<PricePlanSaved>,
): Promise<PricePlanSaved> {
  requireRight(context.asker, 'billing.manage')
  return context.database.transaction(async (session) => {
    // one at a time: the next version is one more than the last
    await session.query(sql`select pg_advisory_xact_lock(${lockKey('price plans')}::bigint)`)
    return work({ session, context, ...asked })
  })
}

async function namesake({ session, context, plan }: Saving): Promise<PricePlanFound | undefined> {
  return (await listPlans(session, context.asker)).find(({ name }) => name === plan.name)
}

async function create(saving: Saving): Promise<PricePlanSaved> {
  const { session, context, plan } = saving
  const [made] = await session.query<{ id: number }>(sql`
    insert into price_plans (network_id, price_plan_id, name, created_at)
    values (${PLATFORM}::int, nextval('price_plan_ids')::int, ${plan.name}::text, ${context.now()}::timestamptz)
    returning price_plan_id as id`)
  if (made === undefined) throw new Error('a price plan was not made')
  const { validFrom } = saving
  return write(saving, { pricePlanId: made.id, version: 1, validFrom: validFrom ?? null, before: null })
}

async function addVersion(saving: Saving, { pricePlanId, name }: PricePlanFound): Promise<PricePlanSaved> {
  const { session, context, plan, validFrom } = saving
  const [last] = (await versionsOf(session, [pricePlanId])).get(pricePlanId) ?? []
  if (last !== undefined && validFrom === undefined && isDeepStrictEqual(last.plan, plan)) {
    return { pricePlanId, name, version: last.version, hasChanges: false }
  }
  return write(saving, {
    pricePlanId,
    version: (last?.version ?? 0) + 1,
    validFrom: validFrom ?? context.now(),
    before: last?.plan ?? null,
  })
}

interface Version {
  readonly pricePlanId: number
  readonly version: number
  /** Null for since ever. */
  readonly validFrom: Date | null
  readonly before: PricePlan | null
}

async function write(
  { session, context, plan }: Saving,
  { pricePlanId, version, validFrom, before }: Version,
): Promise<PricePlanSaved> {
  const from = validFrom === null ? sql`'-infinity'::timestamptz` : sql`${validFrom}::timestamptz`
  await session.query(sql`
    insert into price_plan_versions (network_id, price_plan_id, version, valid_from, document, created_at)
    values (
      ${PLATFORM}::int, ${pricePlanId}::int, ${version}::int, ${from},
      ${JSON.stringify(plan)}::jsonb, ${context.now()}::timestamptz
    )`)
  await writeAudit(session, context, {
    action: version === 1 ? 'price_plan.create' : 'price_plan.revise',
    networkId: PLATFORM,
    subject: { pricePlanId, version, validFrom: validFrom?.toISOString() ?? null },
    before: asJson(before),
    after: asJson(plan),
  })
  return { pricePlanId, name: plan.name, version, hasChanges: true }
}

/** A plan without what is undefined, which JSON cannot tell. */
function asJson(plan: PricePlan | null) {
  return JSON.parse(JSON.stringify(plan))
}
