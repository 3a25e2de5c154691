import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { MOST_ACTIVE_USERS, PricePlan } from '#billing/price-plan'
import { askerOf, type VerbsFor } from '#http/access'
import { AddOnUnits, Charge } from '#http/routes/charge-schemas'
import { Instant, listOf } from '#http/schemas'
import { AskedInstant } from '#lib/asked-instant'
import { given } from '#lib/given'
import { MOST_ASSIGNED } from '#services/price-plans/assign-to-many'
import { MOST_CURVE_POINTS } from '#services/price-plans/read'

export const PricePlanVersion = z
  .object({
    version: z.int(),
    validFrom: Instant.nullable().describe('Null for a version that has held since ever.'),
    createdAt: Instant,
    plan: PricePlan,
  })
  .meta({ id: 'PricePlanVersion' })

const PricePlanListed = z
  .object({
    pricePlanId: z.int(),
    name: z.string(),
    current: PricePlanVersion.nullable().describe('The version that holds now.'),
  })
  .meta({ id: 'PricePlanListed' })

const PricePlanSaved = z
  .object({ pricePlanId: z.int(), name: z.string(), version: z.int(), hasChanges: z.boolean() })
  .meta({ id: 'PricePlanSaved' })

const ComingCharge = z
  .object({
    pricePlanId: z.int(),
    pricePlan: z.string(),
    version: z.int(),
    currency: z.string(),
    digits: z.int(),
    totalMinor: z.int(),
  })
  .meta({ id: 'ComingCharge', description: 'What the next platform invoice comes to as things stand.' })

const AssignedToMany = z
  .object({
    dryRun: z.boolean(),
    pricePlanId: z.int().nullable(),
    addOns: AddOnUnits,
    from: Instant,
    locations: listOf(
      z.object({
        networkId: z.int(),
        locationId: z.int(),
        name: z.string(),
        cutOffAt: Instant.nullable().describe('Null without a billing anchor.'),
        activeUsers: z.int().nullable().describe('At the cut-off as things stand.'),
        before: ComingCharge.nullable(),
        after: ComingCharge.nullable(),
      }),
    ),
  })
  .meta({ id: 'AssignedToMany' })

const Named = z.string().min(1).max(200).describe('Id or exact name.')
const body = z.strictObject({
  plan: PricePlan,
  validFrom: AskedInstant.optional().describe('Default: a first version since ever, a later one from now.'),
})
const tags = ['Price plans']

/** Price plans: what is charged for a number of active users. */
export function pricePlanRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/price-plans',
      {
        config: { access: 'billing.read' },
        schema: {
          operationId: 'listPricePlans',
          summary: 'The price plans that you may see, with what they say now',
          tags,
          response: { 200: z.object({ pricePlans: listOf(PricePlanListed), total: z.int() }) },
        },
      },
      async (request) => {
        const pricePlans = await verbsFor(askerOf(request)).listPricePlans()
        return { pricePlans, total: pricePlans.length }
      },
    )
    app.get(
      '/price-plans/:pricePlan',
      {
        config: { access: 'billing.read' },
        schema: {
          operationId: 'getPricePlan',
          summary: 'A price plan with all its versions',
          tags,
          params: z.object({ pricePlan: Named }),
          response: {
            200: PricePlanListed.extend({ versions: listOf(PricePlanVersion).describe('The newest first.') }),
          },
        },
      },
      (request) => verbsFor(askerOf(request)).getPricePlan(request.params.pricePlan),
    )
    app.post(
      '/price-plans',
      {
        config: { access: 'billing.manage' },
        schema: {
          operationId: 'createPricePlan',
          summary: 'Make a price plan of a new name',
          tags,
          body,
          response: { 201: PricePlanSaved },
        },
      },
      async (request, reply) => {
        const { plan, validFrom } = request.body
        const saved = await verbsFor(askerOf(request)).createPricePlan({ plan, ...given({ validFrom }) })
        return reply.code(201).send(saved)
      },
    )
    app.post(
      '/price-plans/:pricePlan/versions',
      {
        config: { access: 'billing.manage' },
        schema: {
          operationId: 'revisePricePlan',
          summary: 'Add a version to a price plan; one that says the same as the newest changes nothing',
          tags,
          params: z.object({ pricePlan: Named }),
          body,
          response: { 200: PricePlanSaved },
        },
      },
      (request) => {
        const { plan, validFrom } = request.body
        const { pricePlan } = request.params
        return verbsFor(askerOf(request)).revisePricePlan({ pricePlan, plan, ...given({ validFrom }) })
      },
    )
    app.post(
      '/price-plans/:pricePlan/assignments',
      {
        config: { access: 'billing.manage' },
        schema: {
          operationId: 'assignPricePlanToMany',
          summary:
            'Give locations a price plan, all or none, and tell what it changes of their coming charges',
          tags,
          params: z.object({ pricePlan: Named }),
          body: z.strictObject({
            locations: z.array(Named).min(1).max(MOST_ASSIGNED),
            addOns: AddOnUnits.optional(),
            from: AskedInstant.optional().describe('Default now.'),
            dryRun: z.boolean().optional().describe('Tells what would change and changes nothing.'),
          }),
          response: { 200: AssignedToMany },
        },
      },
      (request) => {
        const { locations, ...more } = request.body
        const { pricePlan } = request.params
        return verbsFor(askerOf(request)).assignPricePlanToMany({ pricePlan, locations, ...given(more) })
      },
    )
    app.post(
      '/price-previews',
      {
        config: { access: 'billing.read' },
        schema: {
          operationId: 'previewPrice',
          summary: 'What a number of active users costs under a plan that need not be kept, with a curve',
          tags,
          body: z.strictObject({
            plan: PricePlan,
            count: z.int().min(0).max(MOST_ACTIVE_USERS),
            addOns: AddOnUnits.optional(),
            upTo: z.int().min(1).max(MOST_CURVE_POINTS).optional().describe('The last number of the curve.'),
          }),
          response: {
            200: z.object({
              charge: Charge,
              curve: z
                .object({
                  points: listOf(z.object({ count: z.int(), totalMinor: z.int() })),
                  cliffs: listOf(z.int()).describe('Where one more active user makes the total fall.'),
                })
                .nullable(),
            }),
          },
        },
      },
      (request) => {
        const { plan, count, ...more } = request.body
        return verbsFor(askerOf(request)).previewPrice({ plan, count, ...given(more) })
      },
    )
  }
}
