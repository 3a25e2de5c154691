/** Writes on a page of a PDF. */
import type { FontPart, Weight } from '#documents/fonts'
import { setText, type TextRun } from '#documents/text-runs'

export interface TextStyle {
  readonly size?: number
  readonly weight?: Weight
  readonly colour?: string
  readonly align?: 'left' | 'right'
}

/** Figures in columns are equally wide; without that, a point beside a 7 or a 1 can hardly be seen. */
const FIGURES = { features: ['tnum' as const] }
const PLAIN = {}

interface Setting {
  readonly size: number
  readonly weight: Weight
  readonly features: typeof FIGURES | typeof PLAIN
}

type Document = InstanceType<typeof import('pdfkit')>

/** From the top of a line to where its letters stand, in ems: all fonts stand on the line of the first. */
const ASCENT = 0.96875

export class Pen {
  readonly #document: Document
  readonly #fonts: readonly FontPart[]
  readonly #known = new Set<string>()
  #lacks = false

  constructor(document: Document, fonts: readonly FontPart[]) {
    this.#document = document
    this.#fonts = fonts
  }

  /** Whether some letter had no font, so that a question mark stands there. */
  get lacksLetters(): boolean {
    return this.#lacks
  }

  /**
   * Writes one line. What does not fit into the width ends with an ellipsis; on the right, where figures
   * stand, it is written smaller: an amount is whole or worth nothing.
   */
  write(text: string, x: number, y: number, width: number, style: TextStyle = {}): void {
    const { weight = 'normal', colour = '#212529', align = 'left' } = style
    const asked = { size: style.size ?? 10, weight, features: align === 'right' ? FIGURES : PLAIN }
    const set = align === 'right' ? this.#smaller(text, width, asked) : asked
    const { size } = set
    const runs = this.#fit(text, width, set)
    let at = align === 'right' ? x + width - this.#widthOf(runs, set) : x
    this.#document.fillColor(colour).strokeColor(colour).fontSize(size)
    for (const { part, text: piece } of runs) {
      this.#use(part, weight)
      const outline = part.outline * size
      if (outline > 0) this.#document.lineWidth(outline)
      const how = { ...set.features, lineBreak: false, fill: true, stroke: outline > 0 }
      this.#document.text(piece, at, y + ASCENT * size, { ...how, baseline: 'alphabetic' })
      at += this.#document.widthOfString(piece, set.features)
    }
  }

  /** A text in lines that fit into the width, parted at spaces, or within a word that is longer than a line. */
  linesOf(text: string, width: number, size: number): string[] {
    const set: Setting = { size, weight: 'normal', features: PLAIN }
    const fits = (line: string) => this.#widthOf(this.#runsOf(line), set) <= width
    const lines: string[] = []
    for (const word of text.split(/\s+/)) {
      const last = lines.at(-1)
      if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`
      else lines.push(...piecesOf(word, fits))
    }
    return lines
  }

  #smaller(text: string, width: number, set: Setting): Setting {
    const needed = this.#widthOf(this.#runsOf(text), set)
    return needed <= width ? set : { ...set, size: (set.size * width) / needed - 0.01 }
  }

  #fit(text: string, width: number, set: Setting): readonly TextRun[] {
    const runs = this.#runsOf(text)
    if (this.#widthOf(runs, set) <= width) return runs
    const letters = lettersOf(text)
    while (letters.length > 1) {
      letters.pop()
      const shorter = this.#runsOf(`${letters.join('')}…`)
      if (this.#widthOf(shorter, set) <= width) return shorter
    }
    return this.#runsOf('…')
  }

  #runsOf(text: string): readonly TextRun[] {
    const { runs, lacks } = setText(text, this.#fonts)
    if (lacks) this.#lacks = true
    return runs
  }

  #widthOf(runs: readonly TextRun[], { size, weight, features }: Setting): number {
    this.#document.fontSize(size)
    return runs.reduce((width, { part, text }) => {
      this.#use(part, weight)
      return width + this.#document.widthOfString(text, features)
    }, 0)
  }

  #use(part: FontPart, weight: Weight): void {
    const name = `${part.name} ${weight}`
    if (!this.#known.has(name)) {
      this.#document.registerFont(name, part.source(weight))
      this.#known.add(name)
    }
    this.#document.font(name)
  }
}

/** As a reader sees them: a letter with its marks is one. */
function lettersOf(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
}

function piecesOf(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word]
  const pieces: string[] = []
  for (const letter of lettersOf(word)) {
    const last = pieces.at(-1)
    if (last !== undefined && fits(last + letter)) pieces[pieces.length - 1] = last + letter
    else pieces.push(letter)
  }
  return pieces
}
