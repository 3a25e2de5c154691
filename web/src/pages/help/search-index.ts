/** Finds passages of the help by a few letters, also misspelt ones. Loaded when somebody begins to search. */
import MiniSearch, { type SearchResult } from 'minisearch'
import type { Passage } from '../../api/help'

export interface PassageFound {
  readonly slug: string
  readonly anchor: string
  readonly title: string
  readonly heading: string
  readonly excerpt: readonly Piece[]
}

/** A part of an excerpt; what was searched for is marked. */
export interface Piece {
  /** Where it begins. */
  readonly at: number
  readonly text: string
  readonly isMarked: boolean
}

const MOST_SHOWN = 8
const EXCERPT_LETTERS = 170
/** Letters of context before what was found. */
const LEAD = 50
/** One letter in five may be wrong, but none of a short word. */
const FUZZY = 0.2
const SHORT = 4

export type Search = (typed: string) => readonly PassageFound[]

export function makeSearch(passages: readonly Passage[]): Search {
  const index = new MiniSearch<Passage & { id: number }>({
    fields: ['title', 'heading', 'text'],
    searchOptions: {
      boost: { title: 3, heading: 2 },
      prefix: true,
      fuzzy: (term) => (term.length < SHORT ? false : FUZZY),
      weights: { fuzzy: 0.3, prefix: 0.7 },
    },
  })
  index.addAll(passages.map((passage, id) => ({ ...passage, id })))
  return (typed) => {
    const every = index.search(typed, { combineWith: 'AND' })
    const results = every.length > 0 ? every : index.search(typed)
    return results.slice(0, MOST_SHOWN).flatMap((result) => {
      const passage = passages[Number(result.id)]
      return passage === undefined ? [] : [foundIn(passage, result)]
    })
  }
}

function foundIn({ text, ...place }: Passage, { terms }: SearchResult): PassageFound {
  return { ...place, excerpt: excerptOf(text, terms) }
}

function excerptOf(text: string, terms: readonly string[]): readonly Piece[] {
  const words = new RegExp(`(${terms.map(escaped).join('|')})`, 'giu')
  const first = Math.max(0, text.search(words))
  const from = first <= LEAD ? 0 : text.indexOf(' ', first - LEAD) + 1
  const shown = text.slice(from, from + EXCERPT_LETTERS)
  const excerpt = `${from > 0 ? '… ' : ''}${shown}${from + EXCERPT_LETTERS < text.length ? ' …' : ''}`
  let at = 0
  return excerpt.split(words).map((piece, index) => {
    const start = at
    at += piece.length
    return { at: start, text: piece, isMarked: index % 2 === 1 }
  })
}

function escaped(term: string): string {
  return term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
