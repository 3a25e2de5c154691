import type { CobotContext } from '#connectors/cobot/context'
import type { FieldOf } from '#connectors/cobot/layout'
import { readDay } from '#connectors/cobot/read-day'
import type { RecordFields } from '#connectors/read-fields'
import type { ContractRecord, CustomerRecord } from '#model/records'

type Fields = RecordFields<FieldOf<'memberships'>>

/** A membership is one space’s view of a person: the person is the customer, the membership the contract. */
export function mapCustomer(fields: Fields, context: CobotContext): CustomerRecord {
  const membership = fields.key('id')
  const externalId = fields.optionalKey('user.id') ?? membership
  const email = fields.text('email') ?? fields.text('user.email')
  const company = fields.text('address.company')
  if (fields.fault === null) context.customers.set(membership, externalId)
  return {
    kind: 'customer',
    externalId,
    name: fields.text('name') ?? company ?? email ?? `Customer ${externalId}`,
    email,
    company,
    // Cobot has neither state: a membership ends, or it stands
    isSuspended: false,
    isArchived: false,
    updatedAt: null,
  }
}

/** None until the membership is confirmed. */
export function mapContract(fields: Fields, context: CobotContext): ContractRecord | null {
  if (!fields.has('confirmed_at')) return null
  const externalId = fields.key('id')
  const { space } = context
  return {
    kind: 'contract',
    externalId,
    locationExternalId: space.externalId,
    customerExternalId: context.customerOf(externalId),
    planName: fields.text('plan.name'),
    price: fields.decimal('plan.total_price_per_cycle'),
    createdAt: fields.instant('confirmed_at'),
    startsAt: readDay(fields, 'starts_at', space.timeZone),
    // the last day of the membership
    endsAt: readDay(fields, 'canceled_to', space.timeZone, 'end'),
    updatedAt: null,
  }
}
