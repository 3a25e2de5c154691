/** The chain of each network: entries are added at its end, one writer at a time, and never changed. */
import sql from 'sql-template-tag'
import { type EntryContent, FIRST_HASH, hashOfEntry } from '#billing/invoice'
import type { Session } from '#database/database'
import { lockKey } from '#database/postgresql/advisory-locks'

/** An entry before it has its place in the chain. */
export type Draft = EntryContent extends infer Content
  ? Content extends EntryContent
    ? Omit<Content, 'networkId' | 'entryNumber' | 'previousHash' | 'issuedAt' | 'number'>
    : never
  : never

export interface ChainedEntry<Content extends EntryContent = EntryContent> {
  readonly content: Content
  readonly hash: string
}

/** Waits for whoever writes to the chain of the network; what is read afterwards is what he left. */
export async function takeChain(session: Session, networkId: number): Promise<void> {
  await session.query(
    sql`select pg_advisory_xact_lock(${lockKey(`platform invoices of network ${networkId}`)}::bigint)`,
  )
}

/** Adds entries under the lock of {@link takeChain}: all in one statement, numbered and chained in order. */
export async function appendEntries<Content extends EntryContent>(
  session: Session,
  networkId: number,
  drafts: readonly Draft[],
  issuedAt: Date,
): Promise<ChainedEntry<Content>[]> {
  let { entryNumber, number, hash: previousHash } = await lastOf(session, networkId)
  const chained = drafts.map((draft) => {
    entryNumber += 1
    const place = { networkId, entryNumber, previousHash, issuedAt: issuedAt.toISOString() }
    const numbered = draft.kind === 'void' ? {} : { number: ++number }
    const content = { ...draft, ...place, ...numbered } as Content
    previousHash = hashOfEntry(content)
    return { content, hash: previousHash }
  })
  await insert(session, chained)
  return chained
}

async function lastOf(session: Session, networkId: number) {
  const [last] = await session.query<{ entry_number: number; hash: string; number: number }>(sql`
    select
      entry_number,
      hash,
      coalesce((
        select max(numbered.invoice_number)
        from platform_invoice_entries numbered
        where numbered.network_id = ${networkId}::int
      ), 0) as number
    from platform_invoice_entries
    where network_id = ${networkId}::int
    order by entry_number desc
    limit 1`)
  return { entryNumber: last?.entry_number ?? 0, number: last?.number ?? 0, hash: last?.hash ?? FIRST_HASH }
}

async function insert(session: Session, entries: readonly ChainedEntry[]): Promise<void> {
  const rows = entries.map(({ content, hash }) => ({
    network_id: content.networkId,
    entry_number: content.entryNumber,
    kind: content.kind,
    invoice_number: content.kind === 'void' ? null : content.number,
    about_number: content.kind === 'invoice' ? null : content.about,
    location_id: content.location.locationId,
    cut_off_at: content.cutOffAt,
    edition: content.edition,
    active_users: content.activeUsers,
    currency: content.currency,
    total_minor: content.totalMinor,
    issued_at: content.issuedAt,
    content,
    previous_hash: content.previousHash,
    hash,
  }))
  await session.query(sql`
    insert into platform_invoice_entries (
      network_id, entry_number, kind, invoice_number, about_number, location_id, cut_off_at, edition,
      active_users, currency, total_minor, issued_at, content, previous_hash, hash
    )
    select
      network_id, entry_number, kind, invoice_number, about_number, location_id, cut_off_at, edition,
      active_users, currency, total_minor, issued_at, content, previous_hash, hash
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) entry (
      network_id int, entry_number int, kind text, invoice_number int, about_number int,
      location_id int, cut_off_at timestamptz, edition int, active_users int, currency text,
      total_minor bigint, issued_at timestamptz, content jsonb, previous_hash text, hash text
    )`)
}
