/** Records of a closed window that came or changed after its cut-off. */
import { waterfall } from '#billing/waterfall'
import { adjustmentsStatement } from '#counting/reconcile'
import { type Source, sourcesOf } from '#model/source'
import { checkInput } from '#services/check-input'
import type { Context } from '#services/context'
import { findInvoice, INVOICE_KEY, type InvoiceKey } from '#services/platform-invoices/find'
import { ruleSetOf, scopeOf } from '#services/platform-invoices/reconcile-scope'

export interface Adjustment {
  readonly customerId: number
  readonly externalId: string
  readonly name: string
  /** Whether today’s records would have added him to the invoice, or taken him off. */
  readonly change: 'added' | 'removed'
  /** By today’s records, or as he was counted. */
  readonly sources: readonly Source[]
}

export interface Adjustments {
  readonly number: number
  readonly cutOffAt: string
  readonly activeUsers: number
  /** What the invoice would count by today’s records. */
  readonly recounted: number
  readonly currency: string
  readonly digits: number
  /** What it would ask more, or less as a negative amount, under its own price plan. */
  readonly differenceMinor: number
  readonly items: readonly Adjustment[]
}

/**
 * Who would have been added to an invoice, or taken off, by today's records. The invoice stays as it is.
 * @throws NETWORK_NOT_FOUND, PLATFORM_INVOICE_NOT_FOUND, FORBIDDEN
 */
export function listAdjustments(context: Context, key: InvoiceKey): Promise<Adjustments> {
  const asked = checkInput(key, INVOICE_KEY)
  return context.database.transaction(
    async (session) => {
      const invoice = await findInvoice(session, context.asker, asked, 'billing.read')
      const { content } = invoice
      const itself = {
        windowFrom: new Date(content.windowFrom),
        asOf: new Date(content.cutOffAt),
        ruleSet: ruleSetOf(content.ruleSet),
      }
      const rows = await session.query<AdjustmentRow>(adjustmentsStatement(scopeOf(invoice, itself)))
      const items = rows.map(adjustmentOf)
      const change = items.reduce((sum, item) => sum + (item.change === 'added' ? 1 : -1), 0)
      const terms = { plan: content.pricePlan.plan, addOns: content.addOns }
      const { fromMinor, toMinor } = waterfall({ ...terms, count: content.activeUsers }, [{ change }], terms)
      return {
        number: content.number,
        cutOffAt: content.cutOffAt,
        activeUsers: content.activeUsers,
        recounted: content.activeUsers + change,
        currency: content.currency,
        digits: content.digits,
        differenceMinor: toMinor - fromMinor,
        items,
      }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

interface AdjustmentRow {
  customer_id: number
  external_id: string
  name: string
  invoiced_mask: number | null
  recounted_mask: number | null
}

function adjustmentOf(row: AdjustmentRow): Adjustment {
  return {
    customerId: row.customer_id,
    externalId: row.external_id,
    name: row.name,
    change: row.invoiced_mask === null ? 'added' : 'removed',
    sources: sourcesOf(row.invoiced_mask ?? row.recounted_mask ?? 0),
  }
}
