/**
 * Who asks, through which door, and what of the data he may see. What an asker may not see does not
 * exist for him: finders look among what is visible, so a resource out of scope is simply not found.
 */
import { HeadcountError } from '#errors'
import { type Door, type NetworkRole, RIGHTS, type Right, ROLE_RIGHTS } from '#model/access'

/** A role in one network, at all of its locations or at some. */
export interface Grant {
  readonly networkId: number
  readonly role: NetworkRole
  readonly locationIds: 'all' | readonly number[]
}

export interface Asker {
  readonly door: Door
  /** Null where the program itself asks: on the command line, as a library, by schedule. */
  readonly operator: { readonly operatorId: string; readonly email: string } | null
  readonly apiKeyId: number | null
  /** The browser session that he is signed in by; absent for keys and programs. */
  readonly sessionId?: string
  readonly requestId: string | null
  readonly grants: 'everything' | readonly Grant[]
  /** What an API key is limited to; a session is not. */
  readonly scopes: 'all' | readonly Right[]
}

/** The program asks for itself: whoever can start it can read its database anyway. */
export function programAsker(door: Door): Asker {
  return { door, operator: null, apiKeyId: null, requestId: null, grants: 'everything', scopes: 'all' }
}

/** Somebody who is not signed in: nothing exists for him. */
export function nobody(door: Door, requestId: string | null): Asker {
  return { door, operator: null, apiKeyId: null, requestId, grants: [], scopes: [] }
}

/** Numbers of the networks that exist for the asker. */
export function visibleNetworks({ grants }: Asker): 'all' | readonly number[] {
  return grants === 'everything' ? 'all' : grants.map(({ networkId }) => networkId)
}

/** Numbers of the locations of a network that exist for the asker; none where the network does not. */
export function visibleLocations({ grants }: Asker, networkId: number): 'all' | readonly number[] {
  if (grants === 'everything') return 'all'
  return grants.find((grant) => grant.networkId === networkId)?.locationIds ?? []
}

export function seesLocation(asker: Asker, networkId: number, locationId: number): boolean {
  const visible = visibleLocations(asker, networkId)
  return visible === 'all' || visible.includes(locationId)
}

export interface Subject {
  /** Absent for what belongs to no network, such as making one. */
  readonly networkId?: number
}

export function hasRight({ grants, scopes }: Asker, right: Right, { networkId }: Subject): boolean {
  if (scopes !== 'all' && !scopes.includes(right)) return false
  if (grants === 'everything') return true
  const grant = grants.find((candidate) => candidate.networkId === networkId)
  return grant !== undefined && (ROLE_RIGHTS[grant.role] as readonly Right[]).includes(right)
}

/** Numbers of the networks in which the asker has a right. */
export function networksWith(asker: Asker, right: Right): 'all' | readonly number[] {
  if (asker.grants === 'everything') return hasRight(asker, right, {}) ? 'all' : []
  return asker.grants
    .map(({ networkId }) => networkId)
    .filter((networkId) => hasRight(asker, right, { networkId }))
}

/** For what concerns no network more than another. @throws FORBIDDEN for who has the right nowhere */
export function requireRightSomewhere(asker: Asker, right: Right): void {
  const networks = networksWith(asker, right)
  if (networks !== 'all' && networks.length === 0) requireRight(asker, right)
}

/** @throws FORBIDDEN for something that the asker can see but may not do */
export function requireRight(asker: Asker, right: Right, subject: Subject = {}): void {
  if (hasRight(asker, right, subject)) return
  const because =
    asker.scopes !== 'all' && !asker.scopes.includes(right)
      ? 'This API key does not have the scope'
      : 'Your role does not include the right'
  throw new HeadcountError('FORBIDDEN', `${because} ${right}: ${RIGHTS[right].toLowerCase()}.`, { right })
}
