/** Random price plans, for properties that must hold of every plan. */
import fc from 'fast-check'
import type { AddOn, PricePlan, Tier, Usage } from '#billing/price-plan'

const amount = (most: number) =>
  fc
    .tuple(
      fc.integer({ min: 0, max: most }),
      fc.integer({ min: 0, max: 9999 }),
      fc.integer({ min: 0, max: 4 }),
    )
    .map(([whole, fraction, decimals]) =>
      decimals === 0 ? String(whole) : `${whole}.${String(fraction).padStart(4, '0').slice(0, decimals)}`,
    )

const tiers: fc.Arbitrary<Tier[]> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { maxLength: 4 }),
    fc.array(fc.record({ unitPrice: amount(20), flatFee: amount(50) }), { minLength: 5, maxLength: 5 }),
  )
  .map(([bounds, prices]) => {
    const upTos = [...bounds.sort((a, b) => a - b), null]
    return upTos.map((upTo, at) => ({ upTo, ...prices[at] }))
  })

const tiered = (model: 'graduated' | 'volume'): fc.Arbitrary<Usage> =>
  fc.record({ model: fc.constant(model), tiers, zeroQuantityChargesFirstFlat: fc.boolean() })

const packaged: fc.Arbitrary<Usage> = fc.record({
  model: fc.constant('package' as const),
  size: fc.integer({ min: 1, max: 30 }),
  price: amount(200),
  free: fc.integer({ min: 0, max: 20 }),
})

function plansOf(usage: fc.Arbitrary<Usage>): fc.Arbitrary<PricePlan> {
  return fc
    .record(
      {
        baseFee: amount(100),
        includedActiveUsers: fc.integer({ min: 0, max: 50 }),
        usage,
        minimum: amount(100),
        taxPercent: amount(25),
        freeBelow: fc.record({ activeUsers: fc.integer({ min: 1, max: 10 }) }),
        addOns: fc.constant<AddOn[]>([
          { id: 'network', name: 'Network', kind: 'fixed', fee: '12.345' },
          { id: 'doors', name: 'Doors', kind: 'per_unit', unitPrice: '1.005' },
          { id: 'desk', name: 'Help desk', kind: 'per_active_user', unitPrice: '0.125' },
        ]),
        discounts: fc.array(
          fc.oneof(
            fc.record({
              name: fc.constant('Share'),
              kind: fc.constant('percentage' as const),
              percent: amount(99),
            }),
            fc.record({
              name: fc.constant('Sum'),
              kind: fc.constant('absolute' as const),
              amount: amount(40),
            }),
          ),
          { maxLength: 3 },
        ),
      },
      { requiredKeys: [] },
    )
    .map((plan) => ({ name: 'Random', currency: 'EUR', ...plan }))
}

export const graduatedPlans = plansOf(tiered('graduated'))
export const anyPlans = plansOf(fc.oneof(tiered('graduated'), tiered('volume'), packaged))

export const addOnChoices = fc.record(
  { network: fc.constant(1), doors: fc.integer({ min: 1, max: 9 }), desk: fc.constant(1) },
  { requiredKeys: [] },
)

/** Add-ons that a plan has. */
export function choiceFor(plan: PricePlan, chosen: Readonly<Record<string, number>>) {
  return plan.addOns === undefined ? {} : chosen
}

export const counts = fc.integer({ min: 0, max: 200 })
export const digitCounts = fc.constantFrom(0, 2, 3)
