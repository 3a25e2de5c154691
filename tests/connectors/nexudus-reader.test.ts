import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openNexudusExport } from '#connectors/nexudus/reader'
import { EXPORT_FILES } from '#connectors/nexudus/wire-types'
import type { ReadingProgress, RecordKind } from '#model/records'
import { at, errorOf, folderWith, ofKind, readEverything, temporaryFolder } from './support.ts'

const SAMPLES = join(import.meta.dirname, '../fixtures/samples')

async function readFolder(files: Readonly<Record<string, unknown>>) {
  return readEverything(await openNexudusExport(await folderWith(files)))
}

describe('an export directory', () => {
  it.each(['world-11', 'world-12'])('%s is read whole, in order and without a problem', async (world) => {
    const { records, problems } = await readEverything(await openNexudusExport(join(SAMPLES, world)))
    expect(problems).toEqual([])
    const order: RecordKind[] = [
      'location',
      'customer',
      'customer_change',
      'contract',
      'pause',
      'team',
      'booking',
      'customer_invoice',
      'recurring_product',
      'platform_invoice',
    ]
    const found = records.map((record) => order.indexOf(record.kind))
    expect(found).toEqual(found.toSorted((a, b) => a - b))
    expect(new Set(found).size).toBe(order.length)
    const bookings = ofKind(records, 'booking')
    const cancelled = bookings.filter((booking) => booking.cancelledAt !== null).length
    expect(bookings.slice(0, cancelled).every((booking) => booking.cancelledAt !== null)).toBe(true)
    for (const [file, kind] of [
      ['businesses.json', 'location'],
      ['coworkers.json', 'customer'],
      ['coworkercontracts.json', 'contract'],
      ['coworkerinvoices.json', 'customer_invoice'],
      ['coworkerproducts.json', 'recurring_product'],
    ] as const) {
      const wire: unknown[] = JSON.parse(await readFile(join(SAMPLES, world, file), 'utf8'))
      expect(ofKind(records, kind)).toHaveLength(wire.length)
    }
  })

  it('of which only some files are there is read', async () => {
    const { records, problems } = await readFolder({ 'coworkers.json': [{ Id: 7001, FullName: 'Ada' }] })
    expect(records).toMatchObject([{ kind: 'customer', externalId: '7001' }])
    expect(problems).toEqual([])
  })

  it('may have files and fields that nobody knows', async () => {
    const { problems } = await readFolder({
      'notes.json': 'not JSON',
      'products.json': 'not JSON either',
      'coworkers.json': [{ Id: 7001, FullName: 'Ada', Shoes: [43] }],
    })
    expect(problems).toEqual([])
  })

  it('tells each problem with its file, its record and what happens', async () => {
    const long = 'x'.repeat(300)
    const { records, problems } = await readFolder({
      'coworkers.json': [
        null,
        5,
        ['x'],
        { Id: 7001, FullName: 'Ada', Active: 'perhaps' },
        { FullName: 'No id' },
        { Id: long, FullName: 'Odd id' },
        { Id: 7002, FullName: { first: 'Kit' }, Email: 'kit@example.org' },
      ],
    })
    expect(records).toMatchObject([{ externalId: '7002', name: 'kit@example.org' }])
    expect(problems.map(({ record, field, severity }) => [record.slice(0, 5), field, severity])).toEqual([
      ['#1', '', 'skipped'],
      ['#2', '', 'skipped'],
      ['#3', '', 'skipped'],
      ['7001', 'Active', 'skipped'],
      ['#5', 'Id', 'skipped'],
      ['xxxxx', 'Id', 'skipped'],
      ['7002', 'FullName', 'warning'],
      ['7002', 'FullName', 'warning'],
    ])
    expect(problems[0]?.reason).toBe('The record is not an object (byte 1 of the file); it is skipped.')
    expect(problems[3]).toEqual({
      file: 'coworkers.json',
      record: '7001',
      field: 'Active',
      value: 'perhaps',
      code: 'not_a_boolean',
      values: {},
      reason: 'Active is neither true nor false; the record is skipped.',
      severity: 'skipped',
    })
    expect(problems[5]?.value).toHaveLength(200)
  })

  it('hands out both of two records with the same id', async () => {
    const { records } = await readFolder({
      'coworkers.json': [
        { Id: 7001, FullName: 'Ada' },
        { Id: 7001, FullName: 'Ada Quill' },
      ],
    })
    expect(ofKind(records, 'customer').map((customer) => customer.name)).toEqual(['Ada', 'Ada Quill'])
  })

  it('names the location of which it does not know the time zone', async () => {
    const { problems } = await readFolder({
      'businesses.json': [{ Id: 501, Name: 'Harbour Loft', CreatedOn: '2021-01-01T00:00:00Z' }],
    })
    expect(problems).toMatchObject([{ record: '501', field: 'SimpleTimeZoneId', severity: 'warning' }])
    expect(problems[0]?.reason).toContain('Harbour Loft')
  })

  it('finds a credit note that stands after its invoice, and tells its flaws once', async () => {
    const invoice = { CoworkerId: 7001, BusinessId: 501, CreatedOn: '2026-11-01T00:00:00Z' }
    const { records, problems } = await readFolder({
      'coworkerinvoices.json': [
        { ...invoice, Id: 1, UniqueId: 'a1', TotalAmount: 10 },
        { ...invoice, Id: 2, UniqueId: 'a2', TotalAmount: -10, CreditNote: true, OriginalInvoiceGuid: 'A1' },
        { ...invoice, Id: 3, UniqueId: 'a3', TotalAmount: 'x', CreditNote: 'x', OriginalInvoiceGuid: 'A1' },
      ],
    })
    expect(ofKind(records, 'customer_invoice').map((one) => one.evidenceKind)).toEqual([
      'credited',
      'credit_note',
    ])
    expect(problems).toMatchObject([{ record: '3', field: 'CreditNote' }])
  })

  it('drops the booking of which it has the cancellation', async () => {
    const booking = { ResourceId: 61, CoworkerId: 7001, CreatedOn: '2026-11-01T00:00:00Z' }
    const { records, problems } = await readFolder({
      'resources.json': [{ Id: 61, BusinessId: 501 }],
      'bookings.json': [
        { ...booking, Id: 1 },
        { ...booking, Id: 2 },
        { ...booking, Id: 3, ResourceId: 62 },
      ],
      'cancelledbookings.json': [
        { ...booking, Id: 9, OriginalBookingId: '1', CancelledOn: '2026-11-02T00:00:00Z' },
      ],
    })
    expect(ofKind(records, 'booking').map((one) => [one.externalId, one.cancelledAt])).toEqual([
      ['1', at('2026-11-02T00:00:00Z')],
      ['2', null],
    ])
    expect(problems).toMatchObject([{ record: '3', field: 'ResourceId', value: '62', severity: 'skipped' }])
  })

  it('says how far it is', async () => {
    const reader = await openNexudusExport(join(SAMPLES, 'world-11'))
    const progress: ReadingProgress[] = []
    const events = { onProblem: () => {}, onProgress: (one: ReadingProgress) => progress.push(one) }
    for await (const _batch of reader.read(events));
    const bookings = progress.filter((one) => one.file === 'bookings.json').at(-1)
    expect(bookings).toMatchObject({ recordsRead: 63, bytesRead: bookings?.bytesTotal })
  })

  it.each<[string, unknown, string, number | undefined]>([
    ['cut off', '[{"Id":1}', 'IMPORT_FILE_SYNTAX', 9],
    ['empty', '', 'IMPORT_FILE_SYNTAX', 0],
    ['no array', '{"Records":[]}', 'IMPORT_FILE_SYNTAX', 0],
    ['Latin-1', Buffer.from('[{"FullName":"José"}]', 'latin1'), 'IMPORT_FILE_ENCODING', 17],
    ['UTF-16', Buffer.from('\uFEFF[]', 'utf16le'), 'IMPORT_FILE_ENCODING', 0],
    ['a folder', null, 'IMPORT_FILE_UNREADABLE', undefined],
  ])('with a file that is %s is refused', async (_title, content, code, byte) => {
    const error = await errorOf(readFolder({ 'coworkers.json': content }))
    expect(error).toMatchObject({ code, details: { file: 'coworkers.json' } })
    expect(error.details.byte).toBe(byte)
    expect(error.message).toMatch(/^coworkers\.json .+\.$/)
  })

  it('that is not there, or is a file, is refused', async () => {
    const dir = await folderWith({ 'a-file': 'x' })
    for (const path of [join(dir, 'none'), join(dir, 'a-file')]) {
      expect((await errorOf(openNexudusExport(path))).code).toBe('IMPORT_FOLDER_NOT_FOUND')
    }
  })

  it('with none of the files is refused', async () => {
    expect((await errorOf(openNexudusExport(await temporaryFolder()))).code).toBe('IMPORT_FOLDER_EMPTY')
  })

  it('knows the seventeen files by name', () => {
    expect(EXPORT_FILES).toHaveLength(17)
  })
})

