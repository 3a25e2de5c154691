// What a number of active users costs: published tables, properties of every plan, and a second reading.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chargeCurve } from '#billing/curve'
import { priceOf } from '#billing/price'
import { type PricePlan, readPricePlan, type Usage } from '#billing/price-plan'
import { fromMinor } from '#model/money'
import { exact, plainPrice } from './plain-pricing.ts'
import { addOnChoices, anyPlans, choiceFor, counts, digitCounts, graduatedPlans } from './random-plans.ts'

const seed = Number(process.env.HEADCOUNT_TEST_SEED ?? Date.now() % 2 ** 31)
console.log(`random price plans: HEADCOUNT_TEST_SEED=${seed}`)

interface PublishedTable {
  readonly id: string
  readonly model: 'graduated' | 'volume' | 'package'
  readonly tiers: [number | null, number, number][] | { size: number; price: number; free: number }
  readonly zeroQuantityChargesFirstFlat: boolean
  readonly cases: readonly { readonly quantity: number; readonly total: string }[]
}

const published = JSON.parse(readFileSync('tests/fixtures/pricing-cases.json', 'utf8')) as {
  cases: PublishedTable[]
}

function usageOf({ model, tiers, zeroQuantityChargesFirstFlat }: PublishedTable): Usage {
  if (model === 'package' || !Array.isArray(tiers))
    return { model: 'package', ...(tiers as { size: number; price: number }) }
  return {
    model,
    zeroQuantityChargesFirstFlat,
    tiers: tiers.map(([upTo, unitPrice, flatFee]) => ({ upTo, unitPrice, flatFee })),
  }
}

function plan(parts: Omit<PricePlan, 'name' | 'currency'> & { currency?: string }): PricePlan {
  const read = readPricePlan({ name: 'Test', currency: 'EUR', ...parts })
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  return read.plan
}

function total(priced: PricePlan, count: number, addOns = {}): string {
  const { totalMinor, digits } = priceOf(priced, { count, addOns })
  return fromMinor(totalMinor, digits)
}

describe('published tables', () => {
  test.each(published.cases)('$id', (table) => {
    const priced = plan({ usage: usageOf(table) })
    for (const { quantity, total: expected } of table.cases) {
      expect(`${quantity}: ${total(priced, quantity)}`).toBe(`${quantity}: ${Number(expected).toFixed(2)}`)
    }
  })

  test('each tier of a graduated table is a line', () => {
    const table = published.cases.find(({ id }) => id === 'openmeter-graduated-lines')
    if (table === undefined) throw new Error('the table is gone')
    const { lines } = priceOf(plan({ usage: usageOf(table) }), { count: 22 })
    expect(
      lines.map(({ description, quantity, amountMinor }) => [description, quantity, amountMinor]),
    ).toEqual([
      ['Active users 1 to 5', 5, 10_000],
      ['Active users 6 to 10', 5, 5000],
      ['Active users 11 to 15', 5, 2500],
      ['Active users 16 and more', 7, 700],
    ])
  })

  test('stair steps are volume tiers with a flat fee alone', () => {
    const steps = plan({
      usage: {
        model: 'volume',
        tiers: [
          { upTo: 40, flatFee: '80' },
          { upTo: 100, flatFee: '150' },
          { upTo: null, flatFee: '220.50' },
        ],
      },
    })
    expect([0, 1, 40, 41, 100, 101, 9000].map((count) => total(steps, count))).toEqual([
      '0.00',
      '80.00',
      '80.00',
      '150.00',
      '150.00',
      '220.50',
      '220.50',
    ])
  })
})

