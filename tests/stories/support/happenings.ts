/**
 * What can happen in a story, and the records that a network has of it:
 *
 *     pier   location [in ZONE]
 *     pier   platform-invoice                     a story with one location may leave its name out
 *     ana    customer                             known, with nothing else
 *     ana    contract [free] [starts DAY] [until DAY]
 *     ana    contract cancelled | back | frozen [until DAY] | free
 *     ana    booking [free | tentative]           booking cancelled
 *     ana    invoice [zero-value | credited | tickets-only | draft | credit-note]
 *     ana    invoice void [undated] | removed     invoice sent: the draft is issued
 *     ana    product [CYCLE] [from DAY] [until DAY] | removed
 *     ana    product once                         a one-off;  product ended: its repeat ends now
 *     ana    suspended | resumed | archived | restored [unrecorded | undated]
 *     north  team of ana, ben [paid by ana] [not merged] [undated]
 *
 * `at pier` puts a record at a location other than the first, `at loft, pier` at several. CYCLE is daily,
 * weekly, monthly (also when left out), yearly, month-end, or `every 2 weeks`. What was `removed` is no
 * longer there where it came from. A change that is
 * `unrecorded` leaves no history, only the customer’s new state and when it was last changed; one that is
 * `undated` leaves not even that.
 */
import type {
  BookingRecord,
  ContractRecord,
  CustomerChangeRecord,
  CustomerInvoiceRecord,
  CustomerRecord,
  Instant,
  LocationRecord,
  NetworkedRecord,
  PauseRecord,
  PlatformInvoiceRecord,
  ProductSaleRecord,
  RecordReader,
  RenewalCycle,
  TeamRecord,
} from '#model/records'
import type { Line } from './story.ts'
import { Words } from './words.ts'

type Changeable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

const FIRST_LOCATION = 'loft'
const CYCLES: Readonly<Record<string, RenewalCycle>> = {
  ...{ daily: 'day', weekly: 'week', monthly: 'month', yearly: 'year', 'month-end': 'last_day_of_month' },
  ...{ days: 'day', weeks: 'week', months: 'month', years: 'year', 'month-ends': 'last_day_of_month' },
}

/** A network as far as its story has been told. */
export class Network {
  readonly #locations = new Map<string, LocationRecord>()
  readonly #customers = new Map<string, Changeable<CustomerRecord>>()
  readonly #teams = new Map<string, TeamRecord>()
  readonly #changes: CustomerChangeRecord[] = []
  readonly #contracts: Changeable<ContractRecord>[] = []
  readonly #pauses: PauseRecord[] = []
  readonly #bookings: Changeable<BookingRecord>[] = []
  readonly #invoices: Changeable<CustomerInvoiceRecord>[] = []
  readonly #sales: Changeable<ProductSaleRecord>[] = []
  readonly #platformInvoices: PlatformInvoiceRecord[] = []
  #lastId = 90_000

