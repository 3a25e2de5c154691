/** Cancels a booking: it counted until then, and an earlier as-of still counts it. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { FACT_KINDS } from '#model/kind'
import { seesLocation } from '#services/asker'
import { checkInput, instant, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { type IdempotentRequest, idempotentRequest } from '#services/idempotency'
import { changeNetwork, type Done, type NetworkChange } from '#services/records/change-network'
import { factsOfRecord } from '#services/records/fact-rows'
import { findRef, nextImportId, pastInstant, recordNotFound } from '#services/records/find-record'

export interface CancelBookingOptions {
  /** Id, external id or exact name. */
  readonly network: string
  readonly externalId: string
  /** Default now; not in the future, and not before it was made. */
  readonly at?: Date
  readonly idempotency?: IdempotentRequest
}

const INPUT = {
  network: text,
  externalId: text,
  at: optional(instant),
  idempotency: optional(idempotentRequest),
}

export interface BookingCancelled {
  readonly externalId: string
  /** ISO 8601, UTC. */
  readonly cancelledAt: string
  /** False where it was cancelled already. */
  readonly hasChanges: boolean
}

/** @throws NETWORK_NOT_FOUND, RECORD_NOT_FOUND, INVALID_INSTANT, IMPORT_RUNNING, IDEMPOTENCY_KEY_REUSED */
export async function cancelBooking(
  context: Context,
  options: CancelBookingOptions,
): Promise<BookingCancelled> {
  checkInput(options, INPUT)
  const asked = { ...options, factsOf: [options.externalId] }
  return changeNetwork(context, 'records.write', asked, (change) => cancelIn(change, options))
}

async function cancelIn(
  { session, network: { networkId }, asker, recordedAt }: NetworkChange,
  options: CancelBookingOptions,
): Promise<Done<BookingCancelled>> {
  const { externalId } = options
  const at = pastInstant(options.at, recordedAt)
  const ref = await findRef(session, networkId, 'booking', externalId)
  const booking = ref === undefined ? undefined : await findBooking(session, networkId, ref)
  if (ref === undefined || booking === undefined || !seesLocation(asker, networkId, booking.locationId)) {
    throw recordNotFound('booking', externalId)
  }
  if (booking.endedAt !== null) {
    const cancelledAt = booking.endedAt.toISOString()
    return { answer: { externalId, cancelledAt, hasChanges: false }, change: null }
  }
  if (at < booking.at) {
    throw new HeadcountError(
      'INVALID_INSTANT',
      `The booking was made at ${booking.at.toISOString()} and cannot be cancelled before. Nothing was changed.`,
    )
  }
  const importId = await nextImportId(session)
  await session.query(sql`
    with cancelled as (
      delete from facts
      where location_id = ${booking.locationId}::int
        and kind = ${booking.kind}::int
        and at = ${booking.at}::timestamptz
        and ref = ${ref}::bigint
        and network_id = ${networkId}::int
      returning at, ref, network_id, location_id, customer_id, kind
    )
    insert into ended_facts (at, ref, network_id, location_id, customer_id, kind, import_id, ended_at)
    select at, ref, network_id, location_id, customer_id, kind, ${importId}::int, ${at}::timestamptz
    from cancelled`)
  const cancelledAt = at.toISOString()
  return {
    answer: { externalId, cancelledAt, hasChanges: true },
    change: {
      entries: [{ action: 'booking.cancel', subject: { externalId }, after: { cancelledAt } }],
      importId,
      origin: 'change',
      counts: { booking: { added: 0, changed: 1, unchanged: 0 } },
      rows: 1,
    },
  }
}

interface Booking {
  readonly at: Date
  readonly kind: number
  readonly locationId: number
  readonly endedAt: Date | null
}

async function findBooking(session: Session, networkId: number, ref: number): Promise<Booking | undefined> {
  const kinds = Object.values(FACT_KINDS.booking)
  const [row] = await session.query<{
    at: Date
    kind: number
    location_id: number
    ended_at: Date | null
  }>(sql`
    select at, kind, location_id, ended_at
    from (${factsOfRecord(networkId, ref)}
    ) fact
    where kind = any (${kinds}::int[])`)
  if (row === undefined) return undefined
  return { at: row.at, kind: row.kind, locationId: row.location_id, endedAt: row.ended_at }
}
