// Turns the parts of a random world into the records of an export directory.
import { occurrence } from './oracle.ts'
import {
  createdAt,
  cutOffsOf,
  dateOf,
  dates,
  day,
  earliest,
  edgesOf,
  type Files,
  guid,
  iso,
  latest,
  maybeIso,
  midnight,
  zoneId,
  zoneNames,
} from './world-times.ts'
import type { Moment, RandomWorld, WorldPart } from './worlds.ts'

type Part<
  Name extends 'locations' | 'customers' | 'contracts' | 'bookings' | 'invoices' | 'products' | 'teams',
> = WorldPart[Name][number]

/** The records that the parts of a world stand for. */
export function fileWorld(part: WorldPart): RandomWorld {
  return new Builder(part).build()
}

class Builder {
  private readonly part: WorldPart
  private readonly files: Files = {}
  private readonly anchors: number[]
  private readonly states: number[] = []
  private readonly repeats: number[] = []
  private readonly midnights: number[] = []
  private readonly lastIds = new Map<string, number>()

  constructor(part: WorldPart) {
    this.part = part
    const created = part.locations.map(createdAt)
    const cutOffs = part.locations.flatMap((location) => cutOffsOf(location, part.firstDay))
    const midnights = part.locations.flatMap((location) =>
      dates.slice(0, 12).map((date) => midnight(date, location.zone)),
    )
    // Cut-offs come more than once, so that most records lie around them.
    this.anchors = [
      ...cutOffs,
      ...cutOffs,
      ...cutOffs,
      ...created,
      ...midnights,
      ...dates.map((date) => midnight(date, 0)),
    ]
  }

  build(): RandomWorld {
    const { part } = this
    for (const [at, name] of zoneNames.entries()) this.add('simpletimezones', { Id: zoneId(at), Name: name })
    for (const [at, location] of part.locations.entries()) this.addLocation(location, at)
    for (const [at, customer] of part.customers.entries()) this.addCustomer(customer, at)
    for (const one of part.contracts) this.addContract(one)
    for (const one of part.bookings) this.addBooking(one)
    for (const one of part.invoices) this.addInvoice(one)
    for (const one of part.products) this.addProduct(one)
    for (const one of part.teams) this.addTeam(one)
    for (const one of part.tickets)
      this.add('eventattendees', { Id: this.nextId('eventattendees'), ...this.who(one) })
    return { files: this.files, instants: this.instants() }
  }

  private instants(): number[] {
    const { states, repeats, midnights, anchors } = this
    const pools = { states, repeats, midnights, all: [...edgesOf(this.files), ...anchors] }
    const created = Math.max(...this.part.locations.map(createdAt))
    const chosen = this.part.instants.map(({ pool, edge, shift }) => {
      const edges = pools[pool].length > 0 ? pools[pool] : pools.all
      return (edges[edge % edges.length] ?? earliest) + shift
    })
    return [...new Set(chosen.map((at) => Math.min(Math.max(at, created), latest)))]
  }

  /** Notes an instant at which a state changes, to count around it. */
  private state(at: number): number {
    this.states.push(at)
    return at
  }

  private add(file: string, record: object): void {
    this.files[file] = [...(this.files[file] ?? []), record]
  }

  /** Records of different files have the same ids, as they do at their origin. */
  private nextId(file: string): number {
    const id = (this.lastIds.get(file) ?? 90_000) + 1
    this.lastIds.set(file, id)
    return id
  }

  private at({ anchor, shift }: Moment): number {
    const at = (this.anchors[anchor % this.anchors.length] ?? earliest) + shift
    return Math.min(Math.max(at, earliest), latest)
  }

  private location(at: number): number {
    return 501 + (at % this.part.locations.length)
  }

  /** A customer, or now and then one who is not there. */
  private customer(at: number): number {
    const count = this.part.customers.length
    return at === 59 || count === 0 ? 7999 : 7001 + (at % count)
  }

  private who(one: { readonly customer: number; readonly location: number }) {
    return { CoworkerId: this.customer(one.customer), BusinessId: this.location(one.location) }
  }

  private addLocation(location: Part<'locations'>, at: number): void {
    const id = 501 + at
    this.add('businesses', {
      Id: id,
      UniqueId: guid(id),
      Name: `Mill House ${at + 1}`,
      RootLocationId: at === 0 ? null : 501,
      CurrencyCode: 'EUR',
      SimpleTimeZoneId: zoneId(location.zone),
      CreatedOn: iso(createdAt(location)),
      UpdatedOn: iso(createdAt(location)),
    })
    for (const cutOff of cutOffsOf(location, this.part.firstDay)) {
      const bill = this.nextId('invoices')
      const totals = { SubscriptionAmount: 80, TotalAmount: 80, CurrencyCode: 'EUR' }
      this.add('invoices', {
        Id: bill,
        BusinessId: id,
        InvoiceNumber: `P-${bill}`,
        CreatedOn: iso(cutOff),
        ...totals,
      })
    }
    for (const room of [0, 1]) {
      this.add('resources', {
        Id: 5000 + 10 * at + room,
        BusinessId: id,
        Name: `Room ${room + 1}`,
        Archived: false,
      })
    }
    for (const [tariff, price] of [[10_000 + id, 190] as const, [20_000 + id, 0] as const]) {
      const names = { Name: price === 0 ? 'Friend' : 'Hot desk', CurrencyCode: 'EUR', Archived: false }
      this.add('tariffs', { Id: tariff, BusinessId: id, Price: price, ...names })
    }
  }

