/**
 * Issues platform invoices: of every location that is due, as of its cut-off, however late it is now. A
 * round takes the first missed cut-off of each location, freezes all their lists in one statement, prices
 * them and adds them to the chain, in one transaction. Whoever runs at the same time waits and then finds
 * nothing due; a run that is killed has issued whole rounds.
 */
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { requireRight, requireRightSomewhere } from '#services/asker'
import { checkInput, flag, instant, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { findLocation } from '#services/locations/find'
import { findNetwork, listNetworks } from '#services/networks/find'
import { findDue, type SkippedLocation } from '#services/platform-invoices/due'
import {
  type AskedRound,
  issueRound,
  type PlatformInvoiceIssued,
  type Round,
} from '#services/platform-invoices/issue-round'
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

export interface IssueReport {
  readonly dryRun: boolean
  readonly issued: readonly PlatformInvoiceIssued[]
  /** Locations that got none, or for which others still wait, and why. */
  readonly skipped: readonly SkippedLocation[]
}

export interface IssueProgress {
  /** Networks that are done, of those in which something is due. */
  readonly networksDone: number
  readonly networks: number
  readonly rounds: number
  readonly issued: number
  /** Cut-offs that had been missed when the run began. */
  readonly due: number
}

/** What is issued for; in ids, so that a preview and its confirmation mean the same. */
export interface IssueScope {
  /** Those that the asker may issue for. */
  readonly networkIds: readonly number[]
  readonly locationId?: number
  readonly cutOff?: Date
}

/** Told after each round. */
export type OnRound = (progress: IssueProgress, issued: readonly PlatformInvoiceIssued[]) => void

const INPUT = {
  network: optional(text),
  location: optional(text),
  cutOff: optional(instant),
  dryRun: optional(flag),
}

/** @throws INVALID_ARGUMENT, INVALID_INSTANT, LOCATION_NOT_FOUND, NETWORK_NOT_FOUND, FORBIDDEN, PRICE_TOO_LARGE */
export async function issuePlatformInvoices(
  context: Context,
  options: IssueOptions = {},
): Promise<IssueReport> {
  const { dryRun = false, ...asked } = checkInput(options, INPUT)
  return issueWithin(context, await issueScope(context, asked), dryRun)
}

interface AskedScope {
  readonly network?: string | undefined
  readonly location?: string | undefined
  readonly cutOff?: Date | undefined
}

/** @throws INVALID_INSTANT for a cut-off to come, LOCATION_NOT_FOUND, NETWORK_NOT_FOUND, FORBIDDEN */
export async function issueScope(
  context: Context,
  { network, location, cutOff }: AskedScope,
): Promise<IssueScope> {
  const { database, asker } = context
  refuseFuture(cutOff, context.now())
  const only = { ...(cutOff !== undefined && { cutOff }) }
  if (location !== undefined) {
    const { networkId, locationId } = await findLocation(database, asker, location, network)
    requireRight(asker, 'billing.manage', { networkId })
    return { networkIds: [networkId], locationId, ...only }
  }
  if (network !== undefined) {
    const { networkId } = await findNetwork(database, asker, network)
    requireRight(asker, 'billing.manage', { networkId })
    return { networkIds: [networkId], ...only }
  }
  requireRightSomewhere(asker, 'billing.manage')
  const networks = await listNetworks(database, asker)
  return { networkIds: networks.map(({ networkId }) => networkId), ...only }
}

function refuseFuture(cutOff: Date | undefined, now: Date): void {
  if (cutOff === undefined || cutOff <= now) return
  throw new HeadcountError(
    'INVALID_INSTANT',
    `A platform invoice cannot be issued ahead: ${cutOff.toISOString()} is still to come.`,
  )
}

/** Asks once where something is due, and opens a transaction only there. */
export async function issueWithin(
  context: Context,
  scope: IssueScope,
  dryRun: boolean,
  onRound: OnRound = () => undefined,
): Promise<IssueReport> {
  const { networkIds, ...only } = scope
  const { due, skipped: waiting } = await findDue(context.database, { ...scope, now: context.now() })
  const dueIds = networkIds.filter((id) => due.some(({ networkId }) => networkId === id))
  const issued: PlatformInvoiceIssued[] = []
  const skipped = waiting.filter(({ networkId }) => !dueIds.includes(networkId))
  let progress = {
    ...{ networksDone: 0, networks: dueIds.length, rounds: 0, issued: 0 },
    due: due.reduce((sum, { missed }) => sum + missed, 0),
  }
  onRound(progress, [])
  for (const networkId of dueIds) {
    const tell = (round: Round) => {
      issued.push(...round.issued)
      const networksDone = progress.networksDone + (round.mayGoOn ? 0 : 1)
      progress = { ...progress, networksDone, rounds: progress.rounds + 1, issued: issued.length }
      onRound(progress, round.issued)
    }
    const issueAll = dryRun ? tryOut : issueRounds
    skipped.push(...(await issueAll(context, { ...only, networkId }, tell)))
  }
  return { dryRun, issued, skipped: worthTelling(skipped, issued, scope) }
}

/** That nothing is due is news only of a location that was asked for, and that got nothing. */
function worthTelling(
  skipped: readonly SkippedLocation[],
  issued: readonly PlatformInvoiceIssued[],
  { locationId }: IssueScope,
): SkippedLocation[] {
  const done = new Set(issued.map((one) => `${one.locationId} ${one.cutOffAt}`))
  return skipped.filter((one) =>
    one.reason === 'nothing_due'
      ? locationId !== undefined && issued.length === 0
      : !done.has(`${one.locationId} ${one.cutOffAt}`),
  )
}

/** Each round is a transaction of its own. @returns who got none in the end */
function issueRounds(context: Context, asked: AskedRound, tell: (round: Round) => void) {
  return rounds(() => context.database.transaction((session) => issueRound(session, context, asked)), tell)
}

/** All rounds in one transaction that is undone. */
function tryOut(context: Context, asked: AskedRound, tell: (round: Round) => void) {
  return takenBack<Session, readonly SkippedLocation[]>(
    (work) => context.database.transaction(work),
    (session) => rounds(() => issueRound(session, context, asked), tell),
  )
}

async function rounds(
  next: () => Promise<Round>,
  tell: (round: Round) => void,
): Promise<readonly SkippedLocation[]> {
  for (;;) {
    const round = await next()
    tell(round)
    if (!round.mayGoOn) return round.skipped
  }
}
