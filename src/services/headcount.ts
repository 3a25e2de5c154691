/** Every verb bound to one database: what the command line, later doors and other programs call. */
import { openCsvFolder } from '#connectors/csv/reader'
import { openNexudusExport } from '#connectors/nexudus/reader'
import { DEFAULT_RULE_SET, type RuleSet, SOURCE_RULES, type SourceRule } from '#counting/rules'
import { compareSchema } from '#database/doctor'
import { demoNetwork } from '#demo/demo-network'
import { DEMO_DEFAULTS, DEMO_LIMITS } from '#demo/plan'
import { type ActiveUserCount, type CountOptions, countActiveUsers } from '#services/active-users/count'
import { type ExplainOptions, type Explanation, explainCustomer } from '#services/active-users/explain'
import { type ActiveUserPage, type ListOptions, listActiveUsers } from '#services/active-users/list'
import { requireRight } from '#services/asker'
import { type AuditOptions, type AuditPage, listAudit } from '#services/audit/list'
import { type AuditVerdict, verifyAudit } from '#services/audit/verify'
import { checkInput, folderName, optional, whole } from '#services/check-input'
import type { Context } from '#services/context'
import { checkInvariants, type Finding } from '#services/doctor/check-invariants'
import { writeCsvTemplates } from '#services/imports/csv-templates'
import { type ImportOptions, importRecords } from '#services/imports/import-records'
import type { ImportReport } from '#services/imports/report'
import {
  getImportRun,
  type ImportFolder,
  type ImportRun,
  type ImportRunPage,
  type ImportRunsOptions,
  listImportRuns,
  type StartImportOptions,
  startImport,
} from '#services/imports/runs'
import { listNetworks, type NetworkFound } from '#services/networks/find'
import { type RecordVerbs, recordVerbs } from '#services/records/verbs'

export interface DemoRequest {
  readonly locations?: number
  readonly customers?: number
  readonly seed?: number
}

export interface Diagnosis {
  readonly engine: string
  /** Differences between the live schema and the expected one, a sentence each. */
  readonly schema: readonly string[]
  /** Invariants of the data that do not hold. */
  readonly invariants: readonly Finding[]
  readonly isHealthy: boolean
}

/** An open Headcount. Every method that can fail on its input throws a HeadcountError with a code. */
export interface Headcount extends RecordVerbs {
  /** Counts active users at each location at an instant. */
  count(options?: CountOptions): Promise<ActiveUserCount>
  /** A page of one location's active users with their sources. */
  list(options: ListOptions): Promise<ActiveUserPage>
  /** All evidence for and against one customer at one location. */
  explain(options: ExplainOptions): Promise<Explanation>
  /** The rule set that counts are made under, and the rule of each source. */
  rules(): { readonly ruleSet: RuleSet; readonly sources: readonly SourceRule[] }
  networks(): Promise<readonly NetworkFound[]>
  /** Imports a Nexudus export directory. */
  importNexudus(folder: string, options?: ImportOptions): Promise<ImportReport>
  /** Imports a folder of CSV files laid out as the templates are. */
  importCsv(folder: string, options?: ImportOptions): Promise<ImportReport>
  /** Imports an uploaded archive; answers at once. `ended` settles when the run is over. */
  startImport(options: StartImportOptions): Promise<{ run: ImportRun; ended: Promise<void> }>
  importRun(runId: number): Promise<ImportRun>
  importRuns(options?: ImportRunsOptions): Promise<ImportRunPage>
  /** Writes an empty CSV file for each kind of record. @returns their names */
  writeCsvTemplates(folder: string): Promise<readonly string[]>
  /** Makes a synthetic network; the same request on the same day makes the same one. */
  makeDemo(request?: DemoRequest, options?: ImportOptions): Promise<ImportReport>
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
    list: (options) => listActiveUsers(context, options),
    explain: (options) => explainCustomer(context, options),
    rules: () => ({ ruleSet: DEFAULT_RULE_SET, sources: SOURCE_RULES }),
    networks: () => listNetworks(database, context.asker),
    importNexudus: async (folder, options) =>
      importRecords(context, await openNexudusExport(folderName(folder)), options),
    importCsv: async (folder, options) =>
      importRecords(context, await openCsvFolder(folderName(folder), options?.networkName), options),
    startImport: (options) => startImport(context, importFolder(context), options),
    importRun: (runId) => getImportRun(context, runId),
    importRuns: (options) => listImportRuns(context, options),
    writeCsvTemplates,
    ...recordVerbs(context),
    makeDemo: (request, options) => makeDemo(context, request, options),
    listAudit: (options) => listAudit(context, options),
    verifyAudit: () => verifyAudit(context),
    doctor: () => diagnose(context),
    close: () => database.close(),
  }
}

function importFolder(context: Context): ImportFolder {
  return async (kind, folder, options) => {
    const open = kind === 'nexudus' ? openNexudusExport : openCsvFolder
    return importRecords(context, await open(folder, options.networkName), options)
  }
}

const { locations, customers, seed } = DEMO_LIMITS
const DEMO_INPUT = {
  locations: optional(whole(locations.least, locations.most)),
  customers: optional(whole(customers.least, customers.most)),
  seed: optional(whole(seed.least, seed.most)),
}

async function makeDemo(
  context: Context,
  request: DemoRequest = {},
  options?: ImportOptions,
): Promise<ImportReport> {
  const asked = checkInput(request, DEMO_INPUT)
  const demo = demoNetwork({
    locations: asked.locations ?? DEMO_DEFAULTS.locations,
    customers: asked.customers ?? DEMO_DEFAULTS.customers,
    seed: asked.seed ?? DEMO_DEFAULTS.seed,
    now: context.now().getTime(),
  })
  return importRecords(context, demo, options)
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
