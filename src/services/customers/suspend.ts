/** Suspends and resumes a customer at an instant: contracts count no longer, or again, from then on. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { checkInput, instant, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { type CustomerState, getCustomerState } from '#services/customers/get'
import { type IdempotentRequest, idempotentRequest } from '#services/idempotency'
import { LOCATION_SUSPENSIONS, refreshAmong } from '#services/imports/derive'
import { changeNetwork, type Done, type NetworkChange } from '#services/records/change-network'
import { nextImportId, pastInstant, type RecordKey, recordKey } from '#services/records/find-record'

export interface SuspendOptions {
  /** Id, external id or exact name. */
  readonly network: string
  readonly customer: RecordKey
  /** Default now; not in the future. */
  readonly at?: Date
  readonly idempotency?: IdempotentRequest
}

const INPUT = {
  network: text,
  customer: recordKey,
  at: optional(instant),
  idempotency: optional(idempotentRequest),
}

export interface SuspensionReport {
  readonly customer: CustomerState
  /** From when; ISO 8601, UTC. */
  readonly at: string
  /** False where he was so at that instant already. */
  readonly hasChanges: boolean
}

interface Change {
  at: Date
  before: boolean
  after: boolean
}

/** @throws NETWORK_NOT_FOUND, CUSTOMER_NOT_FOUND, INVALID_INSTANT, IMPORT_RUNNING, IDEMPOTENCY_KEY_REUSED */
export function suspendCustomer(context: Context, options: SuspendOptions): Promise<SuspensionReport> {
  return setSuspended(context, options, true)
}

/** @throws NETWORK_NOT_FOUND, CUSTOMER_NOT_FOUND, INVALID_INSTANT, IMPORT_RUNNING, IDEMPOTENCY_KEY_REUSED */
export function resumeCustomer(context: Context, options: SuspendOptions): Promise<SuspensionReport> {
  return setSuspended(context, options, false)
}

async function setSuspended(
  context: Context,
  options: SuspendOptions,
  isSuspended: boolean,
): Promise<SuspensionReport> {
  checkInput(options, INPUT)
  return changeNetwork(context, 'customers.suspend', options, (change) =>
    suspendIn(change, options, isSuspended),
  )
}

async function suspendIn(
  { session, network: { networkId }, asker, recordedAt }: NetworkChange,
  options: SuspendOptions,
  isSuspended: boolean,
): Promise<Done<SuspensionReport>> {
  const at = pastInstant(options.at, recordedAt)
  const customer = await getCustomerState(session, asker, networkId, options.customer)
  const history = await historyOf(session, networkId, customer.customerId)
  const before = stateAt(history, at) ?? customer.isSuspended
  if (before === isSuspended) {
    return { answer: { customer, at: at.toISOString(), hasChanges: false }, change: null }
  }
  const importId = await nextImportId(session)
  await session.query(sql`
    insert into customer_changes (network_id, customer_id, property, at, ref, before, after, import_id)
    values (${networkId}::int, ${customer.customerId}::int, 'suspended', ${at}::timestamptz, ${-importId}::bigint, ${before}::boolean, ${isSuspended}::boolean, ${importId}::int)`)
  // a change before others decides what held until the next of them, not what holds now
  const last = history.at(-1)
  const isNow = last !== undefined && last.at > at ? last.after : isSuspended
  await session.query(sql`
    update customers
    set is_suspended = ${isNow}::boolean, import_id = ${importId}::int
    where network_id = ${networkId}::int
      and customer_id = ${customer.customerId}::int
      and is_suspended <> ${isNow}::boolean`)
  await refreshAmong(session, LOCATION_SUSPENSIONS, networkId, [customer.customerId])
  const { customerId, externalId } = customer
  return {
    answer: { customer: { ...customer, isSuspended: isNow }, at: at.toISOString(), hasChanges: true },
    change: {
      action: isSuspended ? 'customer.suspend' : 'customer.resume',
      subject: { customerId, externalId },
      before: { isSuspended: before },
      after: { isSuspended, at: at.toISOString() },
      importId,
      origin: 'change',
      counts: { customer: { added: 0, changed: 1, unchanged: 0 } },
      rows: 1,
    },
  }
}

function historyOf(session: Session, networkId: number, customerId: number): Promise<Change[]> {
  return session.query<Change>(sql`
    select at, before, after
    from customer_changes
    where network_id = ${networkId}::int
      and customer_id = ${customerId}::int
      and property = 'suspended'
    order by at, ref`)
}

/** What held at an instant, its own changes included; undefined where no history tells. */
function stateAt(history: readonly Change[], at: Date): boolean | undefined {
  return history.findLast((change) => change.at <= at)?.after ?? history[0]?.before
}
