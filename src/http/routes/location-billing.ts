import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askerOf, type VerbsFor } from '#http/access'
import { AddOnUnits } from '#http/routes/charge-schemas'
import { PricePlanVersion } from '#http/routes/price-plans'
import { Instant, listOf, Named } from '#http/schemas'
import { AskedInstant } from '#lib/asked-instant'
import { given } from '#lib/given'
import { ANCHOR_STEPS, type AnchorStep } from '#model/billing-anchor'

const Every = z.enum(Object.keys(ANCHOR_STEPS) as [AnchorStep, ...AnchorStep[]])
const BillingAnchor = z
  .object({
    startsOn: z.string().describe('The day of the first cut-off at the location.'),
    localTime: z.string().describe('On the location’s clock.'),
    every: Every,
  })
  .meta({ id: 'BillingAnchor' })

const Assignment = z
  .object({
    pricePlanId: z.int().nullable().describe('Null for none from then on.'),
    addOns: AddOnUnits,
    from: Instant,
  })
  .meta({ id: 'PricePlanAssignment' })

const LocationBilling = z
  .object({
    location: z.object({ locationId: z.int(), name: z.string(), timeZone: z.string() }),
    anchor: BillingAnchor.nullable(),
    nextCutOffAt: Instant.nullable(),
    current: z
      .object({ pricePlanId: z.int(), addOns: AddOnUnits, version: PricePlanVersion })
      .nullable()
      .describe('What holds now.'),
    assignments: listOf(Assignment),
  })
  .meta({ id: 'LocationBilling' })

const tags = ['Price plans']
const params = z.object({ network: Named, location: Named })

/** How a location is billed. */
export function locationBillingRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/networks/:network/locations/:location/billing',
      {
        config: { access: 'billing.read' },
        schema: {
          operationId: 'getLocationBilling',
          summary: 'The price plans of a location by date, its billing anchor and its next cut-off',
          tags,
          params,
          response: { 200: LocationBilling },
        },
      },
      (request) => verbsFor(askerOf(request)).getLocationBilling(request.params),
    )
    app.put(
      '/networks/:network/locations/:location/price-plan',
      {
        config: { access: 'billing.manage' },
        schema: {
          operationId: 'assignPricePlan',
          summary: 'Give a location a price plan and add-ons from an instant on, or take them away',
          tags,
          params,
          body: z.strictObject({
            pricePlan: z.string().min(1).max(200).nullable().describe('Id or exact name; null for none.'),
            addOns: AddOnUnits.optional(),
            from: AskedInstant.optional().describe('Default now.'),
          }),
          response: { 200: Assignment.extend({ locationId: z.int() }) },
        },
      },
      (request) => {
        const { pricePlan, ...more } = request.body
        return verbsFor(askerOf(request)).assignPricePlan({ ...request.params, pricePlan, ...given(more) })
      },
    )
    app.put(
      '/networks/:network/locations/:location/billing-anchor',
      {
        config: { access: 'billing.manage' },
        schema: {
          operationId: 'setBillingAnchor',
          summary: 'Set when a location is invoiced',
          tags,
          params,
          body: z.strictObject({
            startsOn: z.string().max(20).describe('A day, such as 2026-01-31; in shorter months the last.'),
            localTime: z.string().max(20).optional().describe('On the location’s clock; default 00:00.'),
            every: Every.optional().describe('Default month.'),
          }),
          response: { 200: BillingAnchor.extend({ locationId: z.int(), hasChanges: z.boolean() }) },
        },
      },
      (request) => {
        const { startsOn, ...more } = request.body
        return verbsFor(askerOf(request)).setBillingAnchor({ ...request.params, startsOn, ...given(more) })
      },
    )
  }
}
