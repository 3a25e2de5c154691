import type { ExportContext } from '#connectors/nexudus/context'
import type {
  FieldsOf,
  WireBooking,
  WireCancelledBooking,
  WireResource,
} from '#connectors/nexudus/wire-types'
import { parseId } from '#connectors/read-fields'
import type { BookingRecord } from '#model/records'

export function noteResource(fields: FieldsOf<WireResource>, context: ExportContext): null {
  const id = fields.id('Id')
  const location = fields.id('BusinessId')
  if (fields.fault === null) context.resources.set(id, location)
  return null
}

/** A booking that was also cancelled is told by its cancellation, which has been read before. */
export function mapBooking(fields: FieldsOf<WireBooking>, context: ExportContext): BookingRecord | null {
  if (!fields.hasId('CoworkerId')) return null
  const externalId = fields.id('Id')
  if (context.cancelledBookings.has(externalId)) return null
  return readBooking(fields, context, { externalId, cancelledAt: null })
}

export function mapCancelledBooking(
  fields: FieldsOf<WireCancelledBooking>,
  context: ExportContext,
): BookingRecord | null {
  const original = parseId(fields.raw('OriginalBookingId'))
  if (!fields.hasId('CoworkerId')) {
    if (original !== null) context.cancelledBookings.add(original)
    return null
  }
  if (original === null && fields.has('OriginalBookingId')) {
    fields.warn('OriginalBookingId', 'booking_not_an_id')
  }
  const externalId = original ?? `cancelled-${fields.id('Id')}`
  const record = readBooking(fields, context, { externalId, cancelledAt: fields.instant('CancelledOn') })
  if (original !== null && fields.fault === null) context.cancelledBookings.add(original)
  return record
}

function readBooking(
  fields: FieldsOf<WireBooking>,
  context: ExportContext,
  known: Pick<BookingRecord, 'externalId' | 'cancelledAt'>,
): BookingRecord {
  const location = context.resources.get(fields.id('ResourceId'))
  if (location === undefined) fields.reject('ResourceId', 'resource_not_in_file', { file: 'resources.json' })
  return {
    kind: 'booking',
    externalId: known.externalId,
    locationExternalId: location ?? '',
    customerExternalId: fields.id('CoworkerId'),
    madeAt: fields.instant('CreatedOn'),
    evidenceKind: readKind(fields),
    cancelledAt: known.cancelledAt,
  }
}

function readKind(fields: FieldsOf<WireBooking>): BookingRecord['evidenceKind'] {
  if (fields.boolean('Tentative', false)) return 'tentative'
  const price = fields.decimal('OverridePrice')
  return price !== null && Number(price) === 0 ? 'free' : 'made'
}
