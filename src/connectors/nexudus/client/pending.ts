/** Which records must be mapped again beside those that changed, because what they say stands on them. */
import type { EntityKind } from '#connectors/nexudus/client/entities'

export type PendingRule =
  /** All records of `marks` that name a customer who has just come or gone. */
  | { readonly by: 'customer'; readonly marks: readonly EntityKind[] }
  /** Records of `marks` whose parent is a pending one of `when`; only new ones where `ofNew`. */
  | { readonly by: 'parent'; readonly when: EntityKind; readonly marks: EntityKind; readonly ofNew?: true }
  /** The records that pending ones of `when` belong to. */
  | { readonly by: 'child'; readonly when: EntityKind; readonly marks: EntityKind }
  /** Invoices that a pending credit note names, and the notes that name a pending invoice. */
  | { readonly by: 'credit'; readonly when: EntityKind }

/** In this order: each sees what those before it marked. */
export const PENDING_RULES: readonly PendingRule[] = [
  {
    by: 'customer',
    marks: [
      'contract',
      'booking',
      'cancelled_booking',
      'customer_invoice',
      'recurring_product',
      'customer_change',
      'team',
    ],
  },
  { by: 'parent', when: 'contract', marks: 'pause', ofNew: true },
  { by: 'parent', when: 'booking', marks: 'cancelled_booking' },
  { by: 'child', when: 'customer_invoice_line', marks: 'customer_invoice' },
  { by: 'credit', when: 'customer_invoice' },
  { by: 'parent', when: 'customer_invoice', marks: 'customer_invoice_line' },
]
