/** Lists supplements of a network or a location. */
import sql from 'sql-template-tag'
import { SUPPLEMENT_STATES, type SupplementState } from '#model/supplement'
import { requireRight, visibleLocations } from '#services/asker'
import { checkInput, oneOf, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { findLocation } from '#services/locations/find'
import { findNetwork } from '#services/networks/find'
import { type Supplement, supplementsWhere } from '#services/supplements/rows'

export interface ListSupplementsOptions {
  /** Id, external id or exact name. */
  readonly network: string
  readonly location?: string
  readonly state?: SupplementState
}

const INPUT = { network: text, location: optional(text), state: optional(oneOf(SUPPLEMENT_STATES)) }

/** In the order in which they were agreed. @throws NETWORK_NOT_FOUND, LOCATION_NOT_FOUND, FORBIDDEN */
export function listSupplements(
  { database, asker }: Context,
  options: ListSupplementsOptions,
): Promise<readonly Supplement[]> {
  const { network, location, state } = checkInput(options, INPUT)
  return database.transaction(
    async (session) => {
      const { networkId } = await findNetwork(session, asker, network)
      const place = location === undefined ? null : await findLocation(session, asker, location, network)
      requireRight(asker, 'billing.read', { networkId })
      const visible = visibleLocations(asker, networkId)
      const seen = visible === 'all' ? sql`true` : sql`s.location_id = any (${visible}::int[])`
      const only = place === null ? sql`true` : sql`s.location_id = ${place.locationId}::int`
      const found = await supplementsWhere(session, networkId, sql`${seen} and ${only}`)
      return found.filter((one) => state === undefined || one.state === state)
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}
