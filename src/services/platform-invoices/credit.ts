/** Issues a credit note: it takes from a platform invoice, which stands as it was. */
import Big from 'big.js'
import type { CreditNoteContent, InvoiceContent } from '#billing/invoice'
import { percentOf, wholeLine } from '#billing/line'
import { HeadcountError } from '#errors'
import { quoted } from '#lib/quote'
import { fromMinor } from '#model/money'
import { writeAudit } from '#services/audit/write'
import { checkInput, optional, text } from '#services/check-input'
import type { Context } from '#services/context'
import { appendEntries, takeChain } from '#services/platform-invoices/entries'
import {
  findInvoice,
  INVOICE_KEY,
  type InvoiceKey,
  type PlatformInvoiceFound,
} from '#services/platform-invoices/find'
import { reason } from '#services/platform-invoices/reason'

export interface CreditOptions extends InvoiceKey {
  /** Told on the credit note. */
  readonly reason: string
  /** Before tax, as a decimal text such as 12.50; default all that is left. Tax is taken off with it. */
  readonly amount?: string
}

const INPUT = { ...INVOICE_KEY, reason, amount: optional(text) }

/**
 * @throws PLATFORM_INVOICE_NOT_FOUND, INVALID_ARGUMENT for an amount that is none; PLATFORM_INVOICE_VOID;
 *   PLATFORM_INVOICE_CREDITED for more than is left; FORBIDDEN
 */
export async function creditPlatformInvoice(
  context: Context,
  options: CreditOptions,
): Promise<CreditNoteContent & { readonly hash: string }> {
  const asked = checkInput(options, INPUT)
  return context.database.transaction(async (session) => {
    const { networkId } = (await findInvoice(session, context.asker, asked, 'billing.manage')).content
    await takeChain(session, networkId)
    const found = await findInvoice(session, context.asker, asked, 'billing.manage')
    const { content } = found
    const amounts = amountsOf(found, asked.amount)
    const draft = {
      kind: 'credit_note' as const,
      about: content.number,
      reason: asked.reason,
      ...placeOf(content),
      ...amounts,
    }
    const [entry] = await appendEntries<CreditNoteContent>(session, networkId, [draft], context.now())
    if (entry === undefined) throw new Error('a credit note was not kept')
    await writeAudit(session, context, {
      action: 'platform_invoice.credit',
      networkId,
      subject: { number: content.number, creditNote: entry.content.number },
      after: { reason: asked.reason, entryNumber: entry.content.entryNumber, hash: entry.hash },
    })
    return { ...entry.content, hash: entry.hash }
  })
}

function placeOf({ location, cutOffAt, edition, activeUsers, currency, digits }: InvoiceContent) {
  return { location, cutOffAt, edition, activeUsers, currency, digits }
}

/** Amounts to take off, as negative ones. What takes all that is left takes all its tax, to the cent. */
function amountsOf({ content, void: voided, creditNotes }: PlatformInvoiceFound, amount: string | undefined) {
  if (voided !== null) {
    throw new HeadcountError(
      'PLATFORM_INVOICE_VOID',
      `Platform invoice ${content.number} is void: there is nothing to take off.`,
    )
  }
  const leftNet = content.netMinor + sum(creditNotes.map(({ netMinor }) => netMinor))
  const leftTax = content.taxMinor + sum(creditNotes.map(({ taxMinor }) => taxMinor))
  const netOff = amount === undefined ? leftNet : minorOf(amount, content.digits)
  if (netOff > leftNet || leftNet === 0) {
    throw new HeadcountError(
      'PLATFORM_INVOICE_CREDITED',
      `${content.currency} ${fromMinor(leftNet, content.digits)} before tax is left of platform invoice ${content.number}.`,
    )
  }
  const percent = content.pricePlan.plan.taxPercent ?? 0
  const taxOff = netOff === leftNet ? leftTax : Math.min(leftTax, percentOf(netOff, percent))
  const net = wholeLine('discount', `Credit on platform invoice ${content.number}`, -netOff)
  const tax = wholeLine('tax', `Tax (${percent} %)`, -taxOff)
  return {
    lines: taxOff === 0 ? [net] : [net, tax],
    netMinor: -netOff,
    taxMinor: taxOff === 0 ? 0 : -taxOff,
    totalMinor: -netOff - taxOff,
  }
}

function minorOf(amount: string, digits: number): number {
  const isDecimal = /^\d{1,10}(\.\d{1,12})?$/.test(amount)
  const minor = isDecimal ? new Big(amount).times(new Big(10).pow(digits)) : null
  if (minor?.gt(0) && minor.round().eq(minor)) return minor.toNumber()
  throw new HeadcountError(
    'INVALID_ARGUMENT',
    `amount must be more than 0 with at most ${digits} decimals, not ${quoted(amount)}.`,
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}
