/** Refuses what is nearer to questions about other things than to the help, whatever words it shares with it. */
import type { Asking } from '#assistant/intents/asking'
import { englishOf } from '#assistant/intents/rules'
import { belongingOf } from '#assistant/understanding/scope'

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
  const near = await passages.nearness([...new Set([withoutNames(question), englishOf(question)])])
  if (near === null) return false
  const { own, ambient } = belongingOf(question)
  const strange = question.words.filter(
    ({ isTaken, isStop, meanings, raw }) =>
      !isTaken && !isStop && meanings.length === 0 && !/^\d/.test(raw) && !passages.isFamiliar(raw),
  ).length
  const least = strange === 0 ? NEARER : STRANGE + EACH_STRANGE * strange
  return near.help - near.elsewhere + OWN * own + AMBIENT * ambient < least
}

/** A name draws a question to whatever it means besides. */
function withoutNames({ words, text }: Asking['understood']['question']): string {
  return words.some(({ isTaken }) => isTaken)
    ? words.map(({ raw, isTaken }) => (isTaken ? '…' : raw)).join(' ')
    : text
}
