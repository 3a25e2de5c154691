/** A question as words: each with what it means, misspelt ones as what was meant. */
import { distance } from 'fastest-levenshtein'
import type { Language } from '#assistant/answer'
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
  const raws = text.replace(/[’`´]/g, "'").match(/[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’:._-]*/gu) ?? []
  const words = raws.map(wordOf)
  const german = words.filter(
    ({ word, raw, isExact }) =>
      GERMAN_WORDS.has(word) || GERMAN_SIGNS.test(raw) || (isExact && LEXICON.get(word)?.isGerman === true),
  )
  const english = words.filter(
    ({ word, isExact }) => ENGLISH_WORDS.has(word) || (isExact && LEXICON.get(word)?.isGerman === false),
  )
  return {
    text,
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
  const known = LEXICON.get(raw.toLowerCase()) ?? LEXICON.get(word) ?? LEXICON.get(word.replace(/'/g, ''))
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
    }
  }
  const meant = nearestWord(word)
  const found = meant === null ? undefined : LEXICON.get(meant)
  return {
    ...{ raw, word: meant ?? word, meanings: found?.meanings ?? [], gloss: found?.gloss ?? word },
    isStop: meant !== null && STOP_WORDS.has(meant),
    isExact: false,
    isTaken: false,
  }
}

const SPELLABLE = [...LEXICON.keys(), ...STOP_WORDS].filter((word) => word.length >= 4)

/** The known word that was probably meant; names are looked for before this is believed. */
function nearestWord(word: string): string | null {
  if (word.length < 4) return null
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
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}
