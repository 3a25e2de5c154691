/** Random changes of an account, as its operators make them. */
import type { NexudusStandIn, StandInRecord } from '../support/nexudus-stand-in.ts'

export type Random = (below: number) => number

/** Mulberry32: the same seed gives the same numbers. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** @returns what was done, for the message of a failure */
export function editSomething(account: NexudusStandIn, random: Random): string {
  const pick = (entity: string): StandInRecord => {
    const all = account.all(entity)
    const record = all[random(Math.max(1, all.length))]
    if (record === undefined) throw new Error(`No ${entity} is left.`)
    return record
  }
  const place = () => ({ BusinessId: pick('businesses').Id, CoworkerId: pick('coworkers').Id })
  const edits: readonly (() => string)[] = [
    () => {
      const { Id, Active } = pick('coworkers')
      account.change('coworkers', Id, { Active: !Active })
      return `suspend or resume ${Id}`
    },
    () =>
      `new booking ${account.add('bookings', { ResourceId: pick('resources').Id, CoworkerId: pick('coworkers').Id, Tentative: random(3) === 0, OverridePrice: random(2) === 0 ? 0 : null }).Id}`,
    () => {
      const { Id } = pick('bookings')
      account.cancelBooking(Id)
      return `cancel booking ${Id}`
    },
    () => {
      const { Id } = pick('bookings')
      account.remove('bookings', Id)
      return `delete booking ${Id}`
    },
    () =>
      `new contract ${account.add('coworkercontracts', { IssuedById: pick('businesses').Id, CoworkerId: pick('coworkers').Id, TariffId: 10501, Price: 0, Cancelled: false, StartDate: new Date().toISOString() }).Id}`,
    () => {
      const { Id } = pick('coworkercontracts')
      account.change('coworkercontracts', Id, {
        Cancelled: true,
        CancellationDate: new Date().toISOString(),
        CancellationDateLocal: null,
      })
      return `cancel contract ${Id}`
    },
    () => {
      const { Id } = pick('coworkercontracts')
      account.remove('coworkercontracts', Id)
      return `delete contract ${Id}`
    },
    () => {
      const invoice = account.add('coworkerinvoices', {
        ...place(),
        TotalAmount: random(2) * 50,
        Draft: false,
        Void: false,
        CreditNote: false,
      })
      account.add('coworkerinvoicelines', {
        CoworkerInvoiceId: invoice.Id,
        EventAttendeeUniqueId: random(3) === 0 ? invoice.UniqueId : null,
        IssuedByUniqueId: random(2) === 0 ? pick('businesses').UniqueId : null,
      })
      return `new invoice ${invoice.Id}`
    },
    () => {
      const { Id } = pick('coworkerinvoices')
      account.change('coworkerinvoices', Id, { Void: true })
      return `void invoice ${Id}`
    },
    () => {
      const invoice = pick('coworkerinvoices')
      const { CoworkerId, BusinessId, UniqueId } = invoice
      account.add('coworkerinvoices', {
        CoworkerId,
        BusinessId,
        TotalAmount: -5,
        Draft: false,
        Void: false,
        CreditNote: true,
        OriginalInvoiceGuid: UniqueId,
      })
      return `credit invoice ${invoice.Id}`
    },
    () => {
      const { Id } = pick('coworkerinvoicelines')
      account.change('coworkerinvoicelines', Id, { IssuedByUniqueId: pick('businesses').UniqueId })
      return `move line ${Id}`
    },
    () =>
      `new product ${account.add('coworkerproducts', { ...place(), ProductName: 'Locker', RegularCharge: true, RepeatCycle: 3, RepeatUnit: 1, SaleDate: new Date().toISOString() }).Id}`,
    () => {
      const { Id } = pick('coworkerproducts')
      account.remove('coworkerproducts', Id)
      return `delete product ${Id}`
    },
    () => {
      const { Id } = pick('teams')
      account.change('teams', Id, {
        TeamMembers: [pick('coworkers').Id, pick('coworkers').Id],
        PayingMemberId: pick('coworkers').Id,
        CreateSingleInvoiceForTeam: random(4) > 0,
      })
      return `change team ${Id}`
    },
    () => {
      const customer = account.add('coworkers', {
        FullName: 'New Person',
        Email: null,
        Active: true,
        Archived: false,
      })
      account.add('coworkercontracts', {
        IssuedById: pick('businesses').Id,
        CoworkerId: customer.Id,
        TariffId: 10501,
        Price: 20,
        Cancelled: false,
      })
      return `new customer ${customer.Id}`
    },
    () => {
      const { Id } = pick('coworkers')
      account.remove('coworkers', Id)
      return `delete customer ${Id}`
    },
    () => {
      const { Id } = pick('resources')
      account.change('resources', Id, { BusinessId: pick('businesses').Id })
      return `move resource ${Id}`
    },
  ]
  return edits[random(edits.length)]?.() ?? ''
}