describe('parts of a plan', () => {
  test('a base fee with included active users: tiers begin after them', () => {
    const location = plan({
      baseFee: '80',
      includedActiveUsers: 40,
      usage: {
        model: 'graduated',
        tiers: [
          { upTo: 60, unitPrice: '1.25' },
          { upTo: null, unitPrice: '0.9' },
        ],
      },
    })
    expect([0, 40, 41, 100, 110].map((count) => total(location, count))).toEqual([
      '80.00',
      '80.00',
      '81.25',
      '155.00',
      '164.00',
    ])
    expect(priceOf(location, { count: 110 }).lines.map(({ description }) => description)).toEqual([
      'Base fee, 40 active users included',
      'Active users 41 to 100',
      'Active users 101 and more',
    ])
  })

  test('free below 5 active users, unless the location has the network add-on', () => {
    const free = plan({
      baseFee: '80',
      freeBelow: { activeUsers: 5, unlessAddOn: 'network' },
      addOns: [{ id: 'network', name: 'Network', kind: 'fixed', fee: '10' }],
    })
    expect([4, 5].map((count) => total(free, count))).toEqual(['0.00', '80.00'])
    expect([4, 5].map((count) => total(free, count, { network: 1 }))).toEqual(['90.00', '90.00'])
  })

  test('a minimum and a maximum bound base fee and active users together', () => {
    const bounded = plan({
      minimum: '10',
      maximum: '20',
      usage: { model: 'graduated', tiers: [{ upTo: null, unitPrice: '1' }] },
    })
    expect([0, 9, 10, 15, 20, 21].map((count) => total(bounded, count))).toEqual([
      '10.00',
      '10.00',
      '10.00',
      '15.00',
      '20.00',
      '20.00',
    ])
    expect(priceOf(bounded, { count: 21 }).lines.at(-1)).toMatchObject({ kind: 'maximum', amountMinor: -100 })
  })

  test('add-ons, then discounts, then tax', () => {
    const everything = plan({
      baseFee: '100',
      addOns: [
        { id: 'fixed', name: 'Fixed', kind: 'fixed', fee: '20' },
        { id: 'doors', name: 'Doors', kind: 'per_unit', unitPrice: '5' },
        { id: 'desk', name: 'Help desk', kind: 'per_active_user', unitPrice: '0.5' },
      ],
      discounts: [
        { name: 'Ten', kind: 'percentage', percent: '10' },
        { name: 'Five off', kind: 'absolute', amount: '5' },
      ],
      taxPercent: '21',
    })
    const charge = priceOf(everything, { count: 10, addOns: { desk: 1, doors: 3, fixed: 1 } })
    expect(charge.lines.map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
      ['base_fee', 10_000],
      ['add_on', 2000],
      ['add_on', 1500],
      ['add_on', 500],
      ['discount', -1400],
      ['discount', -500],
      ['tax', 2541],
    ])
    expect(charge).toMatchObject({ netMinor: 12_100, taxMinor: 2541, totalMinor: 14_641 })
  })

  test('no discount takes off more than is left', () => {
    const generous = plan({ baseFee: '3', discounts: [{ name: 'Ten off', kind: 'absolute', amount: '10' }] })
    expect(total(generous, 1)).toBe('0.00')
  })

  test.each([
    ['JPY', 0, '13'],
    ['HUF', 2, '12.50'],
    ['EUR', 2, '12.50'],
    ['KWD', 3, '12.500'],
    ['IQD', 3, '12.500'],
  ])('%s has %i decimals, rounded half up', (currency, digits, expected) => {
    const third = plan({
      currency,
      usage: { model: 'graduated', tiers: [{ upTo: null, unitPrice: '0.125' }] },
    })
    expect(priceOf(third, { count: 100 }).digits).toBe(digits)
    expect(total(third, 100)).toBe(expected)
  })

  test('a line is rounded once: 3 × 0.333 is 1.00, not 3 × 0.33', () => {
    const thirds = plan({ usage: { model: 'graduated', tiers: [{ upTo: null, unitPrice: '0.333' }] } })
    expect(total(thirds, 3)).toBe('1.00')
    expect(total(plan({ baseFee: '0.005' }), 0)).toBe('0.01')
    expect(total(plan({ baseFee: 0.3 }), 0)).toBe('0.30')
  })

  test('the curve of a volume plan marks where one more active user costs less', () => {
    const table = published.cases.find(({ id }) => id === 'lago-volume')
    if (table === undefined) throw new Error('the table is gone')
    const { points, cliffs } = chargeCurve(plan({ usage: usageOf(table) }), {}, 210)
    expect(cliffs).toEqual([101, 201])
    expect(points[101]).toEqual({ count: 101, totalMinor: 10_100 })
  })
})

describe('properties of every plan', () => {
  const check = <Value>(values: fc.Arbitrary<Value>, examine: (value: Value) => void) =>
    fc.assert(fc.property(values, examine), { seed, numRuns: 500 })

  test('the charge is that of a second, plain reading', () => {
    check(fc.tuple(anyPlans, counts, addOnChoices, digitCounts), ([priced, count, chosen, digits]) => {
      const addOns = choiceFor(priced, chosen)
      const { totalMinor } = priceOf(priced, { count, addOns, digits })
      expect(totalMinor).toBe(plainPrice(priced, count, addOns, digits).totalMinor)
    })
  })

  test('the total is the sum of the lines, net and tax', () => {
    check(fc.tuple(anyPlans, counts, addOnChoices), ([priced, count, chosen]) => {
      const charge = priceOf(priced, { count, addOns: choiceFor(priced, chosen) })
      const sum = charge.lines.reduce((all, { amountMinor }) => all + amountMinor, 0)
      expect(charge.totalMinor).toBe(sum)
      expect(charge.netMinor + charge.taxMinor).toBe(sum)
      expect(sum).toBeGreaterThanOrEqual(0)
    })
  })

  test('a graduated charge never falls as the count grows', () => {
    check(fc.tuple(graduatedPlans, counts, addOnChoices), ([priced, count, chosen]) => {
      const addOns = choiceFor(priced, chosen)
      const [fewer, more] = [count, count + 1].map((n) => priceOf(priced, { count: n, addOns }).totalMinor)
      expect(more).toBeGreaterThanOrEqual(fewer ?? 0)
    })
  })

  test('more digits move only the rounding: half a unit for each line', () => {
    check(fc.tuple(anyPlans, counts, addOnChoices, digitCounts), ([priced, count, chosen, digits]) => {
      const addOns = choiceFor(priced, chosen)
      const { exactTotal, lines } = plainPrice(priced, count, addOns, digits)
      const { totalMinor } = priceOf(priced, { count, addOns, digits })
      const apart = exact(fromMinor(totalMinor, digits)) - exactTotal
      // a percentage of what was rounded carries that rounding on: at most doubled by tax
      const most = exact(fromMinor(lines, digits)) + 1n
      expect(apart <= most && -apart <= most).toBe(true)
    })
  })

  test('the order in which add-ons were chosen does not matter', () => {
    check(fc.tuple(anyPlans, counts, addOnChoices), ([priced, count, chosen]) => {
      const addOns = choiceFor(priced, chosen)
      const backwards = Object.fromEntries(Object.entries(addOns).reverse())
      expect(priceOf(priced, { count, addOns: backwards })).toEqual(priceOf(priced, { count, addOns }))
    })
  })
})
