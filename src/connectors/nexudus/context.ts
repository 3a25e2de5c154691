import { CreditNotes } from '#connectors/nexudus/credit-notes'
import { InvoiceLines } from '#connectors/nexudus/invoice-lines'

/** What later files need to know of earlier ones. Each map holds external ids as text. */
export class ExportContext {
  /** SimpleTimeZone id → its name as written. */
  readonly timeZoneNames = new Map<string, string>()
  /** Location → IANA name. */
  readonly timeZones = new Map<string, string>()
  /** Location's UniqueId in lower case → location. */
  readonly locationsByGuid = new Map<string, string>()
  readonly tariffs = new Map<string, { readonly name: string | null; readonly price: string | null }>()
  /** Resource → location. */
  readonly resources = new Map<string, string>()
  readonly cancelledBookings = new Set<string>()
  readonly invoiceLines = new InvoiceLines()
  readonly creditNotes = new CreditNotes()
}
