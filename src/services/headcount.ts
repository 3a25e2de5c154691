/** Every verb bound to one database: what the command line, the server and other programs call. */
import { DEFAULT_RULE_SET, type RuleSet, SOURCE_RULES, type SourceRule } from '#counting/rules'
import { compareSchema } from '#database/doctor'
import { lazily } from '#lib/lazily'
import { type ActiveUserCount, type CountOptions, countActiveUsers } from '#services/active-users/count'
import { type ExplainOptions, type Explanation, explainCustomer } from '#services/active-users/explain'
import type { ActiveUserHistory, HistoryOptions } from '#services/active-users/history'
import { type ActiveUserPage, type ListOptions, listActiveUsers } from '#services/active-users/list'
import { requireRight } from '#services/asker'
import type { AssistantVerbs } from '#services/assistant/conversations'
import { type AuditOptions, type AuditPage, listAudit } from '#services/audit/list'
import { type AuditVerdict, verifyAudit } from '#services/audit/verify'
import type { BillVerbs } from '#services/bills/verbs'
import type { ConnectionVerbs } from '#services/connections/verbs'
import type { Context } from '#services/context'
import { checkInvariants, type Finding } from '#services/doctor/check-invariants'
import type { HelpVerbs } from '#services/help/verbs'
import type { ImportVerbs } from '#services/imports/verbs'
import { listNetworks, type NetworkFound } from '#services/networks/find'
import type { NetworkOverview, OverviewOptions } from '#services/networks/overview'
import type { PlatformInvoiceVerbs } from '#services/platform-invoices/verbs'
import type { PricePlanVerbs } from '#services/price-plans/verbs'
import type { RecordVerbs } from '#services/records/verbs'
import type { SupplementVerbs } from '#services/supplements/verbs'

export interface Diagnosis {
  readonly engine: string
  /** Differences between the live schema and the expected one, a sentence each. */
  readonly schema: readonly string[]
  /** Invariants of the data that do not hold. */
  readonly invariants: readonly Finding[]
  readonly isHealthy: boolean
}

/** An open Headcount. Every method that can fail on its input throws a HeadcountError with a code. */
export interface Headcount
  extends ImportVerbs,
    RecordVerbs,
    PricePlanVerbs,
    PlatformInvoiceVerbs,
    BillVerbs,
    SupplementVerbs,
    ConnectionVerbs,
    HelpVerbs,
    AssistantVerbs {
  /** Counts active users at each location at an instant. */
  count(options?: CountOptions): Promise<ActiveUserCount>
  /** Counts active users at the end of each of the last months. */
  history(options: HistoryOptions): Promise<ActiveUserHistory>
  /** Each location of a network with its count, last platform invoice, next cut-off and last year. */
  overview(options: OverviewOptions): Promise<NetworkOverview>
  /** A page of one location's active users with their sources. */
  list(options: ListOptions): Promise<ActiveUserPage>
  /** All evidence for and against one customer at one location. */
  explain(options: ExplainOptions): Promise<Explanation>
  /** The rule set that counts are made under, and the rule of each source. */
  rules(): { readonly ruleSet: RuleSet; readonly sources: readonly SourceRule[] }
  networks(): Promise<readonly NetworkFound[]>
  /** A page of the audit log, the newest entries first. */
  listAudit(options?: AuditOptions): Promise<AuditPage>
  /** Checks that the audit log is as it was written. */
  verifyAudit(): Promise<AuditVerdict>
  /** Compares the live schema with the expected one and checks the invariants of the data. */
  doctor(): Promise<Diagnosis>
  close(): Promise<void>
}

export function createHeadcount(context: Context): Headcount {
  const { database } = context
  return {
    count: (options) => countActiveUsers(context, options),
    // these work out months on a location's clock, whose library takes a while to load
    history: async (options) =>
      (await import('#services/active-users/history')).historyOfActiveUsers(context, options),
    overview: async (options) =>
      (await import('#services/networks/overview')).overviewOfNetwork(context, options),
    list: (options) => listActiveUsers(context, options),
    explain: (options) => explainCustomer(context, options),
    rules: () => ({ ruleSet: DEFAULT_RULE_SET, sources: SOURCE_RULES }),
    networks: () => listNetworks(database, context.asker),
    ...lazily(IMPORT_VERBS, async () => (await import('#services/imports/verbs')).importVerbs(context)),
    ...lazily(RECORD_VERBS, async () => (await import('#services/records/verbs')).recordVerbs(context)),
    ...lazily(PRICE_PLAN_VERBS, async () =>
      (await import('#services/price-plans/verbs')).pricePlanVerbs(context),
    ),
    ...lazily(PLATFORM_INVOICE_VERBS, async () =>
      (await import('#services/platform-invoices/verbs')).platformInvoiceVerbs(context),
    ),
    ...lazily(BILL_VERBS, async () => (await import('#services/bills/verbs')).billVerbs(context)),
    ...lazily(SUPPLEMENT_VERBS, async () =>
      (await import('#services/supplements/verbs')).supplementVerbs(context),
    ),
    ...lazily(CONNECTION_VERBS, async () =>
      (await import('#services/connections/verbs')).connectionVerbs(context),
    ),
    ...lazily(HELP_VERBS, async () => (await import('#services/help/verbs')).helpVerbs(context)),
    ...lazily(ASSISTANT_VERBS, async () =>
      (await import('#services/assistant/conversations')).assistantVerbs(context),
    ),
    listAudit: (options) => listAudit(context, options),
    verifyAudit: () => verifyAudit(context),
    doctor: () => diagnose(context),
    close: () => database.close(),
  }
}

