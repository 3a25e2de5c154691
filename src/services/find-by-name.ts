/** One way to find a record by what a person types: our id, the external id, or the exact name. */
import { distance } from 'fastest-levenshtein'
import { type ErrorCode, HeadcountError } from '#errors'
import { LARGEST_INT } from '#lib/largest-int'
import { quoted } from '#lib/quote'

export interface Findable {
  readonly id: number
  readonly externalId: string
  readonly name: string
  /** Tells namesakes apart in an error, such as the network of a location. */
  readonly detail?: string
}

export interface FindErrors {
  /** What is looked for, in the singular: `location`. */
  readonly noun: string
  readonly notFound: ErrorCode
  readonly ambiguous: ErrorCode
}

const MOST_MATCHES = 5

/** The text as one of our ids, `17` or, where another record has 17 as its external id, `id:17`; null where it cannot be one. */
export function asId(text: string): number | null {
  const id = /^(?:id:)?([1-9][0-9]{0,9})$/.exec(text)?.[1]
  return id !== undefined && Number(id) <= LARGEST_INT ? Number(id) : null
}

/**
 * Decides among the candidates whose id, external id or name is `text`. One way of matching wins over
 * the next only when it leaves a single record; a text that means two records is ambiguous.
 */
export function decide<T extends Findable>(
  candidates: readonly T[],
  text: string,
  errors: FindErrors,
  near: readonly Findable[],
): T {
  const [only, ...others] = candidates
  if (only !== undefined && others.length === 0) return only
  if (only === undefined) throw notFound(text, errors, near)
  const shown = candidates.slice(0, MOST_MATCHES)
  throw new HeadcountError(
    errors.ambiguous,
    `${quoted(text)} means more than one ${errors.noun}: ${shown.map(describe).join('; ')}${candidates.length > shown.length ? '; …' : ''}.`,
    { matches: shown },
  )
}

function notFound(text: string, errors: FindErrors, near: readonly Findable[]): HeadcountError {
  const nearest = nearestTo(text, near)
  const hint = nearest.length === 0 ? '' : ` Near matches: ${nearest.map(describe).join('; ')}.`
  return new HeadcountError(errors.notFound, `There is no ${errors.noun} ${quoted(text)}.${hint}`, {
    nearMatches: nearest,
  })
}

/** Those that contain the text, or differ from it by a third of its letters at most; nearest first. */
function nearestTo(text: string, candidates: readonly Findable[]): Findable[] {
  const wanted = text.toLowerCase()
  const most = Math.max(2, wanted.length / 3)
  return candidates
    .map((candidate) => ({ candidate, apart: lettersApart(candidate.name.toLowerCase(), wanted, most) }))
    .filter(({ apart }) => apart <= most)
    .sort((a, b) => a.apart - b.apart || a.candidate.id - b.candidate.id)
    .slice(0, MOST_MATCHES)
    .map(({ candidate }) => candidate)
}

function lettersApart(name: string, wanted: string, most: number): number {
  if (name.includes(wanted)) return 0
  // lengths alone rule most names out: a text of 100,000 letters would take a second a name
  const atLeast = Math.abs(name.length - wanted.length)
  return atLeast > most ? atLeast : distance(name, wanted)
}

function describe(found: Findable): string {
  return `${found.name} (id ${found.id}, external id ${found.externalId}${found.detail === undefined ? '' : `, ${found.detail}`})`
}
