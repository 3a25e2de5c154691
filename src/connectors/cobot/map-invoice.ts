import Big from 'big.js'
import type { CobotContext } from '#connectors/cobot/context'
import { isObject } from '#connectors/cobot/flatten'
import type { FieldOf } from '#connectors/cobot/layout'
import { readDay } from '#connectors/cobot/read-day'
import { parseDecimal, type RecordFields } from '#connectors/read-fields'
import type { CustomerInvoiceRecord } from '#model/records'

type Fields = RecordFields<FieldOf<'invoices'>>

export function mapInvoice(fields: Fields, context: CobotContext): CustomerInvoiceRecord {
  const { space } = context
  if (!fields.has('membership_id') && fields.has('contact_id')) {
    fields.reject('contact_id', 'names_a_contact')
  }
  const issuedAt = readDay(fields, 'created_at', space.timeZone)
  if (issuedAt === null) fields.reject('created_at', 'missing')
  return {
    kind: 'customer_invoice',
    externalId: fields.key('id'),
    locationExternalIds: [space.externalId],
    customerExternalId: context.customerOf(fields.key('membership_id')),
    issuedAt: issuedAt ?? Number.NaN,
    evidenceKind: readKind(fields),
    updatedAt: null,
  }
}

/** By the sum of its items: a negative one gives back what another invoice asked for. */
function readKind(fields: Fields): CustomerInvoiceRecord['evidenceKind'] {
  const total = readTotal(fields)
  if (total === null) {
    fields.warn('items', 'no_total')
    return 'issued'
  }
  if (total.eq(0)) return 'zero_value'
  return total.lt(0) ? 'credit_note' : 'issued'
}

function readTotal(fields: Fields): Big | null {
  const items = fields.raw('items')
  if (!Array.isArray(items)) return null
  const amounts = items.map((item: unknown) => parseDecimal(isObject(item) ? item.total_amount : null))
  return amounts.includes(null) ? null : amounts.reduce<Big>((sum, one) => sum.plus(one ?? 0), new Big(0))
}
