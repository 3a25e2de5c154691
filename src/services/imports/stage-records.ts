/** Turns records into rows of the loading tables, with our ids, and tells those that point to nothing. */
import type { Session } from '#database/database'
import { FACT_KINDS, type FactSource } from '#model/kind'
import { toMinor } from '#model/money'
import type {
  BookingRecord,
  ContractRecord,
  CustomerChangeRecord,
  CustomerInvoiceRecord,
  CustomerRecord,
  LocationRecord,
  NetworkedRecord,
  PauseRecord,
  PlatformInvoiceRecord,
  ProductSaleRecord,
  RecordKind,
  TeamRecord,
} from '#model/records'
import { sortNameOf } from '#model/sort-name'
import {
  CopyWriter,
  copyInstant,
  copyInstantOrNull,
  copyText,
  copyUntil,
} from '#services/imports/copy-writer'
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

type Target =
  | 'locations'
  | 'customers'
  | 'customer_changes'
  | 'contracts'
  | 'paused_periods'
  | 'recurring_products'
  | 'platform_invoices'
  | 'external_refs'
  | 'facts'
  | 'ended_facts'
  | 'location_customers'
  | 'one_off_products'
  | 'voided_invoices'
  | 'teams'
  | 'team_members'

/** File names that a problem found here is reported under, since the record no longer knows its own. */
const PLACE: Readonly<Record<RecordKind, string>> = {
  location: 'locations',
  customer: 'customers',
  customer_change: 'customer changes',
  contract: 'contracts',
  pause: 'paused periods',
  team: 'teams',
  booking: 'bookings',
  customer_invoice: 'customer invoices',
  recurring_product: 'product sales',
  platform_invoice: 'platform invoices',
}

export class RecordStage {
  readonly #session: Session
  readonly #ids: StageIds
  readonly #tally: ImportTally
  readonly #writers = new Map<Target, CopyWriter>()
  /** Pairs of location and customer already told, as location * 2^32 + customer. */
  readonly #pairs = new Set<number>()
  readonly #highestRef: Record<FactSource, number> = { booking: 0, customer_invoice: 0, recurring_product: 0 }
  /** Whether a record may have come twice: refs of a source did not simply rise. */
  mayRepeat = false

  constructor(session: Session, ids: StageIds, tally: ImportTally) {
    this.#session = session
    this.#ids = ids
    this.#tally = tally
  }

  /** Stages one record. @returns a promise only where the database must be waited for */
  add(record: NetworkedRecord): Promise<void> | undefined {
    switch (record.kind) {
      case 'location':
        return this.#location(record)
      case 'customer':
        return this.#customer(record)
      case 'customer_change':
        return this.#customerChange(record)
      case 'contract':
        return this.#contract(record)
      case 'pause':
        return this.#pause(record)
      case 'team':
        return this.#team(record)
      case 'booking':
        return this.#booking(record)
      case 'customer_invoice':
        return this.#customerInvoice(record)
      case 'recurring_product':
        return this.#productSale(record)
      case 'platform_invoice':
        return this.#platformInvoice(record)
    }
  }

  async finish(): Promise<void> {
    for (const { ref, recordKind, externalId } of this.#ids.refs.fresh) {
      await this.#write(
        'external_refs',
        `${this.#ids.networkId}\t${ref}\t${recordKind}\t${copyText(externalId)}`,
      )
    }
    for (const writer of this.#writers.values()) await writer.finish()
  }

  #write(target: Target, line: string): Promise<void> | undefined {
    let writer = this.#writers.get(target)
    if (writer === undefined) {
      writer = new CopyWriter(this.#session, `loading.${target}`)
      this.#writers.set(target, writer)
    }
    return writer.add(line)
  }

