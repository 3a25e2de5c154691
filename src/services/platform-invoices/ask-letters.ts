/** Asks for letters about what was issued, in the transaction that issues it: one row for each owner and invoice. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'

export async function askLetters(
  session: Session,
  networkId: number,
  numbers: readonly number[],
  at: Date,
): Promise<void> {
  await session.query(sql`
    insert into invoice_letters (network_id, operator_id, invoice_number, asked_at, unanswered)
    select r.network_id, r.operator_id, issued.number, ${at}::timestamptz, 0
    from operator_roles r
    join operators o
      on o.id = r.operator_id
      and o.disabled_at is null
    cross join unnest(${numbers}::int[]) issued (number)
    where r.network_id = ${networkId}::int
      and r.role = 'network_owner'`)
}
