/**
 * Writes on a page of a PDF. The font comes in parts, each with the letters of some scripts, so a text is
 * split where its letters change part; a letter that no part has becomes a question mark.
 */
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

interface FontPart {
  readonly name: string
  readonly ranges: readonly (readonly [number, number])[]
}

/** In the order in which they are asked for a letter. */
const PARTS: readonly FontPart[] = [
  {
    name: 'latin',
    ranges: [
      [0x20, 0x7e],
      [0xa0, 0xff],
      [0x152, 0x153],
      [0x2013, 0x2026],
      [0x20ac, 0x20ac],
      [0x2122, 0x2122],
      [0x2212, 0x2212],
    ],
  },
  { name: 'vietnamese', ranges: [[0x1ea0, 0x1ef9]] },
  {
    name: 'latin-ext',
    ranges: [
      [0x100, 0x24f],
      [0x1e00, 0x1e9f],
    ],
  },
  {
    name: 'cyrillic',
    ranges: [
      [0x400, 0x45f],
      [0x490, 0x491],
      [0x2116, 0x2116],
    ],
  },
  { name: 'cyrillic-ext', ranges: [[0x460, 0x52f]] },
  { name: 'greek', ranges: [[0x370, 0x3ff]] },
]
const LATIN = PARTS[0] as FontPart

export type Weight = 'normal' | 'bold'
const WEIGHTS = { normal: 400, bold: 700 } as const satisfies Record<Weight, number>

export interface TextRun {
  readonly part: string
  readonly text: string
}

/** A text in pieces, each of letters that one part of the font has. */
export function runsOf(text: string): TextRun[] {
  const runs: TextRun[] = []
  for (const letter of text.normalize('NFC')) {
    const part = PARTS.find(({ ranges }) => ranges.some(([from, to]) => isWithin(letter, from, to)))
    const piece = { part: (part ?? LATIN).name, text: part === undefined ? '?' : letter }
    const last = runs.at(-1)
    if (last?.part === piece.part) runs[runs.length - 1] = { ...last, text: last.text + piece.text }
    else runs.push(piece)
  }
  return runs
}

function isWithin(letter: string, from: number, to: number): boolean {
  const code = letter.codePointAt(0) ?? 0
  return code >= from && code <= to
}

export interface TextStyle {
  readonly size?: number
  readonly weight?: Weight
  readonly colour?: string
  readonly align?: 'left' | 'right'
}

type Document = InstanceType<typeof import('pdfkit')>

export class Pen {
  readonly #document: Document
  readonly #known = new Set<string>()

  constructor(document: Document) {
    this.#document = document
  }

  /** Writes one line; what does not fit into the width ends with an ellipsis. */
  write(text: string, x: number, y: number, width: number, style: TextStyle = {}): void {
    const { size = 10, weight = 'normal', colour = '#212529', align = 'left' } = style
    const runs = this.#fit(runsOf(text), width, size, weight)
    let at = align === 'right' ? x + width - this.#widthOf(runs, size, weight) : x
    this.#document.fillColor(colour).fontSize(size)
    for (const run of runs) {
      this.#use(run.part, weight)
      this.#document.text(run.text, at, y, { lineBreak: false })
      at += this.#document.widthOfString(run.text)
    }
  }

  /** A text in lines that fit into the width, parted at spaces. */
  linesOf(text: string, width: number, size: number): string[] {
    const lines: string[] = []
    for (const word of text.split(/\s+/)) {
      const last = lines.at(-1)
      const longer = last === undefined ? word : `${last} ${word}`
      if (last !== undefined && this.#widthOf(runsOf(longer), size, 'normal') <= width)
        lines[lines.length - 1] = longer
      else lines.push(word)
    }
    return lines
  }

  #fit(runs: readonly TextRun[], width: number, size: number, weight: Weight): readonly TextRun[] {
    if (this.#widthOf(runs, size, weight) <= width) return runs
    const letters = [...runs.map(({ text }) => text).join('')]
    while (letters.length > 1) {
      letters.pop()
      const shorter = runsOf(`${letters.join('')}…`)
      if (this.#widthOf(shorter, size, weight) <= width) return shorter
    }
    return runsOf('…')
  }

  #widthOf(runs: readonly TextRun[], size: number, weight: Weight): number {
    this.#document.fontSize(size)
    return runs.reduce((width, { part, text }) => {
      this.#use(part, weight)
      return width + this.#document.widthOfString(text)
    }, 0)
  }

  #use(part: string, weight: Weight): void {
    const name = `inter-${part}-${WEIGHTS[weight]}-normal`
    if (!this.#known.has(name)) {
      this.#document.registerFont(name, resolve(`@fontsource/inter/files/${name}.woff`))
      this.#known.add(name)
    }
    this.#document.font(name)
  }
}
