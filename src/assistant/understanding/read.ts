/** A question as words: each with what it means, misspelt ones as what was meant. */
import { distance } from 'fastest-levenshtein'
import type { Language } from '#assistant/answer'
import { ASKED_LINES } from '#assistant/exemplars/asked'
import { ELSEWHERE } from '#assistant/exemplars/elsewhere'
import { fromGerman } from '#assistant/understanding/german'
import { folded, LEXICON, type MeaningName, STOP_WORDS } from '#assistant/understanding/words'

export interface Word {
  /** As typed. */
  readonly raw: string
  /** Without marks and case. */
  readonly word: string
  readonly meanings: readonly MeaningName[]
  readonly gloss: string
  readonly isStop: boolean
  /** Spelt as a known word is; otherwise it may as well be a name. */
  readonly isExact: boolean
  /** Part of the name of a location or a customer, or of a time. */
  isTaken: boolean
  /** What stands for the name that it is part of where questions are likened; null of any other word. */
  standsFor: string | null
}

/** They stand for a location and a customer in the sentences that questions are likened to. */
export const ANY_PLACE = 'Riverside'
export const ANYBODY = 'Jane Doe'

export function takeAs(word: Word, standsFor: string): void {
  word.isTaken = true
  word.standsFor = standsFor
}

export interface ReadQuestion {
  readonly text: string
  readonly words: Word[]
  readonly language: Language
  has(...names: readonly MeaningName[]): boolean
}

const GERMAN_SIGNS = /[äöüß]/i
const GERMAN_WORDS = new Set(
  'der die das wie viele wer warum wieso und ist sind nicht ein eine im am wenn wir haben hat gibt kostet zeig zeige wo was welche zählt bitte sperre danke hallo'
    .split(' ')
    .map(folded),
)

export function readQuestion(text: string): ReadQuestion {
  const plain = text.replace(/[’`´]/g, "'")
  const raws = plain.match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’:._-]*/gu) ?? []
  const words = raws.map(wordOf)
  const german = words.filter(
    ({ word, raw, isExact }) =>
      GERMAN_WORDS.has(word) || GERMAN_SIGNS.test(raw) || (isExact && LEXICON.get(word)?.isGerman === true),
  )
  const english = words.filter(
    ({ word, isExact }) => ENGLISH_WORDS.has(word) || (isExact && LEXICON.get(word)?.isGerman === false),
  )
  return {
    text: plain,
    words,
    language: german.length > english.length ? 'de' : 'en',
    has: (...names) => words.some((one) => !one.isTaken && names.some((name) => one.meanings.includes(name))),
  }
}

const ENGLISH_WORDS = new Set(
  'the is are how many who why what which do does did of at and our we my in on if not'.split(' '),
)

function wordOf(raw: string): Word {
  const word = folded(raw)
    .replace(/n't$/, 'nt')
    .replace(/'s$/, '')
    .replace(/[':._-]+$/, '')
  const known =
    LEXICON.get(raw.toLowerCase()) ??
    LEXICON.get(word) ??
    LEXICON.get(word.replace(/'/g, '')) ??
    STEMS.get(stemOf(word)) ??
    knownPart(word)
  const isStop = STOP_WORDS.has(word)
  if (known !== undefined || isStop || /\d/.test(word)) {
    return {
      raw,
      word,
      meanings: known?.meanings ?? [],
      gloss: known?.gloss ?? word,
      isStop,
      isExact: true,
      isTaken: false,
      standsFor: null,
    }
  }
  const meant = nearestWord(word)
  const found = meant === null ? undefined : LEXICON.get(meant)
  return {
    ...{ raw, word: meant ?? word, meanings: found?.meanings ?? [], gloss: found?.gloss ?? word },
    isStop: meant !== null && STOP_WORDS.has(meant),
    isExact: false,
    isTaken: false,
    standsFor: null,
  }
}

/** The commonest English words else, that are near to one of ours. */
const COMMON = new Set(
  'tall old young nice kind long last mode rain call send come came went going goes done good best better well much less late later early first second third hour time times year years line lines case form part side kind sort real true wrong right left hard soft high slow fast full empty open close closed keep kept hold held take took taken give given made make said says tell told told word read wrote write written room road house home life live lives love like likes liked lost lose loses move moved turn turned work works worked worth wait meet meeting send sent sell sold hear heard help learn teach feel felt seem care share fire hire rent lease loan bank cash coin card mail post note call phone meal food cook eat drink water coffee tea sugar music song dance sport game play player match score film movie book story news page paper print color colour black white green blue brown road street city town country world land water earth moon star sun'.split(
    ' ',
  ),
)

/** An English word that means nothing here, rather than one of ours that was misspelt. */
export function isSpelt(word: string): boolean {
  return SPELT.has(word) || COMMON.has(word)
}

const SPELLABLE = [...LEXICON.keys(), ...STOP_WORDS].filter((word) => word.length >= 4)

/** Known German words by what their endings leave. */
const STEMS = new Map(
  [...LEXICON]
    .filter(([word, { isGerman }]) => isGerman && word.length >= 5)
    .map(([word, known]) => [stemOf(word), known]),
)

/** Of *API-Schlüssel*, the last part that is known. */
function knownPart(word: string) {
  const parts = word.split('-')
  return parts.length === 1
    ? undefined
    : parts.map((part) => LEXICON.get(part)).findLast((known) => known !== undefined)
}

function stemOf(word: string): string {
  return folded(word).replace(/(?<=.{4})(e|en|er|es|em|ern|n|s|et|t|te|ten)$/, '')
}

/** Words that are spelt right, though they mean nothing here: those of sentences that others are likened to. */
const SPELT = new Set(
  [...ASKED_LINES.map(({ text }) => text), ...ELSEWHERE].flatMap(
    (text) => folded(text).match(/\p{L}+/gu) ?? [],
  ),
)

/** The known word that was probably meant; names are looked for before this is believed. */
function nearestWord(word: string): string | null {
  if (word.length < 4 || isSpelt(word)) return null
  const most = word.length >= 8 ? 2 : 1
  let best: string | null = null
  let apart = most + 1
  for (const candidate of SPELLABLE) {
    if (Math.abs(candidate.length - word.length) > most) continue
    const far = isSwapped(candidate, word) ? 1 : distance(candidate, word)
    if (far < apart && (candidate[0] === word[0] || far === 1)) {
      best = candidate
      apart = far
    }
  }
  return best
}

/** Two neighbours exchanged, the commonest slip of fingers. */
export function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** Without names of the asker's own, each word as it was typed. */
export function withoutNames({ words }: ReadQuestion): string {
  return joined(words.map(({ raw, standsFor }) => standsFor ?? raw))
}

/** The same in English: misspelt words and German ones as what they mean. */
export function inEnglish({ words, language }: ReadQuestion): string {
  return joined(
    words.map(({ standsFor, isTaken, raw, word, gloss, meanings, isExact }) => {
      if (standsFor !== null) return standsFor
      if (isTaken) return raw
      if (language === 'en') return gloss
      return (
        (isExact && meanings.length > 0 ? null : fromGerman(folded(raw))) ??
        (gloss === word ? (fromGerman(word) ?? gloss) : gloss)
      )
    }),
  )
}

function joined(words: readonly string[]): string {
  return words.filter((word, at) => word !== words[at - 1]).join(' ')
}
