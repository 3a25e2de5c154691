/**
 * Synthetic bills of the platform for a demo network: each as the invoice that was issued here, but one,
 * which asks for customers who were suspended too, so that there is something to find.
 */
import sql from 'sql-template-tag'
import { Tariff } from '#billing/bill-money'
import type { InvoiceContent } from '#billing/invoice'
import type { Session } from '#database/database'
import { fromMinor } from '#model/money'
import type { Asker } from '#services/asker'
import { windowOf } from '#services/bills/audit'
import { findCandidates } from '#services/bills/candidates'
import { type Bill, readBills } from '#services/bills/find'
import type { Context } from '#services/context'

export async function makeDemoBills({ database, asker }: Context, networkId: number): Promise<void> {
  await database.transaction(async (session) => {
    const invoices = await session.query<{ content: InvoiceContent }>(sql`
      select content
      from platform_invoice_entries
      where network_id = ${networkId}::int and kind = 'invoice'
      order by entry_number`)
    for (const { content } of invoices) await putBill(session, content, content.activeUsers)
    const wrong = await findWrong(session, asker, networkId)
    const content = invoices.find(({ content: one }) => idOf(one) === wrong?.bill.externalId)?.content
    if (wrong !== null && content !== undefined) {
      await putBill(session, content, content.activeUsers + wrong.people)
    }
  })
}

function idOf({ number }: InvoiceContent): string {
  return `demo-bill-${number}`
}

/** The newest bill beside which a few customers were suspended while their contracts ran on. */
async function findWrong(
  session: Session,
  asker: Asker,
  networkId: number,
): Promise<{ bill: Bill; people: number } | null> {
  for (const bill of await readBills(session, networkId, sql`true`, sql`limit 3`)) {
    const { groups } = await findCandidates(session, asker, await windowOf(session, bill), null)
    const people = groups.find(({ reason }) => reason === 'suspended')?.count ?? 0
    if (people > 0) return { bill, people }
  }
  return null
}

/** One that is there already is told anew. */
async function putBill(session: Session, content: InvoiceContent, count: number): Promise<void> {
  const { networkId, location, cutOffAt, windowFrom, currency, digits, pricePlan, addOns, number } = content
  const tariff = new Tariff({ plan: pricePlan.plan, addOns })
  const { lines, taxMinor, totalMinor } = tariff.charge(count)
  const subscriptionMinor = tariff.minor(count)
  const amount = (minor: number) => fromMinor(minor, digits)
  const discountMinor = lines
    .filter(({ kind }) => kind === 'discount')
    .reduce((sum, { amountMinor }) => sum - amountMinor, 0)
  await session.query(sql`
    insert into bills (
      network_id, location_id, external_id, cut_off_at, number, period_from, period_until, description,
      billed_count, currency, subscription, discount, tax, total, import_id
    )
    values (
      ${networkId}::int, ${location.locationId}::int, ${idOf(content)}::text, ${cutOffAt}::timestamptz,
      ${`P-${10_000 + number}`}::text, ${windowFrom}::timestamptz, ${cutOffAt}::timestamptz,
      ${`Subscription, ${count} active users (synthetic)`}::text, ${count}::int, ${currency}::text,
      ${amount(subscriptionMinor)}::numeric, ${amount(discountMinor)}::numeric, ${amount(taxMinor)}::numeric,
      ${amount(totalMinor)}::numeric, 0
    )
    on conflict (network_id, external_id) do update
      set description = excluded.description,
        billed_count = excluded.billed_count,
        subscription = excluded.subscription,
        discount = excluded.discount,
        tax = excluded.tax,
        total = excluded.total`)
}
