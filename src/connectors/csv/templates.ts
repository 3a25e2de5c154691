import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CSV_FILES, CSV_LAYOUTS, type CsvFile } from '#connectors/csv/layouts'
import { HeadcountError } from '#errors'

/**
 * Writes a template of each CSV file: its header and two synthetic rows that fit together.
 * @returns the paths written
 * @throws HeadcountError OUTPUT_FAILED
 */
export async function writeCsvTemplates(dir: string): Promise<string[]> {
  const paths: string[] = []
  try {
    await mkdir(dir, { recursive: true })
    for (const file of CSV_FILES) {
      const path = join(dir, file)
      await writeFile(path, csvTemplate(file))
      paths.push(path)
    }
  } catch (error) {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    throw new HeadcountError('OUTPUT_FAILED', `The templates could not be written to ${dir} (${cause}).`, {
      folder: dir,
    })
  }
  return paths
}

/** No value of a template needs quotes: the layouts' examples hold no comma, quote or line break. */
export function csvTemplate(file: CsvFile): string {
  const columns = CSV_LAYOUTS[file]
  const rows = [
    columns.map((column) => column.name),
    columns.map((column) => column.examples[0]),
    columns.map((column) => column.examples[1]),
  ]
  return rows.map((row) => `${row.join(',')}\n`).join('')
}
