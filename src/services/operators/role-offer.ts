/** A role as somebody wants to give it, checked against what he may give. */
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { type Right, ROLE_RIGHTS, type Role } from '#model/access'
import { type Asker, hasRight, requireRight } from '#services/asker'
import { findLocation } from '#services/locations/find'
import { findNetwork } from '#services/networks/find'

export interface RoleOffer {
  readonly role: Role
  /** Id, external id or exact name; absent for the platform role only. */
  readonly network?: string
  /** Ids, external ids or exact names; absent for all. An owner always has all. */
  readonly locations?: readonly string[]
}

export interface OfferedRole {
  readonly role: Role
  /** Null for the platform role. */
  readonly networkId: number | null
  readonly locationIds: 'all' | readonly number[]
}

/** @throws NETWORK_NOT_FOUND, LOCATION_NOT_FOUND out of the asker's scope, FORBIDDEN for more than he has, INVALID_ARGUMENT */
export async function checkOffer(session: Session, asker: Asker, offer: RoleOffer): Promise<OfferedRole> {
  const { role, network, locations } = offer
  if (role === 'platform') {
    if (network !== undefined || locations !== undefined) {
      throw new HeadcountError(
        'INVALID_ARGUMENT',
        'The platform role is given for no network and no location.',
      )
    }
    requireRight(asker, 'operators.manage')
    requireRight(asker, 'networks.manage')
    return { role, networkId: null, locationIds: 'all' }
  }
  if (network === undefined) throw new HeadcountError('INVALID_ARGUMENT', `The role ${role} needs a network.`)
  const { networkId } = await findNetwork(session, asker, network)
  requireRight(asker, 'operators.manage', { networkId })
  requireNoMoreThanOwn(asker, role, networkId)
  if (locations === undefined) return { role, networkId, locationIds: 'all' }
  if (role === 'network_owner' || locations.length === 0) {
    throw new HeadcountError(
      'INVALID_ARGUMENT',
      'Name locations for a location manager or a viewer; an owner has all.',
    )
  }
  const ids: number[] = []
  for (const location of locations) {
    ids.push((await findLocation(session, asker, location, String(networkId))).locationId)
  }
  return { role, networkId, locationIds: [...new Set(ids)].sort((a, b) => a - b) }
}

/** Through an API key too, nobody gives a right that the key does not have. */
function requireNoMoreThanOwn(asker: Asker, role: Role, networkId: number): void {
  for (const right of ROLE_RIGHTS[role] as readonly Right[]) requireRight(asker, right, { networkId })
}

/** Numbers of the networks whose operators the asker manages. */
export function managedNetworks(asker: Asker): 'all' | readonly number[] {
  if (asker.grants === 'everything') return hasRight(asker, 'operators.manage', {}) ? 'all' : []
  return asker.grants
    .filter((grant) => hasRight(asker, 'operators.manage', grant))
    .map((grant) => grant.networkId)
}

/** @throws FORBIDDEN for somebody who manages operators nowhere */
export function requireManager(asker: Asker): 'all' | readonly number[] {
  const networks = managedNetworks(asker)
  if (networks !== 'all' && networks.length === 0) requireRight(asker, 'operators.manage')
  return networks
}
