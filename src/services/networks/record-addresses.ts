/** Where the records of a network are shown by the system that they come from. */
import sql from 'sql-template-tag'
import { NEXUDUS_ADDRESSES } from '#connectors/nexudus/record-addresses'
import type { Session } from '#database/database'
import { atField } from '#model/field-fault'
import {
  ADDRESSED_RECORDS,
  type AddressedRecord,
  addressFault,
  NO_ADDRESSES,
  type RecordAddresses,
  type RecordIds,
  recordUrl,
} from '#model/record-address'
import { requireRight } from '#services/asker'
import { writeAudit } from '#services/audit/write'
import { checkInput, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { findNetwork } from '#services/networks/find'
import { refuseFaults } from '#services/refuse-faults'

export interface NetworkAddresses {
  readonly networkId: number
  /** As they are used; empty where there is no link. */
  readonly addresses: RecordAddresses
  /** As they are where nobody has set others. */
  readonly defaults: RecordAddresses
}

/** @throws NETWORK_NOT_FOUND, NETWORK_AMBIGUOUS, FORBIDDEN */
export async function getRecordAddresses(
  { database, asker }: Context,
  options: { readonly network: string },
): Promise<NetworkAddresses> {
  const { network } = checkInput(options, { network: text })
  const { networkId } = await findNetwork(database, asker, network)
  requireRight(asker, 'counts.read', { networkId })
  return addressesOf(database, networkId)
}

export interface SetRecordAddressesOptions {
  readonly network: string
  /** Those that are named are set, with places `{id}` and `{customer}`; an empty one is no link. */
  readonly addresses: Partial<RecordAddresses>
}

/** @throws FIELDS_INVALID, NETWORK_NOT_FOUND, NETWORK_AMBIGUOUS, FORBIDDEN */
export async function setRecordAddresses(
  context: Context,
  options: SetRecordAddressesOptions,
): Promise<NetworkAddresses> {
  const input = checkInput(options, { network: text, addresses: addressTexts })
  const { networkId } = await findNetwork(context.database, context.asker, input.network)
  requireRight(context.asker, 'connections.manage', { networkId })
  refuseFaults(
    ADDRESSED_RECORDS.flatMap((record) => atField(record, addressFault(input.addresses[record] ?? ''))),
  )
  return context.database.transaction(async (session) => {
    const before = await addressesOf(session, networkId)
    const addresses = { ...before.addresses, ...input.addresses }
    const changed = ADDRESSED_RECORDS.filter((record) => addresses[record] !== before.addresses[record])
    if (changed.length === 0) return before
    await keep(session, networkId, changed, { ...before, addresses })
    await writeAudit(session, context, {
      action: 'network.set_record_addresses',
      networkId,
      subject: { networkId },
      before: only(changed, before.addresses),
      after: only(changed, addresses),
    })
    return { ...before, addresses }
  })
}

/** Gives the address of one record, by external ids; null where none is known. */
export type LinkRecord = (record: AddressedRecord, ids: RecordIds) => string | null

export async function linksOf(session: Session, networkId: number): Promise<LinkRecord> {
  const { addresses } = await addressesOf(session, networkId)
  return (record, ids) => recordUrl(addresses[record], ids)
}

async function addressesOf(session: Session, networkId: number): Promise<NetworkAddresses> {
  const rows = await session.query<{ origin: string; record: AddressedRecord | null; template: string }>(sql`
    select network.origin, address.record, address.template
    from networks network
    left join record_addresses address on address.network_id = network.network_id
    where network.network_id = ${networkId}::int`)
  const defaults = rows[0]?.origin === 'nexudus' ? NEXUDUS_ADDRESSES : NO_ADDRESSES
  const set = rows.flatMap(({ record, template }) => (record === null ? [] : [[record, template]]))
  return { networkId, defaults, addresses: { ...defaults, ...Object.fromEntries(set) } }
}

async function keep(
  session: Session,
  networkId: number,
  changed: readonly AddressedRecord[],
  { addresses, defaults }: NetworkAddresses,
): Promise<void> {
  await session.query(sql`
    delete from record_addresses
    where network_id = ${networkId}::int
      and record = any (${changed}::text[])`)
  const own = changed.filter((record) => addresses[record] !== defaults[record])
  await session.query(sql`
    insert into record_addresses (network_id, record, template)
    select ${networkId}::int, own.record, own.template
    from unnest(${own}::text[], ${own.map((record) => addresses[record])}::text[]) own (record, template)`)
}

function only(records: readonly AddressedRecord[], addresses: RecordAddresses) {
  return Object.fromEntries(records.map((record) => [record, addresses[record]]))
}

const ADDRESS_CHECKS = Object.fromEntries(
  ADDRESSED_RECORDS.map((record) => [record, optional(text)]),
) as Record<AddressedRecord, ReturnType<typeof optional<string>>>

function addressTexts(_name: string, value: unknown): Partial<RecordAddresses> {
  const given = Object.entries(checkInput(value, ADDRESS_CHECKS))
  return Object.fromEntries(
    given.flatMap(([record, address]) => (address === undefined ? [] : [[record, address.trim()]])),
  )
}
