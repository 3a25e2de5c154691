/** The empty CSV files to fill in, as a verb: doors do not reach into connectors. */
import { CSV_FILES, type CsvFile } from '#connectors/csv/layouts'
import { csvTemplate, writeCsvTemplates as write } from '#connectors/csv/templates'
import { folderName } from '#services/check-input'

/**
 * Writes an empty CSV file for each kind of record into a folder, made if there is none.
 * @returns their paths
 * @throws INVALID_ARGUMENT, OUTPUT_FAILED
 */
export async function writeCsvTemplates(folder: string): Promise<readonly string[]> {
  return write(folderName(folder))
}

export interface CsvTemplate {
  readonly file: CsvFile
  /** A header and two synthetic rows. */
  readonly text: string
}

/** The same files for who has no folder on the machine, such as a browser. */
export function csvTemplates(): readonly CsvTemplate[] {
  return CSV_FILES.map((file) => ({ file, text: csvTemplate(file) }))
}
