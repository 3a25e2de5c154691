import { createReadStream } from 'node:fs'
import { FileFault, unreadable } from '#lib/file-fault'
import { firstInvalidUtf8, unfinishedTail } from '#lib/utf8'

const BLOCK_BYTES = 1 << 18

/**
 * The bytes of a text file in blocks, each known to be UTF-8 and ending at a character's end.
 * @throws FileFault where the file cannot be read or is not UTF-8
 */
export async function* utf8Blocks(path: string): AsyncGenerator<Buffer> {
  let offset = 0
  let tail: Buffer = Buffer.alloc(0)
  for await (const block of readBlocks(path)) {
    const bytes = tail.length === 0 ? block : Buffer.concat([tail, block])
    const whole = bytes.subarray(0, bytes.length - unfinishedTail(bytes))
    check(whole, offset)
    offset += whole.length
    tail = bytes.subarray(whole.length)
    if (whole.length > 0) yield whole
  }
  check(tail, offset)
}

function check(bytes: Buffer, offset: number): void {
  const invalid = firstInvalidUtf8(bytes)
  if (invalid !== -1) throw new FileFault('encoding', 'is not UTF-8', { byte: offset + invalid })
  const nul = bytes.indexOf(0)
  if (nul !== -1) {
    throw new FileFault('encoding', 'is not UTF-8 text; it looks like UTF-16', { byte: offset + nul })
  }
}

async function* readBlocks(path: string): AsyncGenerator<Buffer> {
  try {
    for await (const block of createReadStream(path, { highWaterMark: BLOCK_BYTES })) yield block as Buffer
  } catch (error) {
    throw unreadable(error)
  }
}
