/** Suspends and resumes up to a thousand customers at once: all of them or none, and it can be undone. */
import { checkInput, instant, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import type { CustomerState } from '#services/customers/get'
import { setSuspended } from '#services/customers/set-suspended'
import { type IdempotentRequest, idempotentRequest } from '#services/idempotency'
import { changeNetwork } from '#services/records/change-network'
import { type RecordKey, recordKeys } from '#services/records/find-record'

export interface SuspendManyOptions {
  /** Id, external id or exact name. */
  readonly network: string
  /** 1 to {@link MOST_CUSTOMERS}. */
  readonly customers: readonly RecordKey[]
  /** Default now; not in the future. */
  readonly at?: Date
  readonly idempotency?: IdempotentRequest
}

export interface SuspensionsReport {
  /** Names the change, to undo it; null where nothing changed. */
  readonly changeId: number | null
  /** From when; ISO 8601, UTC. */
  readonly at: string
  readonly hasChanges: boolean
  readonly customers: readonly {
    readonly customer: CustomerState
    /** False where he was so at that instant already. */
    readonly hasChanges: boolean
  }[]
}

export const MOST_CUSTOMERS = 1000

export const customerKeys = recordKeys(MOST_CUSTOMERS)

const INPUT = {
  network: text,
  customers: customerKeys,
  at: optional(instant),
  idempotency: optional(idempotentRequest),
}

/** @throws those of suspending one */
export function suspendCustomers(context: Context, options: SuspendManyOptions): Promise<SuspensionsReport> {
  return suspendMany(context, options, true)
}

/** @throws those of resuming one */
export function resumeCustomers(context: Context, options: SuspendManyOptions): Promise<SuspensionsReport> {
  return suspendMany(context, options, false)
}

async function suspendMany(
  context: Context,
  options: SuspendManyOptions,
  isSuspended: boolean,
): Promise<SuspensionsReport> {
  const { customers: keys, at: asked } = checkInput(options, INPUT)
  return changeNetwork(context, 'customers.suspend', { ...options, factsOf: [] }, async (work) => {
    const { at, customers, change } = await setSuspended(work, { customers: keys, at: asked, isSuspended })
    const answer = {
      changeId: change?.importId ?? null,
      at: at.toISOString(),
      hasChanges: change !== null,
      customers: customers.map(({ customer, hasChanges }) => ({ customer, hasChanges })),
    }
    return { answer, change }
  })
}
