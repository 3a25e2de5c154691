/**
 * Without the platform’s list: whom it may have billed though they do not count, or left out though they
 * do. Groups of one reason; those as large as the difference come first.
 */

import sql from 'sql-template-tag'
import { type BillReason, COUNTED_REASONS, NOT_COUNTED_REASONS } from '#counting/bill-reasons'
import { nearlyCountedStatement } from '#counting/near-cut-off'
import { DEFAULT_RULE_SET } from '#counting/rules'
import type { Session } from '#database/database'
import type { Asker } from '#services/asker'
import {
  type BillWindow,
  countedPeople,
  type Person,
  type PersonRow,
  type PersonTold,
  personOf,
  tellCounted,
  tellNotCounted,
} from '#services/bills/people'
import { seenBy } from '#services/customers/find'

export interface CandidateGroup {
  readonly reason: BillReason
  /** Whether they count at the cut-off. */
  readonly isCounted: boolean
  /** Whether they are as many as the difference, and on the side that explains it. */
  readonly isExact: boolean
  readonly count: number
  /** By name; at most {@link MOST_SHOWN}. */
  readonly people: readonly PersonTold[]
}

export interface Candidates {
  readonly groups: readonly CandidateGroup[]
  /** Whether more customers were near the cut-off than are looked at. */
  readonly isCut: boolean
}

const MOST_LOOKED_AT = 2000
const MOST_SHOWN = 200

/** @param difference billed less counted; null where it is not known */
export async function findCandidates(
  session: Session,
  asker: Asker,
  window: BillWindow,
  difference: number | null,
): Promise<Candidates> {
  const near = difference === null || difference > 0 ? await nearlyCounted(session, asker, window) : []
  const counted =
    difference === null || difference < 0 ? await countedPeople(session, window, MOST_LOOKED_AT + 1) : []
  const isMeant = (reason: BillReason) => reason !== 'no_record' && reason !== 'counts'
  const told = [
    ...(await tellNotCounted(session, window, near.slice(0, MOST_LOOKED_AT))),
    ...(await tellCounted(session, window, counted.slice(0, MOST_LOOKED_AT))),
  ].filter(({ reason }) => isMeant(reason))
  return {
    groups: groupsOf(told, difference),
    isCut: near.length > MOST_LOOKED_AT || counted.length > MOST_LOOKED_AT,
  }
}

async function nearlyCounted(session: Session, asker: Asker, window: BillWindow): Promise<Person[]> {
  const rows = await session.query<PersonRow>(
    nearlyCountedStatement(window, DEFAULT_RULE_SET, MOST_LOOKED_AT + 1),
  )
  // members of a team may have records at other locations alone
  const seen = await session.query<{ customer_id: number }>(sql`
    select customer_id
    from customers
    where network_id = ${window.networkId}::int
      and customer_id = any (${rows.map(({ customer_id }) => customer_id)}::int[])${seenBy(asker, window.networkId)}`)
  const ids = new Set(seen.map(({ customer_id }) => customer_id))
  return rows.filter(({ customer_id }) => ids.has(customer_id)).map(personOf)
}

const ORDER: readonly BillReason[] = [...NOT_COUNTED_REASONS, ...COUNTED_REASONS]

function groupsOf(told: readonly PersonTold[], difference: number | null): CandidateGroup[] {
  return ORDER.flatMap((reason): CandidateGroup[] => {
    const people = told.filter((person) => person.reason === reason)
    if (people.length === 0) return []
    const isCounted = (COUNTED_REASONS as readonly BillReason[]).includes(reason)
    const isExact = difference !== null && difference !== 0 && people.length === Math.abs(difference)
    return [{ reason, isCounted, isExact, count: people.length, people: people.slice(0, MOST_SHOWN) }]
  }).sort((a, b) => Number(b.isExact) - Number(a.isExact))
}
