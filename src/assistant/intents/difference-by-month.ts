/** A month, a day or the last platform invoice against now, by sources. */
import type { Part } from '#assistant/answer'
import { type Asking, locationText, networkText, say } from '#assistant/intents/asking'
import { countOfMonth } from '#assistant/intents/count'
import { dayText, figure, listOf, monthText, sentence, sourceWords, words } from '#assistant/say'
import type { PlaceKnown } from '#assistant/understanding/places'
import { activeUsersView } from '#assistant/views'
import { SOURCES } from '#model/source'

export async function byMonth(asking: Asking, place: PlaceKnown): Promise<Part[]> {
  const { verbs, understood, language } = asking
  const overview = await verbs.overview({ network: networkText(place) })
  const row = overview.locations.find(({ locationId }) => locationId === place.locationId)
  const { time } = understood
  if (row === undefined) return []
  if (time === null || time.kind === 'now') return sinceLast(asking, place, row)
  const then =
    time.kind === 'month' && time.month !== undefined
      ? await countOfMonth(asking, place, time.month)
      : await verbs
          .count({ location: locationText(place), asOf: new Date(time.at) })
          .then(({ locations: [at] }) => ({ total: at?.count ?? 0, bySource: at?.bySource ?? row.bySource }))
  const name =
    time.kind === 'month' && time.month !== undefined
      ? monthText(time.month, language)
      : dayText(time.at, place.timeZone, language)
  const past = {
    href: activeUsersView(place, { asOf: time.at }),
    verb: time.kind === 'month' ? 'history' : 'count',
  }
  const present = { href: activeUsersView(place), verb: 'overview' }
  const items = SOURCES.map(
    (source) =>
      words`${sourceWords([source], language)}: ${figure(then.bySource[source], past)} → ${figure(row.bySource[source], present)}`,
  )
  return [
    sentence(
      words`${place.name}${say(language, ' had ', ' hatte ')}${figure(then.total, past)}${say(language, ' active users at the end of ', ' aktive Nutzer am Ende von ')}${name}${say(language, ' and has ', ' und hat ')}${figure(row.count, present)}${say(language, ' now. By source:', ' jetzt. Nach Quelle:')}`,
    ),
    listOf(items),
  ]
}

type OverviewRow = Awaited<ReturnType<Asking['verbs']['overview']>>['locations'][number]

/** Those who counted by what happened in the window that the platform invoice ended begin at none after it. */
async function sinceLast(asking: Asking, place: PlaceKnown, row: OverviewRow): Promise<Part[]> {
  const { language, verbs } = asking
  const { lastPlatformInvoice: last, changeSince } = row
  if (last === null || changeSince === null) return []
  const shown = { href: activeUsersView(place), verb: 'overview' }
  const before = new Date(new Date(last.cutOffAt).getTime() - 1)
  const past = { href: activeUsersView(place, { asOf: before.toISOString() }), verb: 'list' }
  const { figures } = await verbs.list({ location: locationText(place), asOf: before, limit: 1 })
  const window = (['booking', 'customer_invoice', 'recurring_product'] as const).filter(
    (source) => figures.onlyBecauseOf[source] > 0,
  )
  const items = window.map(
    (source) =>
      words`${figure(figures.onlyBecauseOf[source], past)}${say(language, ' counted then only because of ', ' zählten damals nur durch ')}${sourceWords([source], language)}${say(language, ', which is forgotten at each platform invoice', '; das wird mit jeder Plattformrechnung vergessen')}`,
  )
  return [
    sentence(
      words`${place.name}${say(language, ' had ', ' hatte ')}${figure(last.count, shown)}${say(language, ' active users at the platform invoice of ', ' aktive Nutzer bei der Plattformrechnung vom ')}${dayText(last.cutOffAt, place.timeZone, language)}${say(language, ' and has ', ' und hat ')}${figure(row.count, shown)}${say(language, ' now, a change of ', ' jetzt, eine Änderung von ')}${figure(changeSince, shown)}.`,
    ),
    ...(items.length === 0 ? [] : [listOf(items)]),
  ]
}
