/** Lets a language model answer, and gives on what holds, sentence by sentence. */
import type { ModelMessage } from 'ai'
import type { Language, Part, Passage } from '#assistant/answer'
import type { PassageSearch } from '#assistant/articles/search'
import { type Checked, checkSentence } from '#assistant/model/check'
import type { ConnectedModel } from '#assistant/model/connect'
import { noEvidence } from '#assistant/model/evidence'
import { ordersOf } from '#assistant/model/orders'
import { cutter } from '#assistant/model/sentences'
import { withoutAddresses } from '#assistant/model/told'
import { type OpenTurn, toolsFor } from '#assistant/model/tools'
import type { PlaceKnown } from '#assistant/understanding/places'
import type { Headcount } from '#services/headcount'

export interface EarlierTurn {
  readonly question: string
  /** As plain text. */
  readonly answer: string
}

export interface ModelAsked {
  readonly question: string
  /** The turns before, the oldest first. */
  readonly earlier: readonly EarlierTurn[]
  readonly language: Language
  readonly now: Date
  readonly places: readonly PlaceKnown[]
  readonly viewed: PlaceKnown | undefined
  readonly verbs: Headcount
  readonly search: PassageSearch
  readonly onPart: (part: Part) => void
  readonly onFault: (error: unknown) => void
  /** Ends it early. */
  readonly signal: AbortSignal | undefined
}

/** Why the answer of the model is not given. */
export const MODEL_FAULTS = ['false', 'no_answer', 'too_slow', 'broke_off', 'unbacked'] as const
export type ModelFault = (typeof MODEL_FAULTS)[number]

export type ModelAnswered =
  | { readonly parts: readonly Part[]; readonly isAnswered: boolean }
  | { readonly fault: ModelFault; readonly detail: string }

const MOST_STEPS = 6
const MOST_TOKENS = 1200
const EARLIER = 4
const LONGEST_EARLIER = 600

export async function askModel(connected: ConnectedModel, asked: ModelAsked): Promise<ModelAnswered> {
  const { question, places, now } = asked
  const evidence = noEvidence(now, [...new Set(places.map(({ timeZone }) => timeZone))])
  const turn: OpenTurn = { evidence, passages: new Map(), places, question }
  const stop = new AbortController()
  const timeout = AbortSignal.timeout(connected.settings.timeoutMs)
  const signal = AbortSignal.any([
    stop.signal,
    timeout,
    ...(asked.signal === undefined ? [] : [asked.signal]),
  ])
  try {
    const said = gather(turn, asked.onPart)
    const ended = await listen(connected, asked, turn, said, signal)
    if (ended !== null) return timeout.aborted ? { fault: 'too_slow', detail: 'timeout' } : ended
    return said.answer()
  } finally {
    stop.abort()
  }
}

/** @returns null where the model came to an end by itself */
async function listen(
  { sdk, model }: ConnectedModel,
  asked: ModelAsked,
  turn: OpenTurn,
  said: Gathered,
  signal: AbortSignal,
): Promise<ModelAnswered | null> {
  const { verbs, search, onFault } = asked
  const stream = sdk.streamText({
    model,
    system: ordersOf(asked),
    messages: messagesOf(asked),
    tools: toolsFor(sdk, { verbs, search, turn, onFault }),
    stopWhen: sdk.stepCountIs(MOST_STEPS),
    maxOutputTokens: MOST_TOKENS,
    temperature: 0,
    maxRetries: 0,
    abortSignal: signal,
    // it would print the error, which holds what was sent
    onError: () => undefined,
  })
  let hasBegun = false
  let finished = ''
  for await (const part of unlessAborted(stream.fullStream, signal)) {
    if (part.type === 'text-delta') {
      hasBegun = true
      const wrong = said.add(part.text)
      if (wrong !== null) return { fault: 'false', detail: wrong }
    } else if (part.type === 'tool-call') {
      // what was said before a look-up announces it
      hasBegun = true
      said.clear()
    } else if (part.type === 'error') {
      return { fault: hasBegun ? 'broke_off' : 'no_answer', detail: reasonOf(part.error) }
    } else if (part.type === 'abort') {
      return { fault: 'broke_off', detail: 'stopped' }
    } else if (part.type === 'finish-step') finished = part.finishReason
  }
  if (finished === 'tool-calls') return { fault: 'unbacked', detail: 'too many steps' }
  if (finished !== 'stop')
    return { fault: hasBegun ? 'broke_off' : 'no_answer', detail: `ended by ${finished}` }
  const wrong = said.end()
  return wrong === null ? null : { fault: 'false', detail: wrong }
}

