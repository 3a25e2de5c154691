/** One platform invoice that was issued here, as it stands: with its void and its credit notes. */
import sql from 'sql-template-tag'
import type { CreditNoteContent, EntryContent, InvoiceContent, VoidContent } from '#billing/invoice'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { LARGEST_INT } from '#lib/largest-int'
import type { Right } from '#model/access'
import { type Asker, requireRight, seesLocation } from '#services/asker'
import { text, whole } from '#services/check-input'
import { findNetwork } from '#services/networks/find'

/** Names one invoice. */
export interface InvoiceKey {
  /** Id, external id or exact name. */
  readonly network: string
  readonly number: number
}

export const INVOICE_KEY = { network: text, number: whole(1, LARGEST_INT) } as const

export interface PlatformInvoiceFound {
  /** Name of the network, as it is now. */
  readonly network: string
  readonly content: InvoiceContent
  readonly hash: string
  /** Null while it stands. */
  readonly void: VoidContent | null
  readonly creditNotes: readonly CreditNoteContent[]
}

/** @throws NETWORK_NOT_FOUND, PLATFORM_INVOICE_NOT_FOUND, FORBIDDEN */
export async function findInvoice(
  session: Session,
  asker: Asker,
  { network, number }: InvoiceKey,
  right: Right,
): Promise<PlatformInvoiceFound> {
  const { networkId, name } = await findNetwork(session, asker, network)
  requireRight(asker, right, { networkId })
  const rows = await session.query<{ content: EntryContent; hash: string }>(sql`
    select content, hash
    from platform_invoice_entries
    where network_id = ${networkId}::int
      and (invoice_number = ${number}::int or about_number = ${number}::int)
    order by entry_number`)
  const invoice = rows.find(({ content }) => content.kind === 'invoice')
  if (
    invoice?.content.kind !== 'invoice' ||
    !seesLocation(asker, networkId, invoice.content.location.locationId)
  ) {
    throw new HeadcountError(
      'PLATFORM_INVOICE_NOT_FOUND',
      `No platform invoice ${number} was issued in this network.`,
    )
  }
  const contents = rows.map(({ content }) => content)
  return {
    network: name,
    content: invoice.content,
    hash: invoice.hash,
    void: contents.find((content) => content.kind === 'void') ?? null,
    creditNotes: contents.filter(
      (content) => content.kind === 'credit_note' && content.about === number,
    ) as CreditNoteContent[],
  }
}
