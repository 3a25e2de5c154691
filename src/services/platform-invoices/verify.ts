/** Walks the chain of each network's platform invoices, with their lists, and says where it is broken. */
import sql from 'sql-template-tag'
import { checkEntry, type KeptEntry } from '#billing/check-chain'
import { type EntryContent, FIRST_HASH } from '#billing/invoice'
import { listHash } from '#counting/freeze'
import type { Session } from '#database/database'
import { requireRight } from '#services/asker'
import type { Context } from '#services/context'

export interface InvoiceChainVerdict {
  readonly networkId: number
  readonly entries: number
  readonly lastHash: string
  /** What is wrong, a sentence each, the first of them first. */
  readonly faults: readonly string[]
}

export interface InvoiceVerdict {
  readonly isIntact: boolean
  readonly chains: readonly InvoiceChainVerdict[]
}

const ENTRIES_A_READ = 500
const MOST_FAULTS = 20

interface EntryRow {
  entry_number: number
  kind: string
  invoice_number: number | null
  about_number: number | null
  location_id: number
  cut_off_at: Date
  edition: number
  active_users: number
  currency: string
  total_minor: number
  issued_at: Date
  content: EntryContent
  previous_hash: string
  hash: string
  list_hash: string | null
  list_length: number | null
  supplement_lines: string | null
}

/** @throws FORBIDDEN for everybody but the platform */
export function verifyPlatformInvoices({ database, asker }: Context): Promise<InvoiceVerdict> {
  return database.transaction(
    async (session) => {
      requireRight(asker, 'billing.manage')
      const networks = await session.query<{ network_id: number }>(sql`
        select network_id from platform_invoice_entries
        union
        select network_id from audit_entries where action = 'platform_invoice.issue'
        order by network_id`)
      const chains: InvoiceChainVerdict[] = []
      for (const { network_id } of networks) chains.push(await verifyChain(session, network_id))
      return { isIntact: chains.every(({ faults }) => faults.length === 0), chains }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

async function verifyChain(session: Session, networkId: number): Promise<InvoiceChainVerdict> {
  const faults: string[] = []
  let entries = 0
  let last: KeptEntry = { entryNumber: 0, number: 0, hash: FIRST_HASH }
  for (;;) {
    const rows = await readEntries(session, networkId, last.entryNumber)
    for (const row of rows) {
      const checked = checkEntry({ content: row.content, hash: row.hash }, last)
      faults.push(...checked.faults, ...columnFaults(row), ...listFaults(row), ...supplementFaults(row))
      last = checked.last
      entries += 1
    }
    if (rows.length < ENTRIES_A_READ) break
  }
  faults.push(...(await endFaults(session, networkId, last)))
  return { networkId, entries, lastHash: last.hash, faults: faults.slice(0, MOST_FAULTS) }
}

function readEntries(session: Session, networkId: number, after: number): Promise<EntryRow[]> {
  return session.query<EntryRow>(sql`
    select
      e.*,
      case when list.network_id is not null then ${listHash('list')} end as list_hash,
      cardinality(list.customers) as list_length,
      (
        select string_agg(concat_ws(' ', line.supplement_id, line.net_minor), ',' order by line.supplement_id)
        from platform_invoice_supplement_lines line
        where line.network_id = e.network_id
          and line.invoice_number = e.invoice_number
      ) as supplement_lines
    from platform_invoice_entries e
    left join platform_invoice_lists list
      on list.network_id = e.network_id
      and list.location_id = e.location_id
      and list.cut_off_at = e.cut_off_at
      and list.edition = e.edition
      and e.kind = 'invoice'
    where e.network_id = ${networkId}::int
      and e.entry_number > ${after}::int
    order by e.entry_number
    limit ${ENTRIES_A_READ}::int`)
}

/** The columns by which an entry is found repeat its content. */
function columnFaults(row: EntryRow): string[] {
  const { content } = row
  const told = [
    row.kind,
    row.entry_number,
    row.invoice_number,
    row.about_number,
    row.location_id,
    row.cut_off_at.toISOString(),
    row.edition,
    row.active_users,
    row.currency,
    row.total_minor,
    row.issued_at.toISOString(),
    row.previous_hash,
  ]
  const expected = [
    content.kind,
    content.entryNumber,
    content.kind === 'void' ? null : content.number,
    content.kind === 'invoice' ? null : content.about,
    content.location.locationId,
    content.cutOffAt,
    content.edition,
    content.activeUsers,
    content.currency,
    content.totalMinor,
    content.issuedAt,
    content.previousHash,
  ]
  const isSame = told.every((value, at) => value === expected[at])
  return isSame ? [] : [`Entry ${row.entry_number} says something else beside its content.`]
}

function listFaults({ content, list_hash, list_length }: EntryRow): string[] {
  if (content.kind !== 'invoice') return []
  if (list_hash === null) return [`The list of invoice ${content.number} is gone.`]
  const faults: string[] = []
  if (list_hash !== content.listHash)
    faults.push(`The list of invoice ${content.number} is not as it was frozen.`)
  if (list_length !== content.activeUsers) {
    faults.push(
      `Invoice ${content.number} says ${content.activeUsers} active users, its list has ${list_length}.`,
    )
  }
  return faults
}

/** Which supplements stand on an invoice is noted beside it as well. */
function supplementFaults({ content, supplement_lines }: EntryRow): string[] {
  if (content.kind === 'void') return []
  const supplements = content.kind === 'invoice' ? (content.supplements ?? []) : []
  const told = [...supplements]
    .sort((a, b) => a.supplementId - b.supplementId)
    .map(({ supplementId, netMinor }) => `${supplementId} ${netMinor}`)
    .join(',')
  if (told === (supplement_lines ?? '')) return []
  return [`The supplements on number ${content.number} are not those that are noted for it.`]
}

/** A chain that was cut at its end is whole by itself: the audit log knows how far it went. */
async function endFaults(session: Session, networkId: number, last: KeptEntry): Promise<string[]> {
  const [noted] = await session.query<{ entry: number; hash: string }>(sql`
    select (after ->> 'entryNumber')::int as entry, after ->> 'hash' as hash
    from audit_entries
    where network_id = ${networkId}::int
      and action in ('platform_invoice.issue', 'platform_invoice.void', 'platform_invoice.credit')
    order by entry_number desc
    limit 1`)
  if (noted === undefined || (noted.entry === last.entryNumber && noted.hash === last.hash)) return []
  return [
    `The audit log tells of entry ${noted.entry} with hash ${noted.hash} as the last: the end was cut off.`,
  ]
}
