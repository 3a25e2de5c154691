/** Customers, and when they were suspended or archived. */
import { HOUR } from '#demo/calendar'
import { customerId, draws, type Person, teamOf } from '#demo/cast'
import { companyName, personName } from '#demo/names'
import { Random } from '#demo/random'
import type { CustomerChangeRecord, CustomerRecord, Instant } from '#model/records'

type Change = Pick<CustomerChangeRecord, 'at' | 'property' | 'after'>

export function customerRecord(person: Person): CustomerRecord {
  const random = draws(person, 'customer')
  const { name, mailbox } = personName(random, person.location.place.tongue)
  const changes = changesOf(person)
  return {
    kind: 'customer',
    externalId: customerId(person),
    name: person.star ?? name,
    email: emailOf(person, random, mailbox),
    company: companyOf(person, random),
    isSuspended: stateOf(changes, 'suspended'),
    isArchived: stateOf(changes, 'archived'),
    updatedAt: changes.at(-1)?.at ?? person.location.calendar.busyMoment(random, -360, -1),
  }
}

function emailOf(person: Person, random: Random, mailbox: string): string | null {
  if (person.star !== null) return `${person.star.toLowerCase().replace(' ', '.')}@example.org`
  if (random.chance(0.04)) return null
  return `${mailbox}${person.index + 1}@example.${random.chance(0.6) ? 'com' : 'org'}`
}

/** A team's people work for one company, and the team is named after it. */
export function teamCompany(person: Person, team: 0 | 1): string {
  return companyName(new Random(person.location.plan.seed, 'company', person.deckStart * 2 + team))
}

function companyOf(person: Person, random: Random): string | null {
  const team = teamOf(person)
  if (team !== null) return teamCompany(person, team)
  return person.star === null && random.chance(0.4) ? companyName(random) : null
}

const stateOf = (changes: readonly Change[], property: Change['property']): boolean =>
  changes.findLast((change) => change.property === property)?.after ?? false

export function customerChangeRecords(person: Person): readonly CustomerChangeRecord[] {
  return changesOf(person).map((change, number) => ({
    kind: 'customer_change',
    externalId: String(200_001 + person.index * 4 + number),
    customerExternalId: customerId(person),
    ...change,
    before: !change.after,
  }))
}

/** Oldest first; everybody starts neither suspended nor archived. */
function changesOf(person: Person): readonly Change[] {
  switch (person.role) {
    case 'suspended_member':
      return suspendedMember(person)
    case 'suspended_booker':
      // After the booking that counts, which is made by 21 o'clock of the day before `now` at the latest.
      return [suspended(person.location.calendar.midnight(0) - HOUR)]
    case 'archived_customer':
      return [{ at: longAgo(person, draws(person, 'change')), property: 'archived', after: true }]
    case 'paid_member':
      return person.slot === 0 && person.deck % 2 === 0 ? suspendedAndBack(person) : NONE
    default:
      return NONE
  }
}

const NONE: readonly Change[] = []

const suspended = (at: Instant): Change => ({ at, property: 'suspended', after: true })
const resumed = (at: Instant): Change => ({ at, property: 'suspended', after: false })

/** The first of a deck is suspended since the last platform invoice, the second for longer and not for the first time. */
function suspendedMember(person: Person): readonly Change[] {
  const random = draws(person, 'change')
  const { calendar, cutOffDay } = person.location
  if (person.slot === 0) return [suspended(calendar.busyMoment(random, cutOffDay + 1, -1))]
  return [...suspendedAndBack(person), suspended(calendar.busyMoment(random, cutOffDay - 60, cutOffDay - 2))]
}

function suspendedAndBack(person: Person): readonly Change[] {
  const random = draws(person, 'change')
  const { calendar, cutOffDay } = person.location
  const from = calendar.busyMoment(random, cutOffDay - 300, cutOffDay - 150)
  return [suspended(from), resumed(calendar.busyMoment(random, cutOffDay - 140, cutOffDay - 70))]
}

function longAgo(person: Person, random: Random): Instant {
  const { calendar, cutOffDay } = person.location
  return calendar.busyMoment(random, cutOffDay - 200, cutOffDay - 5)
}
