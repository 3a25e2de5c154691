/**
 * The fonts of a PDF. Each package has its letters in parts, with a list of which part has which; only the
 * parts that a text needs are read.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)

export type Weight = 'normal' | 'bold'
const WEIGHTS = { normal: 400, bold: 700 } as const satisfies Record<Weight, number>

export interface FontPart {
  readonly name: string
  readonly has: (letter: string) => boolean
  /** A file, or what one holds; fonts that have one weight use it for both. */
  readonly source: (weight: Weight) => string | Buffer
  /** How thick a line around its letters is, in ems: fonts that come thin get the weight of a text so. */
  readonly outline: number
}

/** In the order in which they are asked for a letter. */
const INTER_PARTS = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext']
const NO_OUTLINE = 0
/** From the thinnest weight, which is what these fonts begin with, to about the normal one. */
const OUTLINE = 0.03

interface Family {
  readonly name: string
  readonly outline: number
}

const NEAR_AND_SOUTH: readonly Family[] = [
  { name: 'arabic', outline: NO_OUTLINE },
  { name: 'hebrew', outline: OUTLINE },
  { name: 'thai', outline: NO_OUTLINE },
  { name: 'devanagari', outline: NO_OUTLINE },
]
const JAPANESE: Family = { name: 'jp', outline: OUTLINE }
const CHINESE: Family = { name: 'sc', outline: OUTLINE }
const KOREAN: Family = { name: 'kr', outline: OUTLINE }

/** Of a family only its own letters: the numbered parts, or the one called as it is. */
function isItsOwn(family: string, key: string): boolean {
  return key === family || key.startsWith('[')
}

/** The parts that have the letters of a text; letters that none has are in no part. */
export async function fontsFor(text: string): Promise<readonly FontPart[]> {
  const own = await interParts()
  const letters = new Set(text.normalize('NFC'))
  const foreign = [...letters].filter((letter) => !own.some((part) => part.has(letter)))
  const parts: FontPart[] = []
  let left = foreign.filter((letter) => !/\p{C}/u.test(letter))
  for (const family of left.length === 0 ? [] : familiesFor(text)) {
    const found = await partsOf(family, left)
    parts.push(...found)
    left = left.filter((letter) => !found.some((part) => part.has(letter)))
    if (left.length === 0) break
  }
  return [...own, ...parts]
}

/** Chinese characters look otherwise in Japan and Korea: the other letters of the text tell where it is from. */
function familiesFor(text: string): readonly Family[] {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text))
    return [...NEAR_AND_SOUTH, JAPANESE, CHINESE, KOREAN]
  if (/\p{Script=Hangul}/u.test(text)) return [...NEAR_AND_SOUTH, KOREAN, CHINESE, JAPANESE]
  return [...NEAR_AND_SOUTH, CHINESE, JAPANESE, KOREAN]
}

/** Every document needs them: opened once a process. */
let inter: Promise<readonly FontPart[]> | undefined

function interParts(): Promise<readonly FontPart[]> {
  inter ??= openInter()
  return inter
}

async function openInter(): Promise<FontPart[]> {
  const ranges = await rangesOf('@fontsource/inter')
  return Promise.all(
    INTER_PARTS.map(async (name) => {
      const file = (weight: Weight) =>
        resolve(`@fontsource/inter/files/inter-${name}-${WEIGHTS[weight]}-normal.woff`)
      const has = await holds(await readFile(file('normal')), ranges.get(name) ?? [])
      return { name, has, source: file, outline: NO_OUTLINE }
    }),
  )
}

/** Those parts of a family that have one of the letters. */
async function partsOf({ name, outline }: Family, letters: readonly string[]): Promise<FontPart[]> {
  const ranges = await rangesOf(`@fontsource-variable/noto-sans-${name}`)
  const needed = [...ranges].filter(
    ([key, within]) => isItsOwn(name, key) && letters.some((letter) => isWithin(letter, within)),
  )
  return Promise.all(
    needed.map(async ([key, within]) => {
      const part = `noto-sans-${name}-${key.replace(/[[\]]/g, '')}`
      const font = await unpacked(`@fontsource-variable/noto-sans-${name}/files/${part}-wght-normal.woff2`)
      return { name: part, has: await holds(font, within), source: () => font, outline }
    }),
  )
}

/** A list names letters that the font has not; the font is asked too. */
async function holds(font: Buffer, within: Ranges): Promise<FontPart['has']> {
  const { create } = await import('fontkit')
  const opened = create(font)
  if (!('hasGlyphForCodePoint' in opened)) throw new Error('a file of several fonts')
  return (letter) => isWithin(letter, within) && opened.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)
}

/** The library that makes PDFs cannot take parts out of a packed font. Loaded only by who needs one. */
async function unpacked(file: string): Promise<Buffer> {
  const { default: decompress } = await import('woff2-encoder/decompress')
  return Buffer.from(await decompress(await readFile(resolve(file))))
}

type Ranges = readonly (readonly [number, number])[]

/** By part, such as `latin: U+0000-00FF,U+0131`. */
async function rangesOf(packageName: string): Promise<Map<string, Ranges>> {
  const text = await readFile(resolve(`${packageName}/unicode.json`), 'utf8')
  const told = Object.entries(JSON.parse(text) as Record<string, string>)
  return new Map(told.map(([part, ranges]) => [part, ranges.split(',').map(rangeOf)]))
}

function rangeOf(range: string): readonly [number, number] {
  const [from = '', to = from] = range.trim().slice('U+'.length).split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}

function isWithin(letter: string, ranges: Ranges): boolean {
  const code = letter.codePointAt(0) ?? 0
  return ranges.some(([from, to]) => code >= from && code <= to)
}
