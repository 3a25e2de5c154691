import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CSV_FILES, CSV_LAYOUTS } from '#connectors/csv/layouts'
import { openCsvFolder } from '#connectors/csv/reader'
import { csvTemplate, writeCsvTemplates } from '#connectors/csv/templates'
import { at, errorOf, folderWith, ofKind, readEverything, temporaryFolder } from './support.ts'

const TEMPLATES = join(import.meta.dirname, '../../templates/csv')
const LOCATIONS = 'id,name,time_zone,created_at\nharbour,Harbour Loft,Europe/Amsterdam,2024-01-01T00:00:00Z\n'

async function readFolder(files: Readonly<Record<string, unknown>>) {
  return readEverything(await openCsvFolder(await folderWith(files)))
}

describe('the templates', () => {
  it('in templates/csv are those that the layouts make', async () => {
    for (const file of CSV_FILES)
      expect(await readFile(join(TEMPLATES, file), 'utf8')).toBe(csvTemplate(file))
  })

  it('are a folder that can be imported as it is', async () => {
    const dir = await temporaryFolder()
    expect(await writeCsvTemplates(dir)).toEqual(CSV_FILES.map((file) => join(dir, file)))
    const { records, problems } = await readEverything(await openCsvFolder(dir))
    expect(problems).toEqual([])
    const kinds = records.map((record) => record.kind)
    expect([...new Set(kinds)]).toEqual([
      'location',
      'customer',
      'contract',
      'pause',
      'team',
      'booking',
      'customer_invoice',
      'recurring_product',
      'platform_invoice',
    ])
    expect(ofKind(records, 'team')[0]).toMatchObject({
      memberExternalIds: ['c-1', 'c-2'],
      hasMergedBilling: true,
    })
    expect(ofKind(records, 'customer_invoice')[1]?.locationExternalIds).toEqual(['harbour', 'mill'])
    expect(ofKind(records, 'recurring_product')[1]?.renewal).toEqual({
      cycle: 'day',
      every: 14,
      from: at('2026-10-01T09:00:00Z'),
      until: at('2027-01-01T00:00:00Z'),
    })
    expect(ofKind(records, 'contract')[0]).toMatchObject({
      startsAt: at('2026-12-14T23:00:00Z'),
      endsAt: null,
    })
  })

  it('that cannot be written are an error', async () => {
    const dir = await folderWith({ 'a-file': 'x' })
    expect((await errorOf(writeCsvTemplates(join(dir, 'a-file')))).code).toBe('OUTPUT_FAILED')
  })

  it('need no quotes', () => {
    for (const file of CSV_FILES) {
      for (const column of CSV_LAYOUTS[file]) expect(column.examples.join('')).not.toMatch(/[,"\r\n]/)
    }
  })
})

describe('a folder of CSV files', () => {
  it('has the network that it is given, or none', async () => {
    const dir = await folderWith({ 'locations.csv': LOCATIONS })
    expect(await (await openCsvFolder(dir)).network()).toBeNull()
    expect(await (await openCsvFolder(dir, 'Quay')).network()).toEqual({ externalId: 'Quay', name: 'Quay' })
  })

  it('may have a byte order mark, quotes, empty lines, other line ends and columns in any order', async () => {
    const { records, problems } = await readFolder({
      'customers.csv':
        '\uFEFFName , ID,suspended\r\n"Quill, ""Ada""\r\nand sons",ä-太郎,TRUE\r\n\r\n,,\r\nKit,c-2,\r\n',
    })
    expect(problems).toEqual([])
    expect(records).toMatchObject([
      { externalId: 'ä-太郎', name: 'Quill, "Ada"\r\nand sons', isSuspended: true },
      { externalId: 'c-2', name: 'Kit', isSuspended: false },
    ])
  })

  it.each<[string, string, string | null]>([
    ['a local date', '2026-07-31', '2026-07-30T22:00:00Z'],
    ['a local time', '2026-07-31T12:00', '2026-07-31T10:00:00Z'],
    ['an instant', '2026-07-31T00:00:00Z', '2026-07-31T00:00:00Z'],
    ['an instant with an offset', '2026-07-31T00:00:00-04:00', '2026-07-31T04:00:00Z'],
    ['nothing', '', null],
  ])('has contracts that end at %s', async (_title, ends, expected) => {
    const contracts = `id,location_id,customer_id,created_at,ends_at\nk-1,harbour,c-1,2026-01-01T00:00:00Z,${ends}\n`
    const { records } = await readFolder({ 'locations.csv': LOCATIONS, 'contracts.csv': contracts })
    expect(ofKind(records, 'contract')[0]?.endsAt).toBe(expected === null ? null : at(expected))
  })

  it.each<[string, string, string, string, string]>([
    [
      'bookings.csv',
      'id,location_id,customer_id,made_at,kind',
      'b-1,l,c,2026-02-30T00:00:00Z,',
      'made_at',
      'skipped',
    ],
    [
      'bookings.csv',
      'id,location_id,customer_id,made_at,kind',
      'b-1,l,c,2026-02-01,given',
      'kind',
      'skipped',
    ],
    ['bookings.csv', 'id,location_id,customer_id,made_at', 'b-1,,c,2026-02-01', 'location_id', 'skipped'],
    ['bookings.csv', 'id,location_id,customer_id,made_at', 'b-1,l,c,2026-02-01,more', '', 'skipped'],
    ['bookings.csv', 'id,location_id,customer_id,made_at', 'b-1,l,c', '', 'skipped'],
    ['customers.csv', 'id,name,suspended', 'c-1,Ada,maybe', 'suspended', 'skipped'],
    ['customers.csv', 'id,name', 'c-1,', 'name', 'skipped'],
    ['customers.csv', 'id,name', `${'x'.repeat(201)},Ada`, 'id', 'skipped'],
    ['teams.csv', 'id,name,merged_billing,member_ids', 't-1,Quill,,c-1', 'merged_billing', 'skipped'],
    [
      'customer-invoices.csv',
      'id,location_ids,customer_id,issued_at',
      'i-1, ; ,c,2026-02-01',
      'location_ids',
      'skipped',
    ],
    [
      'recurring-products.csv',
      'id,location_id,customer_id,sold_at,cycle,every',
      'p-1,l,c,2026-02-01,month,1001',
      'every',
      'skipped',
    ],
    [
      'recurring-products.csv',
      'id,location_id,customer_id,sold_at,cycle',
      'p-1,l,c,2026-02-01,fortnight',
      'cycle',
      'skipped',
    ],
    ['locations.csv', 'id,name,time_zone,created_at', 'l,Loft,Mars/Base,2026-02-01', 'time_zone', 'warning'],
    [
      'contracts.csv',
      'id,location_id,customer_id,created_at,ends_at',
      'k,l,c,2026-02-01,2026-03-01',
      'ends_at',
      'warning',
    ],
    [
      'contracts.csv',
      'id,location_id,customer_id,created_at,price',
      'k,l,c,2026-02-01,"12,50"',
      'price',
      'warning',
    ],
    [
      'contracts.csv',
      'id,location_id,customer_id,created_at,paused_from,paused_until',
      'k,l,c,2026-02-01,2026-03-01Z,2026-02-01Z',
      'paused_until',
      'warning',
    ],
  ])('%s with %s: %s has a problem with “%s”', async (file, header, row, field, severity) => {
    const { records, problems } = await readFolder({ [file]: `${header}\n${row}\n` })
    expect(problems).toMatchObject([{ file, field, severity }])
    expect(records).toHaveLength(severity === 'skipped' ? 0 : 1)
  })

  it.each<[string, string, string[]]>([
    ['ends with its last row', ',', []],
    ['is the one of its last row', '2026-05-01Z,', ['2026-05-01T00:00:00Z']],
  ])('the pause of a contract that stands twice %s', async (_title, last, from) => {
    const header = 'id,location_id,customer_id,created_at,paused_from,paused_until'
    const rows = ['2026-03-01Z,', last].map((pause) => `k,harbour,c,2026-02-01,${pause}`)
    const { records } = await readFolder({
      'locations.csv': LOCATIONS,
      'contracts.csv': `${header}\n${rows.join('\n')}\n`,
    })
    expect(ofKind(records, 'pause').map((pause) => pause.from)).toEqual(from.map(at))
  })

  it('with a column that nobody knows is read without it', async () => {
    const { records, problems } = await readFolder({ 'customers.csv': 'id,name,shoes\nc-1,Ada,43\n' })
    expect(records).toHaveLength(1)
    expect(problems).toMatchObject([{ record: 'header', field: 'shoes', severity: 'warning' }])
  })

  it.each<[string, string | Uint8Array | null, string, object]>([
    ['lacks a column', 'id,mail\nc-1,x\n', 'IMPORT_FILE_COLUMNS', {}],
    ['has a column twice', 'id,name,Name\nc-1,x,y\n', 'IMPORT_FILE_COLUMNS', {}],
    ['is separated by semicolons', 'id;name\nc-1;x\n', 'IMPORT_FILE_COLUMNS', {}],
    ['is empty', '', 'IMPORT_FILE_COLUMNS', {}],
    ['has a quote that is never closed', 'id,name\nc-1,x\n"c-2,y\n', 'IMPORT_FILE_SYNTAX', { byte: 14 }],
    ['has text after a quote', 'id,name\nc-1,x\n"c"2,y\n', 'IMPORT_FILE_SYNTAX', { byte: 14, line: 3 }],
    ['has a quote within text', 'id,name\nc"1,x\n', 'IMPORT_FILE_SYNTAX', { byte: 8, line: 2 }],
    ['is Latin-1', Buffer.from('id,name\nc-1,José\n', 'latin1'), 'IMPORT_FILE_ENCODING', { byte: 15 }],
    ['ends within a character', Buffer.from([0x69, 0x64, 0xc3]), 'IMPORT_FILE_ENCODING', { byte: 2 }],
    ['is UTF-16', Buffer.from('\uFEFFid,name\n', 'utf16le'), 'IMPORT_FILE_ENCODING', { byte: 0 }],
    ['is UTF-16 without a mark', Buffer.from('id,name\n', 'utf16le'), 'IMPORT_FILE_ENCODING', { byte: 1 }],
    ['is a folder', null, 'IMPORT_FILE_UNREADABLE', {}],
  ])('with a file that %s is refused', async (_title, content, code, place) => {
    const error = await errorOf(readFolder({ 'customers.csv': content }))
    expect(error).toMatchObject({ code, details: { file: 'customers.csv', ...place } })
  })

  it('without any of the files is refused', async () => {
    expect((await errorOf(openCsvFolder(await folderWith({ 'x.csv': 'id' })))).code).toBe(
      'IMPORT_FOLDER_EMPTY',
    )
  })

  it('of any length is read in batches', async () => {
    const rows = Array.from({ length: 2500 }, (_, index) => `c-${index},Zoë ${index}\n`).join('')
    const reader = await openCsvFolder(await folderWith({ 'customers.csv': `id,name\n${rows}` }))
    const sizes: number[] = []
    let last = 0
    const events = {
      onProblem: () => {},
      onProgress: (one: { recordsRead: number }) => (last = one.recordsRead),
    }
    for await (const batch of reader.read(events)) sizes.push(batch.length)
    expect(sizes).toEqual([1000, 1000, 500])
    expect(last).toBe(2500)
  })
})
