/** The verbs of bills, bound to one database. */
import type { BillProof } from '#billing/bill-proof'
import { type AuditBillOptions, auditBill, type BillAudit } from '#services/bills/audit'
import { exportBillProof } from '#services/bills/export-proof'
import {
  type InferPricePlanOptions,
  type InferredFromBills,
  inferPricePlan,
} from '#services/bills/infer-plan'
import { type BillPage, type ListBillsOptions, listBills } from '#services/bills/list'
import type { Context } from '#services/context'

export interface BillVerbs {
  /** The platform’s own invoices to a network or a location, each with its verdict; the newest first. */
  listBills(options: ListBillsOptions): Promise<BillPage>
  /** One of them beside the count at its cut-off, with whom the difference consists of. */
  auditBill(options: AuditBillOptions): Promise<BillAudit>
  /** The same as one signed file. */
  exportBillProof(options: AuditBillOptions): Promise<BillProof>
  /** The price plan that the bills of a location tell of. */
  inferPricePlan(options: InferPricePlanOptions): Promise<InferredFromBills>
}

export function billVerbs(context: Context): BillVerbs {
  return {
    listBills: (options) => listBills(context, options),
    auditBill: (options) => auditBill(context, options),
    exportBillProof: (options) => exportBillProof(context, options),
    inferPricePlan: (options) => inferPricePlan(context, options),
  }
}