  #skip(record: NetworkedRecord, field: string, value: string, reason: string): undefined {
    this.#tally.note(
      {
        file: PLACE[record.kind],
        record: record.externalId,
        field,
        value: value.slice(0, 200),
        reason,
        severity: 'skipped',
      },
      record.kind,
    )
    return undefined
  }

  #read(kind: RecordKind): void {
    this.#tally.records[kind].read += 1
  }

  /** Our id of the location and customer that a record points to, or undefined after telling which is missing. */
  #place(record: NetworkedRecord & { locationExternalId: string; customerExternalId: string }) {
    const locationId = this.#locationOf(record, record.locationExternalId)
    if (locationId === undefined) return undefined
    const customerId = this.#customerOf(record, record.customerExternalId)
    return customerId === undefined ? undefined : { locationId, customerId }
  }

  #locationOf(record: NetworkedRecord, externalId: string): number | undefined {
    const id = this.#ids.locations.get(externalId)
    if (id === undefined)
      this.#skip(
        record,
        'location',
        externalId,
        `Location ${externalId} is not among the locations of this network, so the record is left out.`,
      )
    return id
  }

  #customerOf(record: NetworkedRecord, externalId: string): number | undefined {
    const id = this.#ids.customers.get(externalId)
    if (id === undefined)
      this.#skip(
        record,
        'customer',
        externalId,
        `Customer ${externalId} is not among the customers of this network, so the record is left out.`,
      )
    return id
  }

  /** Remembers that a customer has a record at a location. */
  #meet(locationId: number, customerId: number): Promise<void> | undefined {
    const pair = locationId * 2 ** 32 + customerId
    if (this.#pairs.has(pair)) return undefined
    this.#pairs.add(pair)
    return this.#write('location_customers', `${locationId}\t${customerId}`)
  }

  async #location(record: LocationRecord): Promise<void> {
    const { networkId, importId, locations, currencies } = this.#ids
    const id = await locations.getOrMake(record.externalId)
    currencies.set(id, record.currency)
    this.#read('location')
    await this.#write(
      'locations',
      `${networkId}\t${id}\t${copyText(record.externalId)}\t${copyText(record.name)}\t${record.timeZone}\t${copyText(record.currency)}\t${copyInstant(record.createdAt)}\t${importId}`,
    )
  }

  async #customer(record: CustomerRecord): Promise<void> {
    const { networkId, importId, customers } = this.#ids
    const id = await customers.getOrMake(record.externalId)
    this.#read('customer')
    await this.#write(
      'customers',
      `${networkId}\t${id}\t${copyText(record.externalId)}\t${copyText(record.name)}\t${copyText(sortNameOf(record.name))}\t${copyText(record.email)}\t${copyText(record.company)}\t${record.isSuspended}\t${record.isArchived}\t${copyInstantOrNull(record.updatedAt)}\t${importId}`,
    )
  }

  #customerChange(record: CustomerChangeRecord): Promise<void> | undefined {
    const customerId = this.#customerOf(record, record.customerExternalId)
    if (customerId === undefined) return undefined
    const { networkId, importId, refs } = this.#ids
    const ref = refs.refOf(record.kind, record.externalId)
    this.#read(record.kind)
    return this.#write(
      'customer_changes',
      `${networkId}\t${customerId}\t${record.property}\t${copyInstant(record.at)}\t${ref}\t${record.before}\t${record.after}\t${importId}`,
    )
  }

  async #contract(record: ContractRecord): Promise<void> {
    const place = this.#place(record)
    if (place === undefined) return
    const { networkId, importId, refs, currencies, contracts } = this.#ids
    const price =
      record.price === null ? null : toMinor(record.price, currencies.get(place.locationId) ?? null)
    if (record.price !== null && price === null) {
      this.#skip(
        record,
        'price',
        record.price,
        'The price is too large to be kept exactly, so the record is left out.',
      )
      return
    }
    const ref = refs.refOf(record.kind, record.externalId)
    contracts.add(ref)
    this.#read(record.kind)
    await this.#meet(place.locationId, place.customerId)
    await this.#write(
      'contracts',
      `${networkId}\t${place.locationId}\t${ref}\t${place.customerId}\t${copyInstant(record.createdAt)}\t${copyUntil(record.endsAt)}\t${copyInstantOrNull(record.startsAt)}\t${price ?? '\\N'}\t${copyText(record.planName)}\t${copyInstantOrNull(record.updatedAt)}\t${importId}`,
    )
  }

  #pause(record: PauseRecord): Promise<void> | undefined {
    const { networkId, importId, refs, contracts } = this.#ids
    const contractRef = refs.refOf('contract', record.contractExternalId)
    if (!contracts.has(contractRef)) {
      return this.#skip(
        record,
        'contract',
        record.contractExternalId,
        `Contract ${record.contractExternalId} is not among the contracts of this network, so the record is left out.`,
      )
    }
    this.#read(record.kind)
    return this.#write(
      'paused_periods',
      `${networkId}\t${contractRef}\t${refs.refOf(record.kind, record.externalId)}\t${copyInstant(record.from)}\t${copyUntil(record.until)}\t${importId}`,
    )
  }

  async #team(record: TeamRecord): Promise<void> {
    const payer =
      record.payingCustomerExternalId === null
        ? null
        : this.#ids.customers.get(record.payingCustomerExternalId)
    if (payer === undefined) {
      this.#skip(
        record,
        'paying customer',
        record.payingCustomerExternalId ?? '',
        `Customer ${record.payingCustomerExternalId} is not among the customers of this network, so the team is left out.`,
      )
      return
    }
    const teamId = await this.#ids.teams.getOrMake(record.externalId)
    this.#read(record.kind)
    await this.#write(
      'teams',
      `${teamId}\t${copyText(record.externalId)}\t${copyText(record.name)}\t${copyInstantOrNull(record.updatedAt)}\t${record.hasMergedBilling}\t${payer ?? '\\N'}`,
    )
    for (const member of new Set(record.memberExternalIds)) {
      const customerId = this.#ids.customers.get(member)
      if (customerId !== undefined) await this.#write('team_members', `${teamId}\t${customerId}`)
      else
        this.#tally.note({
          file: PLACE.team,
          record: record.externalId,
          field: 'member',
          value: member,
          reason: `Customer ${member} is not among the customers of this network, so the team is kept without this member.`,
          severity: 'warning',
        })
    }
  }

  #booking(record: BookingRecord): Promise<void> | undefined {
    const place = this.#place(record)
    if (place === undefined) return undefined
    const ref = this.#factRef('booking', record.externalId)
    this.#read(record.kind)
    return this.#fact(record.madeAt, ref, place, FACT_KINDS.booking[record.evidenceKind], record.cancelledAt)
  }

  async #customerInvoice(record: CustomerInvoiceRecord): Promise<void> {
    const customerId = this.#customerOf(record, record.customerExternalId)
    if (customerId === undefined) return
    const locationIds = record.locationExternalIds.map((externalId) => this.#locationOf(record, externalId))
    const known = [...new Set(locationIds.filter((id) => id !== undefined))]
    if (known.length === 0) return
    const ref = this.#factRef('customer_invoice', record.externalId)
    this.#read(record.kind)
    const kind = FACT_KINDS.customer_invoice[record.evidenceKind]
    for (const locationId of known) {
      await this.#fact(record.issuedAt, ref, { locationId, customerId }, kind, null)
    }
    if (record.evidenceKind === 'void') {
      await this.#write('voided_invoices', `${ref}\t${copyInstantOrNull(record.updatedAt)}`)
    }
  }

  async #productSale(record: ProductSaleRecord): Promise<void> {
    const place = this.#place(record)
    if (place === undefined) return
    const { networkId, importId } = this.#ids
    const ref = this.#factRef('recurring_product', record.externalId)
    const { renewal } = record
    this.#read(record.kind)
    if (renewal === null) {
      await this.#write('one_off_products', `${ref}`)
    } else {
      await this.#write(
        'recurring_products',
        `${networkId}\t${place.locationId}\t${ref}\t${place.customerId}\t${copyText(record.productName)}\t${renewal.cycle}\t${renewal.every}\t${copyInstant(renewal.from)}\t${copyUntil(renewal.until)}\t${importId}`,
      )
    }
    await this.#fact(record.soldAt, ref, place, FACT_KINDS.recurring_product[saleKind(record)], null)
  }

  async #platformInvoice(record: PlatformInvoiceRecord): Promise<void> {
    const locationId = this.#locationOf(record, record.locationExternalId)
    if (locationId === undefined) return
    const { networkId, importId } = this.#ids
    this.#read(record.kind)
    await this.#write(
      'platform_invoices',
      `${networkId}\t${locationId}\t${copyInstant(record.cutOffAt)}\t${copyText(record.externalId)}\t${copyText(record.number)}\t${importId}`,
    )
  }

  #factRef(source: FactSource, externalId: string): number {
    const ref = this.#ids.refs.refOf(source, externalId)
    if (ref > this.#highestRef[source]) this.#highestRef[source] = ref
    else this.mayRepeat = true
    return ref
  }

  #fact(
    at: number,
    ref: number,
    place: { locationId: number; customerId: number },
    kind: number,
    endedAt: number | null,
  ): Promise<void> | undefined {
    const { networkId, importId } = this.#ids
    const met = this.#meet(place.locationId, place.customerId)
    const line = `${copyInstant(at)}\t${ref}\t${networkId}\t${place.locationId}\t${place.customerId}\t${importId}\t${kind}`
    const written =
      endedAt === null
        ? this.#write('facts', line)
        : this.#write('ended_facts', `${line}\t${copyInstant(endedAt)}`)
    return met === undefined ? written : met.then(() => written)
  }
}

/** A sale whose repeat had ended by the sale itself is no recurring product any more. */
function saleKind({ renewal, soldAt }: ProductSaleRecord): keyof (typeof FACT_KINDS)['recurring_product'] {
  if (renewal === null) return 'one_off'
  return renewal.until !== null && renewal.until <= soldAt ? 'ended' : 'sold'
}
