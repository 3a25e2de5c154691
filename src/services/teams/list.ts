/** The teams of a network: who belonged and who paid as of an instant. */
import sql, { type Sql } from 'sql-template-tag'
import { HeadcountError } from '#errors'
import { checkInput, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { BY_KEY_INPUT, keyText } from '#services/records/find-record'
import { type CustomerNamed, findPlace } from '#services/records/list-filters'
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

export interface ListTeamsOptions extends PageOptions {
  /** Id, external id or exact name: teams that he belongs to or pays for at the instant. */
  readonly customer?: string
}

const INPUT = { ...PAGE_INPUT, customer: optional(text) }

export interface TeamListed {
  readonly teamId: number
  readonly externalId: string
  readonly name: string
  readonly hasMergedBilling: boolean
  readonly payingCustomer: CustomerNamed | null
  /** By name. */
  readonly members: readonly CustomerNamed[]
}

interface Row {
  team_id: number
  external_id: string
  name: string
  has_merged_billing: boolean
  paying_customer: CustomerNamed | null
  members: CustomerNamed[]
}

/** By name. @throws CUSTOMER_NOT_FOUND, CUSTOMER_AMBIGUOUS, and those of {@link listPage} */
export async function listTeams(context: Context, options: ListTeamsOptions): Promise<Page<TeamListed>> {
  const asked = checkInput(options, INPUT)
  return listPage(context, asked, async (scope) => {
    const { customerId } = await findPlace(scope, { customer: asked.customer })
    const condition = customerId === null ? sql`` : isOf(scope, customerId)
    return listing(scope, ['teams', customerId], condition)
  })
}

/** @throws TEAM_NOT_FOUND, and those of {@link listPage} */
export async function getTeam(context: Context, options: GetByKeyOptions): Promise<TeamListed> {
  const asked = checkInput(options, BY_KEY_INPUT)
  const { key } = asked
  const only =
    'id' in key
      ? sql` and team.team_id = ${key.id}::int`
      : sql` and team.external_id = ${key.externalId}::text`
  const found = await findOne(context, asked, async (scope) => listing(scope, [], only))
  if (found !== undefined) return found
  throw new HeadcountError('TEAM_NOT_FOUND', `There is no team ${keyText(key)} in this network.`)
}

/** He belongs to it, or pays for it. */
function isOf({ asOf }: ListScope, customerId: number): Sql {
  return sql`
        and (
          exists (
            select from team_memberships member
            where member.network_id = team.network_id
              and member.team_id = team.team_id
              and member.customer_id = ${customerId}::int
              and member.from_at <= ${asOf}::timestamptz
              and member.until_at > ${asOf}::timestamptz
          )
          or exists (
            select from team_billing billing
            where billing.network_id = team.network_id
              and billing.team_id = team.team_id
              and billing.paying_customer_id = ${customerId}::int
              and billing.from_at <= ${asOf}::timestamptz
              and billing.until_at > ${asOf}::timestamptz
          )
        )`
}

/** Of a network that is seen in part, the teams of those customers who are. */
function isSeen({ seen }: ListScope): Sql {
  const locations = seen('here.location_id')
  if (locations.sql === '') return sql``
  return sql`
        and exists (
          select from team_memberships known
          join location_customers here on here.network_id = known.network_id and here.customer_id = known.customer_id
          where known.network_id = team.network_id
            and known.team_id = team.team_id${locations}
        )`
}

const NAMED = sql`jsonb_build_object('customerId', c.customer_id, 'externalId', c.external_id, 'name', c.name)`

function listing(scope: ListScope, question: readonly unknown[], condition: Sql): Listing<Row, TeamListed> {
  const { networkId, asOf } = scope
  return {
    question,
    matching: sql`
      select team.network_id, team.team_id, team.external_id, team.name, team.name collate "C" as sort_name
      from teams team
      where team.network_id = ${networkId}::int${isSeen(scope)}${condition}`,
    keys: [
      { column: 'sort_name', type: 'text' },
      { column: 'team_id', type: 'bigint' },
    ],
    isNewestFirst: false,
    details: sql`
    select
      page.key_1, page.key_2, page.team_id, page.external_id, page.name,
      coalesce(billing.has_merged_billing, false) as has_merged_billing,
      case when c.customer_id is not null then ${NAMED} end as paying_customer,
      (
        select coalesce(jsonb_agg(${NAMED} order by c.sort_name, c.customer_id), '[]')
        from team_memberships member
        join customers c on c.network_id = member.network_id and c.customer_id = member.customer_id
        where member.network_id = page.network_id
          and member.team_id = page.team_id
          and member.from_at <= ${asOf}::timestamptz
          and member.until_at > ${asOf}::timestamptz
      ) as members
    from page
    left join team_billing billing
      on billing.network_id = page.network_id
      and billing.team_id = page.team_id
      and billing.from_at <= ${asOf}::timestamptz
      and billing.until_at > ${asOf}::timestamptz
    left join customers c on c.network_id = page.network_id and c.customer_id = billing.paying_customer_id`,
    item: (row) => ({
      teamId: row.team_id,
      externalId: row.external_id,
      name: row.name,
      hasMergedBilling: row.has_merged_billing,
      payingCustomer: row.paying_customer,
      members: row.members,
    }),
  }
}