const ASSISTANT_VERBS: Readonly<Record<keyof AssistantVerbs, true>> = {
  listConversations: true,
  getConversation: true,
  keepTurn: true,
  deleteConversation: true,
}

const IMPORT_VERBS: Readonly<Record<keyof ImportVerbs, true>> = {
  importNexudus: true,
  importCsv: true,
  importCobot: true,
  startImport: true,
  startDemo: true,
  importRun: true,
  importRuns: true,
  writeCsvTemplates: true,
  csvTemplates: true,
  makeDemo: true,
}

const RECORD_VERBS: Readonly<Record<keyof RecordVerbs, true>> = {
  putNetwork: true,
  recordAddresses: true,
  setRecordAddresses: true,
  upsertRecords: true,
  suspendCustomer: true,
  resumeCustomer: true,
  previewSuspension: true,
  suspendCustomers: true,
  resumeCustomers: true,
  undoSuspension: true,
  cancelContract: true,
  cancelBooking: true,
  listLocations: true,
  getLocation: true,
  listCustomers: true,
  getCustomer: true,
  customerProfile: true,
  listTeams: true,
  getTeam: true,
  listContracts: true,
  getContract: true,
  listBookings: true,
  getBooking: true,
  listCustomerInvoices: true,
  getCustomerInvoice: true,
  listRecurringProducts: true,
  getRecurringProduct: true,
}

const PRICE_PLAN_VERBS: Readonly<Record<keyof PricePlanVerbs, true>> = {
  createPricePlan: true,
  revisePricePlan: true,
  importPricePlan: true,
  importPricePlanFile: true,
  listPricePlans: true,
  getPricePlan: true,
  previewPrice: true,
  assignPricePlan: true,
  assignPricePlanToMany: true,
  setBillingAnchor: true,
  getLocationBilling: true,
}

const PLATFORM_INVOICE_VERBS: Readonly<Record<keyof PlatformInvoiceVerbs, true>> = {
  issuePlatformInvoices: true,
  startIssueRun: true,
  issueWhatIsDue: true,
  issueRun: true,
  issueRuns: true,
  voidPlatformInvoice: true,
  creditPlatformInvoice: true,
  listPlatformInvoices: true,
  getPlatformInvoice: true,
  listInvoicedUsers: true,
  reconcilePlatformInvoice: true,
  listAdjustments: true,
  forecastPlatformInvoice: true,
  exportProofPack: true,
  getPlatformKey: true,
  verifyPlatformInvoices: true,
}

const BILL_VERBS: Readonly<Record<keyof BillVerbs, true>> = {
  listBills: true,
  auditBill: true,
  exportBillProof: true,
  inferPricePlan: true,
}

const SUPPLEMENT_VERBS: Readonly<Record<keyof SupplementVerbs, true>> = {
  agreeSupplement: true,
  listSupplements: true,
  withdrawSupplement: true,
}

const CONNECTION_VERBS: Readonly<Record<keyof ConnectionVerbs, true>> = {
  checkAccount: true,
  connectAccount: true,
  connections: true,
  connection: true,
  changeConnection: true,
  reenterCredentials: true,
  switchLocation: true,
  disconnect: true,
  startSync: true,
  sync: true,
  syncRun: true,
  syncRuns: true,
  syncDue: true,
  pullAccount: true,
  receiveWebhook: true,
  applyWebhooks: true,
  registerHooks: true,
}

const HELP_VERBS: Readonly<Record<keyof HelpVerbs, true>> = {
  giveFeedback: true,
  ownFeedback: true,
  noteSearch: true,
  noteUnanswered: true,
  reportHelp: true,
}

async function diagnose({ database, asker }: Context): Promise<Diagnosis> {
  requireRight(asker, 'networks.manage')
  const schema = await compareSchema(database)
  const invariants = await checkInvariants(database, asker)
  return {
    engine: database.engine,
    schema,
    invariants,
    isHealthy: schema.length === 0 && invariants.length === 0,
  }
}
