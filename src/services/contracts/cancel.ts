/** Cancels a contract: it is no longer there from an instant on, now or later. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { seesLocation } from '#services/asker'
import { checkInput, instant, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { type IdempotentRequest, idempotentRequest } from '#services/idempotency'
import { changeNetwork, type Done, type NetworkChange } from '#services/records/change-network'
import { findRef, nextImportId, recordNotFound } from '#services/records/find-record'

export interface CancelContractOptions {
  /** Id, external id or exact name. */
  readonly network: string
  readonly externalId: string
  /** It is not there from this instant; default now. */
  readonly endsAt?: Date
  readonly idempotency?: IdempotentRequest
}

const INPUT = {
  network: text,
  externalId: text,
  endsAt: optional(instant),
  idempotency: optional(idempotentRequest),
}

export interface ContractCancelled {
  readonly externalId: string
  /** When it ends or has ended; ISO 8601, UTC. */
  readonly endsAt: string
  /** False where it ends by then already. */
  readonly hasChanges: boolean
}

interface Stay {
  location_id: number
  from_at: Date
  until_at: Date | number
}

/**
 * Ends a contract, or ends it earlier. One that ends by then already stays as it is: a contract is
 * prolonged by upserting it.
 * @throws NETWORK_NOT_FOUND, RECORD_NOT_FOUND, INVALID_INSTANT, IMPORT_RUNNING, IDEMPOTENCY_KEY_REUSED
 */
export async function cancelContract(
  context: Context,
  options: CancelContractOptions,
): Promise<ContractCancelled> {
  checkInput(options, INPUT)
  return changeNetwork(context, 'records.write', { ...options, factsOf: [] }, (change) =>
    cancelIn(change, options),
  )
}

async function cancelIn(
  { session, network: { networkId }, asker, recordedAt }: NetworkChange,
  options: CancelContractOptions,
): Promise<Done<ContractCancelled>> {
  const { externalId } = options
  const endsAt = options.endsAt ?? recordedAt
  const ref = await findRef(session, networkId, 'contract', externalId)
  const stay = ref === undefined ? undefined : await lastStay(session, networkId, ref)
  if (stay === undefined || !seesLocation(asker, networkId, stay.location_id)) {
    throw recordNotFound('contract', externalId)
  }
  if (stay.until_at instanceof Date && stay.until_at <= endsAt) {
    return { answer: { externalId, endsAt: stay.until_at.toISOString(), hasChanges: false }, change: null }
  }
  if (endsAt < stay.from_at) {
    throw new HeadcountError(
      'INVALID_INSTANT',
      `The contract is there since ${stay.from_at.toISOString()} and cannot end before. Nothing was changed.`,
    )
  }
  const importId = await nextImportId(session)
  await session.query(sql`
    update contracts
    set until_at = ${endsAt}::timestamptz, import_id = ${importId}::int
    where network_id = ${networkId}::int
      and ref = ${ref}::bigint
      and from_at = ${stay.from_at}::timestamptz`)
  return {
    answer: { externalId, endsAt: endsAt.toISOString(), hasChanges: true },
    change: {
      entries: [
        {
          action: 'contract.cancel',
          subject: { externalId },
          before: { endsAt: stay.until_at instanceof Date ? stay.until_at.toISOString() : null },
          after: { endsAt: endsAt.toISOString() },
        },
      ],
      importId,
      origin: 'change',
      counts: { contract: { added: 0, changed: 1, unchanged: 0 } },
      rows: 1,
    },
  }
}

/** A contract that was away and came back has one row for each stay. */
async function lastStay(session: Session, networkId: number, ref: number): Promise<Stay | undefined> {
  const [stay] = await session.query<Stay>(sql`
    select location_id, from_at, until_at
    from contracts
    where network_id = ${networkId}::int
      and ref = ${ref}::bigint
    order by from_at desc
    limit 1`)
  return stay
}