/** A status or a name of an error: its text may hold what was sent. */
function reasonOf(error: unknown): string {
  const { statusCode, name } = error as { statusCode?: unknown; name?: unknown }
  return typeof statusCode === 'number' ? `status ${statusCode}` : String(name ?? 'unknown')
}

type Ended = { readonly type: 'abort' } | { readonly type: 'error'; readonly error: unknown }

/** Ends with the signal, even where the stream does not notice it, and tells what it throws. */
async function* unlessAborted<Item>(
  items: AsyncIterable<Item>,
  signal: AbortSignal,
): AsyncGenerator<Item | Ended> {
  const iterator = items[Symbol.asyncIterator]()
  const aborted = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null)
    else signal.addEventListener('abort', () => resolve(null), { once: true })
  })
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), aborted])
      if (next === null) return yield { type: 'abort' }
      if (next.done === true) return
      yield next.value
    }
  } catch (error) {
    yield { type: 'error', error }
  }
}

function messagesOf({ earlier, question }: ModelAsked): ModelMessage[] {
  const before = earlier.slice(-EARLIER).flatMap((turn): ModelMessage[] => [
    { role: 'user', content: turn.question },
    { role: 'assistant', content: withoutAddresses(turn.answer).slice(0, LONGEST_EARLIER) },
  ])
  return [...before, { role: 'user', content: question }]
}

interface Gathered {
  /** @returns what nothing told, or null */
  add(text: string): string | null
  end(): string | null
  clear(): void
  answer(): ModelAnswered
}

type Said = Extract<Checked, { is: 'said' }>

/** Sentences that say nothing by themselves wait for one that stands on something. */
function gather(turn: OpenTurn, onPart: (part: Part) => void): Gathered {
  const sentences = cutter()
  const parts: Part[] = []
  const cited: Passage[] = []
  let waiting: Said[] = []
  const give = (part: Part) => {
    parts.push(part)
    onPart(part)
  }
  const take = (texts: readonly string[]): string | null => {
    for (const text of texts) {
      const checked = checkSentence(text, turn)
      if (checked.is === 'false') return checked.what.join(', ')
      if (checked.is === 'left_out') continue
      waiting.push(checked)
      if (!checked.isBacked) continue
      for (const one of waiting) give(partOf(one))
      waiting = []
      cited.push(...checked.cited)
    }
    return null
  }
  return {
    add: (text) => take(sentences.add(text)),
    end: () => take(sentences.end()),
    clear() {
      sentences.clear()
      waiting = []
    },
    answer() {
      const isAnswered = parts.length > 0
      // nothing but asking back, or that it does not know
      for (const one of waiting) give(partOf(one))
      if (parts.length === 0) return { fault: 'unbacked', detail: 'nothing that could be checked' }
      if (cited.length > 0) give({ kind: 'passages', passages: passagesOnce(cited) })
      return { parts, isAnswered }
    },
  }
}

function partOf({ segments, isItem }: Said): Part {
  return isItem ? { kind: 'list', items: [segments] } : { kind: 'sentence', segments }
}

const LONGEST_QUOTE = 320

function passagesOnce(cited: readonly Passage[]): readonly Passage[] {
  const byPlace = new Map(cited.map((passage) => [`${passage.href} ${passage.text}`, passage]))
  return [...byPlace.values()].map(({ slug, anchor, article, heading, text, href }) => ({
    ...{ slug, anchor, article, heading, href },
    text: text.length > LONGEST_QUOTE ? `${text.slice(0, text.lastIndexOf(' ', LONGEST_QUOTE))} …` : text,
  }))
}
