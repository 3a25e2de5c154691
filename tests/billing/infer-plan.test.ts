// A price plan from bills: what is told of it holds for every plan that could have made them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BilledPoint, inferPlan } from '#billing/infer-plan'
import { priceOf } from '#billing/price'
import type { PricePlan } from '#billing/price-plan'

function billed(pairs: readonly (readonly [number, number])[]): BilledPoint[] {
  return pairs.map(([count, amountMinor], at) => ({ bill: `P-${at + 1}`, count, amountMinor }))
}

const infer = (pairs: readonly (readonly [number, number])[]) => inferPlan(billed(pairs), 'EUR', 2)

test('three different numbers on a line tell the price from the smallest on', () => {
  const told = infer([
    [100, 20_000],
    [103, 20_600],
    [106, 21_200],
  ])
  expect(told).toMatchObject({ state: 'determined', from: 100, until: 106, others: [] })
  expect(told.unitPriceMinor).toEqual({ least: 200, most: 200 })
  expect(told.includedActiveUsers).toEqual({ least: 0, most: 100 })
})

test('two numbers on a line leave open where the base fee ends', () => {
  const told = infer([
    [100, 20_000],
    [106, 21_200],
  ])
  expect(told).toMatchObject({
    state: 'undetermined',
    plan: null,
    unitPriceMinor: { least: 200, most: null },
  })
})

test('a bill that does not fit the others is left out and named', () => {
  const told = infer([
    [100, 20_000],
    [103, 20_600],
    [106, 21_200],
    [110, 25_000],
  ])
  expect(told).toMatchObject({ state: 'determined', others: ['P-4'] })
})

test('three numbers on either of two lines tell a second price, and which active user it begins with', () => {
  const falling = [
    [20, 6_000],
    [25, 7_000],
    [31, 8_200],
    [45, 10_750],
    [60, 13_000],
    [80, 16_000],
  ] as const
  const told = infer([...falling, [50, 12_345]])
  expect(told).toMatchObject({ state: 'determined', from: 20, until: 80, pricedFrom: 20, others: ['P-7'] })
  expect(told.unitPriceMinor).toEqual({ least: 150, most: 200 })
  expect(told.includedActiveUsers).toEqual({ least: 0, most: 20 })
  expect(told.plan?.usage).toMatchObject({
    tiers: [
      { upTo: 20, unitPrice: '2.00' },
      { upTo: null, unitPrice: '1.50' },
    ],
  })
  for (const [count, amountMinor] of falling) {
    expect(told.plan && priceOf(told.plan, { count }).netMinor).toBe(amountMinor)
  }
  // two numbers on the second line could lie on any
  expect(infer(falling.slice(0, 5))).toMatchObject({
    unitPriceMinor: { least: 200, most: 200 },
    others: ['P-4', 'P-5'],
  })
})

test('bills of no plan of this kind are called contradictory', () => {
  expect(
    infer([
      [10, 900],
      [20, 500],
      [30, 700],
      [40, 100],
    ]).state,
  ).toBe('contradictory')
  expect(infer([]).state).toBe('undetermined')
})

/** Small numbers, and prices with many divisors, so that lines through unlike bills are often whole too. */
const family = fc.record({
  baseMinor: fc.integer({ min: 0, max: 50_000 }),
  included: fc.integer({ min: 0, max: 20 }),
  unitMinor: fc.oneof(
    fc.integer({ min: 1, max: 900 }),
    fc.integer({ min: 1, max: 15 }).map((n) => n * 60),
  ),
  counts: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 7 }),
})

test('a plan at random is recovered, or said to be undetermined with limits that hold', () => {
  let determined = 0
  fc.assert(
    fc.property(family, ({ baseMinor, included, unitMinor, counts }) => {
      const plan: PricePlan = {
        name: 'True',
        currency: 'EUR',
        baseFee: (baseMinor / 100).toFixed(2),
        includedActiveUsers: included,
        usage: { model: 'graduated', tiers: [{ upTo: null, unitPrice: (unitMinor / 100).toFixed(2) }] },
      }
      const price = (of: PricePlan, count: number) => priceOf(of, { count }).totalMinor
      const told = infer(counts.map((count) => [count, price(plan, count)]))
      expect(told.state).not.toBe('contradictory')
      if (told.state === 'determined') {
        determined += 1
        const { plan: inferred, from = 0 } = told
        if (inferred === null || from === null) throw new Error('a determined plan is told')
        expect(told.others).toEqual([])
        for (let count = from; count < from + 40; count += 1) {
          expect(price(inferred, count)).toBe(price(plan, count))
        }
      }
      const { unitPriceMinor, includedActiveUsers } = told
      if (unitPriceMinor !== null) within(unitMinor, unitPriceMinor)
      if (includedActiveUsers !== null) within(included, includedActiveUsers)
    }),
    { numRuns: 400 },
  )
  expect(determined).toBeGreaterThan(80)
})

test('whatever the amounts are, an inferred plan makes those that it was inferred from', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 60 })), {
    maxLength: 10,
  })
  fc.assert(
    fc.property(pairs, (given) => {
      const points = billed(given)
      const { plan, fitting, others } = inferPlan(points, 'EUR', 2)
      expect(fitting.length + others.length).toBe(points.length)
      if (plan === null) return
      for (const { bill, count, amountMinor } of points) {
        const isMade = priceOf(plan, { count }).totalMinor === amountMinor
        if (fitting.includes(bill)) expect(isMade).toBe(true)
      }
    }),
    { numRuns: 400 },
  )
})

function within(value: number, { least, most }: { least: number; most: number | null }): void {
  expect(value).toBeGreaterThanOrEqual(least)
  if (most !== null) expect(value).toBeLessThanOrEqual(most)
}
