/** The next platform invoice, what is charged, and why one number differs from another. */
import type { Part, Segment } from '#assistant/answer'
import {
  type Asking,
  locationText,
  networkText,
  type Reply,
  say,
  whichLocation,
} from '#assistant/intents/asking'
import { countOfMonth } from '#assistant/intents/count'
import { reasonWords } from '#assistant/intents/reasons'
import { passagesFor } from '#assistant/intents/rules'
import {
  dayText,
  figure,
  listOf,
  money,
  monthText,
  plain,
  sentence,
  sourceWords,
  words,
} from '#assistant/say'
import type { PlaceKnown } from '#assistant/understanding/places'
import { activeUsersView, forecastView, invoicesView, planView } from '#assistant/views'
import { HeadcountError } from '#errors'
import { SOURCES } from '#model/source'
import type { PlatformInvoiceListed } from '#services/platform-invoices/read'

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

export async function answerPrice(asking: Asking): Promise<Reply> {
  const { locations, language } = asking
  const items: Part[] = []
  for (const place of locations.slice(0, 6)) items.push(await priceAt(asking, place))
  const passages = await passagesFor(asking, say(language, 'how you are charged', 'how you are charged'), 1)
  return { parts: [...items, ...passages] }
}

async function priceAt(
  { verbs, language, understood: { number } }: Asking,
  place: PlaceKnown,
): Promise<Part> {
  const billing = await verbs.getLocationBilling({
    location: locationText(place),
    network: networkText(place),
  })
  const shown = { href: planView(place), verb: 'price' }
  const { locations } = await verbs.count({ location: locationText(place) })
  const now = locations[0]?.count ?? 0
  if (billing.current === null) {
    return sentence(
      words`${place.name}${say(language, ' has no price plan, so I cannot say what its ', ' hat keinen Preisplan, daher kann ich nicht sagen, was die ')}${figure(now, { href: activeUsersView(place), verb: 'count' })}${say(language, ' active users cost.', ' aktiven Nutzer kosten.')}`,
    )
  }
  const { version, addOns } = billing.current
  const count = number ?? now
  const { charge } = await verbs.previewPrice({ plan: version.plan, count, addOns })
  return sentence(
    words`${place.name}: ${figure(count, { href: activeUsersView(place), verb: number === null ? 'count' : 'price' })}${say(language, ' active users cost ', ' aktive Nutzer kosten ')}${money(charge.totalMinor, charge, shown)}${say(language, ' under the price plan ', ' im Preisplan ')}${version.plan.name}.`,
  )
}

/** An invoice or a month against now: by reasons where the invoice was issued here, else by sources. */
export async function answerDifference(asking: Asking): Promise<Reply> {
  const { locations, language } = asking
  const [place] = locations
  if (place === undefined || locations.length > 1) return whichLocation(asking)
  const invoice = await invoiceMeant(asking, place)
  const parts = invoice === null ? await byMonth(asking, place) : await byInvoice(asking, place, invoice)
  const passages = await passagesFor(asking, 'why is a platform invoice higher than the panel', 2)
  return {
    parts:
      parts.length === 0
        ? [
            plain(
              say(language, 'There is nothing to compare with yet.', 'Es gibt noch nichts zum Vergleichen.'),
            ),
            ...passages,
          ]
        : [...parts, ...passages],
  }
}

/** The invoice of the month that was named, by its cut-off in it or by the window that it ended; else the newest. */
async function invoiceMeant(
  { verbs, understood: { time, number } }: Asking,
  place: PlaceKnown,
): Promise<PlatformInvoiceListed | null> {
  const page = await verbs
    .listPlatformInvoices({ network: networkText(place), location: locationText(place), limit: 100 })
    .catch((error: unknown) => {
      if (error instanceof HeadcountError && error.code === 'FORBIDDEN') return null
      throw error
    })
  const invoices = (page?.items ?? []).filter((one) => one.kind === 'invoice' && !one.isVoid)
  if (number !== null) return invoices.find((one) => one.number === number) ?? null
  if (time === null || time.kind === 'now') return invoices[0] ?? null
  return invoices.find(({ cutOffAt }) => time.month !== undefined && cutOffAt.startsWith(time.month)) ?? null
}

async function byInvoice(
  { verbs, language }: Asking,
  place: PlaceKnown,
  { number }: PlatformInvoiceListed,
): Promise<Part[]> {
  const told = await verbs.reconcilePlatformInvoice({ network: networkText(place), number })
  const shown = { href: invoicesView(place), verb: 'reconcile' }
  const now = figure(told.other.activeUsers, { href: activeUsersView(place), verb: 'reconcile' })
  const head = words`${place.name}${say(language, ': the platform invoice of ', ': die Plattformrechnung vom ')}${dayText(told.invoice.cutOffAt, place.timeZone, language)}${say(language, ' has ', ' hat ')}${figure(told.invoice.activeUsers, shown)}${say(language, ' active users, the panel has ', ' aktive Nutzer, das Panel hat ')}${now}${say(language, ' now.', '.')}`
  const steps = told.steps.map(
    (step): readonly Segment[] =>
      words`${figure(step.change, shown, step.change > 0 ? `+${step.change}` : String(step.change))} ${reasonWords(step, language)}`,
  )
  return [sentence(head), ...(steps.length === 0 ? [] : [listOf(steps)])]
}

async function byMonth(asking: Asking, place: PlaceKnown): Promise<Part[]> {
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
