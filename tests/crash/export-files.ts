/** Export directories made from a seed: large enough that an import of one lasts long enough to be killed. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface ExportPlan {
  readonly seed: number
  /** Id and name of the first location, which is the network's. */
  readonly root: number
  readonly name: string
  readonly customers: number
  /** false: nobody books, buys or is invoiced, so the network has no facts. */
  readonly hasFacts: boolean
  /** 2 is a month later: records were added, changed, cancelled and voided. */
  readonly version: 1 | 2
}

export type Draw = () => number

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function drawsOf(seed: number): Draw {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let bits = Math.imul(state ^ (state >>> 15), 1 | state)
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32
  }
}

const LOCATIONS = 4
const HOUR = 3_600_000
const DAY = 24 * HOUR
const FIRST = Date.parse('2025-01-01T00:00:00Z')
/** The first version ends here, and what the second changed was changed after it. */
const SECOND = Date.parse('2025-04-01T00:00:00Z')
const END = Date.parse('2025-05-01T00:00:00Z')

/** In each version, within a window that has evidence of every kind. */
export const INSTANTS = ['2025-02-14T12:00:00Z', '2025-03-31T00:00:00Z', '2025-04-20T09:30:00Z']

export async function writeExport(dir: string, plan: ExportPlan): Promise<string> {
  await mkdir(dir, { recursive: true })
  for (const [name, records] of Object.entries(new NetworkExport(plan).files())) {
    await writeFile(join(dir, `${name}.json`), JSON.stringify(records))
  }
  return dir
}

interface Dated {
  readonly made: number
  readonly changed: number | null
}

class NetworkExport {
  readonly #plan: ExportPlan
  readonly #draw: Draw

  constructor(plan: ExportPlan) {
    this.#plan = plan
    this.#draw = drawsOf(plan.seed)
  }

