import type { FieldsOf, WireProductSale } from '#connectors/nexudus/wire-types'
import { parseId } from '#connectors/read-fields'
import type { Instant, ProductSaleRecord, RenewalCycle } from '#model/records'

const MAX_EVERY = 1000

/** `RepeatCycle` by number and by name. A price plan's cycle is the contract's own, which we read as a month. */
const CYCLES: readonly (readonly [number: string, name: string, cycle: RenewalCycle])[] = [
  ['1', 'priceplan', 'month'],
  ['2', 'day', 'day'],
  ['3', 'week', 'week'],
  ['4', 'month', 'month'],
  ['5', 'year', 'year'],
  ['6', 'lastdayofmonth', 'last_day_of_month'],
]

export function mapProductSale(fields: FieldsOf<WireProductSale>): ProductSaleRecord | null {
  const soldAt = fields.instant(fields.has('SaleDate') ? 'SaleDate' : 'CreatedOn')
  return {
    kind: 'recurring_product',
    externalId: fields.id('Id'),
    locationExternalId: fields.id('BusinessId'),
    customerExternalId: fields.id('CoworkerId'),
    productName: fields.text('ProductName'),
    soldAt,
    renewal: fields.boolean('RegularCharge', false) ? readRenewal(fields, soldAt) : null,
  }
}

function readRenewal(fields: FieldsOf<WireProductSale>, soldAt: Instant): ProductSaleRecord['renewal'] {
  const told = fields.raw('RepeatCycle')
  const code = parseId(told) ?? String(told).trim().toLowerCase()
  const cycle = CYCLES.find((one) => one.includes(code))?.[2]
  if (cycle === undefined) fields.reject('RepeatCycle', 'not_a_cycle')
  return {
    cycle: cycle ?? 'month',
    every: readEvery(fields),
    from: fields.optionalInstant('RepeatFrom') ?? soldAt,
    until: fields.optionalInstant('RepeatUntil'),
  }
}

/** 0 and nothing mean 1. */
function readEvery(fields: FieldsOf<WireProductSale>): number {
  const value = fields.raw('RepeatUnit')
  const every = typeof value === 'string' && value.trim() !== '' ? Number(value) : (value ?? 0)
  if (every === 0 || every === '') return 1
  if (typeof every === 'number' && Number.isInteger(every) && every > 0 && every <= MAX_EVERY) return every
  fields.reject('RepeatUnit', 'not_a_whole_number', { least: 0, most: MAX_EVERY })
  return 1
}
