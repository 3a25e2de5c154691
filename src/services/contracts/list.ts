/** The contracts of a network as they stood at an instant. */
import sql, { type Sql } from 'sql-template-tag'
import { contractKind } from '#counting/finders'
import { checkInput, oneOf, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { BY_ID_INPUT, findRef, recordNotFound } from '#services/records/find-record'
import {
  type CustomerNamed,
  EXTERNAL_ID,
  EXTERNAL_JOIN,
  findPlace,
  isoOrNull,
  type LocationNamed,
  ofPlace,
  PLACE_COLUMNS,
  PLACE_JOINS,
  type PlaceFilter,
  type PlaceRow,
  placeOf,
} from '#services/records/list-filters'
import {
  findOne,
  type GetByIdOptions,
  type Listing,
  type ListScope,
  listPage,
  PAGE_INPUT,
  type Page,
  type PageOptions,
} from '#services/records/page'

/** There at the instant, gone by then, or either. */
export const CONTRACT_STATES = ['standing', 'ended', 'all'] as const
export type ContractState = (typeof CONTRACT_STATES)[number]

export interface ListContractsOptions extends PageOptions, PlaceFilter {
  /** Default `standing`. */
  readonly state?: ContractState
}

const INPUT = {
  ...PAGE_INPUT,
  location: optional(text),
  customer: optional(text),
  state: optional(oneOf(CONTRACT_STATES)),
}

export interface ContractListed {
  readonly externalId: string
  readonly location: LocationNamed
  readonly customer: CustomerNamed
  readonly planName: string | null
  /** In the smallest unit of the location's currency. */
  readonly priceMinor: number | null
  readonly currency: string | null
  /** It is there from here; of one that was away and came back, since it is back. */
  readonly from: string
  readonly startsAt: string | null
  /** It is not there from here; null while it is open. */
  readonly endsAt: string | null
  /** As of the instant. */
  readonly kind: 'running' | 'future_start' | 'free' | 'frozen' | 'ended'
}

interface Row extends PlaceRow {
  external_id: string
  plan_name: string | null
  price_minor: number | null
  currency: string | null
  from_at: Date
  starts_at: Date | null
  until_at: Date | number
  kind: ContractListed['kind']
}

/** Newest first. @throws LOCATION_NOT_FOUND, CUSTOMER_NOT_FOUND, and those of {@link listPage} */
export async function listContracts(
  context: Context,
  options: ListContractsOptions,
): Promise<Page<ContractListed>> {
  const asked = checkInput(options, INPUT)
  const { state = 'standing' } = asked
  return listPage(context, asked, async (scope) => {
    const place = await findPlace(scope, asked)
    const { locationId, customerId } = place
    return listing(scope, ['contracts', locationId, customerId, state], state, ofPlace(scope, 'c', place))
  })
}

/** @throws RECORD_NOT_FOUND, and those of {@link listPage} */
export async function getContract(context: Context, options: GetByIdOptions): Promise<ContractListed> {
  const asked = checkInput(options, BY_ID_INPUT)
  const { externalId } = asked
  const found = await findOne(context, asked, async (scope) => {
    const ref = await findRef(scope.session, scope.networkId, 'contract', externalId)
    return listing(scope, [], 'all', sql` and c.ref = ${ref ?? null}::bigint${scope.seen('c.location_id')}`)
  })
  if (found === undefined) throw recordNotFound('contract', externalId)
  return found
}

const OF_STATE: Readonly<Record<ContractState, (asOf: Date) => Sql>> = {
  standing: (asOf) => sql`
      where stay.until_at > ${asOf}::timestamptz`,
  ended: (asOf) => sql`
      where stay.until_at <= ${asOf}::timestamptz`,
  all: () => sql``,
}

function listing(
  { networkId, asOf }: ListScope,
  question: readonly unknown[],
  state: ContractState,
  condition: Sql,
): Listing<Row, ContractListed> {
  const instant = sql`${asOf}::timestamptz`
  return {
    question,
    // of several stays the last that had begun
    matching: sql`
      select *
      from (
        select distinct on (c.ref) c.*
        from contracts c
        where c.network_id = ${networkId}::int
          and c.from_at <= ${instant}${condition}
        order by c.ref, c.from_at desc
      ) stay${OF_STATE[state](asOf)}`,
    keys: [
      { column: 'from_at', type: 'timestamptz' },
      { column: 'ref', type: 'bigint' },
    ],
    isNewestFirst: true,
    details: sql`
    select
      ${EXTERNAL_ID}, ${PLACE_COLUMNS}, l.currency,
      page.plan_name, page.price_minor, page.from_at, page.starts_at, page.until_at, page.key_1, page.key_2,
      case
        when page.until_at <= ${instant} then 'ended'
        else (select ${contractKind(instant)} from (select page.*) c)
      end as kind
    from page
    ${PLACE_JOINS}
    ${EXTERNAL_JOIN}`,
    item: (row) => ({
      externalId: row.external_id,
      ...placeOf(row),
      planName: row.plan_name,
      priceMinor: row.price_minor,
      currency: row.currency,
      from: row.from_at.toISOString(),
      startsAt: isoOrNull(row.starts_at),
      endsAt: isoOrNull(row.until_at),
      kind: row.kind,
    }),
  }
}
