import type { ExportSource, SourceBatch } from '#connectors/nexudus/export-source'
import { findNetwork } from '#connectors/nexudus/find-network'
import { readSource } from '#connectors/nexudus/read-source'
import { EXPORT_KINDS, placeInExport } from '#connectors/nexudus/record-places'
import { EXPORT_FILES, type ExportFile } from '#connectors/nexudus/wire-types'
import { openSourceFolder, type SourceFolder, withFileErrors } from '#connectors/source-folder'
import { mentions } from '#lib/find-in-file'
import { streamJsonArray } from '#lib/json-array-stream'
import type { RecordReader } from '#model/records'

/** A credit note that names its invoice; most files have none, and are then read once instead of twice. */
const NAMED_ORIGINAL = /"OriginalInvoiceGuid"\s*:\s*"/

/**
 * Reads a folder of files in the form of Nexudus's REST API, one JSON array of whole records a file.
 * @throws HeadcountError IMPORT_FOLDER_NOT_FOUND or IMPORT_FOLDER_EMPTY
 */
export async function openNexudusExport(dir: string): Promise<RecordReader> {
  const folder = await openSourceFolder(dir, EXPORT_FILES)
  return openNexudusSource({
    has: (file) => folder.has(file),
    open: (file) => openFile(folder, file),
    mayHoldCredits: () => mentions(folder.path('coworkerinvoices.json'), NAMED_ORIGINAL),
  })
}

/** Reads records in this form from wherever they are kept. */
export function openNexudusSource(source: ExportSource): RecordReader {
  return {
    origin: 'nexudus',
    network: async () => findNetwork(await readAll(source, 'businesses.json')),
    read: (events) => readSource(source, events),
    placeOf: placeInExport,
    kindOfFile: EXPORT_KINDS,
  }
}

function openFile(folder: SourceFolder, file: ExportFile): AsyncGenerator<SourceBatch> {
  return withFileErrors(file, streamJsonArray(folder.path(file)))
}

/** For a file that is small by its nature. */
async function readAll(source: ExportSource, file: ExportFile): Promise<unknown[]> {
  if (!source.has(file)) return []
  const values: unknown[] = []
  for await (const batch of source.open(file)) values.push(...batch.values)
  return values
}
