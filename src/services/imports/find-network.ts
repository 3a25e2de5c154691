/** Which network an import belongs to: the one that is named, the one that its locations tell, or a new one. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import type { NetworkRecord } from '#model/records'

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

export async function findImportNetwork(
  session: Session,
  origin: string,
  told: NetworkRecord | null,
  name: string | undefined,
): Promise<ImportNetwork> {
  const networks = await session.query<KnownNetwork>(
    sql`select network_id, origin, external_id, name from networks order by network_id`,
  )
  const same = networks.find((known) => known.origin === origin && known.external_id === (told?.externalId ?? name))
  const named = name === undefined ? undefined : networks.find((known) => known.name === name)
  if (named !== undefined) {
    const isOther = named.origin !== origin || (told !== null && named.external_id !== told.externalId)
    if (isOther) {
      throw new HeadcountError(
        'INVALID_ARGUMENT',
        `Network “${name}” holds records of another account (${named.origin} ${named.external_id}), not of ${origin} ${told?.externalId ?? name}. Nothing was imported.`,
      )
    }
    return { networkId: named.network_id, externalId: named.external_id, name: named.name, isNew: false }
  }
  if (same !== undefined) {
    return { networkId: same.network_id, externalId: same.external_id, name: name ?? told?.name ?? same.name, isNew: false }
  }
  const externalId = told?.externalId ?? (origin === 'csv' ? name : undefined)
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
  return { networkId: row.id, externalId, name: name ?? told?.name ?? externalId, isNew: true }
}
