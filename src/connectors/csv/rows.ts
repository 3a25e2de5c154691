import { stat } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { Column } from '#connectors/csv/layouts'
import { FileFault, unreadable } from '#lib/file-fault'
import { utf8Blocks } from '#lib/utf8-blocks'

/** The rows of a CSV file as objects of its known columns, in batches. */
export interface CsvBatch {
  /** A row whose number of values is not the header's is no object but the values as they stand. */
  readonly values: readonly unknown[]
  /** Position of the first row, counted from 1 without the header. */
  readonly firstPosition: number
  readonly bytesRead: number
  readonly bytesTotal: number
}

export interface CsvOptions {
  readonly columns: readonly Column[]
  onUnknownColumn(name: string): void
}

const BATCH_SIZE = 1000
const MAX_ROW_BYTES = 1 << 20

/** @throws FileFault for a file that is not UTF-8, has broken quotes or a header that does not fit */
export async function* readCsvRows(path: string, options: CsvOptions): AsyncGenerator<CsvBatch> {
  const bytesTotal = await sizeOf(path)
  const read = { bytes: 0 }
  const rows = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: MAX_ROW_BYTES,
  })
  pipeline(Readable.from(counted(utf8Blocks(path), read)), rows, () => {})
  let header: Header | null = null
  let values: unknown[] = []
  let firstPosition = 1
  try {
    for await (const row of rows as AsyncIterable<string[]>) {
      if (header === null) {
        header = readHeader(row, options)
        continue
      }
      if (values.push(toRecord(row, header)) < BATCH_SIZE) continue
      yield { values, firstPosition, bytesRead: read.bytes, bytesTotal }
      firstPosition += values.length
      values = []
    }
  } catch (error) {
    throw error instanceof CsvError ? syntaxFault(error) : error
  }
  if (header === null) throw new FileFault('columns', 'is empty; a header was expected')
  yield { values, firstPosition, bytesRead: bytesTotal, bytesTotal }
}

interface Header {
  readonly size: number
  /** The known columns with their places. */
  readonly places: readonly (readonly [name: string, index: number])[]
}

function readHeader(row: readonly string[], { columns, onUnknownColumn }: CsvOptions): Header {
  const names = row.map((name) => name.trim().toLowerCase())
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index)
  if (twice !== undefined) throw new FileFault('columns', `has the column “${twice}” twice`)
  const missing = columns.filter((column) => column.isRequired && !names.includes(column.name))
  if (missing.length > 0) {
    const list = missing.map((column) => column.name).join(', ')
    const hint = names.length === 1 && row[0]?.includes(';') ? '; its values must be separated by commas' : ''
    throw new FileFault('columns', `lacks the column${missing.length > 1 ? 's' : ''} ${list}${hint}`)
  }
  const known = new Set(columns.map((column) => column.name))
  for (const name of names) if (name !== '' && !known.has(name)) onUnknownColumn(name)
  const places = names.flatMap((name, index) => (known.has(name) ? [[name, index] as const] : []))
  return { size: row.length, places }
}

function toRecord(row: readonly string[], header: Header): unknown {
  if (row.length !== header.size) return row
  const record: Record<string, string> = {}
  for (const [name, index] of header.places) record[name] = row[index] ?? ''
  return record
}

async function* counted(blocks: AsyncIterable<Buffer>, read: { bytes: number }): AsyncGenerator<Buffer> {
  for await (const block of blocks) {
    read.bytes += block.length
    yield block
  }
}

function syntaxFault(error: CsvError): FileFault {
  const what =
    error.code === 'CSV_MAX_RECORD_SIZE' ? 'has a row that is too long' : 'has broken quotes in a row'
  return new FileFault('syntax', what, {
    byte: Number(error.bytes ?? 0),
    line: Number(error.lines ?? 0),
  })
}

async function sizeOf(path: string): Promise<number> {
  try {
    const about = await stat(path)
    if (!about.isFile()) {
      throw new FileFault(
        'unreadable',
        about.isDirectory() ? 'is a folder, not a file' : 'is no regular file',
      )
    }
    return about.size
  } catch (error) {
    throw error instanceof FileFault ? error : unreadable(error)
  }
}
