/** Files that are written line by line, in large blocks and without waiting: a generator does nothing else. */
import { closeSync, openSync, writeSync } from 'node:fs'

const BLOCK_CHARACTERS = 1 << 20

export class TextFile {
  readonly #file: number
  #block = ''

  constructor(path: string) {
    this.#file = openSync(path, 'w')
  }

  write(text: string): void {
    this.#block += text
    if (this.#block.length >= BLOCK_CHARACTERS) this.#flush()
  }

  close(): void {
    this.#flush()
    closeSync(this.#file)
  }

  #flush(): void {
    const bytes = Buffer.from(this.#block, 'utf8')
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at)
    this.#block = ''
  }
}

/** One JSON array, a record a line. */
export class JsonFile {
  readonly #text: TextFile
  #separator = '[\n'

  constructor(path: string) {
    this.#text = new TextFile(path)
  }

  add(record: object): void {
    this.#text.write(this.#separator + JSON.stringify(record))
    this.#separator = ',\n'
  }

  close(): void {
    this.#text.write(this.#separator === ',\n' ? '\n]\n' : '[]\n')
    this.#text.close()
  }
}

/** Rows in PostgreSQL's COPY text format; null is `\N`. Texts must not hold tabs, newlines or backslashes. */
export class TableFile {
  readonly #text: TextFile
  rows = 0

  constructor(path: string) {
    this.#text = new TextFile(path)
  }

  add(...fields: readonly (string | number | boolean | null)[]): void {
    this.#text.write(`${fields.map((field) => field ?? '\\N').join('\t')}\n`)
    this.rows += 1
  }

  close(): void {
    this.#text.close()
  }
}

const DAY_MS = 86_400_000
const dayTexts = new Map<number, string>()

/** Milliseconds as ISO 8601 in UTC, to the second. */
export function instantText(ms: number): string {
  const day = Math.floor(ms / DAY_MS)
  let dayText = dayTexts.get(day)
  if (dayText === undefined) {
    dayText = new Date(day * DAY_MS).toISOString().slice(0, 11)
    dayTexts.set(day, dayText)
  }
  const seconds = Math.floor((ms - day * DAY_MS) / 1000)
  return `${dayText}${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}Z`
}

export function instantTextOrNull(ms: number | null): string | null {
  return ms === null ? null : instantText(ms)
}

function two(value: number): string {
  return String(Math.floor(value)).padStart(2, '0')
}
