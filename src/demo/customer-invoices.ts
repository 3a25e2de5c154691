/** Customer invoices: monthly for members with a paid contract, single ones for others. */
import { HOUR } from '#demo/calendar'
import { customerId, draws, type Person, turn } from '#demo/cast'
import { contractsOf } from '#demo/contracts'
import { purchaseAt } from '#demo/products'
import type { Random } from '#demo/random'
import type { CustomerInvoiceRecord, Instant } from '#model/records'

type Kind = CustomerInvoiceRecord['evidenceKind']

const MOST_MONTHS = 12
/** Twelve monthly ones, each perhaps with its credit note, and one more. */
const IDS_PER_CUSTOMER = 32
const DAY = 86_400_000

/** Members are billed for what the sister location sold them, too, on the same invoice. */
const WITH_SISTER = 0.015

/** `place` is the invoice's own among the ids of its customer. */
interface Draft {
  readonly place: number
  readonly issuedAt: Instant
  readonly evidenceKind: Kind
}

export function customerInvoiceRecords(person: Person): readonly CustomerInvoiceRecord[] {
  const random = draws(person, 'invoice')
  const drafts = draftsOf(person, random)
  return drafts.length === 0 ? NONE : drafts.map((draft) => invoiceRecord(person, random, draft))
}

const NONE: readonly never[] = []

function invoiceRecord(person: Person, random: Random, draft: Draft): CustomerInvoiceRecord {
  const { externalId: home, sisterExternalId: sister, plan } = person.location
  const { place, issuedAt, evidenceKind } = draft
  const isShared = place > 0 && sister !== home && random.chance(WITH_SISTER)
  const isChangedLater = evidenceKind === 'void' || evidenceKind === 'credited'
  return {
    kind: 'customer_invoice',
    externalId: String(20_000_001 + person.index * IDS_PER_CUSTOMER + place),
    locationExternalIds: isShared ? [home, sister] : [home],
    customerExternalId: customerId(person),
    issuedAt,
    evidenceKind,
    updatedAt: isChangedLater ? daysLater(issuedAt, plan.now) : issuedAt,
  }
}

const daysLater = (at: Instant, now: Instant): Instant => Math.min(at + 3 * DAY, now - 1)

const single = (issuedAt: Instant, evidenceKind: Kind): readonly Draft[] => [
  { place: 0, issuedAt, evidenceKind },
]

function draftsOf(person: Person, random: Random): readonly Draft[] {
  const { calendar, cutOffDay } = person.location
  switch (person.role) {
    case 'shopper':
      return single(purchaseAt(person), person.slot === 0 ? 'issued' : random.pick(SINGLE_KINDS))
    case 'past_shopper':
      return single(purchaseAt(person), 'issued')
    case 'uncounted_invoice': {
      const kind = UNCOUNTED_KINDS[turn(person) % UNCOUNTED_KINDS.length] ?? 'draft'
      return single(calendar.busyMoment(random, cutOffDay + 1, -1), kind)
    }
    case 'booker':
      // The first of a deck counts by bookings only.
      if (person.slot === 0 || random.chance(0.5)) return NONE
      return single(calendar.busyMoment(random, -300, -1), 'issued')
    case 'past_booker':
      if (random.chance(0.7)) return NONE
      return single(calendar.busyMoment(random, cutOffDay - 200, cutOffDay - 1), 'issued')
    default:
      return monthlyDrafts(person, random)
  }
}

const SINGLE_KINDS = ['issued', 'issued', 'zero_value', 'credited'] as const
const UNCOUNTED_KINDS = ['tickets_only', 'draft', 'void', 'credit_note'] as const

/** Oldest first, on the same day of each month while a paid contract ran and the member was not stopped. */
function monthlyDrafts(person: Person, random: Random): readonly Draft[] {
  const contracts = contractsOf(person).filter(({ isFree }) => !isFree)
  const [first] = contracts
  if (first === undefined || first.startDay > -1) return NONE
  const { calendar, plan } = person.location
  const lastDay = Math.min(lastBilledDay(person), (contracts.at(-1)?.endDay ?? 0) - 1)
  const dayOfMonth = random.whole(1, 28)
  const second = random.whole(0, 3_599)
  const drafts: Draft[] = []
  const newest = calendar.monthsBefore(lastDay, dayOfMonth)
  for (let age = MOST_MONTHS - 1; age >= 0; age--) {
    const day = calendar.firstOfMonth(newest + age) + dayOfMonth - 1
    if (day < first.startDay) continue
    const issuedAt = calendar.midnight(day) + 6 * HOUR + second * 1_000
    const evidenceKind = monthlyKind(random, age === 0 && lastDay === -1)
    const place = 1 + 2 * (MOST_MONTHS - 1 - age)
    drafts.push({ place, issuedAt, evidenceKind })
    if (evidenceKind === 'credited') {
      drafts.push({ place: place + 1, issuedAt: daysLater(issuedAt, plan.now), evidenceKind: 'credit_note' })
    }
  }
  return drafts
}

/** Whose contract is stopped, frozen or gone gets nothing in the window, and so does not count by an invoice. */
function lastBilledDay(person: Person): number {
  switch (person.role) {
    case 'left_member':
    case 'leaving_member':
    case 'frozen_member':
    case 'suspended_member':
    case 'suspended_booker':
      return person.location.cutOffDay - 1
    case 'archived_customer':
      return person.location.cutOffDay - 201
    default:
      return -1
  }
}

function monthlyKind(random: Random, isNewest: boolean): Kind {
  const draw = random.next()
  if (isNewest && draw < 0.1) return 'draft'
  if (draw < 0.9) return 'issued'
  if (draw < 0.93) return 'zero_value'
  if (draw < 0.955) return 'void'
  if (draw < 0.985) return 'credited'
  return 'tickets_only'
}
