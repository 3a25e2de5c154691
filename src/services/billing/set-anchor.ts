/** Sets when a location is invoiced. */
import sql from 'sql-template-tag'
import { anchorFault } from '#billing/anchor'
import { HeadcountError } from '#errors'
import { ANCHOR_STEPS, type AnchorStep, type BillingAnchor } from '#model/billing-anchor'
import { requireRight } from '#services/asker'
import { writeAudit } from '#services/audit/write'
import { termsOf } from '#services/billing/terms'
import { checkInput, oneOf, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { findLocation } from '#services/locations/find'

export interface SetBillingAnchorOptions {
  /** Id, external id or exact name. */
  readonly location: string
  readonly network?: string
  /** The day of the first cut-off at the location, such as 2026-01-31: what is before is not invoiced here. */
  readonly startsOn: string
  /** On the location’s clock; default 00:00. */
  readonly localTime?: string
  /** Default month. */
  readonly every?: AnchorStep
}

export interface BillingAnchorSet extends BillingAnchor {
  readonly locationId: number
  readonly hasChanges: boolean
}

const INPUT = {
  location: text,
  network: optional(text),
  startsOn: text,
  localTime: optional(text),
  every: optional(oneOf(Object.keys(ANCHOR_STEPS) as AnchorStep[])),
}

/** @throws LOCATION_NOT_FOUND, LOCATION_AMBIGUOUS, INVALID_ARGUMENT, FORBIDDEN */
export async function setBillingAnchor(
  context: Context,
  options: SetBillingAnchorOptions,
): Promise<BillingAnchorSet> {
  const { location, network, startsOn, localTime = '00:00', every = 'month' } = checkInput(options, INPUT)
  const anchor = { startsOn, localTime, every }
  const fault = anchorFault(anchor)
  if (fault !== null) throw new HeadcountError('INVALID_ARGUMENT', `${fault}.`)
  return context.database.transaction(async (session) => {
    const { networkId, locationId } = await findLocation(session, context.asker, location, network)
    requireRight(context.asker, 'billing.manage', { networkId })
    const before = (await termsOf(session, [networkId], [locationId])).get(locationId)?.anchor ?? null
    const hasChanges = JSON.stringify(before) !== JSON.stringify(anchor)
    if (!hasChanges) return { locationId, ...anchor, hasChanges }
    await session.query(sql`
      insert into billing_anchors (network_id, location_id, starts_on, local_time, every)
      values (${networkId}::int, ${locationId}::int, ${startsOn}::date, ${localTime}::text, ${every}::text)
      on conflict (network_id, location_id) do update
        set starts_on = excluded.starts_on, local_time = excluded.local_time, every = excluded.every`)
    await writeAudit(session, context, {
      action: 'billing_anchor.set',
      networkId,
      subject: { locationId },
      before: before === null ? null : { ...before },
      after: anchor,
    })
    return { locationId, ...anchor, hasChanges }
  })
}
