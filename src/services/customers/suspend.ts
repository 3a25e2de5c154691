/** Suspends and resumes a customer at an instant: contracts count no longer, or again, from then on. */
import { checkInput, instant, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import type { CustomerState } from '#services/customers/get'
import { setSuspended } from '#services/customers/set-suspended'
import { type IdempotentRequest, idempotentRequest } from '#services/idempotency'
import { changeNetwork } from '#services/records/change-network'
import { type RecordKey, recordKey } from '#services/records/find-record'

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

/** @throws NETWORK_NOT_FOUND, CUSTOMER_NOT_FOUND, INVALID_INSTANT, IMPORT_RUNNING, IDEMPOTENCY_KEY_REUSED */
export function suspendCustomer(context: Context, options: SuspendOptions): Promise<SuspensionReport> {
  return suspendOne(context, options, true)
}

/** @throws NETWORK_NOT_FOUND, CUSTOMER_NOT_FOUND, INVALID_INSTANT, IMPORT_RUNNING, IDEMPOTENCY_KEY_REUSED */
export function resumeCustomer(context: Context, options: SuspendOptions): Promise<SuspensionReport> {
  return suspendOne(context, options, false)
}

async function suspendOne(
  context: Context,
  options: SuspendOptions,
  isSuspended: boolean,
): Promise<SuspensionReport> {
  checkInput(options, INPUT)
  return changeNetwork(context, 'customers.suspend', { ...options, factsOf: [] }, async (change) => {
    const asked = { customers: [options.customer], at: options.at, isSuspended }
    const { at, customers, change: done } = await setSuspended(change, asked)
    const [one] = customers
    if (one === undefined) throw new Error('A customer was asked for and none was found.')
    const answer = { customer: one.customer, at: at.toISOString(), hasChanges: one.hasChanges }
    return { answer, change: done }
  })
}
