/** Suspends or resumes customers from an instant on, within the change of a network: whole sets, whatever their number. */
import sql from 'sql-template-tag'
import { asTheyCame } from '#counting/change-order'
import type { Session } from '#database/database'
import { type CustomerState, getCustomerStates } from '#services/customers/get'
import { LOCATION_SUSPENSIONS, refreshAmong } from '#services/imports/derive'
import type { Done, NetworkChange } from '#services/records/change-network'
import { nextImportId, pastInstant, type RecordKey } from '#services/records/find-record'

export interface SuspensionAsked {
  readonly customers: readonly RecordKey[]
  readonly at: Date | undefined
  readonly isSuspended: boolean
}

export interface Suspended {
  readonly customer: CustomerState
  /** What he was at the instant before the change. */
  readonly wasSuspended: boolean
  /** False where he was so at that instant already. */
  readonly hasChanges: boolean
}

export interface SuspensionDone {
  readonly at: Date
  readonly customers: readonly Suspended[]
  readonly change: Done<unknown>['change']
}

/** @throws CUSTOMER_NOT_FOUND, INVALID_INSTANT */
export async function setSuspended(
  { session, network: { networkId }, asker, recordedAt }: NetworkChange,
  { customers: keys, at: asked, isSuspended }: SuspensionAsked,
): Promise<SuspensionDone> {
  const at = pastInstant(asked, recordedAt)
  const states = await getCustomerStates(session, asker, networkId, keys)
  const histories = await historiesOf(session, networkId, idsOf(states))
  const customers = states.map((customer) =>
    suspended(customer, histories.get(customer.customerId) ?? [], at, isSuspended),
  )
  const changed = customers.filter(({ hasChanges }) => hasChanges)
  if (changed.length === 0) return { at, customers, change: null }
  const importId = await nextImportId(session)
  await writeChanges(session, { networkId, importId, at, isSuspended }, changed)
  return { at, customers, change: toldChange(changed, { importId, at, isSuspended }) }
}

function suspended(
  customer: CustomerState,
  history: readonly Change[],
  at: Date,
  isSuspended: boolean,
): Suspended {
  const wasSuspended = stateAt(history, at) ?? customer.isSuspended
  if (wasSuspended === isSuspended) return { customer, wasSuspended, hasChanges: false }
  // a change before others decides what held until the next of them, not what holds now
  const last = history.at(-1)
  const isNow = last !== undefined && last.at > at ? last.after : isSuspended
  return { customer: { ...customer, isSuspended: isNow }, wasSuspended, hasChanges: true }
}

interface Change {
  readonly at: Date
  readonly before: boolean
  readonly after: boolean
}

/** What held at an instant, its own changes included; undefined where no history tells. */
function stateAt(history: readonly Change[], at: Date): boolean | undefined {
  return history.findLast((change) => change.at <= at)?.after ?? history[0]?.before
}

async function historiesOf(
  session: Session,
  networkId: number,
  customerIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Change[]>> {
  const rows = await session.query<Change & { customer_id: number }>(sql`
    select changes.customer_id, changes.at, changes.before, changes.after
    from customer_changes changes
    where changes.network_id = ${networkId}::int
      and changes.customer_id = any (${customerIds}::int[])
      and changes.property = 'suspended'
    order by changes.customer_id, ${asTheyCame('changes')}`)
  const histories = new Map<number, Change[]>()
  for (const row of rows) {
    const history = histories.get(row.customer_id) ?? []
    history.push(row)
    histories.set(row.customer_id, history)
  }
  return histories
}

interface Written {
  readonly networkId: number
  readonly importId: number
  readonly at: Date
  readonly isSuspended: boolean
}

async function writeChanges(
  session: Session,
  { networkId, importId, at, isSuspended }: Written,
  changed: readonly Suspended[],
): Promise<void> {
  const ids = idsOf(changed.map(({ customer }) => customer))
  await session.query(sql`
    insert into customer_changes (network_id, customer_id, property, at, ref, before, after, import_id)
    select ${networkId}::int, changed.id, 'suspended', ${at}::timestamptz, ${-importId}::bigint, ${!isSuspended}::boolean, ${isSuspended}::boolean, ${importId}::int
    from unnest(${ids}::int[]) changed (id)`)
  const states = changed.map(({ customer }) => customer)
  await writeStates(session, { networkId, importId }, states)
}

/** Brings the state as of now, and what is derived from all of them, in line with the history. */
export async function writeStates(
  session: Session,
  { networkId, importId }: Pick<Written, 'networkId' | 'importId'>,
  states: readonly Pick<CustomerState, 'customerId' | 'isSuspended'>[],
): Promise<void> {
  const ids = idsOf(states)
  const areNow = states.map(({ isSuspended }) => isSuspended)
  await session.query(sql`
    update customers
    set is_suspended = now.is_suspended, import_id = ${importId}::int
    from unnest(${ids}::int[], ${areNow}::boolean[]) now (customer_id, is_suspended)
    where customers.network_id = ${networkId}::int
      and customers.customer_id = now.customer_id
      and customers.is_suspended <> now.is_suspended`)
  await refreshAmong(session, LOCATION_SUSPENSIONS, networkId, ids)
}

function toldChange(
  changed: readonly Suspended[],
  { importId, at, isSuspended }: Omit<Written, 'networkId'>,
): Done<unknown>['change'] {
  return {
    entries: changed.map(({ customer: { customerId, externalId }, wasSuspended }) => ({
      action: isSuspended ? 'customer.suspend' : 'customer.resume',
      subject: { customerId, externalId },
      before: { isSuspended: wasSuspended },
      after: { isSuspended, at: at.toISOString() },
    })),
    importId,
    origin: 'change',
    counts: { customer: { added: 0, changed: changed.length, unchanged: 0 } },
    rows: changed.length,
  }
}

function idsOf(states: readonly Pick<CustomerState, 'customerId'>[]): number[] {
  return states.map(({ customerId }) => customerId)
}
