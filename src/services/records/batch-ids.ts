/** Our numbers of what the records of a batch name: those alone are looked up. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import type { NetworkedRecord } from '#model/records'
import { ID_TABLES, KnownIds, KnownRefs } from '#services/imports/known-ids'
import type { StageIds } from '#services/imports/stage'

/** What is named, by external id. */
interface Named {
  readonly locations: Set<string>
  readonly customers: Set<string>
  readonly teams: Set<string>
  readonly contracts: Set<string>
  readonly refs: { readonly recordKind: string; readonly externalId: string }[]
}

export async function loadBatchIds(
  session: Session,
  networkId: number,
  records: readonly NetworkedRecord[],
  visibleLocations: 'all' | readonly number[],
): Promise<StageIds> {
  const named = namedBy(records)
  const [next] = await session.query<{ id: number }>(sql`select nextval('import_ids')::int as id`)
  if (next === undefined) throw new Error('sequence import_ids gave no number')
  const refs = await KnownRefs.loadNamed(session, networkId, named.refs)
  return {
    networkId,
    importId: next.id,
    locations: await KnownIds.loadNamed(
      session,
      networkId,
      ID_TABLES.locations,
      named.locations,
      visibleLocations,
    ),
    customers: await KnownIds.loadNamed(session, networkId, ID_TABLES.customers, named.customers),
    teams: await KnownIds.loadNamed(session, networkId, ID_TABLES.teams, named.teams),
    refs,
    currencies: await currenciesOf(session, networkId, named),
    contracts: await contractsOf(session, networkId, refs, named, visibleLocations),
  }
}

function namedBy(records: readonly NetworkedRecord[]): Named {
  const named: Named = {
    locations: new Set(),
    customers: new Set(),
    teams: new Set(),
    contracts: new Set(),
    refs: [],
  }
  for (const record of records) nameThoseOf(record, named)
  for (const externalId of named.contracts) named.refs.push({ recordKind: 'contract', externalId })
  return named
}

function nameThoseOf(record: NetworkedRecord, { locations, customers, teams, contracts, refs }: Named): void {
  if (record.kind === 'location') locations.add(record.externalId)
  else if (record.kind === 'customer') customers.add(record.externalId)
  else if (record.kind === 'team') teams.add(record.externalId)
  else if (record.kind === 'contract') contracts.add(record.externalId)
  else if (record.kind !== 'platform_invoice') {
    refs.push({ recordKind: record.kind, externalId: record.externalId })
  }
  if ('locationExternalId' in record) locations.add(record.locationExternalId)
  if ('customerExternalId' in record) customers.add(record.customerExternalId)
  if ('contractExternalId' in record) contracts.add(record.contractExternalId)
  if (record.kind === 'customer_invoice') for (const id of record.locationExternalIds) locations.add(id)
  if (record.kind !== 'team') return
  for (const id of record.memberExternalIds) customers.add(id)
  if (record.payingCustomerExternalId !== null) customers.add(record.payingCustomerExternalId)
}

/** Prices are kept in the currency of their location. */
async function currenciesOf(
  session: Session,
  networkId: number,
  { locations, contracts }: Named,
): Promise<Map<number, string | null>> {
  if (contracts.size === 0) return new Map()
  const rows = await session.query<{ location_id: number; currency: string | null }>(sql`
    select location_id, currency
    from locations
    where network_id = ${networkId}::int
      and external_id = any (${[...locations]}::text[])`)
  return new Map(rows.map((row) => [row.location_id, row.currency]))
}

async function contractsOf(
  session: Session,
  networkId: number,
  refs: KnownRefs,
  { contracts }: Named,
  visibleLocations: 'all' | readonly number[],
): Promise<Set<number>> {
  if (contracts.size === 0) return new Set()
  const ofVisible =
    visibleLocations === 'all' ? sql`` : sql` and location_id = any (${visibleLocations}::int[])`
  const numbers = [...contracts].map((externalId) => refs.find('contract', externalId))
  const rows = await session.query<{ ref: number }>(sql`
    select distinct ref
    from contracts
    where network_id = ${networkId}::int
      and ref = any (${numbers.filter((ref) => ref !== undefined)}::bigint[])${ofVisible}`)
  return new Set(rows.map((row) => row.ref))
}
