/** Finds passages that answer: by meaning where the model is there, by words in any case. */
import MiniSearch from 'minisearch'
import type { Intent, Passage } from '#assistant/answer'
import { type Embedder, startEmbedder } from '#assistant/articles/embedder'
import { passagesOf } from '#assistant/articles/passages'
import { type Vectors, vectorsOf } from '#assistant/articles/vectors'
import { ASKED_INTENTS, ASKED_LINES } from '#assistant/exemplars/asked'
import { folded } from '#assistant/understanding/words'
import { listArticles } from '#services/help/articles'

export interface PassageFound extends Passage {
  /** 0 to 1: how near it comes to the question. */
  readonly score: number
}

export interface PassageSearch {
  /** The best first, each section once. */
  find(question: string, most: number): Promise<readonly PassageFound[]>
  /**
   * How near a question comes to the help, to what people ask Headcount, and to what they ask elsewhere, by the
   * nearest of its wordings; null without the model.
   */
  liken(wordings: readonly string[]): Promise<Likeness | null>
  /** The first of a section, such as `how-you-are-charged#your-price-plan`. @throws Error where there is none */
  at(address: string): Passage
  /** Whether a word stands in the articles. */
  isFamiliar(word: string): boolean
  /** Whether meanings are compared, or words alone. */
  readonly hasModel: () => boolean
  close(): Promise<void>
}

/** Each up to 1. */
export interface Likeness {
  readonly help: number
  readonly asked: ReadonlyMap<Intent, number>
  readonly elsewhere: number
}

/** What words in common add to the nearness of meaning. */
const WORD_BONUS = 0.15

export interface SearchOptions {
  /** False: never loads the model. */
  readonly withModel?: boolean
}

export function passageSearch({ withModel = true }: SearchOptions = {}): PassageSearch {
  const passages = passagesOf(listArticles())
  const index = wordIndex(passages)
  const familiar = new Set(
    passages.flatMap(({ article, heading, text }) => stems(`${article} ${heading} ${text}`)),
  )
  let model: Promise<Meanings | null> | undefined
  let isReady = false
  const meanings = () => {
    model ??= withModel
      ? loadMeanings(passages).then((loaded) => {
          isReady = loaded !== null
          return loaded
        })
      : Promise.resolve(null)
    return model
  }
  return {
    async find(question, most) {
      const words = byWords(index, question)
      const loaded = await meanings()
      const [vector = null] = (loaded === null ? null : await vectorsFor(loaded, [question])) ?? []
      const near = loaded === null || vector === null ? null : nearness(loaded.vectors.passages, vector)
      const scored = passages.map((passage, at) => {
        const lexical = words.get(at) ?? 0
        return {
          ...passage,
          score: near === null ? lexical : (near[at] ?? 0) + WORD_BONUS * lexical,
        }
      })
      return best(
        scored.filter(({ score }) => score > 0),
        most,
      )
    },
    async liken(wordings) {
      const loaded = await meanings()
      const said = loaded === null ? null : await vectorsFor(loaded, [...new Set(wordings)])
      if (loaded === null || said === null) return null
      const { vectors } = loaded
      const nearest = (measure: (vector: Float32Array) => number) => Math.max(...said.map(measure))
      const toAsked = (intent: Intent) => (vector: Float32Array) =>
        byBest(nearness(vectors.asked, vector).filter((_, at) => ASKED_LINES[at]?.intent === intent))
      return {
        help: nearest((vector) => Math.max(...nearness(vectors.passages, vector))),
        asked: new Map(ASKED_INTENTS.map((intent) => [intent, nearest(toAsked(intent))])),
        elsewhere: nearest((vector) => byBest(nearness(vectors.elsewhere, vector))),
      }
    },
    at(address) {
      const found = passages.find(({ slug, anchor }) => `${slug}#${anchor}` === address)
      if (found === undefined) throw new Error(`No passage of the help is at ${address}.`)
      return found
    },
    isFamiliar: (word) => stems(word).every((stem) => familiar.has(stem)),
    hasModel: () => isReady,
    async close() {
      await (await model)?.embedder.close()
    },
  }
}

