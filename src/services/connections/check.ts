/** What an account shows: which kinds of records it may read, and which locations it sees. */
import type { NexudusClient } from '#connectors/nexudus/client/client'
import {
  ENTITIES,
  type Entity,
  type EntityKind,
  entityOf,
  type WireRecord,
} from '#connectors/nexudus/client/entities'
import { readEntity } from '#connectors/nexudus/client/read-entity'
import { findNetwork } from '#connectors/nexudus/find-network'
import { HeadcountError } from '#errors'
import type { NetworkRecord } from '#model/records'

export interface AccountCheck {
  /** Kinds of records that it may read. */
  readonly readable: readonly EntityKind[]
  /** Kinds that it may not, with the roles that are missing. */
  readonly missing: readonly { readonly kind: EntityKind; readonly roles: readonly string[] }[]
  readonly locations: readonly { readonly externalId: string; readonly name: string }[]
}

/** Without these nobody could be counted. */
const NEEDED: readonly EntityKind[] = ['location', 'customer']

export interface CheckedAccount {
  readonly check: AccountCheck
  readonly network: NetworkRecord
}

/** @throws CONNECTION_* where the account cannot be read, IMPORT_NETWORK_UNKNOWN where it belongs to several networks */
export async function checkAccount(client: NexudusClient): Promise<CheckedAccount> {
  const readable: EntityKind[] = []
  const missing: { kind: EntityKind; roles: readonly string[] }[] = []
  for (const entity of ENTITIES) {
    const roles = await rolesLacking(client, entity)
    if (roles.length === 0) readable.push(entity.kind)
    else missing.push({ kind: entity.kind, roles })
  }
  const lacking = missing.filter(({ kind }) => NEEDED.includes(kind))
  if (lacking.length > 0) {
    const roles = lacking.flatMap((one) => one.roles).join(', ')
    throw new HeadcountError(
      'CONNECTION_FORBIDDEN',
      `Nobody can be counted: locations or customers may not be read without ${roles}.`,
    )
  }
  const businesses = await allOf(client)
  const network = findNetwork(businesses)
  if (network === null) throw new HeadcountError('CONNECTION_FORBIDDEN', 'The account sees no location.')
  return { check: { readable, missing, locations: locationsIn(businesses) }, network }
}

export function locationsIn(businesses: readonly WireRecord[]): AccountCheck['locations'] {
  return businesses.map(({ Id, Name }) => ({
    externalId: String(Id),
    name: typeof Name === 'string' && Name.trim() !== '' ? Name.trim() : `Location ${Id}`,
  }))
}

/** A list may be open where its records are closed: then one of them is asked for by its id. */
async function rolesLacking(client: NexudusClient, entity: Entity): Promise<string[]> {
  const list = await unlessForbidden(() => client.list(entity, { page: 1, size: 1 }))
  if (list === 'forbidden') return [`${entity.noun}-List`, `${entity.noun}-Read`]
  const [listed] = list.records
  if (listed === undefined) return []
  const read = await unlessForbidden(() => client.byId(entity, listed.Id))
  return read === 'forbidden' ? [`${entity.noun}-Read`] : []
}

async function unlessForbidden<T>(ask: () => Promise<T>): Promise<T | 'forbidden'> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof HeadcountError && error.code === 'CONNECTION_FORBIDDEN') return 'forbidden'
    throw error
  }
}

async function allOf(client: NexudusClient) {
  const found = new Map<number, WireRecord>()
  for await (const { records } of readEntity(client, entityOf('location'))) {
    for (const record of records) found.set(record.Id, record)
  }
  return [...found.values()]
}
