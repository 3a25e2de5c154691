/** What waits for the next invoices of locations, and how it is noted once it stands on them. */
import sql from 'sql-template-tag'
import type { InvoiceContent } from '#billing/invoice'
import type { PendingSupplement } from '#billing/supplements'
import type { Session } from '#database/database'
import { supplementsWhere } from '#services/supplements/rows'

/** By location, in the order in which they were agreed. */
export async function pendingSupplements(
  session: Session,
  networkId: number,
  locationIds: readonly number[],
): Promise<ReadonlyMap<number, readonly PendingSupplement[]>> {
  const open = sql`s.withdrawn_at is null and s.location_id = any (${locationIds}::int[])`
  const pending = new Map<number, PendingSupplement[]>()
  for (const one of await supplementsWhere(session, networkId, open)) {
    if (one.state !== 'pending') continue
    const { supplementId, about, currency, leftMinor: netMinor } = one
    const here = pending.get(one.locationId) ?? []
    pending.set(one.locationId, [...here, { supplementId, about, currency, netMinor }])
  }
  return pending
}

/** In the transaction that issues the invoices, so that each stands on them once. */
export async function keepSupplementLines(
  session: Session,
  networkId: number,
  invoices: readonly InvoiceContent[],
): Promise<void> {
  const rows = invoices.flatMap(({ number, supplements = [] }) =>
    supplements.map(({ supplementId, netMinor }) => ({
      supplement_id: supplementId,
      invoice_number: number,
      net_minor: netMinor,
    })),
  )
  if (rows.length === 0) return
  await session.query(sql`
    insert into platform_invoice_supplement_lines (network_id, supplement_id, invoice_number, net_minor)
    select ${networkId}::int, supplement_id, invoice_number, net_minor
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) line (
      supplement_id int, invoice_number int, net_minor bigint
    )`)
}
