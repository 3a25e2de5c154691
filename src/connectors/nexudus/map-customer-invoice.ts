import type { ExportContext } from '#connectors/nexudus/context'
import {
  type FieldsOf,
  readGuid,
  type WireInvoice,
  type WireInvoiceLine,
} from '#connectors/nexudus/wire-types'
import type { CustomerInvoiceRecord } from '#model/records'

type Kind = CustomerInvoiceRecord['evidenceKind']

/** Amounts are sums of binary fractions; no currency has a unit as small as this. */
const NOTHING = 1e-6

/** The locations of an invoice without lines. */
const ITS_OWN = [null]

export function noteInvoiceLine(fields: FieldsOf<WireInvoiceLine>, context: ExportContext): null {
  const invoiceId = Number(fields.id('CoworkerInvoiceId'))
  const issuer = readGuid(fields, 'IssuedByUniqueId')
  if (fields.fault !== null) return null
  context.invoiceLines.add({
    invoiceId,
    isTicket: readGuid(fields, 'EventAttendeeUniqueId') !== null,
    location: issuer === null ? null : (context.locationsByGuid.get(issuer) ?? null),
  })
  return null
}

/** Read before the invoices themselves, because a credit note may stand anywhere after its invoice. */
export function noteCredit(fields: FieldsOf<WireInvoice>, context: ExportContext): null {
  const externalId = fields.id('Id')
  if (fields.fault !== null) return null
  const original = readGuid(fields, 'OriginalInvoiceGuid')
  if (original === null || !isStandingNote(fields)) {
    context.creditNotes.forget(externalId)
    return null
  }
  const amount = readAmount(fields, 'TotalAmount')
  context.creditNotes.add(externalId, original, amount === null ? Number.POSITIVE_INFINITY : Math.abs(amount))
  return null
}

function isStandingNote(fields: FieldsOf<WireInvoice>): boolean {
  if (!fields.boolean('CreditNote', false)) return false
  return !fields.boolean('Draft', false) && !fields.boolean('Void', false)
}

export function mapCustomerInvoice(
  fields: FieldsOf<WireInvoice>,
  context: ExportContext,
): CustomerInvoiceRecord | null {
  const externalId = fields.id('Id')
  const lines = context.invoiceLines.of(Number(externalId))
  return {
    kind: 'customer_invoice',
    externalId,
    locationExternalIds: readLocations(fields, lines?.locations ?? ITS_OWN),
    customerExternalId: fields.id('CoworkerId'),
    issuedAt: fields.instant('CreatedOn'),
    evidenceKind: readKind(fields, lines?.isTicketsOnly ?? false, context),
    updatedAt: fields.looseInstant('UpdatedOn'),
  }
}

function readLocations(fields: FieldsOf<WireInvoice>, locations: readonly (string | null)[]): string[] {
  const ids = locations.map((location) => location ?? fields.id('BusinessId'))
  return ids.length === 1 ? ids : [...new Set(ids)]
}

/** The first that holds: what is no invoice at all comes before what kind of invoice it is. */
function readKind(fields: FieldsOf<WireInvoice>, isTicketsOnly: boolean, context: ExportContext): Kind {
  if (fields.boolean('CreditNote', false)) return 'credit_note'
  if (fields.boolean('Draft', false)) return 'draft'
  if (fields.boolean('Void', false)) return 'void'
  if (isTicketsOnly) return 'tickets_only'
  const total = readAmount(fields, 'TotalAmount')
  if (isCredited(fields, total, context)) return 'credited'
  return total !== null && Math.abs(total) < NOTHING ? 'zero_value' : 'issued'
}

function isCredited(fields: FieldsOf<WireInvoice>, total: number | null, context: ExportContext): boolean {
  const credited = readAmount(fields, 'CreditedAmount')
  if (credited !== null && total !== null && total > 0 && credited >= total - NOTHING) return true
  if (context.creditNotes.isEmpty) return false
  const taken = context.creditNotes.takenFrom(readGuid(fields, 'UniqueId') ?? '')
  return taken !== null && taken >= Math.abs(total ?? Number.POSITIVE_INFINITY) - NOTHING
}

function readAmount(fields: FieldsOf<WireInvoice>, field: 'TotalAmount' | 'CreditedAmount'): number | null {
  const amount = fields.decimal(field)
  return amount === null ? null : Number(amount)
}
