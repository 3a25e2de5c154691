/** Finds passages that answer: by meaning where the model is there, by words in any case. */
import MiniSearch from 'minisearch'
import type { Passage } from '#assistant/answer'
import { type Embedder, startEmbedder } from '#assistant/articles/embedder'
import { passagesOf } from '#assistant/articles/passages'
import { listArticles } from '#services/help/articles'

export interface PassageFound extends Passage {
  /** 0 to 1: how near it comes to the question. */
  readonly score: number
}

export interface PassageSearch {
  /** The best first, each section once. */
  find(question: string, most: number): Promise<readonly PassageFound[]>
  /** Whether meanings are compared, or words alone. */
  readonly hasModel: () => boolean
  close(): Promise<void>
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
      const near = loaded === null ? null : await nearness(loaded, question)
      const scored = passages.map((passage, at) => {
        const lexical = words.get(at) ?? 0
        return { ...passage, score: near === null ? lexical : (near[at] ?? 0) + WORD_BONUS * lexical }
      })
      return best(
        scored.filter(({ score }) => score > 0),
        most,
      )
    },
    hasModel: () => isReady,
    async close() {
      await (await model)?.embedder.close()
    },
  }
}

interface Meanings {
  readonly embedder: Embedder
  readonly vectors: readonly Float32Array[]
  /** Questions of before, and what answers always look for. */
  readonly remembered: Map<string, Float32Array>
}

const MOST_REMEMBERED = 500
const TOGETHER = 32

/** Once a process, at the first question about rules: about a second for some hundred passages. */
async function loadMeanings(passages: readonly Passage[]): Promise<Meanings | null> {
  const embedder = await startEmbedder()
  if (embedder === null) return null
  try {
    const texts = passages.map(({ article, heading, text }) =>
      heading === article ? `${article}. ${text}` : `${article}: ${heading}. ${text}`,
    )
    const vectors: Float32Array[] = []
    // a few at a time, so that a slow machine is not taken for a model that hangs
    for (let at = 0; at < texts.length; at += TOGETHER)
      vectors.push(...(await embedder.embed(texts.slice(at, at + TOGETHER))))
    return { embedder, vectors, remembered: new Map() }
  } catch {
    await embedder.close()
    return null
  }
}

async function nearness(
  { embedder, vectors, remembered }: Meanings,
  question: string,
): Promise<readonly number[] | null> {
  try {
    const asked = remembered.get(question) ?? (await embedder.embed([question]))[0]
    if (asked === undefined) return null
    if (remembered.size < MOST_REMEMBERED) remembered.set(question, asked)
    return vectors.map((vector) => dot(vector, asked))
  } catch {
    return null
  }
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
      return COMMON.has(word) ? null : word.replace(/(?<=.{3})(ing|ed|es|s)$/, '')
    },
  })
  index.addAll(passages.map(({ article, heading, text }, id) => ({ id, article, heading, text })))
  return index
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

function best(scored: readonly PassageFound[], most: number): readonly PassageFound[] {
  const seen = new Set<string>()
  const found: PassageFound[] = []
  for (const one of [...scored].sort((a, b) => b.score - a.score)) {
    const key = `${one.slug}#${one.anchor}`
    if (seen.has(key)) continue
    seen.add(key)
    found.push(one)
    if (found.length === most) break
  }
  return found
}
