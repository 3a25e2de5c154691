/** Which customer a question names. What is found is whom the asker may see. */
import { distance } from 'fastest-levenshtein'
import { ANYBODY, isSpelt, type ReadQuestion, takeAs, type Word } from '#assistant/understanding/read'
import type { AskedCustomer } from '#assistant/understanding/topic'
import { folded } from '#assistant/understanding/words'
import type { Headcount } from '#services/headcount'

export interface PeopleFound {
  /** As it was typed; null where nobody seems to be named. */
  readonly said: string | null
  /** One is who is meant; several are asked back. */
  readonly candidates: readonly (AskedCustomer & { readonly email: string | null })[]
}

const MOST_CHOICES = 5
const NOBODY: PeopleFound = { said: null, candidates: [] }

export async function readCustomer(
  question: ReadQuestion,
  verbs: Headcount,
  networkIds: readonly number[],
): Promise<PeopleFound> {
  const byId = /\bid:\s?(\d{1,10})\b/.exec(question.text)
  if (byId !== null) return customerById(question, verbs, networkIds, Number(byId[1]))
  for (const span of spansOf(question)) {
    const found = await candidatesFor(span.text, verbs, networkIds)
    if (found.length > 0) {
      for (const word of span.words) takeAs(word, ANYBODY)
      return { said: span.text, candidates: found.slice(0, MOST_CHOICES) }
    }
  }
  const [first] = spansOf(question).filter(({ isName }) => isName)
  if (first === undefined) return NOBODY
  for (const word of first.words) word.isTaken = true
  return { said: first.text, candidates: [] }
}

interface Span {
  readonly text: string
  readonly words: readonly Word[]
  /** Written as names are, in quotes or with capitals. */
  readonly isName: boolean
}

/** What may be a name: quoted, with capitals inside the sentence, or words that mean nothing else; the longest first. */
function spansOf({ words, text }: ReadQuestion): Span[] {
  const spans: Span[] = []
  const quoted = /["“”„«»](.{2,120}?)["“”„«»]/.exec(text)?.[1]
  if (quoted !== undefined) {
    const inside = words.filter(({ raw }) => quoted.includes(raw))
    spans.push({ text: quoted, words: inside, isName: true })
  }
  spans.push(
    ...runs(words, (word, index) => !word.isTaken && isNameLike(word, index))
      .filter((run) => mayBeName(run) && !followsArticle(run, words))
      .map((run) => ({ ...run, isName: true })),
  )
  spans.push(
    ...runs(words, (word) => !word.isTaken && !word.isExact && !isSpelt(folded(word.raw))).map((run) => ({
      ...run,
      isName: false,
    })),
  )
  return spans
    .filter((span) => span.text.length >= 3)
    .sort((a, b) => Number(b.isName) - Number(a.isName) || b.text.length - a.text.length)
}

/** Not words that all mean something, as nouns of a German sentence do. */
function mayBeName({ words }: Pick<Span, 'words'>): boolean {
  return words.some(({ isExact }) => !isExact)
}

/** *The* or *a* stands before a thing, as before any German noun. */
function followsArticle({ words: [first] }: Pick<Span, 'words'>, all: readonly Word[]): boolean {
  const before = first === undefined ? undefined : all[all.indexOf(first) - 1]
  return before !== undefined && ARTICLES.has(before.word)
}

const ARTICLES = new Set(
  'the a an my our your der die das den dem des ein eine einen einem einer mein meine meinen unser unsere im am zum zur beim vom'.split(
    ' ',
  ),
)

/** A capital inside the sentence; at its beginning only for a word that means nothing. */
function isNameLike(word: Word, index: number): boolean {
  if (!/^\p{Lu}|^[^\p{ASCII}]/u.test(word.raw) || (/^[\p{Lu}]+$/u.test(word.raw) && word.raw.length < 4))
    return false
  return index > 0 ? true : word.meanings.length === 0 && !word.isStop
}

function runs(
  words: readonly Word[],
  isPart: (word: Word, index: number) => boolean,
): Omit<Span, 'isName'>[] {
  const found: Word[][] = []
  let current: Word[] = []
  for (const [index, word] of words.entries()) {
    if (isPart(word, index)) current.push(word)
    else if (current.length > 0) {
      found.push(current)
      current = []
    }
  }
  if (current.length > 0) found.push(current)
  return found.map((run) => ({
    words: run,
    text: run.map(({ raw }) => raw.replace(/['’]s$|['’.:_-]+$/, '')).join(' '),
  }))
}

type Candidate = PeopleFound['candidates'][number]

async function candidatesFor(
  said: string,
  verbs: Headcount,
  networkIds: readonly number[],
): Promise<Candidate[]> {
  const exact = await searched(said, verbs, networkIds)
  const same = exact.filter(({ name }) => folded(name) === folded(said))
  if (same.length > 0) return same
  const byWord = exact.filter(({ name }) => hasWords(name, said))
  if (byWord.length > 0) return byWord
  return nearest(said, verbs, networkIds)
}

async function searched(
  search: string,
  verbs: Headcount,
  networkIds: readonly number[],
): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (const networkId of networkIds) {
    const { items } = await verbs.listCustomers({ network: `id:${networkId}`, search, limit: 200 })
    found.push(...items.map(({ customerId, name, email }) => ({ customerId, networkId, name, email })))
  }
  return found
}

/** Whole words of the name begin with what was said. */
function hasWords(name: string, said: string): boolean {
  const own = folded(name).split(/[\s-]+/)
  return folded(said)
    .split(/[\s-]+/)
    .every((part) => part.length >= 3 && own.some((token) => token === part))
}

/** Misspelt: those that share the beginning of a word, by how many letters differ. */
async function nearest(said: string, verbs: Headcount, networkIds: readonly number[]): Promise<Candidate[]> {
  const wanted = folded(said)
  const parts = wanted.split(/\s+/).filter((part) => part.length >= 3)
  if (parts.length === 0 || wanted.length < 5 || parts.length > 4) return []
  const pool = new Map<number, Candidate>()
  for (const part of parts) {
    for (const piece of new Set([part.slice(0, 3), part.slice(-3)])) {
      for (const one of await searched(piece, verbs, networkIds)) pool.set(one.customerId, one)
    }
  }
  const most = Math.max(1, Math.floor(wanted.length / 5))
  const ranked = [...pool.values()]
    .map((one) => ({ one, apart: distance(folded(one.name), wanted) }))
    .filter(({ apart }) => apart <= most)
    .sort((a, b) => a.apart - b.apart)
  const best = ranked[0]?.apart
  return ranked.filter(({ apart }) => apart === best).map(({ one }) => one)
}

async function customerById(
  question: ReadQuestion,
  verbs: Headcount,
  networkIds: readonly number[],
  customerId: number,
): Promise<PeopleFound> {
  for (const word of question.words) word.isTaken ||= /^id$|^\d+$|^id:/.test(word.raw)
  for (const networkId of networkIds) {
    try {
      const { name, email } = await verbs.customerProfile({
        network: `id:${networkId}`,
        key: { id: customerId },
      })
      return { said: name, candidates: [{ customerId, networkId, name, email }] }
    } catch {
      // another network has him, or nobody has
    }
  }
  return { said: String(customerId), candidates: [] }
}
