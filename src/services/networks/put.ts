/** Makes a network, or gives it another name. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { lockKey } from '#database/postgresql/advisory-locks'
import { HeadcountError } from '#errors'
import { quoted } from '#lib/quote'
import { requireRight } from '#services/asker'
import { writeAudit } from '#services/audit/write'
import { checkInput, networkName, text } from '#services/check-input'
import type { Context } from '#services/context'
import { listNetworks, type NetworkFound } from '#services/networks/find'

export interface PutNetworkOptions {
  readonly externalId: string
  /** 1 to 200 letters; no other network has it. */
  readonly name: string
}

export interface NetworkPut {
  readonly networkId: number
  readonly externalId: string
  readonly name: string
  readonly outcome: 'added' | 'changed' | 'unchanged'
}

/** Networks that are made here take CSV files later: both hold records that somebody keeps himself. */
const ORIGIN = 'csv'

/** @throws INVALID_ARGUMENT, FORBIDDEN, NETWORK_AMBIGUOUS, NETWORK_NAME_TAKEN */
export async function putNetwork(context: Context, options: PutNetworkOptions): Promise<NetworkPut> {
  const { externalId, name } = checkInput(options, { externalId: text, name: networkName })
  requireRight(context.asker, 'networks.manage')
  return context.database.transaction(async (session) => {
    await session.query(sql`select pg_advisory_xact_lock(${lockKey('names of networks')}::bigint)`)
    const networks = await listNetworks(session, context.asker)
    const known = knownBy(networks, externalId)
    if (known?.name === name) return { ...told(known), outcome: 'unchanged' }
    if (networks.some((network) => network.name === name)) {
      throw new HeadcountError('NETWORK_NAME_TAKEN', `There is a network ${quoted(name)} already.`)
    }
    if (known === undefined) return addNetwork(session, context, { externalId, name })
    return renameNetwork(session, context, known, name)
  })
}

function knownBy(networks: readonly NetworkFound[], externalId: string): NetworkFound | undefined {
  const same = networks.filter((network) => network.externalId === externalId)
  if (same.length < 2) return same[0]
  throw new HeadcountError(
    'NETWORK_AMBIGUOUS',
    `${quoted(externalId)} stands under several names here: ${same.map(({ name }) => name).join('; ')}.`,
  )
}

async function addNetwork(
  session: Session,
  context: Context,
  { externalId, name }: PutNetworkOptions,
): Promise<NetworkPut> {
  const [row] = await session.query<{ network_id: number }>(sql`
    insert into networks (network_id, origin, external_id, name)
    values (nextval('network_ids')::int, ${ORIGIN}::text, ${externalId}::text, ${name}::text)
    returning network_id`)
  if (row === undefined) throw new Error('A network was not written.')
  const networkId = row.network_id
  const change = { action: 'network.add' as const, networkId, subject: { externalId }, after: { name } }
  await writeAudit(session, context, change)
  return { networkId, externalId, name, outcome: 'added' }
}

async function renameNetwork(
  session: Session,
  context: Context,
  known: NetworkFound,
  name: string,
): Promise<NetworkPut> {
  const { networkId, externalId } = known
  await session.query(sql`
    update networks
    set name = ${name}::text
    where network_id = ${networkId}::int`)
  await writeAudit(session, context, {
    action: 'network.rename',
    networkId,
    subject: { externalId },
    before: { name: known.name },
    after: { name },
  })
  return { networkId, externalId, name, outcome: 'changed' }
}

function told({ networkId, externalId, name }: NetworkFound) {
  return { networkId, externalId, name }
}
