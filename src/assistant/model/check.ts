/**
 * Goes over what a language model says, sentence by sentence. A figure is one that a tool told in this turn, of
 * what the sentence speaks of; a sentence about rules names a passage that says so; names are those of records.
 */

import type { Segment } from '#assistant/answer'
import type { PassageFound } from '#assistant/articles/search'
import {
  asWhole,
  checkFigures,
  type FigureSaid,
  type Sentence,
  sentenceOf,
} from '#assistant/model/check-figures'
import type { Evidence } from '#assistant/model/evidence'
import { viewAt, viewOf } from '#assistant/model/view-of-call'
import type { PlaceKnown } from '#assistant/understanding/places'
import { folded, LEXICON, STOP_WORDS } from '#assistant/understanding/words'

export interface Turn {
  readonly evidence: Evidence
  /** By the mark that the model may set: p1, p2, … */
  readonly passages: ReadonlyMap<string, PassageFound>
  readonly places: readonly PlaceKnown[]
  readonly question: string
}

export type Checked =
  | {
      readonly is: 'said'
      readonly segments: readonly Segment[]
      readonly isItem: boolean
      readonly cited: readonly PassageFound[]
      /** Stands on something that was looked up. */
      readonly isBacked: boolean
    }
  /** Nothing was found that says so; what was said before may stand. */
  | { readonly is: 'left_out' }
  /** A figure, a day or a name that nothing told: none of it can be relied on. */
  | { readonly is: 'false'; readonly what: readonly string[] }

export function checkSentence(raw: string, turn: Turn): Checked {
  const { text, isItem, marks, links } = plainly(raw)
  if (!/[\p{L}\p{N}]/u.test(text)) return { is: 'left_out' }
  const sentence = sentenceOf(text, turn)
  const cited = marks
    .flatMap((mark) => turn.passages.get(mark) ?? [])
    .filter((passage) => isSupported(sentence, passage))
  const vouched = cited.map((passage) => `${passage.article} ${passage.heading} ${passage.text}`).join('\n')
  const { figures, unsourced } = checkFigures(sentence, turn.evidence, turn.places, vouched)
  const strangers = strangersIn(text, vouched, turn)
  if (unsourced.length + strangers.length > 0) return { is: 'false', what: [...unsourced, ...strangers] }
  const names = [...turn.evidence.names].filter((name) => asWhole(name).test(text))
  const isBacked = figures.length > 0 || names.length > 0 || cited.length > 0
  if (isAboutRules(sentence, figures, names) && cited.length === 0) return { is: 'left_out' }
  if (!isBacked && !isHarmless(sentence)) return { is: 'left_out' }
  return {
    is: 'said',
    isItem,
    isBacked,
    cited,
    segments: [...inSegments(text, figures, links, turn), ...citations(cited)],
  }
}

interface Plain {
  readonly text: string
  readonly isItem: boolean
  readonly marks: readonly string[]
  readonly links: readonly { readonly label: string; readonly href: string }[]
}

