/** Supplements as they stand: how much of each is on invoices that stand, and what that makes of it. */
import sql, { type Sql } from 'sql-template-tag'
import type { Session } from '#database/database'
import type { AdjustmentChange, SupplementState } from '#model/supplement'

export interface SupplementPerson {
  readonly customerId: number
  readonly change: AdjustmentChange
}

/** The figures that the amount was computed from; amounts before tax. */
export interface SupplementBasis {
  readonly activeUsers: number
  readonly recounted: number
  /** What the invoice would have asked more or less. */
  readonly differenceNetMinor: number
  /** By earlier supplements. */
  readonly agreedNetMinor: number
  /** By credit notes, as a negative amount. */
  readonly creditedNetMinor: number
}

export interface Supplement {
  readonly supplementId: number
  readonly networkId: number
  readonly locationId: number
  readonly location: string
  /** The number of the invoice that it is about. */
  readonly about: number
  /** Before tax; negative for a deduction. */
  readonly netMinor: number
  readonly currency: string
  readonly digits: number
  readonly state: SupplementState
  /** What still waits for an invoice; 0 unless it is pending. */
  readonly leftMinor: number
  readonly lines: readonly SupplementLine[]
  readonly people: readonly (SupplementPerson & { readonly externalId: string; readonly name: string })[]
  readonly basis: SupplementBasis
  readonly reason: string
  readonly agreedAt: string
  readonly withdrawnAt: string | null
  readonly withdrawnBecause: string | null
}

export interface SupplementLine {
  /** The invoice on which it stands. */
  readonly number: number
  readonly netMinor: number
  readonly isVoid: boolean
}

interface Row {
  supplement_id: number
  network_id: number
  location_id: number
  location: string
  about_number: number
  net_minor: number
  currency: string
  digits: number
  people: Supplement['people'] | null
  basis: SupplementBasis
  reason: string
  agreed_at: Date
  withdrawn_at: Date | null
  withdrawn_because: string | null
  is_lapsed: boolean
  lines: SupplementLine[] | null
}

/** Whether an invoice is void; its number is a column of the row. */
function isVoid(row: Sql, number: Sql): Sql {
  return sql`exists (
        select from platform_invoice_entries void
        where void.network_id = ${row}.network_id
          and void.about_number = ${number}
          and void.kind = 'void'
      )`
}

/** @param condition on `s`. @returns in the order in which they were agreed */
export async function supplementsWhere(
  session: Session,
  networkId: number,
  condition: Sql,
): Promise<Supplement[]> {
  const rows = await session.query<Row>(sql`
    select
      s.*,
      l.name as location,
      ${isVoid(sql`s`, sql`s.about_number`)} as is_lapsed,
      (
        select jsonb_agg(
          jsonb_build_object(
            'number', line.invoice_number,
            'netMinor', line.net_minor,
            'isVoid', ${isVoid(sql`line`, sql`line.invoice_number`)}
          )
          order by line.invoice_number
        )
        from platform_invoice_supplement_lines line
        where line.network_id = s.network_id
          and line.supplement_id = s.supplement_id
      ) as lines,
      (
        select jsonb_agg(
          jsonb_build_object(
            'customerId', c.customer_id, 'externalId', c.external_id, 'name', c.name, 'change', person.change
          )
          order by c.sort_name, c.customer_id
        )
        from jsonb_to_recordset(s.people) person ("customerId" int, change text)
        join customers c on c.network_id = s.network_id and c.customer_id = person."customerId"
      ) as people
    from platform_invoice_supplements s
    join locations l on l.network_id = s.network_id and l.location_id = s.location_id
    where s.network_id = ${networkId}::int
      and ${condition}
    order by s.supplement_id`)
  return rows.map(supplementOf)
}

function supplementOf(row: Row): Supplement {
  const lines = row.lines ?? []
  const onInvoices = lines.reduce((sum, line) => sum + (line.isVoid ? 0 : line.netMinor), 0)
  const left = row.net_minor - onInvoices
  const state = stateOf(row, left)
  return {
    supplementId: row.supplement_id,
    networkId: row.network_id,
    locationId: row.location_id,
    location: row.location,
    about: row.about_number,
    netMinor: row.net_minor,
    currency: row.currency,
    digits: row.digits,
    state,
    leftMinor: state === 'pending' ? left : 0,
    lines,
    people: row.people ?? [],
    basis: row.basis,
    reason: row.reason,
    agreedAt: row.agreed_at.toISOString(),
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
    withdrawnBecause: row.withdrawn_because,
  }
}

function stateOf({ withdrawn_at, is_lapsed }: Row, left: number): SupplementState {
  if (withdrawn_at !== null) return 'withdrawn'
  if (is_lapsed) return 'lapsed'
  return left === 0 ? 'billed' : 'pending'
}

/** Those that count as agreed: they wait or stand on an invoice. */
export function isAgreed({ state }: Supplement): boolean {
  return state === 'pending' || state === 'billed'
}
