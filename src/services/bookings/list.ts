/** The bookings of a network, cancelled ones among them. */
import sql from 'sql-template-tag'
import { factKindName } from '#model/kind'
import type { BookingRecord } from '#model/records'
import type { Context } from '#services/context'
import { type FactList, getFact, type ListFactsOptions, listFacts } from '#services/records/fact-listing'
import {
  type CustomerNamed,
  EXTERNAL_ID,
  EXTERNAL_JOIN,
  isoOrNull,
  type LocationNamed,
  PLACE_COLUMNS,
  PLACE_JOINS,
  type PlaceRow,
  placeOf,
} from '#services/records/list-filters'
import type { GetByIdOptions, Page } from '#services/records/page'

export interface BookingListed {
  readonly externalId: string
  readonly location: LocationNamed
  readonly customer: CustomerNamed
  readonly madeAt: string
  readonly evidenceKind: BookingRecord['evidenceKind']
  /** Null where it was not cancelled by the instant. */
  readonly cancelledAt: string | null
}

interface Row extends PlaceRow {
  external_id: string
  at: Date
  kind: number
  ended_at: Date | null
}

const BOOKINGS: FactList<Row, BookingListed> = {
  source: 'booking',
  noun: 'booking',
  records: (facts) => facts,
  details: sql`
    select ${EXTERNAL_ID}, ${PLACE_COLUMNS}, page.at, page.kind, page.ended_at, page.key_1, page.key_2
    from page
    ${PLACE_JOINS}
    ${EXTERNAL_JOIN}`,
  item: (row) => ({
    externalId: row.external_id,
    ...placeOf(row),
    madeAt: row.at.toISOString(),
    evidenceKind: factKindName(row.kind) as BookingListed['evidenceKind'],
    cancelledAt: isoOrNull(row.ended_at),
  }),
}

/** Newest first. @throws LOCATION_NOT_FOUND, CUSTOMER_NOT_FOUND, and those of a list */
export async function listBookings(
  context: Context,
  options: ListFactsOptions,
): Promise<Page<BookingListed>> {
  return listFacts(context, options, BOOKINGS)
}

/** @throws RECORD_NOT_FOUND, and those of a list */
export async function getBooking(context: Context, options: GetByIdOptions): Promise<BookingListed> {
  return getFact(context, options, BOOKINGS)
}
