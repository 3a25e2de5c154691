/** Refuses what is nearer to questions about other things than to the help, whatever words it shares with it. */
import type { Asking } from '#assistant/intents/asking'
import { englishOf } from '#assistant/intents/rules'
import { belongingOf, SAYS_COUNTING } from '#assistant/understanding/scope'

/** What each word of Headcount’s own, and each that others have as well, speaks for a question. */
const OWN = 0.06
const AMBIENT = 0.03
/** How much nearer to the help a question must be that holds no word which is strange to it. */
const NEARER = -0.04
/** And one that does, more for each of them. */
const STRANGE = 0.15
const EACH_STRANGE = 0.05

/** By meanings alone: without the model, words have decided already. */
export async function isElsewhere({ understood, passages }: Asking): Promise<boolean> {
  const { question, intent, people, isFollowUp, places } = understood
  if (intent === 'out_of_scope' || intent === 'greeting' || intent === 'help') return false
  const namesPlace = places.some(({ locationId }) => understood.locationIds.includes(locationId))
  if (namesPlace || isFollowUp || people.candidates.length > 0) return false
  // somebody whom nobody knows, but about whom what is asked is ours
  if (people.said !== null && SAYS_COUNTING.test(question.text)) return false
  const near = await passages.nearness([...new Set([question.text, englishOf(question)])])
  if (near === null) return false
  const { own, ambient } = belongingOf(question)
  const strange = question.words.filter(
    ({ isStop, isTaken, meanings, raw }) =>
      !isStop &&
      // times are taken too, and belong anywhere
      (!isTaken || people.said?.includes(raw) === true) &&
      meanings.length === 0 &&
      !/^\d/.test(raw) &&
      !passages.isFamiliar(raw),
  ).length
  const least = strange === 0 ? NEARER : STRANGE + EACH_STRANGE * strange
  return near.help - near.elsewhere + OWN * own + AMBIENT * ambient < least
}
