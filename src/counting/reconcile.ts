/**
 * Why an invoiced list and another list differ: each customer who stands in one of them alone, with one
 * reason from a closed list. The statement finds them with what decides; the decision is plain code.
 */
import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { RuleSet } from '#counting/rules'
import { countedInWindow } from '#counting/window'
import { SOURCE_BITS, type Source, sourcesOf } from '#model/source'

/** In the order in which a difference is told: first those who were lost, then those who are new. */
export const REASONS = [
  'window_started_anew',
  'contract_ended',
  'suspended',
  'left_team',
  'paying_customer',
  'record_changed',
  'rules_changed',
  'not_yet',
  'new',
  'late_record',
  'no_longer',
] as const
export type Reason = (typeof REASONS)[number]

/** The end of a sentence that begins with a number of active users. */
export const REASON_PHRASES: Readonly<Record<Reason, (count: number) => string>> = {
  window_started_anew: () =>
    'counted only by bookings, invoices or recurring products of the invoiced window',
  contract_ended: (count) =>
    count === 1 ? 'had a contract that has ended' : 'had contracts that have ended',
  suspended: (count) => `${were(count)} suspended or archived`,
  left_team: () => 'left a team',
  paying_customer: () =>
    'counted through a paying customer who holds nothing now, or a merged billing that ended',
  record_changed: () => 'had records that were cancelled, voided, deleted or corrected',
  rules_changed: () => 'are counted otherwise by another rule set',
  not_yet: () => 'did not count yet at that instant',
  new: (count) => `${count === 1 ? 'is' : 'are'} new since then`,
  late_record: () => 'should have counted: their records came late',
  no_longer: () => 'counted at that instant, but no longer at the cut-off',
}

function were(count: number): string {
  return count === 1 ? 'was' : 'were'
}

export interface ReconcileScope {
  readonly networkId: number
  readonly locationId: number
  readonly invoice: {
    readonly windowFrom: Date
    readonly cutOffAt: Date
    readonly edition: number
    readonly ruleSet: RuleSet
  }
  /** What the invoiced list is compared with. */
  readonly other: {
    readonly windowFrom: Date
    readonly asOf: Date
    readonly ruleSet: RuleSet
    /** Set where it is the list of another invoice; absent for the count of that instant. */
    readonly edition?: number
  }
}

/** A customer on one side alone, and what decides why. */
export interface Difference extends Deciding {
  /** Bits of his sources on the invoiced list; null where he is not on it. */
  readonly invoicedMask: number | null
  readonly otherMask: number | null
}

export interface Deciding {
  /** Whether he counts at the cut-off of the invoice by today’s records. */
  readonly isRecounted: boolean
  /** Whether he counts on the other side by the rules of the invoice. */
  readonly isKeptByRules: boolean
  readonly isSuspended: boolean
  /** Whether a contract that he was counted for is there. */
  readonly contractStands: boolean
  /** Whether he belongs to a team through which he was counted. */
  readonly isInTeam: boolean
}

export interface DecidedReason {
  readonly reason: Reason
  /** The source that it is about; null where it is about none. */
  readonly source: Source | null
}

/** Exactly one reason for a customer who stands on one side alone. */
export function reasonOf(difference: Difference, scope: ReconcileScope): DecidedReason {
  const { invoicedMask, otherMask } = difference
  const isEarlier = scope.other.asOf < scope.invoice.cutOffAt
  if (invoicedMask !== null) {
    const [first = null] = sourcesOf(invoicedMask)
    return isEarlier ? { reason: 'not_yet', source: first } : reasonOfLost(difference, invoicedMask, scope)
  }
  const [source = null] = sourcesOf(otherMask ?? 0)
  if (isEarlier) return { reason: 'no_longer', source }
  if (difference.isRecounted) return { reason: 'late_record', source }
  return { reason: difference.isKeptByRules ? 'new' : 'rules_changed', source }
}

