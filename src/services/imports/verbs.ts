/** The verbs that bring records in from files, bound to one database. */
import { openCobotFolder } from '#connectors/cobot/reader'
import { openCsvFolder } from '#connectors/csv/reader'
import { openNexudusExport } from '#connectors/nexudus/reader'
import { DEMO_DEFAULTS, DEMO_LIMITS } from '#demo/plan'
import { given } from '#lib/given'
import type { RecordReader } from '#model/records'
import { checkInput, folderName, optional, whole } from '#services/check-input'
import type { Context } from '#services/context'
import { type CsvTemplate, csvTemplates, writeCsvTemplates } from '#services/imports/csv-templates'
import { importDemo } from '#services/imports/import-demo'
import { type ImportOptions, importRecords } from '#services/imports/import-records'
import type { ImportReport } from '#services/imports/report'
import {
  type ArchiveKind,
  getImportRun,
  type ImportRun,
  type ImportRunPage,
  type ImportRunsOptions,
  listImportRuns,
  type StartedRun,
  type StartImportOptions,
  startImport,
} from '#services/imports/runs'
import { type StartDemoOptions, startDemo } from '#services/imports/start-demo'

export interface DemoRequest {
  readonly locations?: number
  readonly customers?: number
  readonly seed?: number
}

export interface ImportVerbs {
  /** Imports a Nexudus export directory. */
  importNexudus(folder: string, options?: ImportOptions): Promise<ImportReport>
  /** Imports a folder of CSV files laid out as the templates are. */
  importCsv(folder: string, options?: ImportOptions): Promise<ImportReport>
  /** Imports a folder of answers of Cobot’s REST API. */
  importCobot(folder: string, options?: ImportOptions): Promise<ImportReport>
  /** Imports an uploaded archive; answers at once. `ended` settles when the run is over. */
  startImport(options: StartImportOptions): Promise<StartedRun>
  importRun(runId: number): Promise<ImportRun>
  importRuns(options?: ImportRunsOptions): Promise<ImportRunPage>
  /** Makes a demo network beside what the server does; answers at once, and is followed like an import. */
  startDemo(options?: StartDemoOptions): Promise<StartedRun>
  /** Writes an empty CSV file for each kind of record. @returns their names */
  writeCsvTemplates(folder: string): Promise<readonly string[]>
  /** An empty CSV file for each kind of record, as text. */
  csvTemplates(): Promise<readonly CsvTemplate[]>
  /** Makes a synthetic network; the same request on the same day makes the same one. */
  makeDemo(request?: DemoRequest, options?: ImportOptions): Promise<ImportReport>
}

export function importVerbs(context: Context): ImportVerbs {
  return {
    importNexudus: importing(context, 'nexudus'),
    importCsv: importing(context, 'csv'),
    importCobot: importing(context, 'cobot'),
    startImport: (options) =>
      startImport(context, (kind, folder, options) => importing(context, kind)(folder, options), options),
    startDemo: (options) => startDemo(context, options),
    importRun: (runId) => getImportRun(context, runId),
    importRuns: (options) => listImportRuns(context, options),
    writeCsvTemplates,
    csvTemplates: async () => csvTemplates(),
    makeDemo: (request, options) => makeDemo(context, request, options),
  }
}

const OPENERS: Readonly<
  Record<ArchiveKind, (folder: string, networkName?: string) => Promise<RecordReader>>
> = {
  nexudus: openNexudusExport,
  cobot: openCobotFolder,
  csv: openCsvFolder,
}

function importing(context: Context, kind: ArchiveKind) {
  return async (folder: string, options?: ImportOptions) =>
    importRecords(context, await OPENERS[kind](folderName(folder), options?.networkName), options)
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
  return importDemo(context, { ...DEMO_DEFAULTS, ...given(checkInput(request, DEMO_INPUT)) }, options)
}
