/**
 * What a question asks, settled by what it means: its words propose, and its likeness to sentences of which it
 * is known what they ask decides. Where meanings are not compared, its words alone do.
 */
import type { Intent } from '#assistant/answer'
import type { Likeness, PassageSearch } from '#assistant/articles/search'
import type { Reading } from '#assistant/understanding/intent'
import { inEnglish, withoutNames } from '#assistant/understanding/read'
import { belongingOf, saysCounting } from '#assistant/understanding/scope'
import type { Understanding } from '#assistant/understanding/understand'

/** How much the reading by words speaks for an intent, as a cosine. */
const SAID = 0.12
/** And where it is only a guess. */
const GUESSED = 0.04

/**
 * What speaks for a question being about Headcount, and against it. Fitted by logistic regression to the
 * questions of the tests, and rounded.
 */
const WEIGHTS = {
  always: 0.3,
  /** For each 1 that the cosine to the help, or to what people ask Headcount, is above the one to other things. */
  nearer: 18,
  location: 1.4,
  customer: 1,
  saysCounting: 1.5,
  followUp: 1.5,
  /** A word that means nothing here and stands in no article. */
  strange: -1.1,
  /** A word of ours that questions about anything have. */
  ambient: -0.75,
  unknownName: -1.2,
  /** Its words alone would refuse it. */
  doubtful: -0.5,
} as const

export async function settled(understood: Understanding, passages: PassageSearch): Promise<Understanding> {
  const { reading } = understood
  if (reading.scope === 'ours' || reading.scope === 'refused') return understood
  const likeness = await likenessOf(understood, passages)
  if (likeness === null)
    return reading.scope === 'doubtful' ? { ...understood, intent: 'out_of_scope' } : understood
  if (belonging(understood, likeness, passages) < 0) return { ...understood, intent: 'out_of_scope' }
  return reading.isPlain
    ? understood
    : { ...understood, intent: withOnly(likest(likeness, reading), understood) }
}

/** As it was said and in English, each without names of the asker's own. */
async function likenessOf({ question }: Understanding, passages: PassageSearch): Promise<Likeness | null> {
  const said = await passages.liken(withoutNames(question))
  const english = await passages.liken(inEnglish(question))
  if (said === null || english === null) return null
  const asked = [...said.asked].map(
    ([intent, near]) => [intent, Math.max(near, english.asked.get(intent) ?? 0)] as const,
  )
  return {
    help: Math.max(said.help, english.help),
    asked: new Map(asked),
    elsewhere: Math.max(said.elsewhere, english.elsewhere),
  }
}

/** Above 0 where it is more likely about Headcount than not. */
function belonging(
  understood: Understanding,
  { help, asked, elsewhere }: Likeness,
  passages: PassageSearch,
): number {
  const { question, people, reading, isFollowUp, places, locationIds } = understood
  const namesPlace = places.some(({ locationId }) => locationIds.includes(locationId))
  const signs = {
    always: 1,
    nearer: Math.max(help, ...asked.values()) - elsewhere,
    location: Number(namesPlace),
    customer: Number(people.candidates.length > 0),
    saysCounting: Number(saysCounting(question)),
    followUp: Number(isFollowUp),
    strange: question.words.filter(
      ({ isTaken, isStop, meanings, raw }) =>
        !isTaken && !isStop && meanings.length === 0 && !/^\d/.test(raw) && !passages.isFamiliar(raw),
    ).length,
    ambient: belongingOf(question).ambient,
    unknownName: Number(people.said !== null && people.candidates.length === 0),
    doubtful: Number(reading.scope === 'doubtful'),
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

/** Whether by nothing else is a word of the question, which its likeness does not tell. */
function withOnly(intent: Intent, { only, sources }: Understanding): Intent {
  if (intent !== 'count' && intent !== 'only_because') return intent
  return only && sources.length > 0 ? 'only_because' : 'count'
}