  private addCustomer(customer: Part<'customers'>, at: number): void {
    const id = 7001 + at
    this.add('coworkers', {
      Id: id,
      UniqueId: guid(id),
      CoworkerType: 1 + (at % 2),
      FullName: `Ada Quill ${at + 1}`,
      Email: `user${id}@example.org`,
      Active: customer.active,
      Archived: customer.archived,
      CreatedOn: '2024-01-01T00:00:00Z',
      UpdatedOn: '2027-12-31T00:00:00Z',
    })
    this.addChanges(id, 'Active', customer.activeChanges)
    this.addChanges(id, 'Archived', customer.archivedChange === null ? [] : [customer.archivedChange])
  }

  private addChanges(id: number, property: string, changes: readonly { at: Moment; to: boolean }[]): void {
    const byInstant = new Map(changes.map((change) => [this.state(this.at(change.at)), change.to]))
    for (const [at, to] of byInstant) {
      this.add('audittrailentries', {
        Id: this.nextId('audittrailentries'),
        EntityShortName: 'Coworker',
        EntityId: id,
        PropertyName: property,
        AuditType: 2,
        OldValue: to ? 'False' : 'True',
        NewValue: to ? 'True' : 'False',
        ActionBy: 'desk@example.org',
        CreatedOn: iso(at),
      })
    }
  }

  private addContract(one: Part<'contracts'>): void {
    const id = this.nextId('coworkercontracts')
    const location = this.location(one.location)
    const created = this.state(one.created === null ? earliest : this.at(one.created))
    const pause =
      one.pause === null
        ? null
        : { from: this.state(this.at(one.pause.from)), until: this.maybeAt(one.pause.until) }
    this.add('coworkercontracts', {
      Id: id,
      UniqueId: guid(id),
      CoworkerId: this.customer(one.customer),
      IssuedById: location,
      TariffId: (one.isFreePlan ? 20_000 : 10_000) + location,
      ...(one.planPrice === undefined ? {} : { TariffPrice: one.planPrice }),
      Price: one.price,
      Quantity: 1,
      StartDate: iso(one.start === null ? created : Math.max(this.at(one.start), created)),
      Active: true,
      CreatedOn: iso(created),
      UpdatedOn: iso(created),
      ...this.contractEnd(one.end, location, created),
      InPausedPeriod: pause !== null,
      ...(pause !== null && one.pause?.inContract === true
        ? { InPausedPeriodFrom: iso(pause.from), InPausedPeriodUntil: maybeIso(pause.until) }
        : {}),
    })
    if (pause === null) return
    const period = { PauseFrom: iso(pause.from), PauseUntil: maybeIso(pause.until) }
    this.add('contractpausedperiods', {
      Id: this.nextId('contractpausedperiods'),
      CoworkerContractId: id,
      ...period,
    })
  }

  private maybeAt(moment: Moment | null): number | null {
    return moment === null ? null : this.state(this.at(moment))
  }

  private contractEnd(end: Part<'contracts'>['end'], location: number, created: number): object {
    const none = { Cancelled: false, CancellationDate: null, CancellationDateLocal: null }
    if (end === null) return none
    if (end.how === 'undated')
      return { ...none, Cancelled: true, UpdatedOn: iso(this.state(Math.max(this.at(end.at), created))) }
    if (end.how === 'instant')
      return { ...none, Cancelled: end.cancelled, CancellationDate: iso(this.state(this.at(end.at))) }
    const date =
      end.day === null ? (dates[end.date % dates.length] ?? '') : dateOf(this.part.firstDay + end.day)
    const at = midnight(date, this.part.locations[location - 501]?.zone ?? 0)
    this.midnights.push(at)
    return {
      Cancelled: end.cancelled,
      CancellationDate: end.nominal ? `${date}T00:00:00Z` : iso(at),
      CancellationDateLocal: `${date}T00:00:00${end.nominal ? '' : 'Z'}`,
    }
  }

  private addBooking(one: Part<'bookings'>): void {
    const id = this.nextId('bookings')
    const made = this.at(one.made)
    const record = {
      UniqueId: guid(id),
      ResourceId: 5000 + 10 * (one.resource % this.part.locations.length) + (one.resource % 2),
      CoworkerId: one.customer === null ? null : this.customer(one.customer),
      FromTime: iso(made + day),
      ToTime: iso(made + 2 * day),
      Tentative: one.tentative,
      OverridePrice: one.price,
      CreatedOn: iso(made),
      UpdatedOn: iso(made),
    }
    if (one.cancelled === null || one.isInBothFiles) this.add('bookings', { Id: id, ...record })
    if (one.cancelled === null) return
    const cancellation = {
      CancelledOn: iso(this.state(Math.max(this.at(one.cancelled), made))),
      CancellationReason: 1,
    }
    this.add('cancelledbookings', {
      Id: 100_000 + id,
      ...record,
      OriginalBookingId: String(id),
      ...cancellation,
    })
  }