interface Meanings {
  readonly embedder: Embedder
  readonly vectors: Vectors
  /** Questions of before, and what answers always look for. */
  readonly remembered: Map<string, Float32Array>
}

const MOST_REMEMBERED = 500

/** Once a process, at the first question that needs it. */
async function loadMeanings(passages: readonly Passage[]): Promise<Meanings | null> {
  const embedder = await startEmbedder()
  if (embedder === null) return null
  try {
    return { embedder, vectors: await vectorsOf(passages, embedder), remembered: new Map() }
  } catch {
    await embedder.close()
    return null
  }
}

/** In one call of the model, for those that are not remembered. */
async function vectorsFor(
  { embedder, remembered }: Meanings,
  texts: readonly string[],
): Promise<readonly Float32Array[] | null> {
  const unknown = texts.filter((text) => !remembered.has(text))
  try {
    const vectors = unknown.length === 0 ? [] : await embedder.embed(unknown)
    const made = new Map(vectors.map((vector, at) => [unknown[at] ?? '', vector]))
    const all = texts.flatMap((text) => remembered.get(text) ?? made.get(text) ?? [])
    for (const [text, vector] of made) if (remembered.size < MOST_REMEMBERED) remembered.set(text, vector)
    return all
  } catch {
    return null
  }
}

function nearness(all: readonly Float32Array[], vector: Float32Array): readonly number[] {
  return all.map((one) => dot(one, vector))
}

/** What the nearest three weigh, so that no single sentence decides. */
const WEIGHTS = [0.6, 0.25, 0.15] as const

function byBest(near: readonly number[]): number {
  const sorted = [...near].sort((a, b) => b - a)
  return WEIGHTS.reduce((sum, weight, at) => sum + weight * (sorted[at] ?? 0), 0)
}

/** Of vectors of length 1: the cosine of their angle. */
function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

function wordIndex(passages: readonly Passage[]): MiniSearch {
  const index = new MiniSearch({
    fields: ['article', 'heading', 'text'],
    searchOptions: { boost: { article: 2, heading: 3 }, fuzzy: 0.2, prefix: true, combineWith: 'OR' },
    processTerm: (term) => {
      const word = term.toLowerCase()
      return COMMON.has(word) ? null : stemOf(word)
    },
  })
  index.addAll(passages.map(({ article, heading, text }, id) => ({ id, article, heading, text })))
  return index
}

function stems(text: string): string[] {
  return (folded(text).match(/\p{L}+/gu) ?? []).map(stemOf)
}

function stemOf(word: string): string {
  return word.replace(/(?<=.{3})(ing|ed|es|s)$/, '')
}

const COMMON = new Set(
  'the a an of and or is are was do does did it to in at on for by with who what how why when which that this these those i we you our my be not if as from their they'.split(
    ' ',
  ),
)

/** From 0 to 1, by the best. */
function byWords(index: MiniSearch, question: string): ReadonlyMap<number, number> {
  const results = index.search(question)
  const top = results[0]?.score ?? 1
  return new Map(results.map(({ id, score }) => [Number(id), score / top]))
}

/** Each section once, and beside its text the best row of a table of theirs, often the plainest answer. */
function best(scored: readonly PassageFound[], most: number): readonly PassageFound[] {
  const sorted = [...scored].sort((a, b) => b.score - a.score)
  const sections = new Map<string, PassageFound>()
  for (const one of sorted) {
    if (sections.size === most) break
    if (!sections.has(sectionOf(one))) sections.set(sectionOf(one), one)
  }
  const row = sorted.find((one) => isRow(one) && sections.has(sectionOf(one)))
  const shown = sorted.filter((one) => one === row || sections.get(sectionOf(one)) === one)
  return shown.slice(0, most + Number(most > 1))
}

function sectionOf({ slug, anchor }: Passage): string {
  return `${slug}#${anchor}`
}

function isRow({ text }: Passage): boolean {
  return text.includes(' · ')
}
