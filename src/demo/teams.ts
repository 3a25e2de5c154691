/** Teams: two a deck, the first with merged billing, the second seldom; about 60 % have it. */
import { customerId, type Person, teamOf } from '#demo/cast'
import { teamCompany } from '#demo/customers'
import { Random } from '#demo/random'
import type { TeamRecord } from '#model/records'

const SECOND_TEAM_MERGED = 0.2

export function teamRecords(deck: readonly Person[]): readonly TeamRecord[] {
  return ([0, 1] as const).flatMap((team) => {
    const members = deck.filter((person) => teamOf(person) === team)
    return members.length < 2 ? [] : [teamRecord(team, members)]
  })
}

function teamRecord(team: 0 | 1, members: readonly Person[]): TeamRecord {
  const [first] = members as readonly [Person, ...Person[]]
  const { plan, calendar } = first.location
  const number = first.deckStart * 2 + team
  const random = new Random(plan.seed, 'team', number)
  const payer = members.find(({ role }) => role === 'team_payer')
  const wantsMerging = team === 0 || random.chance(SECOND_TEAM_MERGED)
  return {
    kind: 'team',
    externalId: String(500_001 + number),
    name: teamCompany(first, team),
    hasMergedBilling: payer !== undefined && wantsMerging,
    payingCustomerExternalId: payer === undefined ? null : customerId(payer),
    memberExternalIds: members.map(customerId),
    updatedAt: calendar.busyMoment(random, -360, -40),
  }
}
