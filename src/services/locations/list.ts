/** The locations of a network. */
import sql from 'sql-template-tag'
import { HeadcountError } from '#errors'
import { checkInput } from '#services/check-input'
import type { Context } from '#services/context'
import { BY_KEY_INPUT, keyText, type RecordKey } from '#services/records/find-record'
import {
  findOne,
  type GetByKeyOptions,
  type Listing,
  type ListScope,
  listPage,
  PAGE_INPUT,
  type Page,
  type PageOptions,
} from '#services/records/page'

export interface LocationListed {
  readonly locationId: number
  readonly externalId: string
  readonly name: string
  readonly timeZone: string
  readonly currency: string | null
  readonly createdAt: string
}

interface Row {
  location_id: number
  external_id: string
  name: string
  time_zone: string
  currency: string | null
  created_at: Date
}

/** By name. @throws those of {@link listPage} */
export async function listLocationRecords(
  context: Context,
  options: PageOptions,
): Promise<Page<LocationListed>> {
  return listPage(context, checkInput(options, PAGE_INPUT), async (scope) => listing(scope))
}

/** @throws LOCATION_NOT_FOUND, and those of {@link listPage} */
export async function getLocation(context: Context, options: GetByKeyOptions): Promise<LocationListed> {
  const asked = checkInput(options, BY_KEY_INPUT)
  const { key } = asked
  const found = await findOne(context, asked, async (scope) => listing(scope, key))
  if (found !== undefined) return found
  throw new HeadcountError('LOCATION_NOT_FOUND', `There is no location ${keyText(key)} in this network.`)
}

function listing({ networkId, seen }: ListScope, key?: RecordKey): Listing<Row, LocationListed> {
  const only =
    key === undefined
      ? sql``
      : 'id' in key
        ? sql` and location_id = ${key.id}::int`
        : sql` and external_id = ${key.externalId}::text`
  return {
    question: ['locations'],
    matching: sql`
      select location_id, external_id, name, time_zone, currency, created_at, name collate "C" as sort_name
      from locations
      where network_id = ${networkId}::int${seen('location_id')}${only}`,
    keys: [
      { column: 'sort_name', type: 'text' },
      { column: 'location_id', type: 'bigint' },
    ],
    isNewestFirst: false,
    details: sql`select page.* from page`,
    item: (row) => ({
      locationId: row.location_id,
      externalId: row.external_id,
      name: row.name,
      timeZone: row.time_zone,
      currency: row.currency,
      createdAt: row.created_at.toISOString(),
    }),
  }
}
