import { mkdir, readdir, writeFile } from 'node:fs/promises'
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
    const inTheWay = (await readdir(dir)).filter((file) => CSV_FILES.some((known) => known === file))
    if (inTheWay.length > 0) throw alreadyThere(dir, inTheWay)
    for (const file of CSV_FILES) {
      const path = join(dir, file)
      await writeFile(path, csvTemplate(file), { flag: 'wx' })
      paths.push(path)
    }
  } catch (error) {
    if (error instanceof HeadcountError) throw error
    const cause = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    throw new HeadcountError('OUTPUT_FAILED', `The templates could not be written to ${dir} (${cause}).`, {
      folder: dir,
    })
  }
  return paths
}

/** Templates never take the place of somebody's records. */
function alreadyThere(dir: string, files: readonly string[]): HeadcountError {
  return new HeadcountError(
    'OUTPUT_FAILED',
    `No templates were written: ${dir} already holds ${files.join(', ')}.`,
    { folder: dir, files },
  )
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
