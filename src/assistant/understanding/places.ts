/** The locations that the asker may see, and which of them a question names. */
import { distance } from 'fastest-levenshtein'
import {
  ANY_PLACE,
  isSpelt,
  isSwapped,
  type ReadQuestion,
  takeAs,
  type Word,
} from '#assistant/understanding/read'
import { folded, LEXICON, STOP_WORDS } from '#assistant/understanding/words'
import type { Headcount } from '#services/headcount'

export interface PlaceKnown {
  readonly locationId: number
  readonly networkId: number
  readonly network: string
  readonly name: string
  readonly timeZone: string
}

const MOST_PLACES = 1000

export async function knownPlaces(verbs: Headcount): Promise<readonly PlaceKnown[]> {
  const places: PlaceKnown[] = []
  for (const network of await verbs.networks()) {
    const { items } = await verbs.listLocations({ network: `id:${network.networkId}`, limit: MOST_PLACES })
    places.push(
      ...items.map(({ locationId, name, timeZone }) => ({
        locationId,
        name,
        timeZone,
        networkId: network.networkId,
        network: network.name,
      })),
    )
  }
  return places
}

/** Takes the words of names. A whole name wins over one of its words; misspelt letters are forgiven. */
export function readPlaces(question: ReadQuestion, places: readonly PlaceKnown[]): readonly PlaceKnown[] {
  const tokens = (name: string) => folded(name).match(/[\p{L}\p{N}]+/gu) ?? []
  const found: PlaceKnown[] = []
  const byLength = [...places].sort((a, b) => tokens(b.name).length - tokens(a.name).length)
  for (const place of byLength) {
    const own = tokens(place.name)
    const at = question.words.findIndex((_, index) =>
      own.every((token, offset) => isAlike(question.words[index + offset], token)),
    )
    if (at < 0) continue
    for (const word of question.words.slice(at, at + own.length)) takeAs(word, ANY_PLACE)
    found.push(place)
  }
  if (found.length > 0) return inOrderSaid(question, found)
  return byOneWord(question, places, tokens)
}

/** By one word of a name that no other location has and that means nothing else. */
function byOneWord(
  question: ReadQuestion,
  places: readonly PlaceKnown[],
  tokens: (name: string) => string[],
): PlaceKnown[] {
  for (const [index, word] of question.words.entries()) {
    const said = folded(word.raw)
    // any house is not the one that is called so
    if (OF_ANY.has(question.words[index - 1]?.word ?? '')) continue
    if (said.length < 4 || STOP_WORDS.has(said) || LEXICON.has(said)) continue
    // houses are not the one that is called so
    const having = places.filter((place) =>
      tokens(place.name).some((token) => said !== `${token}s` && isAlike(word, token)),
    )
    if (having.length === 0 || having.length > 3) continue
    takeAs(word, ANY_PLACE)
    return having
  }
  return []
}

const OF_ANY = new Set(
  'a an any my your his her their some ein eine einen einem einer mein meine meinen meinem'.split(' '),
)

function isAlike(word: Word | undefined, token: string): boolean {
  if (word === undefined || word.isTaken) return false
  const said = folded(word.raw).replace(/'s$/, '')
  if (said === token) return true
  if (token.length < 4 || LEXICON.has(said) || isSpelt(said)) return false
  return isSwapped(said, token) || distance(said, token) <= (token.length >= 7 ? 2 : 1)
}

function inOrderSaid({ text }: ReadQuestion, found: readonly PlaceKnown[]): readonly PlaceKnown[] {
  const lower = folded(text)
  const at = (name: string) => lower.indexOf(folded(name).slice(0, 4))
  return [...found].sort((a, b) => at(a.name) - at(b.name))
}
