// The rule set, restated from the page that defines who counts: which kinds count, and how long a source lasts.
import { expect, test } from 'vitest'
import { RULE_SETS, SOURCE_RULES } from '#counting/rules'

test('rule set 2024-01 counts the kinds that the page counts, and flags those it is silent about', () => {
  const verdicts = RULE_SETS.find(({ id }) => id === '2024-01')?.kinds.map((rule) => {
    const verdict = rule.isDisputable ? 'counts, disputable' : rule.counts ? 'counts' : 'does not count'
    return `${rule.source} ${rule.kind}: ${verdict}`
  })
  expect(verdicts).toEqual([
    'contract running: counts',
    'contract future_start: counts',
    'contract free: counts',
    'contract frozen: counts, disputable',
    'contract ended: does not count',
    'booking made: counts',
    'booking free: counts',
    'booking tentative: counts, disputable',
    'booking cancelled: does not count',
    'customer_invoice issued: counts',
    'customer_invoice zero_value: counts, disputable',
    'customer_invoice credited: counts, disputable',
    'customer_invoice tickets_only: does not count',
    'customer_invoice draft: does not count',
    'customer_invoice void: does not count',
    'customer_invoice credit_note: does not count',
    'recurring_product sold: counts',
    'recurring_product renewed: counts',
    'recurring_product ended: does not count',
    'recurring_product one_off: does not count',
    'team paying_customer: counts',
  ])
})

test('contracts and teams are states, the others events of a window; suspension silences contracts alone', () => {
  const rules = SOURCE_RULES.map(
    ({ source, lasts, isSilencedBySuspension }) =>
      `${source}: ${lasts}${isSilencedBySuspension ? ', silenced by suspension' : ''}`,
  )
  expect(rules).toEqual([
    'contract: standing, silenced by suspension',
    'booking: window',
    'customer_invoice: window',
    'recurring_product: window',
    'team: standing',
  ])
})