/** Of several sources the standing ones decide: that a window is forgotten is nobody’s doing. */
function reasonOfLost(lost: Difference, mask: number, { invoice, other }: ReconcileScope): DecidedReason {
  const [source = null] = sourcesOf(mask)
  if (!lost.isRecounted) return { reason: 'record_changed', source }
  if (invoice.ruleSet.id !== other.ruleSet.id && lost.isKeptByRules)
    return { reason: 'rules_changed', source }
  if (mask & SOURCE_BITS.contract) return { reason: reasonOfContract(lost), source: 'contract' }
  if (mask & SOURCE_BITS.team) {
    return { reason: lost.isInTeam ? 'paying_customer' : 'left_team', source: 'team' }
  }
  const isForgotten = other.windowFrom >= invoice.cutOffAt
  return { reason: isForgotten ? 'window_started_anew' : 'record_changed', source }
}

function reasonOfContract({ contractStands, isSuspended }: Difference): Reason {
  if (!contractStands) return 'contract_ended'
  return isSuspended ? 'suspended' : 'record_changed'
}

/** The bit of each in `deciding`: thousands of rows come quicker with one column than with five. */
const DECIDING_BITS: Readonly<Record<keyof Deciding, number>> = {
  isRecounted: 1,
  isKeptByRules: 2,
  isSuspended: 4,
  contractStands: 8,
  isInTeam: 16,
}

/** What the column `deciding` of {@link differencesStatement} says. */
export function readDeciding(deciding: number): Deciding {
  const holds = (name: keyof Deciding) => (deciding & DECIDING_BITS[name]) > 0
  return {
    isRecounted: holds('isRecounted'),
    isKeptByRules: holds('isKeptByRules'),
    isSuspended: holds('isSuspended'),
    contractStands: holds('contractStands'),
    isInTeam: holds('isInTeam'),
  }
}

/**
 * The customers who stand on one side alone, by name: customer_id, external_id, name, invoiced_mask, other_mask,
 * deciding (see {@link readDeciding}), and other_users, how many stand on the other side. Rows who stand on both
 * are left in the database. What decides is looked up by `(… in (…)) is true`, which is one hash table each:
 * the planner cannot know how many differ, and joins would become nested loops over two lists of thousands.
 * Where nobody differs none of them is made.
 */
export function differencesStatement(scope: ReconcileScope): Sql {
  const { networkId, locationId, invoice, other } = scope
  const network = sql`${networkId}::int`
  const location = sql`${locationId}::int`
  const asOf = sql`${other.asOf}::timestamptz`
  const isAmong = (customers: Sql) => sql`(d.customer_id in (${customers})) is true`
  const deciding: Readonly<Record<keyof Deciding, Sql>> = {
    isRecounted: isAmong(sql`select recounted.customer_id from recounted`),
    isKeptByRules: keptByRules(scope, isAmong),
    isSuspended: isAmong(sql`
      select s.customer_id
      from location_suspensions s
      where s.location_id = ${location}
        and s.network_id = ${network}
        and s.from_at <= ${asOf}
        and s.until_at > ${asOf}`),
    contractStands: isAmong(sql`select proofs.customer_id from proofs where proofs.contract_stands`),
    isInTeam: isAmong(sql`select proofs.customer_id from proofs where proofs.is_in_team`),
  }
  return sql`
  with list as (
    select *
    from platform_invoice_lists
    where ${listKey(scope, invoice.cutOffAt, invoice.edition)}
  ),
  invoiced as (${usersOf(sql`list`)}
  ),
  other as materialized (${otherList(scope)}
  ),
  differing as materialized (
    select
      coalesce(invoiced.customer_id, other.customer_id) as customer_id,
      invoiced.mask as invoiced_mask,
      other.mask as other_mask
    from invoiced
    full join other on other.customer_id = invoiced.customer_id
    where invoiced.customer_id is null or other.customer_id is null
  ),
  recounted as (${countedRows(scope, invoice.windowFrom, invoice.cutOffAt, invoice.ruleSet)}
  ),
  proofs as materialized (
    select
      e.customer_id,
      bool_or(e.kind & 255 = ${SOURCE_BITS.contract}::int and exists (
        select from contracts c
        where c.network_id = ${network}
          and c.ref = e.ref
          and c.location_id = ${location}
          and c.from_at <= ${asOf}
          and c.until_at > ${asOf}
      )) as contract_stands,
      bool_or(e.kind & 255 = ${SOURCE_BITS.team}::int and exists (
        select from team_memberships m
        where m.network_id = ${network}
          and m.team_id = e.ref
          and m.customer_id = e.customer_id
          and m.from_at <= ${asOf}
          and m.until_at > ${asOf}
      )) as is_in_team
    from (
      select
        unnest(list.evidence_customers) as customer_id,
        unnest(list.evidence_kinds) as kind,
        unnest(list.evidence_refs) as ref
      from list
    ) e
    where e.kind & ${STANDING_BITS}::int > 0
      and (e.customer_id in (
        select differing.customer_id from differing where differing.invoiced_mask & ${STANDING_BITS}::int > 0
      )) is true
    group by e.customer_id
  )
  select
    d.*,
    ${bitsOf(deciding)} as deciding,
    c.external_id,
    c.name,
    (select count(*)::int from other) as other_users
  from differing d
  join customers c on c.network_id = ${network} and c.customer_id = d.customer_id
  order by c.sort_name, c.customer_id`
}

