import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FileFault } from '#lib/file-fault'
import { type JsonArrayOptions, streamJsonArray } from '#lib/json-array-stream'
import { temporaryFolder } from './support.ts'

async function readFile(path: string, options?: JsonArrayOptions) {
  const values: unknown[] = []
  const offsets: number[] = []
  for await (const batch of streamJsonArray(path, options)) {
    expect(batch.firstPosition).toBe(values.length + 1)
    values.push(...batch.values)
    offsets.push(...batch.offsets)
  }
  return { values, offsets }
}

async function write(content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), 'records.json')
  await writeFile(path, content)
  return path
}

async function faultOf(content: string | Uint8Array, options?: JsonArrayOptions) {
  const path = await write(content)
  const outcome: unknown = await readFile(path, options).then(
    () => null,
    (error: unknown) => error,
  )
  if (outcome instanceof FileFault) return outcome
  throw new Error('expected a FileFault', { cause: outcome })
}

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

describe('a file of one JSON array', () => {
  it('gives the same as JSON.parse, whatever the records and wherever the blocks end', async () => {
    const path = await write('[]')
    const record = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }))
    const shape = fc.record({
      records: fc.array(record, { maxLength: 20 }),
      indent: fc.constantFrom(0, 1, '\t'),
      blockBytes: fc.integer({ min: 1, max: 64 }),
      batchSize: fc.integer({ min: 1, max: 5 }),
    })
    await fc.assert(
      fc.asyncProperty(shape, async ({ records, indent, blockBytes, batchSize }) => {
        const text = JSON.stringify(records, null, indent)
        await writeFile(path, text)
        const { values, offsets } = await readFile(path, { blockBytes, batchSize })
        expect(JSON.stringify(values)).toBe(JSON.stringify(JSON.parse(text)))
        const file = Buffer.from(text)
        for (const offset of offsets) expect(String.fromCharCode(file[offset] ?? 0)).toBe('{')
      }),
      { numRuns: 100 },
    )
  })

  it('never lets a broken file pass: it is refused wherever JSON.parse refuses it, and only there', async () => {
    const path = await write('[]')
    const text = fc
      .array(
        fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', 'a', '1', ' ', '{"a":1}', '"é"', 'null'),
      )
      .map((parts) => `[${parts.join('')}`)
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (content, blockBytes) => {
        let expected: unknown
        try {
          expected = JSON.parse(content)
        } catch {
          expected = undefined
        }
        await writeFile(path, content)
        const outcome: unknown = await readFile(path, { blockBytes }).then(
          (all) => all.values,
          (error: unknown) => (error instanceof FileFault ? undefined : error),
        )
        expect(outcome).toEqual(expected)
      }),
      { numRuns: 1500 },
    )
  })

  it.each<[string, string | Uint8Array, unknown[]]>([
    ['no records', '[]', []],
    ['no records and space', ' \r\n\t[ \n ] \n', []],
    ['a byte order mark', bytes([0xef, 0xbb, 0xbf], '[{"a":"é"}]'), [{ a: 'é' }]],
    [
      'brackets, quotes and commas in strings',
      '[{"a":"]},{[\\"\\\\"},{"b":"\\\\"}]',
      [{ a: ']},{["\\' }, { b: '\\' }],
    ],
    ['elements that are no objects', '[null, 5 ,"x",[1,[2]],true]', [null, 5, 'x', [1, [2]], true]],
    ['four-byte characters', '[{"a":"😀"}]', [{ a: '😀' }]],
  ])('may hold %s', async (_title, content, expected) => {
    for (const blockBytes of [1, 2, 3, 7, 1 << 20]) {
      const { values } = await readFile(await write(content), { blockBytes })
      expect(values).toEqual(expected)
    }
  })

  it('leaves a key named __proto__ to the record that has it', async () => {
    const { values } = await readFile(await write('[{"__proto__":{"isAdmin":true}}]'))
    expect(Object.hasOwn(values[0] as object, '__proto__')).toBe(true)
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })

  it.each<[string, string | Uint8Array, FileFault['kind'], number]>([
    ['empty', '', 'syntax', 0],
    ['only space', ' \n', 'syntax', 2],
    ['only a byte order mark', bytes([0xef, 0xbb, 0xbf]), 'syntax', 3],
    ['an object', '{"Records":[]}', 'syntax', 0],
    ['no JSON', 'hello', 'syntax', 0],
    ['a web page', '<html></html>', 'syntax', 0],
    ['cut off after the bracket', '[', 'syntax', 1],
    ['cut off after a record', '[{"a":1}', 'syntax', 8],
    ['cut off after a comma', '[{"a":1},', 'syntax', 9],
    ['cut off in a record', '[{"a":1},{"a"', 'syntax', 13],
    ['cut off in a string', '[{"a":"1}]', 'syntax', 10],
    ['cut off in a character', bytes('[{"a":"', [0xc3]), 'syntax', 8],
    ['followed by another array', '[{"a":1}]\n[]', 'syntax', 10],
    ['with a comma too many between records', '[{"a":1},,{"a":2}]', 'syntax', 9],
    ['with a comma before the first record', '[,{"a":1}]', 'syntax', 1],
    ['with a comma after the last record', '[{"a":1}, ]', 'syntax', 10],
    ['with a comma missing', '[{"a":1} {"a":2}]', 'syntax', 1],
    ['with a record that is no JSON', '[{"a":1}, {a:2}, {"a":3}]', 'syntax', 10],
    ['with brackets that do not match', '[{"a":1}, {"a":[2}]}]', 'syntax', 19],
    ['with a brace too many', '[{"a":1}}]', 'syntax', 8],
    ['with a number that is none', '[{"a":1},{"a":01}]', 'syntax', 9],
    ['with a line break in a string', '[{"a":"x\ny"}]', 'syntax', 1],
    ['with NaN', '[{"a":1},\n {"a":NaN}]', 'syntax', 11],
    ['nested too deep', `[${'['.repeat(201)}${']'.repeat(201)}]`, 'syntax', 201],
    ['Latin-1', bytes('[{"a":1},{"a":"Jos', [0xe9], '"}]'), 'encoding', 18],
    ['with half a surrogate pair in its bytes', bytes('[{"a":"', [0xed, 0xa0, 0x80], '"}]'), 'encoding', 7],
    ['with an overlong character', bytes('[{"a":"', [0xc0, 0xaf], '"}]'), 'encoding', 7],
    ['UTF-16, little end first', Buffer.from('\uFEFF[{"a":1}]', 'utf16le'), 'encoding', 0],
    ['UTF-16, big end first', Buffer.from('\uFEFF[{"a":1}]', 'utf16le').swap16(), 'encoding', 0],
    ['UTF-16 without a mark', Buffer.from('[{"a":1}]', 'utf16le'), 'encoding', 1],
  ])('is refused when %s', async (_title, content, kind, byte) => {
    for (const blockBytes of [1, 5, 1 << 20]) {
      const fault = await faultOf(content, { blockBytes })
      expect(fault).toMatchObject({ kind, place: { byte } })
    }
  })

  it.each([1, 10, 1000])(
    'is refused when a record is too large, with blocks of %i bytes',
    async (blockBytes) => {
      const content = `[{"a":1},{"a":"${'x'.repeat(50)}"},{"a":2}]`
      const fault = await faultOf(content, { blockBytes, maxElementBytes: 40 })
      expect(fault).toMatchObject({ kind: 'syntax', place: { byte: 9 } })
    },
  )

  it('tells the first fault of several', async () => {
    expect(await faultOf('[{"a":1},{a:2},,]')).toMatchObject({ place: { byte: 9 } })
    expect(await faultOf(bytes('[{"a":"', [0xe9], '"},,]'))).toMatchObject({ kind: 'encoding' })
  })

  it('is refused when it is not there or is a folder', async () => {
    const folder = await temporaryFolder()
    await expect(readFile(folder)).rejects.toMatchObject({ kind: 'unreadable' })
    await expect(readFile(join(folder, 'none.json'))).rejects.toMatchObject({ kind: 'unreadable' })
  })

  it('finds the broken byte of a large file', async () => {
    const good = `{"a":"${'ö'.repeat(3000)}"}`
    const start = Buffer.from(`[${`${good},`.repeat(400)}`)
    const fault = await faultOf(bytes(start.toString(), '{"a":"', [0xff], '"}]'))
    expect(fault).toMatchObject({ kind: 'encoding', place: { byte: start.length + 6 } })
  })

  it('hands records out in batches and says how far it is', async () => {
    const path = await write(JSON.stringify(Array.from({ length: 2500 }, (_, index) => ({ index }))))
    const sizes: number[] = []
    for await (const batch of streamJsonArray(path)) {
      sizes.push(batch.values.length)
      expect(batch.bytesRead).toBe(batch.bytesTotal)
    }
    expect(sizes).toEqual([1000, 1000, 500])
  })
})
