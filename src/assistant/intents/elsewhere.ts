/** Refuses what is nearer to questions about other things than to the help, whatever words it shares with it. */
import type { PassageSearch } from '#assistant/articles/search'
import type { Asking } from '#assistant/intents/asking'
import { englishOf } from '#assistant/intents/rules'
import { belongingOf, SAYS_COUNTING } from '#assistant/understanding/scope'
import type { Understanding } from '#assistant/understanding/understand'

/** What each word of Headcount’s own, and each that others have as well, speaks for a question. */
const OWN = 0.06
const AMBIENT = 0.03
/** How much nearer to the help a question must be that holds no word which is strange to it. */
const NEARER = -0.04
/** And one that does, more for each of them. */
const STRANGE = 0.15
const EACH_STRANGE = 0.05

/** And one that its words alone would refuse. */
const CLEARLY = 0.15

/** By meanings alone: without the model, words have decided already. */
export async function isElsewhere({ understood, passages }: Asking): Promise<boolean> {
  const { question, intent, people, isFollowUp, places } = understood
  if (intent === 'out_of_scope' || intent === 'greeting' || intent === 'help') return false
  const namesPlace = places.some(({ locationId }) => understood.locationIds.includes(locationId))
  if (namesPlace || isFollowUp || people.candidates.length > 0) return false
  // somebody whom nobody knows, but about whom what is asked is ours
  if (people.said !== null && SAYS_COUNTING.test(question.text)) return false
  const nearer = await howMuchNearer(understood, passages)
  if (nearer === null) return false
  const { own, ambient } = belongingOf(question)
  const strange = strangeWords(understood, passages)
  const least = strange === 0 ? NEARER : STRANGE + EACH_STRANGE * strange
  return nearer + OWN * own + AMBIENT * ambient < least
}

/** Whether a question that was refused for its words is about Headcount all the same. */
export async function isNearHelp(understood: Understanding, passages: PassageSearch): Promise<boolean> {
  const nearer = await howMuchNearer(understood, passages)
  return nearer !== null && nearer >= CLEARLY + EACH_STRANGE * strangeWords(understood, passages)
}

async function howMuchNearer({ question }: Understanding, passages: PassageSearch): Promise<number | null> {
  const near = await passages.nearness([...new Set([question.text, englishOf(question)])])
  return near === null ? null : near.help - near.elsewhere
}

/** Words that mean nothing here and stand in no article. */
function strangeWords({ question, people }: Understanding, passages: PassageSearch): number {
  return question.words.filter(
    ({ isStop, isTaken, meanings, raw }) =>
      !isStop &&
      // times are taken too, and belong anywhere
      (!isTaken || people.said?.includes(raw) === true) &&
      meanings.length === 0 &&
      !/^\d/.test(raw) &&
      !passages.isFamiliar(raw),
  ).length
}
