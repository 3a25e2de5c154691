/** What staging shares: our ids, the loading tables, and the telling of records that point to nothing. */
import type { Session } from '#database/database'
import { type RecordProblemCode, recordProblem } from '#model/record-problem'
import type { NetworkedRecord, Problem, RecordField, RecordKind, RecordReader } from '#model/records'
import { CopyWriter } from '#services/imports/copy-writer'
import type { KnownIds, KnownRefs } from '#services/imports/known-ids'
import type { ImportTally } from '#services/imports/report'

export interface StageIds {
  readonly networkId: number
  readonly importId: number
  readonly locations: KnownIds
  readonly customers: KnownIds
  readonly teams: KnownIds
  readonly refs: KnownRefs
  /** Currency of each location, by our id. */
  readonly currencies: Map<number, string | null>
  /** Contracts that pauses may point to, by ref. */
  readonly contracts: Set<number>
}

/** What staging counts and tells. */
type StageTally = Pick<ImportTally, 'records' | 'note'>

type Target =
  | 'locations'
  | 'customers'
  | 'customer_changes'
  | 'contracts'
  | 'paused_periods'
  | 'recurring_products'
  | 'platform_invoices'
  | 'bills'
  | 'external_refs'
  | 'facts'
  | 'ended_facts'
  | 'repeated_facts'
  | 'location_customers'
  | 'one_off_products'
  | 'voided_invoices'
  | 'teams'
  | 'team_members'

export interface Place {
  readonly locationId: number
  readonly customerId: number
}

const LONGEST_VALUE = 200

export class Stage {
  readonly ids: StageIds
  readonly #session: Session
  readonly #tally: StageTally
  readonly #reader: Pick<RecordReader, 'placeOf'>
  readonly #writers = new Map<Target, CopyWriter>()
  /** Pairs of location and customer already told, as location * 2^32 + customer. */
  readonly #pairs = new Set<number>()

  constructor(session: Session, ids: StageIds, tally: StageTally, reader: Pick<RecordReader, 'placeOf'>) {
    this.#session = session
    this.ids = ids
    this.#tally = tally
    this.#reader = reader
  }

  /** Adds a row of COPY fields. @returns a promise only where the database must be waited for */
  write(target: Target, line: string): Promise<void> | undefined {
    let writer = this.#writers.get(target)
    if (writer === undefined) {
      writer = new CopyWriter(this.#session, `loading.${target}`)
      this.#writers.set(target, writer)
    }
    return writer.add(line)
  }

  async finish(): Promise<void> {
    for (const writer of this.#writers.values()) await writer.finish()
  }

  /** Counts a record that can be used. @returns which reading of its kind this is, from 1 */
  read(kind: RecordKind): number {
    this.#tally.records[kind].read += 1
    return this.#tally.records[kind].read
  }

  skip(record: NetworkedRecord, field: RecordField, value: string, code: RecordProblemCode): undefined {
    this.#tally.note(this.#problem(record, field, value, code, 'skipped'), record.kind)
    return undefined
  }

  warn(record: NetworkedRecord, field: RecordField, value: string, code: RecordProblemCode): void {
    this.#tally.note(this.#problem(record, field, value, code, 'warning'))
  }

  /** Our ids of the location and customer that a record points to, or undefined after telling which is missing. */
  placeOf(
    record: NetworkedRecord & { locationExternalId: string; customerExternalId: string },
  ): Place | undefined {
    const locationId = this.locationOf(record, record.locationExternalId)
    if (locationId === undefined) return undefined
    const customerId = this.customerOf(record, record.customerExternalId)
    return customerId === undefined ? undefined : { locationId, customerId }
  }

  locationOf(record: NetworkedRecord, externalId: string): number | undefined {
    return this.ids.locations.get(externalId) ?? this.#missing(record, 'location', externalId)
  }

  customerOf(record: NetworkedRecord, externalId: string): number | undefined {
    return this.ids.customers.get(externalId) ?? this.#missing(record, 'customer', externalId)
  }

  /** Remembers that a customer has a record at a location. */
  meet({ locationId, customerId }: Place): Promise<void> | undefined {
    const pair = locationId * 2 ** 32 + customerId
    if (this.#pairs.has(pair)) return undefined
    this.#pairs.add(pair)
    return this.write('location_customers', `${locationId}\t${customerId}`)
  }

  #missing(record: NetworkedRecord, noun: 'location' | 'customer', externalId: string): undefined {
    return this.skip(record, noun, externalId, `${noun}_unknown`)
  }

  #problem(
    record: NetworkedRecord,
    field: RecordField,
    value: string,
    code: RecordProblemCode,
    severity: Problem['severity'],
  ): Problem {
    const place = this.#reader.placeOf?.(record, field) ?? { file: record.kind, field }
    const shown = value.slice(0, LONGEST_VALUE)
    return {
      ...place,
      record: record.externalId,
      value: shown,
      ...recordProblem(code, code === 'price_too_large' ? {} : { id: value }),
      severity,
    }
  }
}
