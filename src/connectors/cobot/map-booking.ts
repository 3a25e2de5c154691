import type { CobotContext } from '#connectors/cobot/context'
import type { FieldOf } from '#connectors/cobot/layout'
import type { RecordFields } from '#connectors/read-fields'
import type { BookingRecord } from '#model/records'

/** Null for a booking of an event or of a guest: it belongs to no membership. */
export function mapBooking(
  fields: RecordFields<FieldOf<'bookings'>>,
  context: CobotContext,
): BookingRecord | null {
  if (!fields.has('membership.id')) return null
  const price = fields.decimal('price')
  return {
    kind: 'booking',
    externalId: fields.key('id'),
    locationExternalId: context.space.externalId,
    customerExternalId: context.customerOf(fields.key('membership.id')),
    madeAt: fields.instant('created_at'),
    evidenceKind: price !== null && Number(price) === 0 ? 'free' : 'made',
    // a cancelled booking is no longer listed
    cancelledAt: null,
  }
}
