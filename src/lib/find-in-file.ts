import { createReadStream } from 'node:fs'

const BLOCK_BYTES = 1 << 20
/** A match longer than this may be missed where it lies across two blocks. */
const OVERLAP = 200

/**
 * Whether an ASCII pattern occurs anywhere in a file: many times faster than reading what it holds.
 * A file that cannot be read has no match; whoever reads it next tells why.
 */
export async function mentions(path: string, pattern: RegExp): Promise<boolean> {
  let tail = ''
  try {
    for await (const block of createReadStream(path, { encoding: 'latin1', highWaterMark: BLOCK_BYTES })) {
      const text = tail + String(block)
      if (pattern.test(text)) return true
      tail = text.slice(-OVERLAP)
    }
  } catch {
    return false
  }
  return false
}
