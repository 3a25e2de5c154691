/** A list of people as somebody pastes or uploads it: a line each, or a CSV. Pure. */
import { CsvError, parse } from 'csv-parse/sync'
import { HeadcountError } from '#errors'

/** One row, with what could name a customer. */
export interface PlatformListRow {
  /** From 1, the header included. */
  readonly line: number
  readonly text: string
  readonly ids: readonly string[]
  readonly emails: readonly string[]
  readonly names: readonly string[]
}

const MOST_ROWS = 50_000
const LONGEST_CELL = 500

/** Titles of columns, letters alone. */
const TITLES = {
  ids: ['id', 'customerid', 'externalid', 'coworkerid', 'memberid', 'kundennummer', 'kundenid'],
  emails: ['email', 'emailaddress', 'mail', 'emailadresse'],
  names: [
    'name',
    'fullname',
    'customer',
    'customername',
    'coworkerfullname',
    'member',
    'company',
    'kunde',
    'firma',
  ],
} as const
type Part = keyof typeof TITLES

/** @throws PLATFORM_LIST_INVALID */
export function parsePlatformList(text: string): PlatformListRow[] {
  const records = readRecords(text).filter(({ record }) => record.some((cell) => cell !== ''))
  const [first] = records
  if (first === undefined) throw invalid('The list is empty.')
  if (records.length > MOST_ROWS) throw invalid(`The list has more than ${MOST_ROWS} rows.`)
  const columns = first.record.map(partOf)
  const hasHeader = columns.some((part) => part !== null)
  const rows = hasHeader ? records.slice(1) : records
  if (rows.length === 0) throw invalid('The list has titles and no rows.')
  return rows.map(({ record, line, raw }) => ({
    line,
    text: raw,
    ...(hasHeader ? byTitle(record, columns) : byLook(record, raw)),
  }))
}

interface RawRecord {
  readonly record: string[]
  readonly line: number
  readonly raw: string
}

function readRecords(text: string): RawRecord[] {
  try {
    const records = parse(text, {
      ...{ bom: true, delimiter: [',', ';', '\t'], trim: true, raw: true, info: true },
      ...{ relax_quotes: true, relax_column_count: true, skip_empty_lines: true },
    }) as unknown as { record: string[]; raw: string; info: { lines: number } }[]
    return records.map(({ record, raw, info }) => ({
      record: record.map((cell) => cell.replaceAll('\0', '').slice(0, LONGEST_CELL)),
      line: info.lines,
      raw: raw.replaceAll('\0', '').trim().slice(0, LONGEST_CELL),
    }))
  } catch (error) {
    if (error instanceof CsvError) throw invalid(`The list cannot be read: ${error.message}.`)
    throw error
  }
}

function partOf(title: string): Part | null {
  const letters = title.toLowerCase().replace(/[^\p{L}]/gu, '')
  const parts = Object.keys(TITLES) as Part[]
  return parts.find((part) => (TITLES[part] as readonly string[]).includes(letters)) ?? null
}

type Named = Pick<PlatformListRow, Part>

function byTitle(record: readonly string[], columns: readonly (Part | null)[]): Named {
  const of = (part: Part) => record.filter((cell, at) => cell !== '' && columns[at] === part)
  return { ids: of('ids'), emails: of('emails'), names: of('names') }
}

/** Without titles a number is taken for an id only where it stands first. */
function byLook(record: readonly string[], raw: string): Named {
  const cells = record.filter((cell) => cell !== '')
  const emails = cells.filter((cell) => cell.includes('@'))
  const [first] = cells
  const others = [...new Set([...cells, raw])].filter((cell) => !cell.includes('@'))
  return {
    ids: first === undefined || first.includes('@') ? [] : [first],
    emails,
    names: others.filter((cell) => /\p{L}/u.test(cell)),
  }
}

function invalid(message: string): HeadcountError {
  return new HeadcountError('PLATFORM_LIST_INVALID', message)
}
