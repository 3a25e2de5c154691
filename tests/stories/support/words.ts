import type { Instant } from '#model/records'
import { type Line, readInstant } from './story.ts'

/** The words of a line, of which those that are understood are taken away. */
export class Words {
  readonly #line: Line
  readonly #left: string[]

  constructor(line: Line) {
    this.#line = line
    this.#left = [...line.words]
  }

  next(): string {
    return this.#left.shift() ?? ''
  }

  /** Whether these words stand there, one after the other. */
  take(...words: string[]): boolean {
    const start = this.#find(words)
    if (start >= 0) this.#left.splice(start, words.length)
    return start >= 0
  }

  takeOneOf<Word extends string>(...words: readonly Word[]): Word | undefined {
    return words.find((word) => this.take(word))
  }

  /** The word after these, or null where they do not stand there. */
  after(...words: string[]): string | null {
    const start = this.#find(words)
    if (start < 0) return null
    return this.#left.splice(start, words.length + 1)[words.length] ?? this.refuse(words.join(' '))
  }

  instantAfter(word: string): Instant | null {
    const text = this.after(word)
    return text === null ? null : readInstant(text)
  }

  /** `ana, ben, cara` after a word: every name but the last has a comma. */
  listAfter(word: string): string[] {
    const start = this.#find([word])
    if (start < 0) return []
    const rest = this.#left.slice(start + 1)
    const length = rest.findIndex((name) => !name.endsWith(',')) + 1
    if (length === 0) this.refuse(word)
    this.#left.splice(start, length + 1)
    return rest.slice(0, length).map((name) => name.replace(/,$/, ''))
  }

  /** All that is left, as one text. */
  rest(): string {
    return this.#left.splice(0).join(' ')
  }

  expectNone(): void {
    if (this.#left.length > 0) this.refuse(this.#left.join(' '))
  }

  refuse(words: string): never {
    throw new Error(`“${words}” cannot be understood in: ${this.#line.text}`)
  }

  #find(words: readonly string[]): number {
    return this.#left.findIndex((_, start) =>
      words.every((word, index) => this.#left[start + index] === word),
    )
  }
}
