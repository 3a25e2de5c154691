import { isUtf8 } from 'node:buffer'

const STRIDE = 4096

/**
 * The index of the first byte that is no part of UTF-8, or -1. Strides over the good part with the
 * engine's own check, so that one broken byte in a large block is found at once.
 */
export function firstInvalidUtf8(bytes: Uint8Array): number {
  if (isUtf8(bytes)) return -1
  let at = 0
  let next = characterStart(bytes, STRIDE)
  while (next > at && isUtf8(bytes.subarray(at, next))) {
    at = next
    next = characterStart(bytes, at + STRIDE)
  }
  for (;;) {
    const size = characterSize(bytes, at)
    if (size === 0) return at
    at += size
  }
}

/** How many bytes at the end of a block begin a character that the next block must finish (0 to 3). */
export function unfinishedTail(bytes: Uint8Array): number {
  const start = characterStart(bytes, bytes.length - 1)
  const first = bytes[start] ?? 0
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1
  const present = bytes.length - start
  return present < size ? present : 0
}

/** Steps back from the middle of a character (at most 3 bytes), because half of one is never valid. */
function characterStart(bytes: Uint8Array, index: number): number {
  const last = Math.min(index, bytes.length)
  let at = last
  while (at > 0 && last - at < 3 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1
  return at
}

function characterSize(bytes: Uint8Array, at: number): number {
  for (let size = 1; size <= 4 && at + size <= bytes.length; size += 1) {
    if (isUtf8(bytes.subarray(at, at + size))) return size
  }
  return 0
}
