import { CSV_FILES, CSV_LAYOUTS, type CsvFile } from '#connectors/csv/layouts'
import {
  type CsvContext,
  mapBookingRow,
  mapContractRow,
  mapCustomerInvoiceRow,
  mapCustomerRow,
  mapLocationRow,
  mapPlatformInvoiceRow,
  mapProductSaleRow,
  mapTeamRow,
} from '#connectors/csv/map-rows'
import { CSV_KINDS, placeInCsv } from '#connectors/csv/record-places'
import { readCsvRows } from '#connectors/csv/rows'
import { type MapRecord, mapBatch } from '#connectors/map-batch'
import { RecordFields } from '#connectors/read-fields'
import { openSourceFolder, type SourceFolder, withFileErrors } from '#connectors/source-folder'
import { recordProblem } from '#model/record-problem'
import type { NetworkedRecord, Problem, RecordReader } from '#model/records'

type Events = Parameters<RecordReader['read']>[0]

const MAPPERS: Readonly<Record<CsvFile, MapRecord<string, CsvContext>>> = {
  'locations.csv': mapLocationRow,
  'customers.csv': mapCustomerRow,
  'contracts.csv': mapContractRow,
  'teams.csv': mapTeamRow,
  'bookings.csv': mapBookingRow,
  'customer-invoices.csv': mapCustomerInvoiceRow,
  'recurring-products.csv': mapProductSaleRow,
  'platform-invoices.csv': mapPlatformInvoiceRow,
}

/**
 * Reads a folder of CSV files in our own layout. The files do not say which network they belong to:
 * without a name there is none.
 * @throws HeadcountError IMPORT_FOLDER_NOT_FOUND or IMPORT_FOLDER_EMPTY
 */
export async function openCsvFolder(dir: string, networkName?: string): Promise<RecordReader> {
  const folder = await openSourceFolder(dir, CSV_FILES)
  const network = networkName === undefined ? null : { externalId: networkName, name: networkName }
  return {
    origin: 'csv',
    network: async () => network,
    read: (events) => read(folder, events),
    placeOf: placeInCsv,
    kindOfFile: CSV_KINDS,
  }
}

async function* read(folder: SourceFolder, events: Events): AsyncGenerator<readonly NetworkedRecord[]> {
  const context: CsvContext = { timeZones: new Map(), pauses: new Map() }
  for (const file of CSV_FILES) {
    if (!folder.has(file)) continue
    yield* readFile(file, folder, { context, events })
    if (context.pauses.size > 0) yield [...context.pauses.values()]
    context.pauses.clear()
  }
}

async function* readFile(
  file: CsvFile,
  folder: SourceFolder,
  { context, events }: { context: CsvContext; events: Events },
): AsyncGenerator<readonly NetworkedRecord[]> {
  const onProblem = events.onProblem.bind(events)
  const fields = new RecordFields<string>({})
  const tools = { fields, idField: 'id', map: MAPPERS[file], context, onProblem }
  const rows = readCsvRows(folder.path(file), {
    columns: CSV_LAYOUTS[file],
    onUnknownColumn: (name) => onProblem(unknownColumn(file, name)),
  })
  for await (const batch of withFileErrors(file, rows)) {
    const { values, firstPosition, bytesRead, bytesTotal } = batch
    const records = mapBatch({ file, values, firstPosition, wrongShape: 'wrong_size' }, tools)
    events.onProgress?.({ file, bytesRead, bytesTotal, recordsRead: firstPosition - 1 + values.length })
    if (records.length > 0) yield records
  }
}

function unknownColumn(file: CsvFile, name: string): Problem {
  return {
    ...{ file, record: 'header', field: name.slice(0, 200), value: '' },
    ...recordProblem('column_unknown', { name }),
    severity: 'warning',
  }
}
