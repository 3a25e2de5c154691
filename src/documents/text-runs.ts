/**
 * A line of text as it is set: in pieces of one part of a font and one direction, from left to right. The
 * lines of our documents begin on the left; what is written from the right turns round within them.
 */
import bidiFactory, { type Bidi } from 'bidi-js'
import type { FontPart } from '#documents/fonts'

export interface TextRun {
  readonly part: FontPart
  /** In the order in which it is read; a font that is written from the right is turned by its shaping. */
  readonly text: string
  /** Odd where it is read from the right. */
  readonly level: number
}

export interface SetText {
  readonly runs: readonly TextRun[]
  /** Whether some letter has no font and became a question mark. */
  readonly lacks: boolean
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u
/** A tone before SARA AM stands above the circle of it; fonts are given the two halves in that order. */
const TONED_AM = /([\u0e48-\u0e4b]?)\u0e33/g
// what its types call a default export is the module itself to Node
const bidi = (bidiFactory as unknown as () => Bidi)()

/** Keeps the direction of a name from that of what stands beside it, such as a number in brackets. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`
}

export function setText(given: string, parts: readonly FontPart[]): SetText {
  const text = plain(given, parts)
  const turns = RIGHT_TO_LEFT.test(text) ? bidi.getEmbeddingLevels(text, 'ltr').levels : null
  const runs: TextRun[] = []
  let lacks = false
  let at = 0
  for (const letter of text) {
    const level = turns?.[at] ?? 0
    at += letter.length
    const last = runs.at(-1)
    const part = partFor(letter, last?.part, parts)
    if (part === undefined && UNSEEN.test(letter)) continue
    if (part === undefined) lacks = true
    const piece = { part: part ?? first(parts), text: part === undefined ? '?' : letter, level }
    if (last?.part === piece.part && last.level === level)
      runs[runs.length - 1] = { ...last, text: last.text + piece.text }
    else runs.push(piece)
  }
  return { runs: inOrder(runs.map(turned)), lacks }
}

/** With the letters that fonts have: common ones for hyphens and spaces that only some of them have. */
function plain(given: string, parts: readonly FontPart[]): string {
  return given
    .normalize('NFC')
    .replace(TONED_AM, '\u0e4d$1\u0e32')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\p{Zs}/gu, (space) => (parts.some((part) => part.has(space)) ? space : ' '))
}

/** A mark belongs to the letter before it. What is not seen is left out but where it joins letters. */
function partFor(
  letter: string,
  before: FontPart | undefined,
  parts: readonly FontPart[],
): FontPart | undefined {
  const joins = /[\p{M}\u200c\u200d]/u.test(letter)
  if (joins && before?.has(letter)) return before
  return UNSEEN.test(letter) ? undefined : parts.find((part) => part.has(letter))
}

function first(parts: readonly FontPart[]): FontPart {
  const [part] = parts
  if (part === undefined) throw new Error('there is no font')
  return part
}

/** Signs between words that are read from the right, such as brackets; words are turned by their font. */
function turned(run: TextRun): TextRun {
  if (run.level % 2 === 0 || RIGHT_TO_LEFT.test(run.text)) return run
  const signs = [...run.text].map((sign) => bidi.getMirroredCharacter(sign) ?? sign)
  return { ...run, text: signs.reverse().join('') }
}

/** From the highest level down to the first, what is at least as high is turned round (UAX #9, rule L2). */
function inOrder(runs: readonly TextRun[]): TextRun[] {
  const ordered = [...runs]
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level -= 1) {
    for (let from = 0; from < ordered.length; from += 1) {
      if ((ordered[from]?.level ?? 0) < level) continue
      let until = from
      while ((ordered[until]?.level ?? 0) >= level) until += 1
      ordered.splice(from, until - from, ...ordered.slice(from, until).reverse())
      from = until
    }
  }
  return ordered
}
