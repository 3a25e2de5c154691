/** The platform’s list beside the count at the cut-off: exactly who stands on one of them alone, and why. */
import sql from 'sql-template-tag'
import type { BillReason } from '#counting/bill-reasons'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { sortNameOf } from '#model/sort-name'
import type { Asker } from '#services/asker'
import { type PlatformListRow, parsePlatformList } from '#services/bills/parse-platform-list'
import {
  type BillWindow,
  countedPeople,
  type Person,
  tellCounted,
  tellNotCounted,
} from '#services/bills/people'
import { seenBy } from '#services/customers/find'

export interface ComparedPerson {
  /** Null for a row that is no customer who is known here. */
  readonly customerId: number | null
  readonly externalId: string | null
  readonly name: string
  /** Line of the list; null for who is not on it. */
  readonly line: number | null
  readonly reason: BillReason
  readonly sentence: string
}

export interface ListComparison {
  /** Rows of the list, titles left out. */
  readonly rows: number
  /** On both sides. */
  readonly both: number
  /** Billed though they do not count: by the platform’s list alone. */
  readonly listedAlone: readonly ComparedPerson[]
  /** Counted though they are not on the platform’s list. */
  readonly countedAlone: readonly ComparedPerson[]
  /** Rows that name somebody who stands on the list already. */
  readonly repeated: readonly { readonly line: number; readonly name: string }[]
}

/** More differences than this are no audit of a bill but another list. */
const MOST_ALONE = 2000

/** @throws PLATFORM_LIST_INVALID */
export async function compareWithList(
  session: Session,
  asker: Asker,
  window: BillWindow,
  text: string,
): Promise<ListComparison> {
  const rows = parsePlatformList(text)
  const known = await customersNamed(session, asker, window.networkId, rows)
  const counting = await countedPeople(session, window)
  const counted = new Map(counting.map((person) => [person.customerId, person]))
  const matched = rows.map((row) => ({ row, person: personOf(row, known, counted) }))
  if (matched.every(({ person }) => person === null)) {
    throw new HeadcountError(
      'PLATFORM_LIST_INVALID',
      `None of the ${rows.length} rows is a customer of this network.`,
    )
  }
  const lines = new Map<number, { line: number; person: Person }>()
  const repeated: { line: number; name: string }[] = []
  for (const { row, person } of matched) {
    if (person === null) continue
    if (lines.has(person.customerId)) repeated.push({ line: row.line, name: person.name })
    else lines.set(person.customerId, { line: row.line, person })
  }
  const listedAlone = [...lines.values()].filter(({ person }) => !counted.has(person.customerId))
  const countedAlone = [...counted.values()].filter(({ customerId }) => !lines.has(customerId))
  if (listedAlone.length > MOST_ALONE || countedAlone.length > MOST_ALONE) {
    throw new HeadcountError(
      'PLATFORM_LIST_INVALID',
      `More than ${MOST_ALONE} people stand on one side alone: the list is of another location or instant.`,
    )
  }
  const unknown = matched.filter(({ person }) => person === null)
  return {
    rows: rows.length,
    both: lines.size - listedAlone.length,
    listedAlone: [
      ...(
        await tellNotCounted(
          session,
          window,
          listedAlone.map(({ person }) => person),
        )
      ).map((told) => ({
        ...told,
        line: lines.get(told.customerId)?.line ?? null,
      })),
      ...unknown.map(({ row }) => unknownRow(row)),
    ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
    countedAlone: (await tellCounted(session, window, countedAlone)).map((told) => ({ ...told, line: null })),
    repeated,
  }
}

function unknownRow({ line, text }: PlatformListRow): ComparedPerson {
  const sentence = 'No customer, or more than one, who is known here by this row.'
  return { customerId: null, externalId: null, name: text, line, reason: 'unknown', sentence }
}

interface Known {
  readonly byId: ReadonlyMap<string, Person>
  readonly byEmail: ReadonlyMap<string, readonly Person[]>
  readonly byName: ReadonlyMap<string, readonly Person[]>
}

/** An id decides before an e-mail, an e-mail before a name; of namesakes the one who counts. */
function personOf(row: PlatformListRow, known: Known, counted: ReadonlyMap<number, Person>): Person | null {
  for (const id of row.ids) {
    const found = known.byId.get(id)
    if (found !== undefined) return found
  }
  const named = [
    ...row.emails.map((email) => known.byEmail.get(email.toLowerCase())),
    ...row.names.map((name) => known.byName.get(sortNameOf(name))),
  ]
  for (const people of named) {
    const who = people ?? []
    if (who.length === 1) return who[0] ?? null
    const counting = who.filter(({ customerId }) => counted.has(customerId))
    if (counting.length === 1) return counting[0] ?? null
  }
  return null
}

async function customersNamed(
  session: Session,
  asker: Asker,
  networkId: number,
  rows: readonly PlatformListRow[],
): Promise<Known> {
  const found = await session.query<{
    customer_id: number
    external_id: string
    name: string
    email: string | null
    sort_name: string
  }>(sql`
    select customer_id, external_id, name, lower(trim(email)) as email, sort_name
    from customers
    where network_id = ${networkId}::int
      and (
        external_id = any (${rows.flatMap(({ ids }) => ids)}::text[])
        or lower(trim(email)) = any (${rows.flatMap(({ emails }) => emails.map((one) => one.toLowerCase()))}::text[])
        or sort_name = any (${rows.flatMap(({ names }) => names.map(sortNameOf))}::text[])
      )${seenBy(asker, networkId)}
    order by customer_id`)
  const people = found.map((row) => ({
    ...row,
    person: { customerId: row.customer_id, externalId: row.external_id, name: row.name },
  }))
  return {
    byId: new Map(people.map(({ external_id, person }) => [external_id, person])),
    byEmail: grouped(people.map(({ email, person }) => [email ?? '', person])),
    byName: grouped(people.map(({ sort_name, person }) => [sort_name, person])),
  }
}

function grouped(pairs: readonly (readonly [string, Person])[]): Map<string, Person[]> {
  const groups = new Map<string, Person[]>()
  for (const [key, person] of pairs) {
    const of = groups.get(key) ?? []
    groups.set(key, of)
    of.push(person)
  }
  return groups
}
