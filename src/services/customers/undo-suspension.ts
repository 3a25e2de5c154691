/** Takes back what suspending or resuming has done, as though it had never been; the audit log tells both. */
import sql from 'sql-template-tag'
import { lastFirst } from '#counting/change-order'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { LARGEST_INT } from '#lib/largest-int'
import type { Asker } from '#services/asker'
import { checkInput, optional, text, whole } from '#services/check-input'
import type { Context } from '#services/context'
import { type CustomerState, getCustomerStates } from '#services/customers/get'
import { writeStates } from '#services/customers/set-suspended'
import { type IdempotentRequest, idempotentRequest } from '#services/idempotency'
import { changeNetwork, type Done, type NetworkChange } from '#services/records/change-network'
import { nextImportId } from '#services/records/find-record'

export interface UndoOptions {
  /** Id, external id or exact name. */
  readonly network: string
  /** As the change was answered. */
  readonly changeId: number
  readonly idempotency?: IdempotentRequest
}

export interface UndoReport {
  readonly changeId: number
  /** As they are now. */
  readonly customers: readonly CustomerState[]
}

const INPUT = {
  network: text,
  changeId: whole(1, LARGEST_INT),
  idempotency: optional(idempotentRequest),
}

/** @throws CHANGE_NOT_FOUND for no such change, CHANGE_OVERTAKEN where their suspension was changed since, and those of a change */
export async function undoSuspension(context: Context, options: UndoOptions): Promise<UndoReport> {
  const { changeId } = checkInput(options, INPUT)
  return changeNetwork(context, 'customers.suspend', { ...options, factsOf: [] }, (change) =>
    undo(change, changeId),
  )
}

async function undo(
  { session, network: { networkId }, asker }: NetworkChange,
  changeId: number,
): Promise<Done<UndoReport>> {
  const undone = await changesOf(session, networkId, changeId)
  const seen = await visibleOf(session, asker, networkId, undone)
  if (undone.length === 0 || seen === null) {
    throw new HeadcountError(
      'CHANGE_NOT_FOUND',
      `There is no suspension ${changeId} in this network to undo.`,
    )
  }
  const ids = undone.map((row) => row.customer_id)
  await refuseOvertaken(session, networkId, changeId, ids)
  const importId = await nextImportId(session)
  await session.query(sql`
    delete from customer_changes
    where network_id = ${networkId}::int
      and customer_id = any (${ids}::int[])
      and property = 'suspended'
      and ref = ${-changeId}::bigint`)
  const states = await statesOf(session, networkId, undone)
  await writeStates(session, { networkId, importId }, states)
  const customers = seen.map((customer) => ({
    ...customer,
    isSuspended: states.find((one) => one.customerId === customer.customerId)?.isSuspended ?? false,
  }))
  return {
    answer: { changeId, customers },
    change: {
      entries: undone.map((row) => ({
        action: row.after ? 'customer.undo_suspend' : 'customer.undo_resume',
        subject: { customerId: row.customer_id, changeId },
        before: { isSuspended: row.after, at: row.at.toISOString() },
        after: { isSuspended: row.before },
      })),
      importId,
      origin: 'change',
      counts: { customer: { added: 0, changed: undone.length, unchanged: 0 } },
      rows: undone.length,
    },
  }
}

interface ChangeRow {
  customer_id: number
  at: Date
  before: boolean
  after: boolean
}

/** What the change wrote; nothing where it was another kind of arrival, such as an import. */
function changesOf(session: Session, networkId: number, changeId: number): Promise<ChangeRow[]> {
  return session.query<ChangeRow>(sql`
    select changes.customer_id, changes.at, changes.before, changes.after
    from imports arrival
    join customer_changes changes
      on changes.network_id = arrival.network_id
      and changes.import_id = arrival.import_id
      and changes.property = 'suspended'
      and changes.ref = ${-changeId}::bigint
    where arrival.network_id = ${networkId}::int
      and arrival.import_id = ${changeId}::int
      and arrival.origin = 'change'
    order by changes.customer_id`)
}

/** All of them, or null where the asker does not see one. */
async function visibleOf(
  session: Session,
  asker: Asker,
  networkId: number,
  rows: readonly ChangeRow[],
): Promise<readonly CustomerState[] | null> {
  const keys = rows.map((row) => ({ id: row.customer_id }))
  try {
    return await getCustomerStates(session, asker, networkId, keys)
  } catch (error) {
    if (error instanceof HeadcountError && error.code === 'CUSTOMER_NOT_FOUND') return null
    throw error
  }
}

async function refuseOvertaken(
  session: Session,
  networkId: number,
  changeId: number,
  customerIds: readonly number[],
): Promise<void> {
  const [later] = await session.query<{ name: string }>(sql`
    select c.name
    from customer_changes changes
    join customers c on c.network_id = changes.network_id and c.customer_id = changes.customer_id
    where changes.network_id = ${networkId}::int
      and changes.customer_id = any (${customerIds}::int[])
      and changes.property = 'suspended'
      and changes.import_id > ${changeId}::int
    order by c.sort_name
    limit 1`)
  if (later === undefined) return
  throw new HeadcountError(
    'CHANGE_OVERTAKEN',
    `${later.name} was suspended or resumed again since. Nothing was changed.`,
  )
}

/** As the history that is left tells; without any, as it was when the change came. */
async function statesOf(
  session: Session,
  networkId: number,
  undone: readonly ChangeRow[],
): Promise<readonly Pick<CustomerState, 'customerId' | 'isSuspended'>[]> {
  const ids = undone.map((row) => row.customer_id)
  const rows = await session.query<{ customer_id: number; after: boolean }>(sql`
    select distinct on (changes.customer_id) changes.customer_id, changes.after
    from customer_changes changes
    where changes.network_id = ${networkId}::int
      and changes.customer_id = any (${ids}::int[])
      and changes.property = 'suspended'
    order by changes.customer_id, ${lastFirst('changes')}`)
  const last = new Map(rows.map((row) => [row.customer_id, row.after]))
  return undone.map(({ customer_id: customerId, before }) => ({
    customerId,
    isSuspended: last.get(customerId) ?? before,
  }))
}
