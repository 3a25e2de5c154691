/** The kinds of records whose last reading simply replaces the one before: whole sets, one statement a table. */
import sql, { raw, type Sql } from 'sql-template-tag'
import type { Session } from '#database/database'

export interface Merged {
  readonly added: number
  readonly changed: number
}

interface Upsert {
  readonly table: string
  readonly key: readonly string[]
  /** Columns whose difference makes a record a changed one. */
  readonly compared: readonly string[]
  /** Columns that follow along with a change. */
  readonly carried: readonly string[]
}

export const UPSERTS = {
  locations: {
    table: 'locations',
    key: ['network_id', 'location_id'],
    compared: ['name', 'time_zone', 'currency', 'created_at'],
    carried: ['external_id', 'import_id'],
  },
  customers: {
    table: 'customers',
    key: ['network_id', 'customer_id'],
    compared: ['name', 'email', 'company', 'is_suspended', 'is_archived'],
    carried: ['external_id', 'sort_name', 'updated_at', 'import_id'],
  },
  customer_changes: {
    table: 'customer_changes',
    key: ['network_id', 'customer_id', 'property', 'at', 'ref'],
    compared: ['before', 'after'],
    carried: ['import_id'],
  },
  paused_periods: {
    table: 'paused_periods',
    key: ['network_id', 'contract_ref', 'ref'],
    compared: ['from_at', 'until_at'],
    carried: ['import_id'],
  },
  recurring_products: {
    table: 'recurring_products',
    key: ['network_id', 'ref'],
    compared: [
      'location_id',
      'customer_id',
      'product_name',
      'cycle',
      'every',
      'renews_from',
      'renews_until',
      'ended_at',
    ],
    carried: ['import_id'],
  },
  platform_invoices: {
    table: 'platform_invoices',
    key: ['location_id', 'cut_off_at', 'external_id', 'network_id'],
    compared: ['number'],
    carried: ['import_id'],
  },
  bills: {
    table: 'bills',
    key: ['network_id', 'external_id'],
    compared: [
      'location_id',
      'cut_off_at',
      'number',
      'period_from',
      'period_until',
      'description',
      'billed_count',
      'currency',
      'subscription',
      'reseller',
      'discount',
      'tax',
      'total',
    ],
    carried: ['import_id'],
  },
  external_refs: {
    table: 'external_refs',
    key: ['network_id', 'ref'],
    compared: ['record_kind', 'external_id'],
    carried: [],
  },
} as const satisfies Record<string, Upsert>

/** Adds and updates from the loading table of the same name. Of a record read twice the last reading counts. */
export async function upsert(session: Session, name: keyof typeof UPSERTS): Promise<Merged> {
  const [row] = await session.query<Merged>(sql`
    with merged as (${upsertStatement(name)}
      returning xmax = 0 as is_new
    )
    select
      count(*) filter (where is_new)::int as added,
      count(*) filter (where not is_new)::int as changed
    from merged`)
  return row ?? { added: 0, changed: 0 }
}

/** The statement of an upsert, for a `returning` to follow: rows that stay as they are are not returned. */
export function upsertStatement(name: keyof typeof UPSERTS): Sql {
  const { table, key, compared, carried }: Upsert = UPSERTS[name]
  const columns = [...key, ...compared, ...carried]
  return raw(`
      insert into ${table} as known (${columns.join(', ')})
      select distinct on (${key.join(', ')}) ${columns.join(', ')}
      from loading.${table}
      order by ${key.join(', ')}, ctid desc
      on conflict (${key.join(', ')}) do update
      set ${[...compared, ...carried].map((column) => `${column} = excluded.${column}`).join(', ')}
      where (${compared.map((column) => `known.${column}`).join(', ')})
        is distinct from (${compared.map((column) => `excluded.${column}`).join(', ')})`)
}
