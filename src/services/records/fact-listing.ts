/** Bookings, customer invoices and product sales as lists: facts that were there at an instant, newest first. */
import sql, { type Sql } from 'sql-template-tag'
import type { FactSource } from '#model/kind'
import { FACT_KINDS } from '#model/kind'
import { checkInput, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { BY_ID_INPUT, findRef, recordNotFound } from '#services/records/find-record'
import { findPlace, ofPlace, type PlaceFilter } from '#services/records/list-filters'
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

/** What a list of facts shows of them; the columns of a fact are `at`, `ref`, `kind`, `ended_at` and its place. */
export interface FactList<Row extends object, Item> {
  readonly source: FactSource
  readonly noun: string
  /** From the facts of {@link factsOf}, one row for each record, with `at` and `ref`. */
  records(facts: Sql): Sql
  readonly details: Sql
  item(row: Row): Item
}

export interface ListFactsOptions extends PageOptions, PlaceFilter {}

const INPUT = { ...PAGE_INPUT, location: optional(text), customer: optional(text) }

export async function listFacts<Row extends object, Item>(
  context: Context,
  options: ListFactsOptions,
  list: FactList<Row, Item>,
): Promise<Page<Item>> {
  const asked = checkInput(options, INPUT)
  return listPage(context, asked, async (scope) => {
    const place = await findPlace(scope, asked)
    const question = [list.source, place.locationId, place.customerId]
    return listing(scope, question, list, ofPlace(scope, 'f', place))
  })
}

/** @throws RECORD_NOT_FOUND, and those of a list */
export async function getFact<Row extends object, Item>(
  context: Context,
  options: GetByIdOptions,
  list: FactList<Row, Item>,
): Promise<Item> {
  const asked = checkInput(options, BY_ID_INPUT)
  const { externalId } = asked
  const found = await findOne(context, asked, async (scope) => {
    const ref = await findRef(scope.session, scope.networkId, list.source, externalId)
    return listing(scope, [], list, sql` and f.ref = ${ref ?? null}::bigint${scope.seen('f.location_id')}`)
  })
  if (found === undefined) throw recordNotFound(list.noun, externalId)
  return found
}

function listing<Row extends object, Item>(
  scope: ListScope,
  question: readonly unknown[],
  { source, records, details, item }: FactList<Row, Item>,
  condition: Sql,
): Listing<Row, Item> {
  return {
    question,
    matching: records(factsOf(scope, source, condition)),
    keys: [
      { column: 'at', type: 'timestamptz' },
      { column: 'ref', type: 'bigint' },
    ],
    isNewestFirst: true,
    details,
    item,
  }
}

/** Those of the instant and before; one that ended later had not ended yet. */
function factsOf({ networkId, asOf }: ListScope, source: FactSource, condition: Sql): Sql {
  const kinds = Object.values(FACT_KINDS[source])
  return sql`
        select f.network_id, f.location_id, f.customer_id, f.at, f.ref, f.kind, null::timestamptz as ended_at
        from facts f
        where f.network_id = ${networkId}::int
          and f.kind = any (${kinds}::int[])
          and f.at <= ${asOf}::timestamptz${condition}
        union all
        select
          f.network_id, f.location_id, f.customer_id, f.at, f.ref, f.kind,
          case when f.ended_at <= ${asOf}::timestamptz then f.ended_at end
        from ended_facts f
        where f.network_id = ${networkId}::int
          and f.kind = any (${kinds}::int[])
          and f.at <= ${asOf}::timestamptz${condition}`
}