  files(): Record<string, readonly object[]> {
    const { customers, hasFacts } = this.#plan
    const bookings = this.#each(hasFacts ? customers * 12 : 0, (id, dated) => this.#booking(id, dated))
    return {
      simpletimezones: [{ Id: 2000, Name: 'Romance Standard Time' }],
      businesses: places((at) => this.#location(at)),
      coworkers: this.#each(customers, (id, dated) => this.#customer(id, dated)),
      audittrailentries: this.#each(customers / 10, (id, dated) => this.#suspension(id, dated)),
      tariffs: [{ Id: 10, Name: 'Hot desk', Price: 190 }],
      coworkercontracts: this.#each(customers / 2, (id, dated) => this.#contract(id, dated)),
      contractpausedperiods: this.#each(customers / 20, (id, dated) => this.#pause(id, dated)),
      teams: this.#each(customers / 20, (id, dated) => this.#team(id, dated)),
      resources: places((at) => ({ Id: 5000 + at, BusinessId: this.#plan.root + at })),
      bookings: bookings.filter((booking) => !('CancelledOn' in booking)),
      cancelledbookings: bookings.filter((booking) => 'CancelledOn' in booking),
      coworkerinvoices: this.#each(hasFacts ? customers * 4 : 0, (id, dated) => this.#invoice(id, dated)),
      coworkerproducts: this.#each(hasFacts ? customers / 2 : 0, (id, dated) => this.#product(id, dated)),
      invoices: places((at) => this.#platformInvoices(at)).flat(),
    }
  }

  /** Numbered records of one kind; a later version has more of them, and has changed one in twelve. */
  #each<One extends object>(count: number, make: (id: number, dated: Dated) => One): One[] {
    const records: One[] = []
    for (let id = 1; id <= count * 1.2; id += 1) {
      const isLater = id > count
      const made = isLater ? this.#between(SECOND, END) : this.#between(FIRST, SECOND)
      const changedAt = this.#between(SECOND, END)
      const isChanged = this.#draw() < 1 / 12 && !isLater
      const record = make(id, { made, changed: isChanged && this.#plan.version === 2 ? changedAt : null })
      if (!isLater || this.#plan.version === 2) records.push(record)
    }
    return records
  }

  #between(from: number, until: number): number {
    return from + Math.floor(this.#draw() * ((until - from) / 1000)) * 1000
  }

  #one(count: number): number {
    return Math.floor(this.#draw() * count)
  }

  /** Somebody of the first version: the second has everybody of the first. */
  #who() {
    return { CoworkerId: 1 + this.#one(this.#plan.customers) }
  }

  #where() {
    return { BusinessId: this.#plan.root + this.#one(LOCATIONS) }
  }

  #location(at: number) {
    const { root, name } = this.#plan
    return {
      Id: root + at,
      UniqueId: guid(root + at),
      Name: at === 0 ? name : `${name} ${at + 1}`,
      RootLocationId: at === 0 ? null : root,
      CurrencyCode: 'EUR',
      SimpleTimeZoneId: 2000,
      CreatedOn: iso(FIRST),
    }
  }

  #customer(id: number, { changed }: Dated) {
    return {
      Id: id,
      FullName: `Ada Quill ${id}${changed === null ? '' : ' Strand'}`,
      Email: `user${id}@example.org`,
      Active: (id % 15 === 0) === (changed !== null),
      Archived: false,
      UpdatedOn: iso(changed ?? FIRST),
    }
  }

  #suspension(id: number, { made }: Dated) {
    const entity = { EntityShortName: 'Coworker', EntityId: 1 + (id % this.#plan.customers) }
    const values = { PropertyName: 'Active', AuditType: 2, OldValue: 'True', NewValue: 'False' }
    return { Id: id, ...entity, ...values, CreatedOn: iso(made) }
  }

  #contract(id: number, { made, changed }: Dated) {
    return {
      Id: id,
      ...this.#who(),
      IssuedById: this.#where().BusinessId,
      TariffId: 10,
      StartDate: iso(made),
      Cancelled: changed !== null,
      CancellationDate: changed === null ? null : iso(changed),
      CreatedOn: iso(made),
      UpdatedOn: iso(changed ?? made),
    }
  }

  #pause(id: number, { made, changed }: Dated) {
    const until = changed === null ? null : iso(changed + 30 * DAY)
    return { Id: id, CoworkerContractId: id, PauseFrom: iso(made), PauseUntil: until }
  }

  #team(id: number, { changed }: Dated) {
    const payer = this.#who().CoworkerId
    const members = Array.from({ length: 4 }, () => this.#who().CoworkerId)
    return {
      Id: id,
      Name: `Team ${id}`,
      TeamMembers: changed === null ? [payer, ...members] : [payer, ...members.slice(2)],
      CreateSingleInvoiceForTeam: id % 3 !== 0,
      PayingMemberId: payer,
      UpdatedOn: iso(changed ?? FIRST),
    }
  }

  #booking(id: number, { made, changed }: Dated) {
    const booking = {
      ResourceId: 5000 + this.#one(LOCATIONS),
      ...this.#who(),
      Tentative: id % 9 === 0,
      OverridePrice: id % 7 === 0 ? 0 : null,
      CreatedOn: iso(made),
    }
    if (changed === null && id % 20 !== 0) return { Id: id, ...booking }
    const cancelled = { Id: 1_000_000 + id, CancelledOn: iso(changed ?? made + 12 * HOUR) }
    // a cancellation may not tell which booking it was
    return id % 40 === 0 ? { ...booking, ...cancelled } : { ...booking, ...cancelled, OriginalBookingId: id }
  }

  #invoice(id: number, { made, changed }: Dated) {
    return {
      Id: id,
      UniqueId: guid(id),
      ...this.#who(),
      ...this.#where(),
      TotalAmount: id % 8 === 0 ? 0 : 120,
      Draft: id % 11 === 0,
      Void: changed !== null,
      CreditNote: false,
      CreatedOn: iso(made),
      UpdatedOn: iso(changed ?? made),
    }
  }

  #product(id: number, { made, changed }: Dated) {
    return {
      Id: id,
      ...this.#who(),
      ...this.#where(),
      ProductName: 'Parking',
      RegularCharge: id % 4 !== 0,
      RepeatCycle: 2 + (id % 4),
      RepeatUnit: 1,
      RepeatFrom: iso(made),
      RepeatUntil: changed === null ? null : iso(changed),
      SaleDate: iso(made),
    }
  }

  #platformInvoices(at: number) {
    const months = this.#plan.version === 2 ? [1, 2, 3, 4] : [1, 2, 3]
    return months.map((month) => ({
      Id: 100 * (at + 1) + month,
      BusinessId: this.#plan.root + at,
      InvoiceNumber: `P-${at}-${month}`,
      CreatedOn: `2025-0${month}-01T03:00:0${at}Z`,
    }))
  }
}

function places<One>(make: (at: number) => One): One[] {
  return Array.from({ length: LOCATIONS }, (_, at) => make(at))
}

function iso(at: number): string {
  return new Date(at).toISOString()
}

function guid(id: number): string {
  return `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`
}
