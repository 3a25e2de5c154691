/** Reads platform invoices that were issued here: a page of them, one whole, and the list frozen with it. */
import sql, { type Sql } from 'sql-template-tag'
import type { CreditNoteContent, InvoiceContent, VoidContent } from '#billing/invoice'
import { evidenceRecord, joinEvidenceRecord } from '#counting/evidence-record'
import type { Session } from '#database/database'
import { LARGEST_INT } from '#lib/largest-int'
import type { InvoicedUser } from '#model/invoiced-user'
import { evidenceKindName } from '#model/kind'
import { SOURCE_BITS, SOURCES, type Source, sourcesOf } from '#model/source'
import { requireRight, visibleLocations } from '#services/asker'
import { checkInput, optional, sourceList, text, whole } from '#services/check-input'
import type { Context } from '#services/context'
import { findCustomer } from '#services/customers/find'
import { findLocation } from '#services/locations/find'
import { findNetwork } from '#services/networks/find'
import { type LinkRecord, linksOf } from '#services/networks/record-addresses'
import { findInvoice, INVOICE_KEY, type InvoiceKey } from '#services/platform-invoices/find'
import { matchesSearch } from '#services/records/list-filters'
import { type Supplement, supplementsWhere } from '#services/supplements/rows'

export interface PlatformInvoiceListed {
  readonly number: number
  readonly kind: 'invoice' | 'credit_note'
  /** The invoice that a credit note takes from. */
  readonly about: number | null
  readonly locationId: number
  readonly location: string
  readonly cutOffAt: string
  readonly issuedAt: string
  readonly edition: number
  readonly activeUsers: number
  readonly currency: string
  readonly digits: number
  readonly totalMinor: number
  readonly isVoid: boolean
}

export interface PlatformInvoicePage {
  readonly total: number
  /** The newest first. */
  readonly items: readonly PlatformInvoiceListed[]
  /** For the next page; null at the end. */
  readonly nextBefore: number | null
}

export interface ListPlatformInvoicesOptions {
  /** Id, external id or exact name. */
  readonly network: string
  readonly location?: string
  /** Numbers below this one. */
  readonly before?: number
  /** 1 to 500; default 50. */
  readonly limit?: number
}

const LIST_INPUT = {
  network: text,
  location: optional(text),
  before: optional(whole(1, LARGEST_INT)),
  limit: optional(whole(1, 500)),
}
const SNAPSHOT = { isolation: 'repeatable read', readOnly: true } as const

/** @throws NETWORK_NOT_FOUND, LOCATION_NOT_FOUND, FORBIDDEN */
export function listPlatformInvoices(
  { database, asker }: Context,
  options: ListPlatformInvoicesOptions,
): Promise<PlatformInvoicePage> {
  const { network, location, before = LARGEST_INT, limit = 50 } = checkInput(options, LIST_INPUT)
  return database.transaction(async (session) => {
    const { networkId } = await findNetwork(session, asker, network)
    const place = location === undefined ? null : await findLocation(session, asker, location, network)
    requireRight(asker, 'billing.read', { networkId })
    const visible = visibleLocations(asker, networkId)
    const seen = visible === 'all' ? sql`` : sql` and e.location_id = any (${visible}::int[])`
    const only = place === null ? sql`` : sql` and e.location_id = ${place.locationId}::int`
    const matching = sql`e.network_id = ${networkId}::int and e.invoice_number is not null${seen}${only}`
    const [counted] = await session.query<{ total: number }>(
      sql`select count(*)::int as total from platform_invoice_entries e where ${matching}`,
    )
    const rows = await session.query<{ content: InvoiceContent | CreditNoteContent; is_void: boolean }>(sql`
      select
        e.content,
        exists (
          select from platform_invoice_entries v
          where v.network_id = e.network_id
            and v.about_number = e.invoice_number
            and v.kind = 'void'
        ) as is_void
      from platform_invoice_entries e
      where ${matching}
        and e.invoice_number < ${before}::int
      order by e.invoice_number desc
      limit ${limit + 1}::int`)
    const items = rows.slice(0, limit).map(({ content, is_void }) => listed(content, is_void))
    return {
      total: counted?.total ?? 0,
      items,
      nextBefore: rows.length > limit ? (items.at(-1)?.number ?? null) : null,
    }
  }, SNAPSHOT)
}

