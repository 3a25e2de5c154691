/** Every verb bound to one database: what the command line, later doors and other programs call. */
import { openCsvFolder } from '#connectors/csv/reader'
import { openNexudusExport } from '#connectors/nexudus/reader'
import { DEFAULT_RULE_SET, type RuleSet, SOURCE_RULES, type SourceRule } from '#counting/rules'
import { compareSchema } from '#database/doctor'
import { demoNetwork } from '#demo/demo-network'
import { DEMO_DEFAULTS, planDemo } from '#demo/plan'
import { type ActiveUserCount, type CountOptions, countActiveUsers } from '#services/active-users/count'
import { type ExplainOptions, type Explanation, explainCustomer } from '#services/active-users/explain'
import { type ActiveUserPage, type ListOptions, listActiveUsers } from '#services/active-users/list'
import { requireRight } from '#services/asker'
import { type AuditOptions, type AuditPage, listAudit } from '#services/audit/list'
import { type AuditVerdict, verifyAudit } from '#services/audit/verify'
import type { Context } from '#services/context'
import { checkInvariants, type Finding } from '#services/doctor/check-invariants'
import { writeCsvTemplates } from '#services/imports/csv-templates'
import { type ImportOptions, importRecords } from '#services/imports/import-records'
import type { ImportReport } from '#services/imports/report'
import { listNetworks, type NetworkFound } from '#services/networks/find'

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
export interface Headcount {
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
      importRecords(context, await openNexudusExport(folder), options),
    importCsv: async (folder, options) =>
      importRecords(context, await openCsvFolder(folder, options?.networkName), options),
    writeCsvTemplates,
    makeDemo: async (request, options) => {
      const plan = planDemo({ ...DEMO_DEFAULTS, ...request, now: context.now().getTime() })
      return importRecords(context, demoNetwork(plan), options)
    },
    listAudit: (options) => listAudit(context, options),
    verifyAudit: () => verifyAudit(context),
    doctor: () => diagnose(context),
    close: () => database.close(),
  }
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
