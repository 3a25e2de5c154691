/** Bookings for batches, in a network that was generated. */
import sql from 'sql-template-tag'
import type { Database } from '#database/database'
import type { BookingRecord } from '#model/records'

/** One in so many is made where the customer never was, as in the generated network. */
const ELSEWHERE = 20

export interface BareRows {
  readonly at: Date[]
  readonly ref: number[]
  readonly locationId: number[]
  readonly customerId: number[]
}

interface Pair {
  location_id: number
  customer_id: number
  location: string
  customer: string
}

/** Bookings of customers where they mostly are, one after the other. */
export class Bookings {
  readonly #pairs: readonly Pair[]
  readonly #locations: readonly Pair[]
  readonly #numbers: ReadonlyMap<string, number>
  #ref: number
  #at: number

  private constructor(pairs: readonly Pair[], ref: number, at: number) {
    this.#pairs = pairs
    this.#locations = [...new Map(pairs.map((pair) => [pair.location, pair])).values()]
    this.#numbers = new Map(
      pairs.flatMap((pair) => [
        [`l${pair.location}`, pair.location_id],
        [`c${pair.customer}`, pair.customer_id],
      ]),
    )
    this.#ref = ref
    this.#at = at
  }

  static async of(database: Database): Promise<Bookings> {
    const pairs = await database.query<Pair>(sql`
      select here.location_id, here.customer_id, l.external_id as location, c.external_id as customer
      from location_customers here
      join locations l using (network_id, location_id)
      join customers c using (network_id, customer_id)
      order by md5(here.customer_id::text), here.location_id`)
    const [last] = await database.query<{ ref: number; at: Date }>(
      sql`select max(ref) as ref, max(at) as at from facts`,
    )
    return new Bookings(pairs, last?.ref ?? 0, last?.at.getTime() ?? 0)
  }

  next(size: number): BookingRecord[] {
    return Array.from({ length: size }, () => {
      this.#ref += 1
      this.#at += 1000
      const pair = this.#pairs[(this.#ref * 7919) % this.#pairs.length]
      const other = this.#locations[this.#ref % this.#locations.length]
      const isElsewhere = this.#ref % ELSEWHERE === 0
      return {
        kind: 'booking',
        externalId: String(this.#ref),
        locationExternalId: (isElsewhere ? other : pair)?.location ?? '',
        customerExternalId: pair?.customer ?? '',
        madeAt: this.#at,
        evidenceKind: 'made',
        cancelledAt: null,
      }
    })
  }

  rowsOf(records: readonly BookingRecord[]): BareRows {
    return {
      at: records.map(({ madeAt }) => new Date(madeAt)),
      ref: records.map(({ externalId }) => Number(externalId)),
      locationId: records.map((record) => this.#numbers.get(`l${record.locationExternalId}`) ?? 0),
      customerId: records.map((record) => this.#numbers.get(`c${record.customerExternalId}`) ?? 0),
    }
  }
}
