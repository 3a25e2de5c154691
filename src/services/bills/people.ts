/** Customers around the cut-off of a bill, each with the one reason why he counts or does not. */
import sql from 'sql-template-tag'
import {
  BILL_REASON_PHRASES,
  type BillReason,
  type CountedReason,
  type Decided,
  type NotCountedReason,
  whyCounted,
  whyNotCounted,
} from '#counting/bill-reasons'
import type { Evidence } from '#counting/evidence'
import { aroundStatement, type NearScope, samePeopleStatement } from '#counting/near-cut-off'
import { DEFAULT_RULE_SET } from '#counting/rules'
import { countedInWindow } from '#counting/window'
import { capitalised } from '#counting/words/days'
import { wordsOf } from '#counting/words/words'
import type { Session } from '#database/database'
import { findOwnEvidence } from '#services/active-users/own-evidence'

export interface BillWindow extends NearScope {
  readonly timeZone: string
}

export interface Person {
  readonly customerId: number
  readonly externalId: string
  readonly name: string
}

export interface PersonTold<Reason extends BillReason = BillReason> extends Person {
  readonly reason: Reason
  /** What decided, in a sentence. */
  readonly sentence: string
}

export interface PersonRow {
  customer_id: number
  external_id: string
  name: string
}

export function personOf({ customer_id, external_id, name }: PersonRow): Person {
  return { customerId: customer_id, externalId: external_id, name }
}

/** Who counts at the cut-off, by name. */
export async function countedPeople(
  session: Session,
  window: BillWindow,
  limit: number | null = null,
): Promise<Person[]> {
  const rows = await session.query<PersonRow>(sql`
    with counted as (${countedInWindow(window, DEFAULT_RULE_SET)}
    )
    select c.customer_id, c.external_id, c.name
    from counted
    join customers c on c.network_id = ${window.networkId}::int and c.customer_id = counted.customer_id
    order by c.sort_name, c.customer_id
    limit ${limit}::int`)
  return rows.map(personOf)
}

/** Each with the reason why he does not count at the cut-off. */
export async function tellNotCounted(
  session: Session,
  window: BillWindow,
  people: readonly Person[],
): Promise<PersonTold<NotCountedReason>[]> {
  if (people.length === 0) return []
  const ids = people.map(({ customerId }) => customerId)
  const evidence = await evidenceOf(session, window, ids)
  const around = await session.query<{ customer_id: number; is_in_team: boolean; is_soon_after: boolean }>(
    aroundStatement(window, ids),
  )
  const factsOf = new Map(around.map((row) => [row.customer_id, row]))
  return people.map((person) => {
    const facts = factsOf.get(person.customerId)
    const decided = whyNotCounted(evidence.get(person.customerId) ?? [], {
      isInTeam: facts?.is_in_team ?? false,
      isSoonAfter: facts?.is_soon_after ?? false,
    })
    return { ...person, reason: decided.reason, sentence: sentenceOf(decided) }
  })
}

/** Each with what the count of him rests on. */
export async function tellCounted(
  session: Session,
  window: BillWindow,
  people: readonly Person[],
): Promise<PersonTold<CountedReason>[]> {
  if (people.length === 0) return []
  const evidence = await evidenceOf(
    session,
    window,
    people.map(({ customerId }) => customerId),
  )
  const same = await session.query<{ customer_id: number }>(samePeopleStatement(window, DEFAULT_RULE_SET))
  const twice = new Set(same.map((row) => row.customer_id))
  return people.map((person) => {
    const decided = whyCounted(evidence.get(person.customerId) ?? [], {
      isSamePerson: twice.has(person.customerId),
      asOf: window.asOf,
    })
    return { ...person, reason: decided.reason, sentence: sentenceOf(decided) }
  })
}

async function evidenceOf(
  session: Session,
  window: BillWindow,
  customerIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Evidence[]>> {
  const { evidence } = await findOwnEvidence(session, {
    scope: { ...window, customerIds },
    ruleSet: DEFAULT_RULE_SET,
    timeZone: window.timeZone,
    words: wordsOf('en'),
  })
  const byCustomer = new Map<number, Evidence[]>()
  for (const one of evidence) {
    const of = byCustomer.get(one.customerId) ?? []
    byCustomer.set(one.customerId, of)
    of.push(one)
  }
  return byCustomer
}

/** Where no record decided, in the words that the help has for it too. */
function sentenceOf({ reason, evidence }: Decided<BillReason>): string {
  return evidence?.sentence ?? `${capitalised(BILL_REASON_PHRASES[reason])}.`
}
