/** The next platform invoice of a location, as things stand. */
import type { Part } from '#assistant/answer'
import { type Asking, locationText, networkText, type Reply, say } from '#assistant/intents/asking'
import { dayText, figure, money, sentence, words } from '#assistant/say'
import type { PlaceKnown } from '#assistant/understanding/places'
import { activeUsersView, forecastView } from '#assistant/views'
import { HeadcountError } from '#errors'

export async function answerForecast(asking: Asking): Promise<Reply> {
  const parts: Part[] = []
  for (const place of asking.locations.slice(0, 6)) parts.push(...(await forecastAt(asking, place)))
  return { parts }
}

async function forecastAt({ verbs, language }: Asking, place: PlaceKnown): Promise<Part[]> {
  const shown = { href: forecastView(place), verb: 'forecast' }
  try {
    const told = await verbs.forecastPlatformInvoice({
      location: locationText(place),
      network: networkText(place),
    })
    const day = dayText(told.cutOffAt, place.timeZone, language)
    const head = words`${place.name}${say(language, ': the next platform invoice, on ', ': die nächste Plattformrechnung am ')}${day}${say(language, ', has ', ' hat ')}${figure(told.count, shown)}${say(language, ' active users as things stand: ', ' aktive Nutzer nach heutigem Stand: ')}${figure(told.certain, shown)}${say(language, ' are certain, ', ' sicher, ')}${figure(told.expectedToCome, shown)}${say(language, ' are still to come and ', ' kommen noch dazu und ')}${figure(told.expectedToGo, shown)}${say(language, ' are to go.', ' fallen weg.')}`
    const cost =
      told.charge === null
        ? []
        : [
            sentence(
              words`${say(language, 'It would cost ', 'Sie würde ')}${money(told.charge.totalMinor, told.charge, shown)}${say(language, '.', ' kosten.')}`,
            ),
          ]
    return [sentence(head), ...cost]
  } catch (error) {
    if (!(error instanceof HeadcountError) || error.code !== 'NO_BILLING_ANCHOR') throw error
    return withoutAnchor({ verbs, language }, place)
  }
}

/** Without a known cut-off there is no forecast, but there is the count so far. */
async function withoutAnchor(
  { verbs, language }: Pick<Asking, 'verbs' | 'language'>,
  place: PlaceKnown,
): Promise<Part[]> {
  const { locations } = await verbs.count({ location: locationText(place) })
  const count = figure(locations[0]?.count ?? 0, { href: activeUsersView(place), verb: 'count' })
  return [
    sentence(
      words`${place.name}${say(language, ' has no billing anchor, so I cannot say when its next platform invoice comes. It has ', ' hat keinen Abrechnungstag, daher kenne ich die nächste Plattformrechnung nicht. Jetzt hat der Standort ')}${count}${say(language, ' active users now.', ' aktive Nutzer.')}`,
    ),
  ]
}