function bitsOf(deciding: Readonly<Record<keyof Deciding, Sql>>): Sql {
  const names = Object.keys(DECIDING_BITS) as (keyof Deciding)[]
  return join(
    names.map((name) => sql`(${deciding[name]})::int * ${raw(`${DECIDING_BITS[name]}`)}`),
    ' + ',
  )
}

/** Of those who are lost these sources decide by their records. */
const STANDING_BITS = SOURCE_BITS.contract | SOURCE_BITS.team

/**
 * Who is missing on the invoiced list, or too much, by today’s records: customer_id, external_id, name,
 * invoiced_mask and recounted_mask, by name. Nothing else of an invoice’s window can differ later.
 */
export function adjustmentsStatement(scope: ReconcileScope): Sql {
  const { networkId, invoice } = scope
  return sql`
  with invoiced as (${listedUsers(scope, invoice.cutOffAt, invoice.edition)}
  ),
  recounted as (${countedRows(scope, invoice.windowFrom, invoice.cutOffAt, invoice.ruleSet)}
  )
  select c.customer_id, c.external_id, c.name, invoiced.mask as invoiced_mask, recounted.mask as recounted_mask
  from invoiced
  full join recounted on recounted.customer_id = invoiced.customer_id
  join customers c
    on c.network_id = ${networkId}::int
    and c.customer_id = coalesce(invoiced.customer_id, recounted.customer_id)
  where invoiced.customer_id is null or recounted.customer_id is null
  order by c.sort_name, c.customer_id`
}

function listKey({ networkId, locationId }: ReconcileScope, cutOffAt: Date, edition: number): Sql {
  return sql`network_id = ${networkId}::int
      and location_id = ${locationId}::int
      and cut_off_at = ${cutOffAt}::timestamptz
      and edition = ${edition}::int`
}

function otherList(scope: ReconcileScope): Sql {
  const { windowFrom, asOf, ruleSet, edition } = scope.other
  if (edition === undefined) return countedRows(scope, windowFrom, asOf, ruleSet)
  return listedUsers(scope, asOf, edition)
}

function listedUsers(scope: ReconcileScope, cutOffAt: Date, edition: number): Sql {
  return usersOf(sql`platform_invoice_lists list
    where ${listKey(scope, cutOffAt, edition)}`)
}

/** The rows of a frozen `list`, as they stream out of it: as a table of their own they would be stored first. */
function usersOf(list: Sql): Sql {
  return sql`
    select unnest(list.customers) as customer_id, unnest(list.masks) as mask
    from ${list}`
}

/** On the other side by the rules of the invoice; where they are the same there is no need to count again. */
function keptByRules(scope: ReconcileScope, isAmong: (customers: Sql) => Sql): Sql {
  const { invoice, other } = scope
  if (invoice.ruleSet.id === other.ruleSet.id) return sql`d.other_mask is not null`
  const counted = countedRows(scope, other.windowFrom, other.asOf, invoice.ruleSet)
  return isAmong(sql`select kept.customer_id from (${counted}) kept`)
}

/** Who counts in a window, at its end, as (customer_id, mask). */
function countedRows(
  { networkId, locationId }: ReconcileScope,
  windowFrom: Date,
  asOf: Date,
  ruleSet: RuleSet,
): Sql {
  return countedInWindow({ networkId, locationId, windowFrom, asOf }, ruleSet)
}
