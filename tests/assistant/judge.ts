/** Asks questions and judges the answers: the intent, what they must hold, and that each figure is one of a verb. */
import { type Answer, plainText, type Segment } from '#assistant/answer'
import type { Assistant } from '#assistant/ask'
import type { Topic } from '#assistant/understanding/topic'
import type { Source } from '#model/source'
import type { Headcount } from '#services/headcount'

export interface Asked {
  readonly intent: string
  readonly expected: string
  readonly question: string
  readonly follows: boolean
}

export interface Judged extends Asked {
  readonly got: string
  readonly isRight: boolean
  readonly text: string
  /** Figures that no verb told, and numbers that are no figures. */
  readonly unsourced: readonly string[]
  readonly figures: number
  readonly ms: number
}

export function loadQuestions(table: string): Asked[] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [intent = '', expected = '', ...question] = line.split('|')
      const follows = intent.startsWith('>')
      return {
        intent: intent.replace('>', '').trim(),
        expected: expected.trim(),
        question: question.join('|').trim(),
        follows,
      }
    })
}

export async function judge(
  assistant: Assistant,
  headcount: Headcount,
  now: Date,
  asked: readonly Asked[],
): Promise<Judged[]> {
  const judged: Judged[] = []
  let topic: Topic | null = null
  for (const one of asked) {
    const told: unknown[] = []
    const started = performance.now()
    const answer: Answer = await assistant.answer(
      { text: one.question, topic: one.follows ? topic : null },
      listening(headcount, told),
      now,
    )
    const ms = Math.round(performance.now() - started)
    topic = answer.topic
    const text = plainText(answer.parts)
    const segments = segmentsOf(answer)
    const holds = await Promise.all(
      one.expected
        .split(';')
        .map(async (expected) =>
          expected.startsWith('=')
            ? segments.some(({ value }) => value !== undefined) &&
              (await expectedOf(headcount, now, expected)).every((value) =>
                segments.some((segment) => segment.value === value),
              )
            : text.toLowerCase().includes(expected.toLowerCase()),
        ),
    )
    judged.push({
      ...one,
      got: answer.intent,
      isRight: one.intent.split('/').includes(answer.intent) && holds.every(Boolean),
      text,
      unsourced: unsourcedIn(segments, told),
      figures: segments.filter(({ value }) => value !== undefined).length,
      ms,
    })
  }
  return judged
}

/** The verbs, with everything that they answer noted. */
function listening(headcount: Headcount, told: unknown[]): Headcount {
  return new Proxy(headcount, {
    get(target, name, receiver) {
      const verb: unknown = Reflect.get(target, name, receiver)
      if (typeof verb !== 'function') return verb
      return async (...given: unknown[]) => {
        const answer: unknown = await verb.apply(target, given)
        told.push(answer)
        return answer
      }
    },
  })
}

function segmentsOf({ parts }: Answer): readonly Segment[] {
  return parts.flatMap((part) =>
    part.kind === 'sentence' ? part.segments : part.kind === 'list' ? part.items.flat() : [],
  )
}

/** Days and months are no figures, nor what a verb wrote or a record holds. */
const DATES =
  /\b\d{1,2}\.? (January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)( \d{4})?\b|\b(January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember) \d{4}\b/g

function unsourcedIn(segments: readonly Segment[], told: readonly unknown[]): string[] {
  const numbers = new Set<number>()
  const walk = (value: unknown): void => {
    if (typeof value === 'number') numbers.add(value)
    else if (Array.isArray(value)) value.forEach(walk)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  told.forEach(walk)
  return segments.flatMap(({ text, value, href, verb }) => {
    if (value !== undefined) {
      const isSourced = numbers.has(value) && href !== undefined && verb !== undefined
      return isSourced ? [] : [`${text} has no source`]
    }
    const bare = verb !== undefined || href !== undefined ? '' : text.replace(DATES, '')
    return /\d/.test(bare) ? [`“${text}” has a number that is no figure`] : []
  })
}

/** The figure that the answer must have, asked of the verbs themselves. */
async function expectedOf(headcount: Headcount, now: Date, expected: string): Promise<number[]> {
  const [kind, place = '', third = ''] = expected.slice(1).split(' ')
  const location = place.replace('_', ' ')
  if (kind === 'sum') {
    const { locations, distinctCustomers } = await headcount.count()
    return [locations.reduce((sum, { count }) => sum + count, 0), distinctCustomers]
  }
  if (kind === 'month') {
    const [network] = await headcount.networks()
    const { months } = await headcount.history({
      network: network?.name ?? '',
      location,
      months: 36,
      asOf: now,
    })
    return [months.find(({ month }) => month === third)?.count ?? -1]
  }
  if (kind === 'at')
    return [(await headcount.count({ location, asOf: new Date(third) })).locations[0]?.count ?? -1]
  if (kind === 'count') {
    const row = (await headcount.count({ location })).locations[0]
    return [third === '' ? (row?.count ?? -1) : (row?.bySource[third as Source] ?? -1)]
  }
  const sources = third === '' ? [] : [third as Source]
  const { total } = await headcount.list({
    location,
    limit: 1,
    ...(sources.length > 0 && { sources }),
    ...(kind === 'only' && { only: true }),
  })
  return [total]
}
