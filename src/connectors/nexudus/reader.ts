import { type MapRecord, mapBatch } from '#connectors/map-batch'
import { ExportContext } from '#connectors/nexudus/context'
import { findNetwork } from '#connectors/nexudus/find-network'
import { mapBooking, mapCancelledBooking, noteResource } from '#connectors/nexudus/map-booking'
import { mapContract, mapPause, noteTariff } from '#connectors/nexudus/map-contract'
import { mapCustomer, mapCustomerChange } from '#connectors/nexudus/map-customer'
import { mapCustomerInvoice, noteCredit, noteInvoiceLine } from '#connectors/nexudus/map-customer-invoice'
import { mapLocation, noteTimeZone } from '#connectors/nexudus/map-location'
import { mapPlatformInvoice } from '#connectors/nexudus/map-platform-invoice'
import { mapProductSale } from '#connectors/nexudus/map-product-sale'
import { mapTeam } from '#connectors/nexudus/map-team'
import { EXPORT_KINDS, placeInExport } from '#connectors/nexudus/record-places'
import { EXPORT_FILES, type ExportFile } from '#connectors/nexudus/wire-types'
import { openSourceFolder, type SourceFolder, withFileErrors } from '#connectors/source-folder'
import { mentions } from '#lib/find-in-file'
import { type JsonBatch, streamJsonArray } from '#lib/json-array-stream'
import { RecordFields } from '#lib/read-fields'
import type { NetworkedRecord, RecordReader } from '#model/records'

type Events = Parameters<RecordReader['read']>[0]

interface Step {
  readonly file: ExportFile
  readonly map: MapRecord<string, ExportContext>
  /** The file is read again for its records: nobody should hear of its flaws twice. */
  readonly isFirstOfTwo?: boolean
}

/** In the order in which records point to each other; what only notes something comes before who asks it. */
const STEPS: readonly Step[] = [
  { file: 'simpletimezones.json', map: noteTimeZone },
  { file: 'businesses.json', map: mapLocation },
  { file: 'coworkers.json', map: mapCustomer },
  { file: 'audittrailentries.json', map: mapCustomerChange },
  { file: 'tariffs.json', map: noteTariff },
  { file: 'coworkercontracts.json', map: mapContract },
  { file: 'contractpausedperiods.json', map: mapPause },
  { file: 'teams.json', map: mapTeam },
  { file: 'resources.json', map: noteResource },
  { file: 'cancelledbookings.json', map: mapCancelledBooking },
  { file: 'bookings.json', map: mapBooking },
  { file: 'coworkerinvoicelines.json', map: noteInvoiceLine },
  { file: 'coworkerinvoices.json', map: noteCredit, isFirstOfTwo: true },
  { file: 'coworkerinvoices.json', map: mapCustomerInvoice },
  { file: 'coworkerproducts.json', map: mapProductSale },
  { file: 'invoices.json', map: mapPlatformInvoice },
]

/** A credit note that names its invoice; most files have none, and are then read once instead of twice. */
const NAMED_ORIGINAL = /"OriginalInvoiceGuid"\s*:\s*"/

/**
 * Reads a folder of files in the form of Nexudus's REST API, one JSON array of whole records a file.
 * @throws HeadcountError IMPORT_FOLDER_NOT_FOUND or IMPORT_FOLDER_EMPTY
 */
export async function openNexudusExport(dir: string): Promise<RecordReader> {
  const folder = await openSourceFolder(dir, EXPORT_FILES)
  return {
    origin: 'nexudus',
    network: async () => findNetwork(await readAll(folder, 'businesses.json')),
    read: (events) => read(folder, events),
    placeOf: placeInExport,
    kindOfFile: EXPORT_KINDS,
  }
}

async function* read(folder: SourceFolder, events: Events): AsyncGenerator<readonly NetworkedRecord[]> {
  const context = new ExportContext()
  for (const step of STEPS) {
    if (folder.has(step.file) && (await isNeeded(step, folder)))
      yield* readStep(step, folder, { context, events })
  }
}

async function* readStep(
  step: Step,
  folder: SourceFolder,
  { context, events }: { context: ExportContext; events: Events },
): AsyncGenerator<readonly NetworkedRecord[]> {
  const fields = new RecordFields<string>({})
  const onProblem = step.isFirstOfTwo ? () => {} : events.onProblem.bind(events)
  const tools = { fields, idField: 'Id', map: step.map, context, onProblem }
  for await (const batch of openFile(folder, step.file)) {
    const { values, offsets, firstPosition, bytesRead, bytesTotal } = batch
    const input = { file: step.file, values, offsets, firstPosition, wrongShape: 'is not an object' }
    const records = mapBatch(input, tools)
    const recordsRead = firstPosition - 1 + values.length
    events.onProgress?.({ file: step.file, bytesRead, bytesTotal, recordsRead })
    if (records.length > 0) yield records
  }
}

async function isNeeded(step: Step, folder: SourceFolder): Promise<boolean> {
  return !step.isFirstOfTwo || (await mentions(folder.path(step.file), NAMED_ORIGINAL))
}

function openFile(folder: SourceFolder, file: ExportFile): AsyncGenerator<JsonBatch> {
  return withFileErrors(file, streamJsonArray(folder.path(file)))
}

/** For a file that is small by its nature. */
async function readAll(folder: SourceFolder, file: ExportFile): Promise<unknown[]> {
  if (!folder.has(file)) return []
  const values: unknown[] = []
  for await (const batch of openFile(folder, file)) values.push(...batch.values)
  return values
}
