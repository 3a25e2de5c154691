/** Of a record that stands twice in what was read, the last reading counts and the others go before anything is merged. */
import sql, { raw, type Sql } from 'sql-template-tag'
import type { Session } from '#database/database'
import { FACT_KINDS } from '#model/kind'
import { SOURCE_BITS } from '#model/source'
import { FACT_COLUMNS } from '#services/imports/loading-tables'

/**
 * Facts: loading.repeated_facts has every reading but the first of a record, with all its facts. They take
 * the place of what was read of their records before.
 */
export async function settleRepeatedFacts(session: Session): Promise<void> {
  await session.query(sql`
    delete from loading.repeated_facts read
    using (
      select kind & 255 as source, ref, max(reading) as reading
      from loading.repeated_facts
      group by kind & 255, ref
    ) last
    where read.kind & 255 = last.source
      and read.ref = last.ref
      and read.reading < last.reading`)
  for (const table of ['facts', 'ended_facts']) {
    await session.query(sql`
      delete from loading.${raw(table)} read
      using loading.repeated_facts repeated
      where read.kind & 255 = repeated.kind & 255
        and read.ref = repeated.ref`)
  }
  await dropEarlierStates(session)
  await session.query(sql`
    insert into loading.facts (${FACT_COLUMNS})
    select ${FACT_COLUMNS} from loading.repeated_facts where ended_at is null`)
  await session.query(sql`
    insert into loading.ended_facts (${FACT_COLUMNS}, ended_at)
    select ${FACT_COLUMNS}, ended_at from loading.repeated_facts where ended_at is not null`)
  await session.script('analyze loading.facts; analyze loading.ended_facts')
}

/** What was noted beside a fact goes where the last reading tells another kind. */
async function dropEarlierStates(session: Session): Promise<void> {
  const { one_off } = FACT_KINDS.recurring_product
  const isSale = sql`repeated.kind & 255 = ${number(SOURCE_BITS.recurring_product)}`
  const isInvoice = sql`repeated.kind & 255 = ${number(SOURCE_BITS.customer_invoice)}`
  await dropWhere(session, 'recurring_products', sql`repeated.kind = ${number(one_off)}`)
  await dropWhere(session, 'one_off_products', sql`${isSale} and repeated.kind <> ${number(one_off)}`)
  const isVoid = number(FACT_KINDS.customer_invoice.void)
  await dropWhere(session, 'voided_invoices', sql`${isInvoice} and repeated.kind <> ${isVoid}`)
  await keepLastReadings(session, 'voided_invoices', 'ref')
}

async function dropWhere(session: Session, table: string, condition: Sql): Promise<void> {
  await session.query(sql`
    delete from loading.${raw(table)} read
    using loading.repeated_facts repeated
    where read.ref = repeated.ref
      and ${condition}`)
}

/** Records of one row each, in a table that is filled in the order of reading. */
export async function keepLastReadings(session: Session, table: string, identity: string): Promise<void> {
  await session.query(sql`
    delete from loading.${raw(table)} read
    using (
      select ${raw(identity)}, max(ctid) as last
      from loading.${raw(table)}
      group by ${raw(identity)}
      having count(*) > 1
    ) repeated
    where read.${raw(identity)} = repeated.${raw(identity)}
      and read.ctid <> repeated.last`)
}

function number(value: number): Sql {
  return raw(`${value}`)
}
