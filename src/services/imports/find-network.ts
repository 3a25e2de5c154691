/** Which network an import belongs to: the one that is named, the one that its locations tell, or a new one. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { cleanName } from '#lib/clean-text'
import type { NetworkRecord } from '#model/records'
import { type Asker, requireRight, visibleNetworks } from '#services/asker'
import { LONGEST_NETWORK_NAME } from '#services/check-input'

export interface ImportNetwork {
  readonly networkId: number
  readonly externalId: string
  readonly name: string
  readonly isNew: boolean
}

interface KnownNetwork {
  network_id: number
  origin: string
  external_id: string
  name: string
}

/** @throws IMPORT_NETWORK_UNKNOWN, NETWORK_AMBIGUOUS, INVALID_ARGUMENT, FORBIDDEN */
export async function findImportNetwork(
  session: Session,
  asker: Asker,
  origin: string,
  told: NetworkRecord | null,
  name: string | undefined,
): Promise<ImportNetwork> {
  const visible = visibleNetworks(asker)
  const all = await session.query<KnownNetwork>(
    sql`select network_id, origin, external_id, name from networks order by network_id`,
  )
  const networks = all.filter(({ network_id }) => visible === 'all' || visible.includes(network_id))
  const known =
    name === undefined ? findTold(networks, origin, told) : findNamed(networks, origin, told, name)
  if (known !== undefined) {
    requireRight(asker, 'imports.run', { networkId: known.network_id })
    return { networkId: known.network_id, externalId: known.external_id, name: known.name, isNew: false }
  }
  requireRight(asker, 'networks.manage')
  const externalId = told?.externalId ?? (origin === 'nexudus' ? undefined : name)
  if (externalId === undefined) {
    throw new HeadcountError(
      'IMPORT_NETWORK_UNKNOWN',
      name === undefined
        ? 'The folder does not tell which network its records belong to.'
        : `There is no network “${name}” yet, and the folder has no locations to make it from.`,
    )
  }
  const [row] = await session.query<{ id: number }>(sql`select nextval('network_ids')::int as id`)
  if (row === undefined) throw new Error('sequence network_ids gave no number')
  return {
    networkId: row.id,
    externalId,
    name: name ?? freeName(networks, nameTold(told, externalId), externalId),
    isNew: true,
  }
}

/** A name that is given decides: two copies of one account may stand under two names. */
function findNamed(
  networks: readonly KnownNetwork[],
  origin: string,
  told: NetworkRecord | null,
  name: string,
): KnownNetwork | undefined {
  const named = networks.find((known) => known.name === name)
  if (named === undefined) return undefined
  const isSame = named.origin === origin && (told === null || named.external_id === told.externalId)
  if (isSame) return named
  throw new HeadcountError(
    'INVALID_ARGUMENT',
    `Network “${name}” holds records of another account (${named.origin} ${named.external_id}), not of ${origin} ${told?.externalId ?? name}. Nothing was imported.`,
  )
}

function findTold(
  networks: readonly KnownNetwork[],
  origin: string,
  told: NetworkRecord | null,
): KnownNetwork | undefined {
  if (told === null) return undefined
  const same = networks.filter((known) => known.origin === origin && known.external_id === told.externalId)
  if (same.length < 2) return same[0]
  throw new HeadcountError(
    'NETWORK_AMBIGUOUS',
    `Account ${origin} ${told.externalId} stands under several names here: ${same.map((known) => known.name).join('; ')}. Nothing was imported.`,
  )
}

/** The name that the records tell, as far as it is one. */
function nameTold(told: NetworkRecord | null, externalId: string): string {
  const name = cleanName(told?.name ?? '', LONGEST_NETWORK_NAME)
  return name === '' ? `Network ${externalId}` : name
}

/** Two accounts may have chosen one name; ours tell them apart. */
function freeName(networks: readonly KnownNetwork[], name: string, externalId: string): string {
  const isTaken = (candidate: string) => networks.some((known) => known.name === candidate)
  if (!isTaken(name)) return name
  for (let number = 1; ; number += 1) {
    const candidate = `${name} (${externalId}${number === 1 ? '' : `, ${number}`})`
    if (!isTaken(candidate)) return candidate
  }
}
