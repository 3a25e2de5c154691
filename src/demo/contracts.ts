/** Contracts and their pauses. */
import { customerId, draws, type Person } from '#demo/cast'
import { MONEY } from '#demo/places'
import type { Random } from '#demo/random'
import type { ContractRecord, Instant, PauseRecord } from '#model/records'

/** A contract in days of its location. */
export interface Contract {
  readonly locationExternalId: string
  readonly planName: string
  readonly price: string
  readonly isFree: boolean
  readonly createdAt: Instant
  readonly startDay: number
  /** The first day without it. */
  readonly endDay: number | null
}

/** With their monthly price in pounds. */
const PLANS = [
  ['Hot desk', 180],
  ['Part-time', 95],
  ['Dedicated desk', 320],
  ['Private office', 850],
  ['Virtual office', 45],
  ['Evenings and weekends', 70],
] as const
const FREE_PLANS = ['Community', 'Guest of a resident', 'Founding friend'] as const

/** From the contract's first day to the first day without it. */
interface Term {
  readonly startDay: number
  readonly endDay?: number | null
  readonly isFree?: boolean
}

/** Oldest first; empty for contacts. */
export function contractsOf(person: Person): readonly Contract[] {
  const terms = termsOf(person)
  if (terms === null) return NONE
  const random = draws(person, 'contract')
  const contracts = terms(random, person).map((term) => contract(person, random, term))
  const [first] = contracts
  if (person.role !== 'paid_member' || first === undefined || !random.chance(0.04)) return contracts
  return [
    ...contracts,
    { ...first, locationExternalId: person.location.sisterExternalId, planName: 'Network pass' },
  ]
}

const NONE: readonly Contract[] = []

type Terms = (random: Random, person: Person) => readonly Term[]

function termsOf(person: Person): Terms | null {
  switch (person.role) {
    case 'paid_member':
    case 'team_payer':
      return (random) => [{ startDay: -random.whole(35, 1_400), endDay: farEnd(random) }]
    case 'free_member':
      return (random) => [{ startDay: -random.whole(20, 900), isFree: true }]
    case 'future_member':
      return (random) => [futureTerm(random, person)]
    case 'ending_member':
      return (random) => [{ startDay: -random.whole(90, 700), endDay: random.whole(2, 28) }]
    case 'renewed_member':
      return renewedTerms
    case 'frozen_member':
    case 'suspended_member':
    case 'suspended_booker':
      return (random) => [{ startDay: -random.whole(400, 1_000) }]
    case 'left_member':
      return (random) => [endedTerm(random, person.location.cutOffDay - random.whole(0, 300))]
    case 'leaving_member':
      return (random) => [endedTerm(random, random.whole(person.location.cutOffDay + 1, 0))]
    case 'archived_customer':
      return archivedTerms
    default:
      return null
  }
}

const farEnd = (random: Random): number | null => (random.chance(0.2) ? random.whole(120, 400) : null)

function futureTerm(random: Random, person: Person): Term {
  if (person.star === 'Ada Quill') return { startDay: 21, isFree: true }
  return { startDay: random.whole(4, 60), isFree: random.chance(0.4) }
}

const renewedTerms: Terms = (random) => {
  const renewal = -random.whole(10, 300)
  return [{ startDay: renewal - 365, endDay: renewal }, { startDay: renewal }]
}

const endedTerm = (random: Random, endDay: number): Term => ({
  startDay: endDay - random.whole(60, 600),
  endDay,
})

/** One has left before, the other keeps a contract that the rules ignore. */
const archivedTerms: Terms = (random, person) =>
  person.slot === 0
    ? [endedTerm(random, person.location.cutOffDay - random.whole(200, 300))]
    : [{ startDay: -random.whole(400, 900) }]

function contract(person: Person, random: Random, term: Term): Contract {
  const { location } = person
  const { endDay = null, isFree = false } = term
  const startDay = Math.max(term.startDay, location.openingDay)
  const [planName, pounds] = isFree ? ([random.pick(FREE_PLANS), 0] as const) : random.pick(PLANS)
  const signedDay = Math.max(Math.min(-1, startDay) - random.whole(0, 20), location.openingDay)
  return {
    locationExternalId: location.externalId,
    planName,
    price: money(person, pounds),
    isFree,
    createdAt: location.calendar.dayTime(random, signedDay),
    startDay,
    endDay,
  }
}

/** A price in the money of the person's location, from one in pounds. */
function money(person: Person, pounds: number): string {
  const { perPound, digits } = MONEY[person.location.place.currency]
  return (Math.round((pounds * perPound) / 5) * 5).toFixed(digits)
}

const contractId = (person: Person, number: number): string => String(300_001 + person.index * 4 + number)

export function contractRecords(person: Person): readonly ContractRecord[] {
  const { calendar } = person.location
  return contractsOf(person).map(({ startDay, endDay, isFree: _, ...contract }, number) => ({
    kind: 'contract',
    externalId: contractId(person, number),
    customerExternalId: customerId(person),
    ...contract,
    startsAt: calendar.midnight(startDay),
    endsAt: endDay === null ? null : calendar.midnight(endDay),
    updatedAt: contract.createdAt,
  }))
}

/** One of the first contract: open or ending later for frozen members, over for some others. */
export function pauseRecord(person: Person): PauseRecord | null {
  const isPastPause = person.role === 'paid_member' && person.slot === 1
  if (person.role !== 'frozen_member' && !isPastPause) return null
  const random = draws(person, 'pause')
  const { calendar } = person.location
  const from = isPastPause ? -random.whole(20, 34) : -random.whole(3, 50)
  const until = isPastPause ? -random.whole(2, 10) : random.chance(0.5) ? random.whole(5, 60) : null
  return {
    kind: 'pause',
    externalId: String(400_001 + person.index),
    contractExternalId: contractId(person, 0),
    from: calendar.midnight(from),
    until: until === null ? null : calendar.midnight(until),
  }
}