function listed(content: InvoiceContent | CreditNoteContent, isVoid: boolean): PlatformInvoiceListed {
  const { number, kind, location, cutOffAt, issuedAt, edition } = content
  const { activeUsers, currency, digits, totalMinor } = content
  return {
    number,
    kind,
    about: content.kind === 'credit_note' ? content.about : null,
    locationId: location.locationId,
    location: location.name,
    cutOffAt,
    issuedAt,
    edition,
    activeUsers,
    currency,
    digits,
    totalMinor,
    isVoid,
  }
}

export interface PlatformInvoiceDetails {
  /** Name of the network, as it is now. */
  readonly network: string
  readonly invoice: InvoiceContent
  readonly hash: string
  readonly void: VoidContent | null
  readonly creditNotes: readonly CreditNoteContent[]
  /** What was agreed about it, for later invoices. */
  readonly supplements: readonly Supplement[]
}

/** @throws NETWORK_NOT_FOUND, PLATFORM_INVOICE_NOT_FOUND, FORBIDDEN */
export function getPlatformInvoice(context: Context, key: InvoiceKey): Promise<PlatformInvoiceDetails> {
  const asked = checkInput(key, INVOICE_KEY)
  return context.database.transaction(async (session) => {
    const found = await findInvoice(session, context.asker, asked, 'billing.read')
    const { network, content: invoice, hash, void: voided, creditNotes } = found
    const about = sql`s.about_number = ${invoice.number}::int`
    const supplements = await supplementsWhere(session, invoice.networkId, about)
    return { network, invoice, hash, void: voided, creditNotes, supplements }
  }, SNAPSHOT)
}

export interface InvoicedUserPage {
  readonly number: number
  /** All that were counted, and that the filters leave. */
  readonly total: number
  /** By name. */
  readonly items: readonly InvoicedUser[]
  /** Rows to pass over for the next page; null at the end. */
  readonly nextOffset: number | null
}

export interface ListInvoicedUsersOptions extends InvoiceKey {
  /** 1 to {@link MOST_INVOICED_USERS}; default 50. */
  readonly limit?: number
  readonly offset?: number
  /** Only customers with at least one of these sources. */
  readonly sources?: readonly Source[]
  /** Part of a name, e-mail or company, as they are now. */
  readonly search?: string
  /** One customer alone: id, external id or exact name. */
  readonly customer?: string
}

export const MOST_INVOICED_USERS = 100_000
const USERS_INPUT = {
  ...INVOICE_KEY,
  limit: optional(whole(1, MOST_INVOICED_USERS)),
  offset: optional(whole(0, LARGEST_INT)),
  sources: optional(sourceList),
  search: optional(text),
  customer: optional(text),
}

interface UserRow {
  customer_id: number
  external_id: string
  name: string
  mask: number
  evidence: { kind: number; record: string; ms: number | null }[] | null
}

/** Who was counted, from the frozen list. @throws NETWORK_NOT_FOUND, PLATFORM_INVOICE_NOT_FOUND, CUSTOMER_NOT_FOUND, FORBIDDEN */
export function listInvoicedUsers(
  context: Context,
  options: ListInvoicedUsersOptions,
): Promise<InvoicedUserPage> {
  const { limit = 50, offset = 0, sources, search, customer, ...key } = checkInput(options, USERS_INPUT)
  return context.database.transaction(async (session) => {
    const { asker } = context
    const { content } = await findInvoice(session, asker, key, 'billing.read')
    const one =
      customer === undefined ? null : await findCustomer(session, asker, content.networkId, customer)
    const matching = sql`${ofSources(sources)}${matchesSearch(search)}${
      one === null
        ? sql``
        : sql`
        and c.customer_id = ${one.customerId}::int`
    }`
    const total = await totalOf(session, content, matching)
    const rows = await usersOf(session, content, { matching, limit, offset })
    const link = await linksOf(session, content.networkId)
    return {
      number: content.number,
      total,
      items: rows.map((row) => userOf(row, link)),
      nextOffset: offset + rows.length < total && rows.length > 0 ? offset + rows.length : null,
    }
  }, SNAPSHOT)
}