  private addInvoice(one: Part<'invoices'>): void {
    const id = this.nextId('coworkerinvoices')
    const record = {
      Id: id,
      UniqueId: guid(id),
      ...this.who(one),
      InvoiceNumber: `I-${id}`,
      CreatedOn: iso(this.at(one.issued)),
      TotalAmount: one.total,
      CurrencyCode: 'EUR',
      Draft: one.state === 'draft',
      Void: one.state === 'void',
      CreditNote: one.state === 'credit_note',
      OriginalInvoiceGuid: null,
      CreditedAmount: { full: one.total, part: one.total / 2 }[one.credited] ?? 0,
    }
    this.add('coworkerinvoices', record)
    for (const line of one.lines) this.addLine(id, line)
    if (!one.credited.endsWith('note') || one.total === 0) return
    const note = this.nextId('coworkerinvoices')
    this.add('coworkerinvoices', {
      ...record,
      ...{ Id: note, UniqueId: guid(note), InvoiceNumber: `C-${note}`, CreatedOn: iso(this.at(one.noteAt)) },
      ...{ TotalAmount: one.credited === 'note' ? -one.total : -one.total / 2, CreditedAmount: 0 },
      ...{ Draft: false, Void: false, CreditNote: true, OriginalInvoiceGuid: guid(id) },
    })
  }

  private addLine(invoice: number, line: Part<'invoices'>['lines'][number]): void {
    const issuer = line.issuer === null ? null : guid(line.isUnknown ? 599 : this.location(line.issuer))
    const id = this.nextId('coworkerinvoicelines')
    const ticket = { EventAttendeeUniqueId: line.isTicket ? guid(id) : null, IssuedByUniqueId: issuer }
    this.add('coworkerinvoicelines', {
      Id: id,
      CoworkerInvoiceId: invoice,
      Quantity: 1,
      SubTotal: 40,
      ...ticket,
    })
  }

  private addProduct(one: Part<'products'>): void {
    const id = this.nextId('coworkerproducts')
    const sold = this.soldAt(one)
    const from = typeof one.from === 'number' ? sold + one.from : this.maybeAt(one.from)
    for (const n of [-1, 0, 1]) this.repeats.push(repeatOf(one, from ?? sold, cyclesBack(one) + n))
    this.add('coworkerproducts', {
      Id: id,
      UniqueId: guid(id),
      ...this.who(one),
      ...{ ProductId: 77, ProductName: 'Locker', Price: one.price, Quantity: 1 },
      RegularCharge: one.isRecurring,
      RepeatCycle: one.cycle,
      ...(one.unit === undefined ? {} : { RepeatUnit: one.unit }),
      RepeatFrom: maybeIso(from),
      RepeatUntil: maybeIso(this.repeatUntil(one, from ?? sold)),
      SaleDate: one.hasSaleDate ? iso(sold) : null,
      Invoiced: false,
      CreatedOn: iso(one.hasSaleDate ? sold + day : sold),
      UpdatedOn: iso(sold + day),
    })
  }

  /** So many cycles before a moment that the sale renews about then, clamped to shorter months or not. */
  private soldAt(one: Part<'products'>): number {
    const sold = repeatOf(one, this.at(one.sold), -cyclesBack(one))
    return Math.max(one.atMonthEnd ? occurrence(sold, 6, 1, 0) : sold, earliest)
  }

  private repeatUntil(one: Part<'products'>, from: number): number | null {
    if (one.until === null) return null
    if ('anchor' in one.until) return this.at(one.until)
    const at = repeatOf(one, from, cyclesBack(one) + one.until.cycles) + one.until.shift
    this.repeats.push(at)
    return Math.min(at, latest)
  }

  private addTeam(one: Part<'teams'>): void {
    const members = [...new Set(one.members.map((member) => this.customer(member)))]
    const payer = typeof one.payer === 'number' ? this.customer(one.payer) : one.payer
    this.add('teams', {
      Id: this.nextId('teams'),
      BusinessId: this.location(one.location),
      Name: 'Quill Ltd',
      TeamMembers: members,
      CreateSingleInvoiceForTeam: one.merged,
      PayingMemberId: one.isMissingPayer ? 7998 : payer === 'first' ? (members[0] ?? null) : payer,
      CreatedOn: '2024-01-01T00:00:00Z',
      UpdatedOn: '2024-01-01T00:00:00Z',
    })
  }
}

function repeatOf({ cycle, unit }: Part<'products'>, from: number, n: number): number {
  return occurrence(from, cycle, Math.max(1, unit ?? 1), n)
}

/** How many cycles before a moment the product was sold; few where a cycle is a year. */
function cyclesBack({ cycle, cyclesBack }: Part<'products'>): number {
  return cycle === 5 ? cyclesBack % 2 : cyclesBack
}