  get locations(): string[] {
    return [...this.#locations.keys()]
  }

  get customers(): string[] {
    return [...this.#customers.keys()]
  }

  tell(line: Line): void {
    const words = new Words(line)
    const { subject } = line
    if (subject === 'platform-invoice') this.#platformInvoice(FIRST_LOCATION, line.at)
    else if (words.take('location')) this.#location(subject, line.at, words.after('in') ?? 'UTC')
    else if (words.take('platform-invoice')) this.#platformInvoice(subject, line.at)
    else if (words.take('team')) this.#team(subject, line.at, words)
    else this.#person(subject, line.at, words)
    words.expectNone()
  }

  /** The records, each after those that it points to. */
  reader(): RecordReader {
    this.#beginSomewhere()
    const records: NetworkedRecord[] = [
      ...this.#locations.values(),
      ...this.#customers.values(),
      ...this.#changes,
      ...this.#contracts,
      ...this.#pauses,
      ...this.#teams.values(),
      ...this.#bookings.filter((booking) => booking.cancelledAt !== null),
      ...this.#bookings.filter((booking) => booking.cancelledAt === null),
      ...this.#invoices,
      ...this.#sales,
      ...this.#platformInvoices,
    ].map((record) => ({ ...record }))
    return {
      origin: 'story',
      network: async () => ({ externalId: 'story', name: 'Story' }),
      read: async function* () {
        yield records
      },
    }
  }

  #person(name: string, at: Instant, words: Words): void {
    const customer = this.#customer(name, at)
    const what = words.next()
    if (what === 'contract') this.#contract(name, at, words)
    else if (what === 'booking') this.#booking(name, at, words)
    else if (what === 'invoice') this.#invoice(name, at, words)
    else if (what === 'product') this.#product(name, at, words)
    else if (what === 'suspended' || what === 'resumed')
      this.#state(customer, 'suspended', what === 'suspended', at, words)
    else if (what === 'archived' || what === 'restored')
      this.#state(customer, 'archived', what === 'archived', at, words)
    else if (what !== 'customer') words.refuse(what)
  }

  #location(name: string, createdAt: Instant, timeZone: string): void {
    this.#locations.set(name, {
      kind: 'location',
      externalId: name,
      name,
      timeZone,
      currency: 'EUR',
      createdAt,
    })
  }

  #platformInvoice(location: string, cutOffAt: Instant): void {
    const externalId = this.#nextId()
    const locationExternalId = this.#knownLocation(location)
    this.#platformInvoices.push({
      kind: 'platform_invoice',
      externalId,
      locationExternalId,
      number: null,
      cutOffAt,
    })
  }

  #customer(name: string, at: Instant): Changeable<CustomerRecord> {
    const known = this.#customers.get(name)
    if (known !== undefined) return known
    const states = { isSuspended: false, isArchived: false, updatedAt: at }
    const customer = {
      kind: 'customer' as const,
      externalId: name,
      name,
      email: null,
      company: null,
      ...states,
    }
    this.#customers.set(name, customer)
    return customer
  }

  #state(
    customer: Changeable<CustomerRecord>,
    property: 'suspended' | 'archived',
    after: boolean,
    at: Instant,
    words: Words,
  ): void {
    const isUndated = words.take('undated')
    const isRecorded = !isUndated && !words.take('unrecorded')
    if (property === 'suspended') customer.isSuspended = after
    else customer.isArchived = after
    if (!isUndated) customer.updatedAt = at
    if (!isRecorded) return
    const change = { customerExternalId: customer.externalId, at, property, before: !after, after }
    this.#changes.push({ kind: 'customer_change', externalId: this.#nextId(), ...change })
  }

  #contract(name: string, at: Instant, words: Words): void {
    if (words.take('cancelled'))
      Object.assign(this.#latest(this.#contracts, name), { endsAt: at, updatedAt: at })
    else if (words.take('back'))
      Object.assign(this.#latest(this.#contracts, name), { endsAt: null, updatedAt: at })
    else if (words.take('frozen')) this.#pause(this.#latest(this.#contracts, name).externalId, at, words)
    else
      this.#contracts.push({
        kind: 'contract',
        ...this.#place(name, words),
        planName: 'Hot desk',
        price: words.take('free') ? '0' : '190',
        createdAt: at,
        startsAt: words.instantAfter('starts') ?? at,
        endsAt: words.instantAfter('until'),
        updatedAt: at,
      })
  }

  #pause(contractExternalId: string, from: Instant, words: Words): void {
    const until = words.instantAfter('until')
    this.#pauses.push({ kind: 'pause', externalId: this.#nextId(), contractExternalId, from, until })
  }

  #booking(name: string, at: Instant, words: Words): void {
    if (words.take('cancelled')) {
      this.#latest(this.#bookings, name).cancelledAt = at
      return
    }
    const evidenceKind = words.takeOneOf('free', 'tentative') ?? 'made'
    const place = this.#place(name, words)
    this.#bookings.push({ kind: 'booking', ...place, madeAt: at, evidenceKind, cancelledAt: null })
  }

  #invoice(name: string, at: Instant, words: Words): void {
    if (words.take('removed')) {
      Object.assign(this.#latest(this.#invoices, name), { removedAt: at })
      return
    }
    const becomes = words.takeOneOf('void', 'sent')
    if (becomes !== undefined) {
      const updatedAt = words.take('undated') ? null : at
      const evidenceKind = becomes === 'void' ? 'void' : 'issued'
      Object.assign(this.#latest(this.#invoices, name), { evidenceKind, updatedAt })
      return
    }
    const kinds = ['zero-value', 'credited', 'tickets-only', 'draft', 'credit-note'] as const
    const kind = (words.takeOneOf(...kinds) ?? 'issued').replace('-', '_')
    this.#invoices.push({
      kind: 'customer_invoice',
      externalId: this.#nextId(),
      customerExternalId: name,
      locationExternalIds: this.#places(words),
      issuedAt: at,
      evidenceKind: kind as CustomerInvoiceRecord['evidenceKind'],
      updatedAt: at,
    })
  }

  #product(name: string, at: Instant, words: Words): void {
    if (words.take('removed')) {
      Object.assign(this.#latest(this.#sales, name), { removedAt: at })
      return
    }
    if (words.take('ended')) {
      const sale = this.#latest(this.#sales, name)
      if (sale.renewal !== null) sale.renewal = { ...sale.renewal, until: at }
      return
    }
    const renewal = words.take('once') ? null : readRenewal(at, words)
    const place = this.#place(name, words)
    this.#sales.push({ kind: 'recurring_product', ...place, productName: 'Locker', soldAt: at, renewal })
  }

  #team(name: string, at: Instant, words: Words): void {
    const members = words.listAfter('of')
    const payer = words.after('paid', 'by')
    for (const person of payer === null ? members : [...members, payer]) this.#customer(person, at)
    this.#teams.set(name, {
      kind: 'team',
      externalId: name,
      name,
      hasMergedBilling: !words.take('not', 'merged'),
      payingCustomerExternalId: payer,
      memberExternalIds: members,
      updatedAt: words.take('undated') ? null : at,
    })
  }

  #place(customerExternalId: string, words: Words) {
    const [locationExternalId = FIRST_LOCATION] = this.#places(words)
    return { externalId: this.#nextId(), customerExternalId, locationExternalId }
  }

  #places(words: Words): string[] {
    const named = words.listAfter('at')
    return (named.length > 0 ? named : [this.locations[0] ?? FIRST_LOCATION]).map((name) =>
      this.#knownLocation(name),
    )
  }

  /** A story that names no location is about one that has been there for years. */
  #beginSomewhere(): void {
    if (this.#locations.size === 0) this.#location(FIRST_LOCATION, Date.UTC(2020, 0), 'UTC')
  }

  #knownLocation(name: string): string {
    this.#beginSomewhere()
    if (!this.#locations.has(name)) throw new Error(`There is no location ${name}.`)
    return name
  }

  #latest<Type extends { readonly customerExternalId: string }>(
    records: readonly Type[],
    name: string,
  ): Type {
    const latest = records.findLast((record) => record.customerExternalId === name)
    if (latest === undefined) throw new Error(`${name} has none yet.`)
    return latest
  }

  #nextId(): string {
    this.#lastId += 1
    return String(this.#lastId)
  }
}

function readRenewal(soldAt: Instant, words: Words): ProductSaleRecord['renewal'] {
  const every = words.after('every')
  const cycle = words.takeOneOf(...Object.keys(CYCLES)) ?? 'monthly'
  return {
    cycle: CYCLES[cycle] ?? 'month',
    every: Number(every ?? 1),
    from: words.instantAfter('from') ?? soldAt,
    until: words.instantAfter('until'),
  }
}
