/** One round of issuing: the first missed cut-off of each location, frozen, priced and chained, in one transaction. */
import sql from 'sql-template-tag'
import type { InvoiceContent } from '#billing/invoice'
import { chargeWithSupplements, type PendingSupplement } from '#billing/supplements'
import { freezeStatement } from '#counting/freeze'
import { DEFAULT_RULE_SET } from '#counting/rules'
import type { Session } from '#database/database'
import { compressQuickly } from '#database/quick-compression'
import type { Source } from '#model/source'
import { bySourceOf } from '#services/active-users/figures'
import { writeAudit } from '#services/audit/write'
import type { Context } from '#services/context'
import { askLetters } from '#services/platform-invoices/ask-letters'
import { type DueLocation, findDue, type SkippedLocation } from '#services/platform-invoices/due'
import { appendEntries, type ChainedEntry, type Draft, takeChain } from '#services/platform-invoices/entries'
import { keepSupplementLines, pendingSupplements } from '#services/supplements/pending'

export interface PlatformInvoiceIssued {
  readonly networkId: number
  readonly number: number
  readonly locationId: number
  readonly location: string
  /** ISO 8601, UTC. */
  readonly cutOffAt: string
  readonly windowFrom: string
  readonly edition: number
  /** A later cut-off of the location had been missed too. */
  readonly isCaughtUp: boolean
  readonly activeUsers: number
  readonly currency: string
  readonly digits: number
  readonly totalMinor: number
  readonly listHash: string
  readonly hash: string
}

export interface AskedRound {
  readonly networkId: number
  readonly locationId?: number
  readonly cutOff?: Date
}

export interface Round {
  readonly issued: readonly PlatformInvoiceIssued[]
  readonly skipped: readonly SkippedLocation[]
  /** Whether another round may find more. */
  readonly mayGoOn: boolean
}

/** So that a transaction of a large network stays within memory; the next round takes the others. */
const MOST_A_ROUND = 500

export async function issueRound(session: Session, context: Context, asked: AskedRound): Promise<Round> {
  const { networkId } = asked
  const now = context.now()
  await takeChain(session, networkId)
  const { due, skipped } = await findDue(session, { ...asked, networkIds: [networkId], now })
  const taken = due.slice(0, MOST_A_ROUND)
  if (taken.length === 0) return { issued: [], skipped, mayGoOn: false }
  const drafts = await freeze(session, networkId, taken)
  const entries = await appendEntries<InvoiceContent>(session, networkId, drafts, now)
  await keepSupplementLines(
    session,
    networkId,
    entries.map(({ content }) => content),
  )
  await beginWindows(session, entries)
  await askLetters(
    session,
    networkId,
    entries.map(({ content }) => content.number),
    now,
  )
  await writeAudit(session, context, told(networkId, entries))
  return {
    issued: entries.map((entry, n) => issuedOf(entry, taken[n]?.missed ?? 1)),
    skipped,
    mayGoOn: asked.cutOff === undefined || due.length > taken.length,
  }
}

interface FrozenRow extends Record<Source, number> {
  location_id: number
  cut_off_at: Date
  window_from: Date
  active_users: number
  list_hash: string
}

/** Keeps the lists and prices their counts; in the order of the cut-offs. */
async function freeze(session: Session, networkId: number, due: readonly DueLocation[]): Promise<Draft[]> {
  await compressQuickly(session)
  const rows = await session.query<FrozenRow>(freezeStatement(networkId, due, DEFAULT_RULE_SET))
  const frozen = new Map(rows.map((row) => [row.location_id, row]))
  const pending = await pendingSupplements(session, networkId, [...frozen.keys()])
  return due.map((one) => {
    const row = frozen.get(one.locationId)
    if (row === undefined) throw new Error(`location ${one.locationId} was not frozen`)
    return draftOf(one, row, pending.get(one.locationId) ?? [])
  })
}

function draftOf(
  { location, cutOffAt, edition, pricePlan, addOns }: DueLocation,
  row: FrozenRow,
  pending: readonly PendingSupplement[],
): Draft {
  const { lines, supplements, currency, digits, netMinor, taxMinor, totalMinor } = chargeWithSupplements(
    pricePlan.plan,
    { count: row.active_users, addOns },
    pending,
  )
  return {
    kind: 'invoice',
    location,
    cutOffAt: cutOffAt.toISOString(),
    windowFrom: row.window_from.toISOString(),
    edition,
    ruleSet: DEFAULT_RULE_SET.id,
    activeUsers: row.active_users,
    bySource: bySourceOf(row),
    pricePlan,
    addOns,
    lines,
    ...(supplements.length > 0 && { supplements }),
    currency,
    digits,
    netMinor,
    taxMinor,
    totalMinor,
    listHash: row.list_hash,
  }
}

/** The external id of an invoice of ours among the cut-offs; no origin has such. */
export function cutOffId(number: number): string {
  return `headcount:${number}`
}

/** The cut-off begins the next window, as that of an imported invoice does. */
async function beginWindows(
  session: Session,
  entries: readonly ChainedEntry<InvoiceContent>[],
): Promise<void> {
  const rows = entries.map(({ content: { networkId, location, cutOffAt, number } }) => ({
    network_id: networkId,
    location_id: location.locationId,
    cut_off_at: cutOffAt,
    external_id: cutOffId(number),
    number: String(number),
  }))
  await session.query(sql`
    insert into platform_invoices (network_id, location_id, cut_off_at, external_id, number, import_id)
    select network_id, location_id, cut_off_at, external_id, number, 0
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) issued (
      network_id int, location_id int, cut_off_at timestamptz, external_id text, number text
    )`)
}

/** The last hash stands in the audit log too, so that a chain cut at its end shows there. */
function told(networkId: number, entries: readonly ChainedEntry<InvoiceContent>[]) {
  const first = entries[0]?.content
  const last = entries.at(-1)
  return {
    action: 'platform_invoice.issue' as const,
    networkId,
    subject: { numbers: [first?.number ?? 0, last?.content.number ?? 0] },
    after: { entryNumber: last?.content.entryNumber ?? 0, hash: last?.hash ?? '' },
  }
}

function issuedOf({ content, hash }: ChainedEntry<InvoiceContent>, missed: number): PlatformInvoiceIssued {
  const { networkId, number, location, cutOffAt, windowFrom, edition } = content
  const { activeUsers, currency, digits, totalMinor } = content
  return {
    networkId,
    number,
    locationId: location.locationId,
    location: location.name,
    cutOffAt,
    windowFrom,
    edition,
    isCaughtUp: missed > 1,
    activeUsers,
    currency,
    digits,
    totalMinor,
    listHash: content.listHash,
    hash,
  }
}