function ofSources(sources: readonly Source[] = []): Sql {
  const bits = sources.reduce((mask, source) => mask | SOURCE_BITS[source], 0)
  return bits === 0
    ? sql``
    : sql`
        and u.mask & ${bits}::int <> 0`
}

/** The frozen list of an invoice as a common table expression. */
function listSql({ networkId, location, cutOffAt, edition }: InvoiceContent): Sql {
  return sql`
    list as (
      select *
      from platform_invoice_lists
      where network_id = ${networkId}::int
        and location_id = ${location.locationId}::int
        and cut_off_at = ${cutOffAt}::timestamptz
        and edition = ${edition}::int
    )`
}

async function totalOf(session: Session, content: InvoiceContent, matching: Sql): Promise<number> {
  const [counted] = await session.query<{ total: number }>(sql`
    with ${listSql(content)}
    select count(*)::int as total
    from list
    cross join unnest(list.customers, list.masks) u (customer_id, mask)
    join customers c on c.network_id = list.network_id and c.customer_id = u.customer_id
    where true${matching}`)
  return counted?.total ?? 0
}

function usersOf(
  session: Session,
  content: InvoiceContent,
  { matching, limit, offset }: { readonly matching: Sql; readonly limit: number; readonly offset: number },
): Promise<UserRow[]> {
  return session.query<UserRow>(sql`
    with ${listSql(content)},
    page as (
      select c.customer_id, c.external_id, c.name, c.sort_name, u.mask
      from list
      cross join unnest(list.customers, list.masks) u (customer_id, mask)
      join customers c on c.network_id = list.network_id and c.customer_id = u.customer_id
      where true${matching}
      order by c.sort_name, c.customer_id
      limit ${limit}::int
      offset ${offset}::int
    ),
    proofs as (
      select
        p.customer_id,
        jsonb_agg(
          jsonb_build_object('kind', p.kind, 'record', ${evidenceRecord('p')}, 'ms', p.ms)
          order by p.kind & 255, p.ms, p.ref
        ) as evidence
      from list
      cross join unnest(
        list.evidence_customers, list.evidence_kinds, list.evidence_refs, list.evidence_ms
      ) p (customer_id, kind, ref, ms)${joinEvidenceRecord('p', 'list.network_id')}
      where p.customer_id in (select page.customer_id from page)
      group by p.customer_id
    )
    select page.customer_id, page.external_id, page.name, page.mask, proofs.evidence
    from page
    left join proofs on proofs.customer_id = page.customer_id
    order by page.sort_name, page.customer_id`)
}

function userOf(row: UserRow, link: LinkRecord): InvoicedUser {
  return {
    customerId: row.customer_id,
    externalId: row.external_id,
    name: row.name,
    sources: sourcesOf(row.mask),
    evidence: (row.evidence ?? []).map(({ kind, record, ms }) => ({
      source: sourceOfKind(kind),
      kind: evidenceKindName(kind),
      record,
      url: link(sourceOfKind(kind), { id: record, customer: row.external_id }),
      at: ms === null ? null : new Date(ms).toISOString(),
    })),
  }
}

function sourceOfKind(kind: number): Source {
  const source = SOURCES.find((candidate) => SOURCE_BITS[candidate] === (kind & 255))
  if (source === undefined) throw new Error(`evidence kind ${kind} has no source`)
  return source
}
