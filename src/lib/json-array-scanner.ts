/**
 * Finds the elements of one top-level JSON array by looking at bytes only: strings, escapes, depth.
 * It does not judge what an element holds, so it runs several times faster than a parser; JSON.parse,
 * which is native, judges the elements that it has cut out.
 */
const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const CLOSE_OBJECT = 0x7d
const BOM = [0xef, 0xbb, 0xbf]

/** What a byte outside strings does; 0 for the many that do nothing. */
const ROLE = new Uint8Array(256)
const OPENS = 1
const CLOSES = 2
const QUOTES = 3
const SEPARATES = 4
ROLE[0x7b] = OPENS
ROLE[OPEN_ARRAY] = OPENS
ROLE[CLOSE_OBJECT] = CLOSES
ROLE[CLOSE_ARRAY] = CLOSES
ROLE[QUOTE] = QUOTES
ROLE[COMMA] = SEPARATES

export interface ScanFault {
  readonly kind: 'encoding' | 'syntax'
  readonly sentence: string
  /** Index in the scanned bytes. */
  readonly index: number
}

type Phase = 'array' | 'first' | 'next' | 'inside' | 'done'

export class JsonArrayScanner {
  phase: Phase = 'array'
  /** Where the unfinished element began; of use while `phase` is `inside`. */
  start = 0
  fault: ScanFault | null = null
  /** First and last-but-one index of each element that was finished by the last `scan`. */
  readonly starts: number[] = []
  readonly ends: number[] = []

  #depth = 0
  #inString = false
  #escaped = false
  #bomBytes = 0
  readonly #maxDepth: number
  readonly #maxBytes: number

  constructor(limits: { maxDepth: number; maxElementBytes: number }) {
    this.#maxDepth = limits.maxDepth
    this.#maxBytes = limits.maxElementBytes
  }

  /** Tells the scanner that the bytes it has seen moved by so many places to the front. */
  shift(places: number): void {
    this.start -= places
  }

  /** Scans `bytes[from, until)`; stops at the first fault. Elements of an earlier call are forgotten. */
  scan(bytes: Uint8Array, from: number, until: number): void {
    this.starts.length = 0
    this.ends.length = 0
    let index = from
    while (index < until && this.fault === null) {
      index =
        this.phase === 'inside' ? this.#scanElement(bytes, index, until) : this.#scanBetween(bytes, index)
    }
    if (this.phase === 'inside') this.#checkSize(until)
  }

  #scanBetween(bytes: Uint8Array, index: number): number {
    const byte = bytes[index] ?? 0
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return index + 1
    if (byte === 0 || byte >= 0x80) return this.#oddByte(byte, index)
    switch (this.phase) {
      case 'array':
        if (byte !== OPEN_ARRAY) return this.#fail('syntax', 'does not begin with a JSON array', index)
        this.phase = 'first'
        return index + 1
      case 'first':
      case 'next':
        return this.#beginElement(byte, index)
      default:
        return this.#fail('syntax', 'goes on after the end of its JSON array', index)
    }
  }

  #beginElement(byte: number, index: number): number {
    if (byte === CLOSE_ARRAY && this.phase === 'first') {
      this.phase = 'done'
      return index + 1
    }
    if (byte === COMMA) return this.#fail('syntax', 'has a comma where a record was expected', index)
    if (byte === CLOSE_ARRAY) return this.#fail('syntax', 'has a comma after its last record', index)
    this.phase = 'inside'
    this.start = index
    return index
  }

  /** The hot loop: about a nanosecond a byte, so everything it touches is a local. */
  #scanElement(bytes: Uint8Array, from: number, until: number): number {
    let index = from
    let depth = this.#depth
    let inString = this.#inString
    if (this.#escaped) {
      index += 1
      this.#escaped = false
    }
    while (index < until) {
      if (inString) {
        let byte = bytes[index] as number
        while (byte !== QUOTE && byte !== BACKSLASH) {
          index += 1
          if (index >= until) break
          byte = bytes[index] as number
        }
        if (index >= until) break
        if (byte === QUOTE) {
          inString = false
          index += 1
        } else {
          index += 2
        }
        continue
      }
      const role = ROLE[bytes[index] as number]
      if (role === 0) {
        index += 1
        continue
      }
      if (role === QUOTES) inString = true
      else if (role === OPENS) {
        depth += 1
        if (depth > this.#maxDepth) {
          return this.#fail('syntax', `nests deeper than ${this.#maxDepth} levels`, index)
        }
      } else if (depth === 0) return this.#endElement(bytes[index] as number, index)
      else if (role === CLOSES) depth -= 1
      index += 1
    }
    this.#escaped = index > until
    this.#depth = depth
    this.#inString = inString
    return until
  }

  #endElement(byte: number, index: number): number {
    this.#depth = 0
    this.#inString = false
    if (byte === CLOSE_OBJECT)
      return this.#fail('syntax', 'has a closing brace or bracket that closes nothing', index)
    this.#checkSize(index)
    if (this.fault !== null) return index
    this.starts.push(this.start)
    this.ends.push(index)
    this.phase = byte === COMMA ? 'next' : 'done'
    return index + 1
  }

  #checkSize(until: number): void {
    if (until - this.start <= this.#maxBytes) return
    this.#fail('syntax', `has a record larger than ${this.#maxBytes} bytes`, this.start)
  }

  #oddByte(byte: number, index: number): number {
    if (this.phase === 'array' && byte === BOM[this.#bomBytes]) {
      this.#bomBytes += 1
      return index + 1
    }
    if (byte === 0 || byte === 0xfe || byte === 0xff) {
      return this.#fail('encoding', 'is not UTF-8; it looks like UTF-16', index)
    }
    return this.#fail('syntax', 'has a character between its records that is no JSON', index)
  }

  #fail(kind: ScanFault['kind'], sentence: string, index: number): number {
    this.fault ??= { kind, sentence, index }
    return index
  }
}
