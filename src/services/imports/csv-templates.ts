/** The empty CSV files to fill in, as a verb: doors do not reach into connectors. */
import { writeCsvTemplates as write } from '#connectors/csv/templates'
import { folderName } from '#services/check-input'

/**
 * Writes an empty CSV file for each kind of record into a folder, made if there is none.
 * @returns their paths
 * @throws INVALID_ARGUMENT, OUTPUT_FAILED
 */
export async function writeCsvTemplates(folder: string): Promise<readonly string[]> {
  return write(folderName(folder))
}
