/**
 * Issues platform invoices: of every location that is due, as of its cut-off, however late it is now. A
 * round takes the first missed cut-off of each location, freezes all their lists in one statement, prices
 * them and adds them to the chain, in one transaction. Whoever runs at the same time waits and then finds
 * nothing due; a run that is killed has issued whole rounds.
 */
import sql from 'sql-template-tag'
import type { InvoiceContent } from '#billing/invoice'
import { priceOf } from '#billing/price'
import { freezeStatement } from '#counting/freeze'
import { DEFAULT_RULE_SET } from '#counting/rules'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { SOURCES, type Source } from '#model/source'
import { requireRight, requireRightSomewhere } from '#services/asker'
import { writeAudit } from '#services/audit/write'
import { checkInput, flag, instant, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { findLocation } from '#services/locations/find'
import { findNetwork, listNetworks } from '#services/networks/find'
import { type DueLocation, findDue, type SkippedLocation } from '#services/platform-invoices/due'
import { appendEntries, type ChainedEntry, type Draft, takeChain } from '#services/platform-invoices/entries'
import { takenBack } from '#services/taken-back'

export interface IssueOptions {
  /** Id, external id or exact name. Default: all networks. */
  readonly network?: string
  /** One location; default all. */
  readonly location?: string
  /** Only this cut-off, whether the billing anchor has it or not; not in the future. */
  readonly cutOff?: Date
  /** Works everything out and keeps nothing. */
  readonly dryRun?: boolean
}

export interface PlatformInvoiceIssued {
  readonly networkId: number
  readonly number: number
  readonly locationId: number
  readonly location: string
  /** ISO 8601, UTC. */
  readonly cutOffAt: string
  readonly windowFrom: string
  readonly edition: number
  readonly activeUsers: number
  readonly currency: string
  readonly digits: number
  readonly totalMinor: number
  readonly hash: string
}

export interface IssueReport {
  readonly dryRun: boolean
  readonly issued: readonly PlatformInvoiceIssued[]
  /** Locations that got none, or for which others still wait, and why. */
  readonly skipped: readonly SkippedLocation[]
}

const INPUT = {
  network: optional(text),
  location: optional(text),
  cutOff: optional(instant),
  dryRun: optional(flag),
}

/** So that a transaction of a large network stays within memory; the next round takes the others. */
const MOST_A_ROUND = 500

interface Asked {
  readonly networkId: number
  readonly locationId?: number
  readonly cutOff?: Date
}

/** @throws INVALID_ARGUMENT, INVALID_INSTANT, LOCATION_NOT_FOUND, NETWORK_NOT_FOUND, FORBIDDEN, PRICE_TOO_LARGE */
export async function issuePlatformInvoices(
  context: Context,
  options: IssueOptions = {},
): Promise<IssueReport> {
  const { cutOff, dryRun = false, ...names } = checkInput(options, INPUT)
  refuseFuture(cutOff, context.now())
  const places = await placesOf(context, names)
  const issued: PlatformInvoiceIssued[] = []
  const skipped: SkippedLocation[] = []
  for (const place of places) {
    const asked = { ...place, ...(cutOff !== undefined && { cutOff }) }
    const report = dryRun ? await tryOut(context, asked) : await issueAll(context, asked)
    issued.push(...report.issued)
    skipped.push(...report.skipped.filter(({ reason }) => isWorthTelling(reason, asked)))
  }
  return { dryRun, issued, skipped }
}

function refuseFuture(cutOff: Date | undefined, now: Date): void {
  if (cutOff === undefined || cutOff <= now) return
  throw new HeadcountError(
    'INVALID_INSTANT',
    `A platform invoice cannot be issued ahead: ${cutOff.toISOString()} is still to come.`,
  )
}

/** That nothing is due is news only of a location that was asked for. */
function isWorthTelling(reason: SkippedLocation['reason'], { locationId }: Asked): boolean {
  return locationId !== undefined || reason !== 'nothing_due'
}

async function placesOf(
  { database, asker }: Context,
  { network, location }: { network: string | undefined; location: string | undefined },
): Promise<Pick<Asked, 'networkId' | 'locationId'>[]> {
  if (location !== undefined) {
    const { networkId, locationId } = await findLocation(database, asker, location, network)
    requireRight(asker, 'billing.manage', { networkId })
    return [{ networkId, locationId }]
  }
  if (network !== undefined) {
    const { networkId } = await findNetwork(database, asker, network)
    requireRight(asker, 'billing.manage', { networkId })
    return [{ networkId }]
  }
  requireRightSomewhere(asker, 'billing.manage')
  return (await listNetworks(database, asker)).map(({ networkId }) => ({ networkId }))
}

interface Round {
  readonly issued: readonly PlatformInvoiceIssued[]
  readonly skipped: readonly SkippedLocation[]
  /** Whether another round may find more. */
  readonly mayGoOn: boolean
}

type Rounds = Omit<Round, 'mayGoOn'>

/** Each round is a transaction of its own. */
function issueAll(context: Context, asked: Asked): Promise<Rounds> {
  return rounds(() => context.database.transaction((session) => issueRound(session, context, asked)))
}

/** All rounds in one transaction that is undone. */
function tryOut(context: Context, asked: Asked): Promise<Rounds> {
  return takenBack<Session, Rounds>(
    (work) => context.database.transaction(work),
    (session) => rounds(() => issueRound(session, context, asked)),
  )
}

async function rounds(next: () => Promise<Round>): Promise<Rounds> {
  const issued: PlatformInvoiceIssued[] = []
  for (;;) {
    const round = await next()
    issued.push(...round.issued)
    if (!round.mayGoOn) return { issued, skipped: round.skipped }
  }
}

async function issueRound(session: Session, context: Context, asked: Asked): Promise<Round> {
  const { networkId } = asked
  const now = context.now()
  await takeChain(session, networkId)
  const { due, skipped } = await findDue(session, { ...asked, now })
  const taken = due.slice(0, MOST_A_ROUND)
  if (taken.length === 0) return { issued: [], skipped, mayGoOn: false }
  const drafts = await freeze(session, networkId, taken)
  const entries = await appendEntries<InvoiceContent>(session, networkId, drafts, now)
  await beginWindows(session, entries)
  await writeAudit(session, context, told(networkId, entries))
  return {
    issued: entries.map(issuedOf),
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
  const rows = await session.query<FrozenRow>(freezeStatement(networkId, due, DEFAULT_RULE_SET))
  const frozen = new Map(rows.map((row) => [row.location_id, row]))
  return due.map((one) => {
    const row = frozen.get(one.locationId)
    if (row === undefined) throw new Error(`location ${one.locationId} was not frozen`)
    return draftOf(one, row)
  })
}

function draftOf({ location, cutOffAt, edition, pricePlan, addOns }: DueLocation, row: FrozenRow): Draft {
  const { lines, currency, digits, netMinor, taxMinor, totalMinor } = priceOf(pricePlan.plan, {
    count: row.active_users,
    addOns,
  })
  return {
    kind: 'invoice',
    location,
    cutOffAt: cutOffAt.toISOString(),
    windowFrom: row.window_from.toISOString(),
    edition,
    ruleSet: DEFAULT_RULE_SET.id,
    activeUsers: row.active_users,
    bySource: Object.fromEntries(SOURCES.map((source) => [source, row[source]])) as Record<Source, number>,
    pricePlan,
    addOns,
    lines,
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
    action: 'platform_invoice.issue',
    networkId,
    subject: { numbers: [first?.number ?? 0, last?.content.number ?? 0] },
    after: { entryNumber: last?.content.entryNumber ?? 0, hash: last?.hash ?? '' },
  }
}

function issuedOf({ content, hash }: ChainedEntry<InvoiceContent>): PlatformInvoiceIssued {
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
    activeUsers,
    currency,
    digits,
    totalMinor,
    hash,
  }
}
