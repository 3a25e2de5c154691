import { isAscii, isUtf8 } from 'node:buffer'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { FileFault, unreadable } from '#lib/file-fault'
import { JsonArrayScanner } from '#lib/json-array-scanner'
import { firstInvalidUtf8 } from '#lib/utf8'

/**
 * Reads a file that holds one JSON array, of any size, in the memory of a few blocks. docs/decisions/0003
 * tells why no library does it: the best reaches a fifth of the speed.
 */
export interface JsonBatch {
  /** As JSON.parse gives them; an element need not be an object. */
  readonly values: readonly unknown[]
  /** Byte in the file at which each value begins. */
  readonly offsets: readonly number[]
  /** Position of the first value in the array, counted from 1. */
  readonly firstPosition: number
  readonly bytesRead: number
  readonly bytesTotal: number
}

export interface JsonArrayOptions {
  readonly blockBytes?: number
  readonly batchSize?: number
  readonly maxElementBytes?: number
  readonly maxDepth?: number
}

const DEFAULTS = { blockBytes: 1 << 20, batchSize: 1000, maxElementBytes: 16 << 20, maxDepth: 200 }
/**
 * Elements are parsed in groups of this size: a call for each is slow, a text of some 100 KB is a large
 * object of the engine, and one character beyond Latin-1 doubles the text of its whole group. Measured:
 * a fifth faster than one text for the batch.
 */
const GROUP_BYTES = 32 * 1024
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d

/** @throws FileFault for whatever is wrong with the file; the records before a fault are yielded first. */
export async function* streamJsonArray(
  path: string,
  options: JsonArrayOptions = {},
): AsyncGenerator<JsonBatch> {
  const settings = { ...DEFAULTS, ...options }
  const { file, bytesTotal } = await openFile(path)
  try {
    const window = new Window(settings.blockBytes)
    const scanner = new JsonArrayScanner(settings)
    let firstPosition = 1
    for (;;) {
      const from = window.length
      const more = await window.fill(file)
      scanner.scan(window.bytes, from, window.length)
      const count = scanner.starts.length
      for (let first = 0; first < count; first += settings.batchSize) {
        const starts = scanner.starts.slice(first, first + settings.batchSize)
        const ends = scanner.ends.slice(first, first + settings.batchSize)
        const values = parseBatch(window, starts, ends)
        const offsets = starts.map((start) => window.base + start)
        yield { values, offsets, firstPosition, bytesRead: window.base + window.length, bytesTotal }
        firstPosition += values.length
      }
      throwFault(scanner, window)
      if (!more) break
      scanner.shift(window.discard(scanner.phase === 'inside' ? scanner.start : window.length))
    }
    throwTruncation(scanner, window)
  } finally {
    await file.close()
  }
}

/**
 * The part of the file in memory. Index 0 is never an element's first byte: the bytes on both sides of a
 * batch are overwritten with brackets, which makes it an array of its own without a copy.
 */
class Window {
  bytes: Buffer
  length = 1
  /** Byte in the file of index 0. */
  base = -1
  readonly #blockBytes: number

  constructor(blockBytes: number) {
    this.#blockBytes = blockBytes
    this.bytes = Buffer.alloc(blockBytes + 1)
  }

  /** @returns whether there was something to read */
  async fill(file: FileHandle): Promise<boolean> {
    if (this.bytes.length - this.length < this.#blockBytes) {
      const larger = Buffer.alloc(Math.max(this.bytes.length * 2, this.length + this.#blockBytes))
      this.bytes.copy(larger, 0, 0, this.length)
      this.bytes = larger
    }
    const { bytesRead } = await readBlock(file, this.bytes, this.length, this.#blockBytes)
    this.length += bytesRead
    return bytesRead > 0
  }

  /** Drops the bytes before `index`, but for one. @returns by how many places the rest moved */
  discard(index: number): number {
    const places = index - 1
    this.bytes.copyWithin(0, places, this.length)
    this.length -= places
    this.base += places
    return places
  }
}

function parseBatch(window: Window, starts: readonly number[], ends: readonly number[]): unknown[] {
  const values: unknown[] = []
  let first = 0
  for (let next = 1; next <= starts.length; next += 1) {
    const bytes = (ends[next] ?? Number.POSITIVE_INFINITY) - (starts[first] ?? 0)
    if (bytes <= GROUP_BYTES) continue
    values.push(...parseGroup(window, starts.slice(first, next), ends.slice(first, next)))
    first = next
  }
  return values
}

function parseGroup(window: Window, starts: readonly number[], ends: readonly number[]): unknown[] {
  const from = (starts[0] ?? 1) - 1
  const until = ends[ends.length - 1] ?? 0
  window.bytes[from] = OPEN_ARRAY
  window.bytes[until] = CLOSE_ARRAY
  const batch = window.bytes.subarray(from, until + 1)
  try {
    const values: unknown = JSON.parse(decode(batch, window.base + from))
    if (Array.isArray(values) && values.length === starts.length) return values
  } catch (error) {
    if (error instanceof FileFault) throw error
  }
  throw firstBrokenElement(window, starts, ends)
}

/** One-byte strings where the bytes allow it: JSON.parse is faster on them and their decoding is a copy. */
function decode(bytes: Buffer, offset: number): string {
  if (isAscii(bytes)) return bytes.toString('latin1')
  if (isUtf8(bytes)) return bytes.toString('utf8')
  throw new FileFault('encoding', 'is not UTF-8', { byte: offset + firstInvalidUtf8(bytes) })
}

function firstBrokenElement(window: Window, starts: readonly number[], ends: readonly number[]): FileFault {
  const broken = starts.find((start, index) => !isJson(window.bytes.toString('utf8', start, ends[index])))
  const byte = window.base + (broken ?? starts[0] ?? 0)
  return new FileFault('syntax', 'has a record that is not JSON', { byte })
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function throwFault(scanner: JsonArrayScanner, window: Window): void {
  if (scanner.fault === null) return
  const { kind, sentence, index } = scanner.fault
  throw new FileFault(kind, sentence, { byte: window.base + index })
}

function throwTruncation(scanner: JsonArrayScanner, window: Window): void {
  if (scanner.phase === 'done') return
  const byte = window.base + window.length
  if (byte === 0) throw new FileFault('syntax', 'is empty; a JSON array was expected', { byte })
  if (scanner.phase !== 'inside') throw new FileFault('syntax', 'ends before its JSON array does', { byte })
  const began = window.base + scanner.start
  throw new FileFault('syntax', `ends in the middle of the record that begins at byte ${began}`, { byte })
}

async function openFile(path: string): Promise<{ file: FileHandle; bytesTotal: number }> {
  try {
    const about = await stat(path)
    if (!about.isFile()) {
      throw new FileFault(
        'unreadable',
        about.isDirectory() ? 'is a folder, not a file' : 'is no regular file',
      )
    }
    return { file: await open(path, 'r'), bytesTotal: about.size }
  } catch (error) {
    throw error instanceof FileFault ? error : unreadable(error)
  }
}

async function readBlock(file: FileHandle, bytes: Buffer, at: number, count: number) {
  try {
    return await file.read(bytes, at, count, null)
  } catch (error) {
    throw unreadable(error)
  }
}
