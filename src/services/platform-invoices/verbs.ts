/** The verbs of platform invoices, bound to one database. */
import type { CreditNoteContent } from '#billing/invoice'
import type { SignedProofPack } from '#billing/proof-pack'
import type { Context } from '#services/context'
import { type Adjustments, listAdjustments } from '#services/platform-invoices/adjustments'
import { type CreditOptions, creditPlatformInvoice } from '#services/platform-invoices/credit'
import { exportProofPack, getPlatformKey } from '#services/platform-invoices/export-proof'
import type { InvoiceKey } from '#services/platform-invoices/find'
import {
  type Forecast,
  type ForecastOptions,
  forecastPlatformInvoice,
} from '#services/platform-invoices/forecast'
import {
  type IssueOptions,
  type IssueReport,
  issuePlatformInvoices,
  type OnRound,
} from '#services/platform-invoices/issue'
import {
  issueWhatIsDue,
  type StartedIssueRun,
  type StartIssueRunOptions,
  startIssueRun,
} from '#services/platform-invoices/issue-runs'
import {
  getPlatformInvoice,
  type InvoicedUserPage,
  type ListInvoicedUsersOptions,
  type ListPlatformInvoicesOptions,
  listInvoicedUsers,
  listPlatformInvoices,
  type PlatformInvoiceDetails,
  type PlatformInvoicePage,
} from '#services/platform-invoices/read'
import {
  getIssueRun,
  type IssueRunDetails,
  type IssueRunPage,
  type IssueRunsOptions,
  listIssueRuns,
} from '#services/platform-invoices/read-issue-runs'
import {
  type ReconcileOptions,
  type Reconciliation,
  reconcilePlatformInvoice,
} from '#services/platform-invoices/reconcile'
import { type InvoiceVerdict, verifyPlatformInvoices } from '#services/platform-invoices/verify'
import {
  type PlatformInvoiceVoided,
  type VoidOptions,
  voidPlatformInvoice,
} from '#services/platform-invoices/void'

export interface PlatformInvoiceVerbs {
  /** Issues the platform invoices that are due, as of their cut-offs; again, it issues none. */
  issuePlatformInvoices(options?: IssueOptions): Promise<IssueReport>
  /** Begins the same as a run that is kept; answers at once. `ended` settles when it is over. */
  startIssueRun(options?: StartIssueRunOptions, onRound?: OnRound): Promise<StartedIssueRun>
  /** A run over all networks, where something is due; null where nothing is. */
  issueWhatIsDue(): Promise<IssueRunDetails | null>
  issueRun(runId: number): Promise<IssueRunDetails>
  /** A page of runs, the newest first. */
  issueRuns(options?: IssueRunsOptions): Promise<IssueRunPage>
  /** Voids a platform invoice, so that it can be issued again. */
  voidPlatformInvoice(options: VoidOptions): Promise<PlatformInvoiceVoided>
  /** Issues a credit note on a platform invoice. */
  creditPlatformInvoice(options: CreditOptions): Promise<CreditNoteContent & { readonly hash: string }>
  /** A page of the platform invoices and credit notes issued here, the newest first. */
  listPlatformInvoices(options: ListPlatformInvoicesOptions): Promise<PlatformInvoicePage>
  /** A platform invoice with its void and its credit notes. */
  getPlatformInvoice(key: InvoiceKey): Promise<PlatformInvoiceDetails>
  /** Who was counted, from the list that was frozen with the invoice. */
  listInvoicedUsers(options: ListInvoicedUsersOptions): Promise<InvoicedUserPage>
  /** Why a platform invoice differs from the count of an instant, or from another invoice. */
  reconcilePlatformInvoice(options: ReconcileOptions): Promise<Reconciliation>
  /** Who would have been added to an invoice, or taken off, by today's records. */
  listAdjustments(key: InvoiceKey): Promise<Adjustments>
  /** The next platform invoice as things stand, or with something changed; nothing is kept. */
  forecastPlatformInvoice(options: ForecastOptions): Promise<Forecast>
  /** A platform invoice with everything that proves it, signed by the platform. */
  exportProofPack(key: InvoiceKey): Promise<SignedProofPack>
  /** The public key of the signatures. */
  getPlatformKey(): Promise<string>
  /** Checks that every platform invoice and its list are as they were issued. */
  verifyPlatformInvoices(): Promise<InvoiceVerdict>
}

export function platformInvoiceVerbs(context: Context): PlatformInvoiceVerbs {
  return {
    issuePlatformInvoices: (options) => issuePlatformInvoices(context, options),
    startIssueRun: (options, onRound) => startIssueRun(context, options, onRound),
    issueWhatIsDue: () => issueWhatIsDue(context),
    issueRun: (runId) => getIssueRun(context, runId),
    issueRuns: (options) => listIssueRuns(context, options),
    voidPlatformInvoice: (options) => voidPlatformInvoice(context, options),
    creditPlatformInvoice: (options) => creditPlatformInvoice(context, options),
    listPlatformInvoices: (options) => listPlatformInvoices(context, options),
    getPlatformInvoice: (key) => getPlatformInvoice(context, key),
    listInvoicedUsers: (options) => listInvoicedUsers(context, options),
    reconcilePlatformInvoice: (options) => reconcilePlatformInvoice(context, options),
    listAdjustments: (key) => listAdjustments(context, key),
    forecastPlatformInvoice: (options) => forecastPlatformInvoice(context, options),
    exportProofPack: (key) => exportProofPack(context, key),
    getPlatformKey: () => getPlatformKey(context),
    verifyPlatformInvoices: () => verifyPlatformInvoices(context),
  }
}
