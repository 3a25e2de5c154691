/**
 * Voids a platform invoice: it and its cut-off count no longer, and it can be issued again. Supplements that
 * stand on it wait for the next invoice again; those about it that wait lapse, since what is issued in its
 * place counts late records itself.
 */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { writeAudit } from '#services/audit/write'
import { checkInput } from '#services/check-input'
import type { Context } from '#services/context'
import { appendEntries, takeChain } from '#services/platform-invoices/entries'
import {
  findInvoice,
  INVOICE_KEY,
  type InvoiceKey,
  type PlatformInvoiceFound,
} from '#services/platform-invoices/find'
import { cutOffId } from '#services/platform-invoices/issue-round'
import { reason } from '#services/platform-invoices/reason'
import { supplementsWhere } from '#services/supplements/rows'

export interface VoidOptions extends InvoiceKey {
  /** Told with the invoice for ever. */
  readonly reason: string
}

export interface PlatformInvoiceVoided {
  readonly number: number
  readonly voidedAt: string
  readonly hash: string
}

const INPUT = { ...INVOICE_KEY, reason }

/**
 * @throws PLATFORM_INVOICE_NOT_FOUND; PLATFORM_INVOICE_VOID where it is void already;
 *   PLATFORM_INVOICE_CREDITED where a credit note has taken from it; PLATFORM_INVOICE_SUPPLEMENTED where a
 *   supplement about it stands on a later invoice; FORBIDDEN
 */
export async function voidPlatformInvoice(
  context: Context,
  options: VoidOptions,
): Promise<PlatformInvoiceVoided> {
  const asked = checkInput(options, INPUT)
  return context.database.transaction(async (session) => {
    const { networkId } = (await findInvoice(session, context.asker, asked, 'billing.manage')).content
    await takeChain(session, networkId)
    const found = await findInvoice(session, context.asker, asked, 'billing.manage')
    refuseEnded(found)
    await refuseSupplemented(session, found)
    const { kind: _kind, number, ...invoice } = found.content
    const { location, cutOffAt, edition, activeUsers, currency, digits, netMinor, taxMinor, totalMinor } =
      invoice
    const draft = {
      kind: 'void' as const,
      about: number,
      reason: asked.reason,
      ...{ location, cutOffAt, edition, activeUsers, currency, digits, netMinor, taxMinor, totalMinor },
    }
    const now = context.now()
    const [entry] = await appendEntries(session, networkId, [draft], now)
    await session.query(sql`
      delete from platform_invoices
      where network_id = ${networkId}::int
        and location_id = ${location.locationId}::int
        and external_id = ${cutOffId(number)}::text`)
    await writeAudit(session, context, {
      action: 'platform_invoice.void',
      networkId,
      subject: { number },
      after: { reason: asked.reason, entryNumber: entry?.content.entryNumber ?? 0, hash: entry?.hash ?? '' },
    })
    return { number, voidedAt: now.toISOString(), hash: entry?.hash ?? '' }
  })
}

/** What stands on a later invoice is about this one; issued again it would count the same people itself. */
async function refuseSupplemented(
  session: Session,
  { content: { networkId, number } }: PlatformInvoiceFound,
): Promise<void> {
  const supplements = await supplementsWhere(session, networkId, sql`s.about_number = ${number}::int`)
  const standing = supplements.flatMap(({ lines }) => lines).find(({ isVoid }) => !isVoid)
  if (standing === undefined) return
  throw new HeadcountError(
    'PLATFORM_INVOICE_SUPPLEMENTED',
    `Platform invoice ${number} has a supplement on platform invoice ${standing.number}, so that it stands and cannot be voided.`,
  )
}

function refuseEnded({ void: voided, creditNotes, content }: PlatformInvoiceFound): void {
  if (voided !== null) {
    throw new HeadcountError(
      'PLATFORM_INVOICE_VOID',
      `Platform invoice ${content.number} is void since ${voided.issuedAt}.`,
    )
  }
  if (creditNotes.length === 0) return
  throw new HeadcountError(
    'PLATFORM_INVOICE_CREDITED',
    `Platform invoice ${content.number} has a credit note, so that it stands and cannot be voided.`,
  )
}
