/** How a number went from month to month: each month, the highest and the lowest. */
import type { Segment } from '#assistant/answer'
import {
  type Asking,
  locationText,
  networkText,
  type Reply,
  say,
  whichLocation,
} from '#assistant/intents/asking'
import { figure, listOf, monthText, sentence, sourceWords, words } from '#assistant/say'
import { monthsSaid } from '#assistant/understanding/months-said'
import { activeUsersView, overviewView } from '#assistant/views'

export async function answerHistory(asking: Asking): Promise<Reply> {
  const { verbs, understood, language, now } = asking
  const [place = asking.locations[0]] = understood.places.filter(({ locationId }) =>
    understood.locationIds.includes(locationId),
  )
  if (place === undefined) return whichLocation(asking)
  const isOfPlace = understood.locationIds.length > 0
  const { sources } = understood
  const [source] = sources.length === 1 ? sources : []
  const { months } = await verbs.history({
    network: networkText(place),
    ...(isOfPlace && { location: locationText(place) }),
    months: monthsSaid(understood.question.text, now, place.timeZone),
    asOf: now,
  })
  const counted = months.map(({ month, count, bySource, at, hasEnded }) => {
    const number = source === undefined ? count : bySource[source]
    const href = isOfPlace ? activeUsersView(place, { sources, asOf: at }) : overviewView(place)
    const soFar = hasEnded ? '' : say(language, ', so far', ', bisher')
    return {
      name: `${monthText(month, language)}${soFar}`,
      number,
      said: figure(number, { href, verb: 'history' }),
    }
  })
  const [first] = counted
  if (first === undefined) return { parts: [], isAnswered: false }
  const highest = counted.reduce((best, one) => (one.number > best.number ? one : best), first)
  const lowest = counted.reduce((best, one) => (one.number < best.number ? one : best), first)
  const by = source === undefined ? '' : say(language, ' by ', ' durch ') + sourceWords(sources, language)
  const who = isOfPlace ? place.name : say(language, 'All locations together', 'Alle Standorte zusammen')
  const head = words`${who}${say(language, ': the most active users', ': die meisten aktiven Nutzer')}${by}${say(language, ' at the end of a month were ', ' am Ende eines Monats waren ')}${highest.said} (${highest.name})${say(language, ', the fewest ', ', die wenigsten ')}${lowest.said} (${lowest.name}).`
  const lines = counted.map(({ name, said }): readonly Segment[] => words`${name}: ${said}`)
  return { parts: [sentence(head), listOf(lines)] }
}