/** Without Markdown; of links, those to views alone. */
function plainly(raw: string): Plain {
  const isItem = /^\s*(?:[-*•]|\d+[.)])\s+/.test(raw)
  const marks: string[] = []
  const links: { label: string; href: string }[] = []
  const text = raw
    .replace(/^\s*(?:[-*•]|\d+[.)]|#+|>)\s+/, '')
    .replace(/\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g, (_, label: string, href: string) => {
      const view = viewAt(href)
      if (view !== null) links.push({ label, href: view })
      return label
    })
    .replace(/\s*\[((?:p\d+[,;\s]*)+)\]/g, (_, inside: string) => {
      marks.push(...(inside.match(/p\d+/g) ?? []))
      return ''
    })
    .replace(/\bhttps?:\/\/\S+/g, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return { text, isItem, marks: [...new Set(marks)], links }
}

/** Speaks of what the passage speaks of: a mark alone proves nothing. */
function isSupported({ read }: Sentence, { article, heading, text }: PassageFound): boolean {
  const has = new Set(stems(`${article} ${heading} ${text}`))
  const own = read.words
    .filter(({ isStop, word }) => !isStop && word.length > 2)
    .map(({ gloss }) => stem(folded(gloss)))
  const shared = own.filter((one) => has.has(one)).length
  // articles are in English: of another language only some words are known there
  const share = read.language === 'en' ? 0.6 : 0.4
  return shared > 0 && shared >= share * own.length
}

function stems(text: string): string[] {
  return (folded(text).match(/\p{L}{3,}/gu) ?? []).map(stem)
}

function stem(word: string): string {
  return word.replace(/(?<=.{3})(ing|ed|es|s)$/, '')
}

/** Names of two words or more that no record, passage or question has. */
function strangersIn(
  text: string,
  vouched: string,
  { evidence, places, question, passages }: Turn,
): string[] {
  const found = text.match(/\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+)+/gu) ?? []
  if (found.length === 0) return []
  const articles = [...passages.values()].map(({ article, heading }) => `${article} ${heading}`)
  const known = folded(
    [
      ...evidence.names,
      ...places.flatMap(({ name, network }) => [name, network]),
      question,
      vouched,
      ...articles,
    ].join('\n'),
  )
  return found.filter((name) => {
    const own = folded(name).replace(/^\S+ /, (first) => (isWord(first.trim()) ? '' : first))
    return !known.includes(own) && !own.split(' ').every(isWord)
  })
}

function isWord(word: string): boolean {
  return LEXICON.has(word) || STOP_WORDS.has(word)
}

const GENERAL =
  /\b(always|never|every|any|anyone|anybody|whoever|whenever|must|only if|rules?|generally|immer|nie|niemals|jede[rs]?|grundsätzlich|regeln?)\b/i
const GENERIC_SUBJECT =
  /(?:^|[,;] |and |und |that |dass )(?:(?:all|suspended|archived|cancelled|free|alle|gesperrte|stornierte|kostenlose) )*(?:customers|members|people|bookings|contracts|contacts|teams|kunden|mitglieder|buchungen|verträge|personen)\b/i

/** What holds of everybody, not of somebody or of so many. */
function isAboutRules(
  { read, bare }: Sentence,
  figures: readonly FigureSaid[],
  names: readonly string[],
): boolean {
  if (!read.has(...OURS)) return false
  if (GENERAL.test(bare) || GENERIC_SUBJECT.test(bare)) return true
  return figures.length === 0 && names.length === 0 && !bare.endsWith('?')
}

const OURS = [
  ...([
    'active',
    'count',
    'suspend',
    'invoice',
    'contract',
    'booking',
    'recurring_product',
    'team',
    'free',
    'source',
  ] as const),
  ...(['rule', 'customer', 'person', 'price', 'product_noun', 'panel', 'forecast', 'end'] as const),
]

/** Says nothing: whatever it consists of is grammar, a name that was asked about, or asks back. */
function isHarmless({ read }: Sentence): boolean {
  return read.words.every(
    ({ isStop, meanings }) => isStop || (meanings.length > 0 && !meanings.includes('off_topic')),
  )
}

function inSegments(
  text: string,
  figures: readonly FigureSaid[],
  links: Plain['links'],
  { places }: Turn,
): readonly Segment[] {
  const spans = [
    ...figures.map(({ said, told }) => ({
      from: said.at,
      segment: { text: said.text, value: told.value, verb: told.call.tool, href: viewOf(told, places) },
    })),
    ...links.flatMap(({ label, href }) => {
      const from = text.indexOf(label)
      return label === '' || from < 0 ? [] : [{ from, segment: { text: label, href } }]
    }),
  ].sort((a, b) => a.from - b.from)
  const segments: Segment[] = []
  let at = 0
  for (const { from, segment } of spans) {
    if (from < at) continue
    if (from > at) segments.push({ text: text.slice(at, from) })
    segments.push(segment)
    at = from + segment.text.length
  }
  return at < text.length ? [...segments, { text: text.slice(at) }] : segments
}

function citations(cited: readonly PassageFound[]): readonly Segment[] {
  return cited.flatMap(({ heading, href }) => [{ text: ' (' }, { text: heading, href }, { text: ')' }])
}
