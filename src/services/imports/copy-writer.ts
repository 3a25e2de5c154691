/**
 * Gathers rows in PostgreSQL's COPY text format and sends them in large chunks while more are read. They are
 * encoded as they come: text that waits to be sent together outlives many collections of garbage, and a heap
 * that holds it grows to several times its size.
 */
import type { Session } from '#database/database'

const CHUNK_BYTES = 1 << 20
/** A character of UTF-16 takes three bytes at most in UTF-8. */
const MOST_BYTES_PER_CHARACTER = 3
const FIRST_BYTES = 1 << 12
const NEW_LINE = 0x0a

export class CopyWriter {
  readonly #session: Session
  readonly #target: string
  #chunk = Buffer.alloc(0)
  #bytes = 0
  #sending: Promise<unknown> = Promise.resolve()

  constructor(session: Session, target: string) {
    this.#session = session
    this.#target = target
  }

  /** Adds one row whose fields are already in COPY form, separated by tabs. Await what it returns, if anything. */
  add(line: string): Promise<void> | undefined {
    this.#makeRoom(line.length * MOST_BYTES_PER_CHARACTER + 1)
    this.#bytes += this.#chunk.write(line, this.#bytes)
    this.#chunk[this.#bytes] = NEW_LINE
    this.#bytes += 1
    return this.#bytes >= CHUNK_BYTES ? this.#send() : undefined
  }

  /** Waits until every row is in the database. */
  async finish(): Promise<void> {
    if (this.#bytes > 0) await this.#send()
    await this.#sending
  }

  #makeRoom(bytes: number): void {
    const needed = this.#bytes + bytes
    if (needed <= this.#chunk.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#chunk.length * 2, FIRST_BYTES))
    this.#chunk.copy(larger, 0, 0, this.#bytes)
    this.#chunk = larger
  }

  /** Starts sending the gathered rows once the chunk before has arrived: one chunk is under way at most. */
  async #send(): Promise<void> {
    const rows = this.#chunk.subarray(0, this.#bytes)
    this.#chunk = Buffer.allocUnsafeSlow(this.#chunk.length)
    this.#bytes = 0
    await this.#sending
    this.#sending = this.#session.copyIn(this.#target, [rows])
    // A failure is told by the next await; until then it must not count as unhandled.
    this.#sending.catch(() => undefined)
  }
}

const SPECIAL = /[\\\t\n\r]/g
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** Text as a COPY field; NUL characters, which PostgreSQL cannot hold, are left out. */
export function copyText(text: string | null): string {
  if (text === null) return '\\N'
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text
  return clean.replace(SPECIAL, (character) => ESCAPES[character] ?? character)
}

const dayTexts = new Map<number, string>()
const DAY_MS = 86_400_000

/** An instant (ms) as a COPY field; the day's text is kept, since records of one day come together. */
export function copyInstant(ms: number): string {
  const day = Math.floor(ms / DAY_MS)
  let text = dayTexts.get(day)
  if (text === undefined) {
    if (dayTexts.size > 5000) dayTexts.clear()
    text = new Date(day * DAY_MS).toISOString().slice(0, 10)
    dayTexts.set(day, text)
  }
  let rest = ms - day * DAY_MS
  const milliseconds = rest % 1000
  rest = (rest - milliseconds) / 1000
  const seconds = rest % 60
  rest = (rest - seconds) / 60
  const minutes = rest % 60
  const hours = (rest - minutes) / 60
  const fraction = milliseconds === 0 ? '' : `.${String(milliseconds).padStart(3, '0')}`
  return `${text} ${two(hours)}:${two(minutes)}:${two(seconds)}${fraction}+00`
}

/** After the year 9999, which only a zone can lead to, an end is as good as open. */
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999)

/** Like {@link copyInstant}, with infinity for an open end. */
export function copyUntil(ms: number | null): string {
  return ms === null || ms > LAST_INSTANT ? 'infinity' : copyInstant(ms)
}

export function copyInstantOrNull(ms: number | null): string {
  return ms === null ? '\\N' : copyInstant(ms)
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`
}
