/** What each kind of question is answered with. */
import type { Language, Part } from '#assistant/answer'
import type { PassageSearch } from '#assistant/articles/search'
import type { PlaceKnown } from '#assistant/understanding/places'
import type { AskedTime, Topic } from '#assistant/understanding/topic'
import type { Understanding } from '#assistant/understanding/understand'
import type { Headcount } from '#services/headcount'

export interface Asking {
  readonly verbs: Headcount
  readonly now: Date
  readonly passages: PassageSearch
  readonly understood: Understanding
  readonly language: Language
  /** Those that the question is about; all that the asker may see where it names none. */
  readonly locations: readonly PlaceKnown[]
  readonly namesLocation: boolean
  /** The location that the operator looks at. */
  readonly viewed: number | null
}

export interface Reply {
  readonly parts: readonly Part[]
  readonly isAnswered?: boolean
  /** Where it is not what the question seemed to be. */
  readonly intent?: Topic['intent']
  readonly waitsFor?: Topic['waitsFor']
}

/** In the language of the question. */
export function say(language: Language, en: string, de: string): string {
  return language === 'de' ? de : en
}

export function asOfOf(time: AskedTime | null): { asOf?: Date } {
  return time === null || time.kind === 'now' ? {} : { asOf: new Date(time.at) }
}

export function networkText({ networkId }: PlaceKnown): string {
  return `id:${networkId}`
}

export function locationText({ locationId }: PlaceKnown): string {
  return `id:${locationId}`
}

/** Asks which location is meant. */
export function whichLocation({ language, locations }: Asking): Reply {
  return {
    intent: 'ask_back',
    isAnswered: false,
    waitsFor: 'location',
    parts: [
      { kind: 'sentence', segments: [{ text: say(language, 'At which location?', 'An welchem Standort?') }] },
      {
        kind: 'choices',
        choices: locations.slice(0, 8).map(({ name }) => ({ label: name, question: name })),
      },
    ],
  }
}