describe('the network of an export', () => {
  async function networkOf(businesses: unknown[] | null) {
    const files = businesses === null ? { 'coworkers.json': [] } : { 'businesses.json': businesses }
    return (await openNexudusExport(await folderWith(files))).network()
  }

  it.each<[string, unknown[] | null, object | null]>([
    [
      'its root',
      [
        { Id: 500, Name: 'Quay' },
        { Id: 501, RootLocationId: 500 },
      ],
      { externalId: '500', name: 'Quay' },
    ],
    [
      'a root that names itself',
      [{ Id: 500, Name: 'Quay', RootLocationId: 500 }],
      { externalId: '500', name: 'Quay' },
    ],
    [
      'a root that was not exported',
      [
        { Id: 501, RootLocationId: 500 },
        { Id: 502, RootLocationId: '500' },
      ],
      { externalId: '500', name: 'Network 500' },
    ],
    ['unknown without businesses', [], null],
    ['unknown without the file', null, null],
    [
      'found beside records that are none',
      [null, { Name: 'x' }, { Id: 500, Name: 'Quay' }],
      { externalId: '500', name: 'Quay' },
    ],
  ])('is %s', async (_title, businesses, expected) => {
    expect(await networkOf(businesses)).toEqual(expected)
  })

  it.each<[string, unknown[]]>([
    [
      'roots',
      [
        { Id: 500, Name: 'Quay' },
        { Id: 600, Name: 'Mill' },
      ],
    ],
    [
      'roots that were not exported',
      [
        { Id: 1, Name: 'Quay', RootLocationId: 500 },
        { Id: 2, RootLocationId: 600 },
      ],
    ],
  ])('is refused with several %s', async (_title, businesses) => {
    const error = await errorOf(networkOf(businesses))
    expect(error.code).toBe('IMPORT_NETWORK_UNKNOWN')
    expect(error.message).toMatch(/500.*600/)
  })
})
