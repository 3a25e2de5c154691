// Price plans that cannot be used: each is refused, with the place and what is wrong there.
import { describe, expect, test } from 'vitest'
import { addOnFaults, readPricePlan } from '#billing/price-plan'

const good = {
  name: 'Good',
  currency: 'EUR',
  baseFee: '80',
  includedActiveUsers: 40,
  usage: {
    model: 'graduated',
    tiers: [
      { upTo: 60, unitPrice: '1' },
      { upTo: null, unitPrice: '0.5' },
    ],
  },
  addOns: [{ id: 'network', name: 'Network', kind: 'fixed', fee: '1' }],
}
const tiers = (...list: object[]) => ({ usage: { model: 'volume', tiers: list } })
const open = { upTo: null, unitPrice: '1' }

const BAD: readonly [string, unknown, string][] = [
  ['nothing', null, 'plan'],
  ['a list', [], 'plan'],
  ['a text', 'EUR 80', 'plan'],
  ['no name', { ...good, name: undefined }, 'name'],
  ['an empty name', { ...good, name: ' ' }, 'name'],
  ['a control character in the name', { ...good, name: 'a\u0000b' }, 'name'],
  ['no currency', { ...good, currency: undefined }, 'currency'],
  ['a currency that there is not', { ...good, currency: 'EURO' }, 'currency'],
  ['a currency in small letters', { ...good, currency: 'eur' }, 'currency'],
  ['a negative fee', { ...good, baseFee: '-1' }, 'baseFee'],
  ['a fee that is no number', { ...good, baseFee: 'eighty' }, 'baseFee'],
  ['a fee with a comma', { ...good, baseFee: '80,5' }, 'baseFee'],
  ['a fee that is not finite', { ...good, baseFee: Number.POSITIVE_INFINITY }, 'baseFee'],
  ['a fee too large', { ...good, baseFee: '1000000001' }, 'baseFee'],
  ['a fee too fine', { ...good, baseFee: '0.0000000000001' }, 'baseFee'],
  ['a fee of floating point', { ...good, baseFee: 0.1 + 0.2 }, 'baseFee'],
  ['a fee that is true', { ...good, baseFee: true }, 'baseFee'],
  ['half an active user', { ...good, includedActiveUsers: 1.5 }, 'includedActiveUsers'],
  ['fewer than none included', { ...good, includedActiveUsers: -1 }, 'includedActiveUsers'],
  ['an unknown part', { ...good, surcharge: '5' }, 'plan'],
  ['an unknown model', { ...good, usage: { model: 'stairs', tiers: [open] } }, 'usage.model'],
  ['no tiers', { ...good, ...tiers() }, 'usage.tiers'],
  ['a last tier with an end', { ...good, ...tiers({ upTo: 5 }) }, 'usage.tiers.0.upTo'],
  ['an open tier before the last', { ...good, ...tiers(open, open) }, 'usage.tiers.0.upTo'],
  ['tiers that fall', { ...good, ...tiers({ upTo: 9 }, { upTo: 5 }, open) }, 'usage.tiers.1.upTo'],
  ['tiers that stand still', { ...good, ...tiers({ upTo: 9 }, { upTo: 9 }, open) }, 'usage.tiers.1.upTo'],
  ['a tier that ends before it begins', { ...good, ...tiers({ upTo: 0 }, open) }, 'usage.tiers.0.upTo'],
  ['a negative unit price', { ...good, ...tiers({ ...open, unitPrice: '-0.1' }) }, 'usage.tiers.0.unitPrice'],
  ['packages of nothing', { ...good, usage: { model: 'package', size: 0, price: '1' } }, 'usage.size'],
  ['packages without a price', { ...good, usage: { model: 'package', size: 5 } }, 'usage.price'],
  ['a maximum below the minimum', { ...good, minimum: '9', maximum: '8.99' }, 'maximum'],
  ['free below none', { ...good, freeBelow: { activeUsers: 0 } }, 'freeBelow.activeUsers'],
  [
    'a free number with an add-on that there is not',
    { ...good, freeBelow: { activeUsers: 5, unlessAddOn: 'doors' } },
    'freeBelow.unlessAddOn',
  ],
  ['an add-on twice', { ...good, addOns: [good.addOns[0], good.addOns[0]] }, 'addOns.1.id'],
  ['an add-on of no kind', { ...good, addOns: [{ id: 'a', name: 'A', fee: '1' }] }, 'addOns.0.kind'],
  [
    'an add-on with a name for an id',
    { ...good, addOns: [{ ...good.addOns[0], id: 'My Add-on' }] },
    'addOns.0.id',
  ],
  [
    'more than everything off',
    { ...good, discounts: [{ name: 'D', kind: 'percentage', percent: '100.01' }] },
    'discounts.0.percent',
  ],
  ['more tax than money', { ...good, taxPercent: 101 }, 'taxPercent'],
]

describe('refused price plans', () => {
  test('the plan that the others spoil is good', () => {
    expect(readPricePlan(good)).toEqual({ plan: good })
  })

  test.each(BAD)('%s', (_title, value, path) => {
    const read = readPricePlan(value)
    expect('faults' in read && read.faults.map((fault) => fault.path)).toEqual([path])
    expect('faults' in read && read.faults[0]?.message).not.toBe('')
  })

  test('every fault is told at once', () => {
    const read = readPricePlan({ ...good, currency: 'X', baseFee: '-1', taxPercent: 'much' })
    expect('faults' in read && read.faults.map((fault) => fault.path)).toEqual([
      'currency',
      'baseFee',
      'taxPercent',
    ])
  })

  test('an amount that nothing was typed in is missing, and no wrong one', () => {
    const discounts = [
      { name: 'Early', kind: 'percentage', percent: '' },
      { name: 'Loyal', kind: 'absolute' },
    ]
    const read = readPricePlan({ ...good, baseFee: 'much', discounts })
    expect('faults' in read && read.faults.map(({ path, code }) => [path, code])).toEqual([
      ['baseFee', 'not_decimal'],
      ['discounts.0.percent', 'missing'],
      ['discounts.1.amount', 'missing'],
    ])
  })

  test('a choice of add-ons must be of the plan', () => {
    const read = readPricePlan(good)
    if ('faults' in read) throw new Error('the good plan is bad')
    expect(addOnFaults(read.plan, { network: 1 })).toEqual([])
    expect(addOnFaults(read.plan, { network: 0, doors: 2 }).map(({ path }) => path)).toEqual([
      'addOns.network',
      'addOns.doors',
    ])
  })
})
