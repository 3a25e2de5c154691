/** The one frame of every verb that changes the records of a network: one transaction, one at a time. */
import sql from 'sql-template-tag'
import type { Database, Session } from '#database/database'
import { ENGINE_TRAITS } from '#database/engines'
import { type AtHand, withNetworkAtHand } from '#database/network-at-hand'
import { lockKey } from '#database/postgresql/advisory-locks'
import { HeadcountError } from '#errors'
import type { Right } from '#model/access'
import type { RecordKind } from '#model/records'
import { type Asker, requireRight } from '#services/asker'
import type { Change } from '#services/audit/entry'
import { writeAuditOfMany } from '#services/audit/write'
import type { Context } from '#services/context'
import { type IdempotentRequest, runOnce } from '#services/idempotency'
import { IMPORT_LOCK, RECORDS_LOCK } from '#services/imports/locks'
import { noteArrival } from '#services/imports/note-arrival'
import { findNetwork, type NetworkFound } from '#services/networks/find'
import type { Outcome } from '#services/records/outcomes'

export interface NetworkChange {
  readonly session: Session
  readonly network: NetworkFound
  readonly asker: Asker
  /** When the change becomes known here: later than that of every change before it. */
  readonly recordedAt: Date
}

export interface ChangeOptions {
  /** Id, external id or exact name. */
  readonly network: string
  /** The same request under the same key is done once, and answered the same for a day. */
  readonly idempotency?: IdempotentRequest
}

/** What a verb did: told among the arrivals of records, and in the audit log. */
export interface Done<T> {
  readonly answer: T
  /** Null where nothing changed. */
  readonly change: {
    /** For the audit log, at least one. */
    readonly entries: readonly Omit<Change, 'networkId'>[]
    readonly importId: number
    readonly origin: 'batch' | 'change'
    readonly counts: RecordCounts
    /** Rows that were written, about. */
    readonly rows: number
  } | null
}

/** Of each kind, how many records were added, changed or left as they were. */
export type RecordCounts = Readonly<Partial<Record<RecordKind, Readonly<Record<Outcome, number>>>>>

/**
 * Runs `work` in a transaction, after those who change the same network, and keeps that it was done.
 * Networks do not wait for each other.
 * @throws NETWORK_NOT_FOUND, NETWORK_AMBIGUOUS, FORBIDDEN, IMPORT_RUNNING, IDEMPOTENCY_KEY_REUSED
 */
export async function changeNetwork<T>(
  context: Context,
  right: Right,
  { network: name, idempotency, factsOf }: ChangeOptions & Pick<AtHand, 'factsOf'>,
  work: (change: NetworkChange) => Promise<Done<T>>,
): Promise<T> {
  const { database, asker } = context
  let rows = 0
  const answer = await database.transaction(async (session) => {
    const network = await findNetwork(session, asker, name)
    const { networkId } = network
    requireRight(asker, right, { networkId })
    await takeTurn(database, session, networkId)
    const recordedAt = context.now()
    const change = async () => {
      const done = await withNetworkAtHand(database.engine, session, { networkId, factsOf }, () =>
        work({ session, network, asker, recordedAt }),
      )
      if (done.change !== null) await keepChange(session, asker, { networkId, recordedAt, ...done.change })
      rows = done.change?.rows ?? 0
      return done.answer
    }
    if (idempotency === undefined) return change()
    return runOnce(session, { ...idempotency, networkId, now: recordedAt }, change)
  })
  await noteWritten(database, rows)
  return answer
}

type KeptChange = NonNullable<Done<unknown>['change']> & {
  readonly networkId: number
  readonly recordedAt: Date
}

async function keepChange(session: Session, asker: Asker, change: KeptChange): Promise<void> {
  const { networkId, counts, recordedAt, entries } = change
  await noteArrival(session, { ...change, report: { hasChanges: true, counts } })
  const told = entries.map((entry) => ({ ...entry, networkId }))
  await writeAuditOfMany(session, { asker, now: () => recordedAt }, networkId, told)
}

/**
 * Waits for other changes of the network, until they are committed: then their records are known here. An
 * import may take minutes, so it is not waited for. It takes its own lock first and then waits until the
 * changes that run have ended (`waitForChanges`), so one of both always sees the other.
 */
async function takeTurn(database: Database, session: Session, networkId: number): Promise<void> {
  await session.query(sql`
    select
      pg_advisory_xact_lock_shared(${lockKey(RECORDS_LOCK)}::bigint),
      pg_advisory_xact_lock(${lockKey(`${RECORDS_LOCK} of network ${networkId}`)}::bigint)`)
  if (await database.isLocked(IMPORT_LOCK, session)) {
    throw new HeadcountError('IMPORT_RUNNING', 'An import is running on this database. Nothing was changed.')
  }
}

/** Rows that were written since the last housekeeping, where an engine does none by itself. */
const writtenRows = new WeakMap<Database, number>()
const ROWS_PER_HOUSEKEEPING = 100_000
const TABLES = [
  'facts',
  'ended_facts',
  'customers',
  'contracts',
  'location_customers',
  'highest_refs',
  'imports',
]

/** After a change was committed: keeps counts quick on an engine without background processes. */
async function noteWritten(database: Database, rows: number): Promise<void> {
  if (rows === 0 || ENGINE_TRAITS[database.engine].hasBackgroundCheckpoint) return
  const written = (writtenRows.get(database) ?? 0) + rows
  writtenRows.set(database, written < ROWS_PER_HOUSEKEEPING ? written : 0)
  if (written >= ROWS_PER_HOUSEKEEPING) await database.housekeep(TABLES)
}
