/** The next platform invoice, what is charged, and why one number differs from another. */
import type { Language, Part, Segment } from '#assistant/answer'
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
import { passagesAt } from '#assistant/intents/rules'
import {
  dayText,
  figure,
  link,
  listOf,
  money,
  monthText,
  plain,
  sentence,
  sourceWords,
  words,
} from '#assistant/say'
import { invoiceNumbersSaid } from '#assistant/understanding/invoice-numbers'
import { ONE_MORE } from '#assistant/understanding/one-more'
import type { PlaceKnown } from '#assistant/understanding/places'
import { activeUsersView, customerView, forecastView, invoicesView, planView } from '#assistant/views'
import { HeadcountError } from '#errors'
import { SOURCES } from '#model/source'
import type { PlatformInvoiceListed } from '#services/platform-invoices/read'
import type { Reconciliation } from '#services/platform-invoices/reconcile'

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
  const { locations } = asking
  const items: Part[] = []
  for (const place of locations.slice(0, 6)) items.push(await priceAt(asking, place))
  return { parts: [...items, passagesAt(asking, 'how-you-are-charged#your-price-plan')] }
}

async function priceAt(
  { verbs, language, understood: { number, question } }: Asking,
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
  const next = ONE_MORE.test(question.text)
    ? await verbs.previewPrice({ plan: version.plan, count: count + 1, addOns })
    : null
  const more =
    next === null
      ? []
      : words`${say(language, ' With one active user more it is ', ' Mit einem aktiven Nutzer mehr sind es ')}${money(next.charge.totalMinor, next.charge, shown)}.`
  return sentence([
    ...words`${place.name}: ${figure(count, { href: activeUsersView(place), verb: number === null ? 'count' : 'price' })}${say(language, ' active users cost ', ' aktive Nutzer kosten ')}${money(charge.totalMinor, charge, shown)}${say(language, ' under the price plan ', ' im Preisplan ')}${version.plan.name}.`,
    ...more,
  ])
}

/** An invoice or a month against now: by reasons where the invoice was issued here, else by sources. */
export async function answerDifference(asking: Asking): Promise<Reply> {
  const { locations, language } = asking
  const numbers = invoiceNumbersSaid(asking.understood.question.text)
  const [number] = numbers
  if (number !== undefined) return differenceOf(asking, number, numbers[1])
  const [place] = locations
  if (place === undefined || locations.length > 1) return whichLocation(asking)
  const invoice = await invoiceMeant(asking, place)
  const parts = invoice === null ? await byMonth(asking, place) : await byInvoice(asking, place, invoice)
  const passages = aboutDifferences(asking)
  return {
    parts:
      parts.length === 0
        ? [
            plain(
              say(language, 'There is nothing to compare with yet.', 'Es gibt noch nichts zum Vergleichen.'),
            ),
            passages,
          ]
        : [...parts, passages],
  }
}

function aboutDifferences(asking: Asking): Part {
  return passagesAt(
    asking,
    'why-is-an-invoice-higher-than-the-panel#the-usual-reason',
    'why-is-an-invoice-higher-than-the-panel#the-figures-add-up',
  )
}

/** One invoice, named by its number, wherever the asker sees it. */
async function differenceOf(asking: Asking, number: number, against: number | undefined): Promise<Reply> {
  const { understood, language } = asking
  for (const place of new Set([...asking.locations, ...understood.places])) {
    const found = (await invoicesOf(asking, place)).find((one) => one.number === number)
    if (found !== undefined)
      return { parts: [...(await byInvoice(asking, place, found, against)), aboutDifferences(asking)] }
  }
  const text = say(
    language,
    'There is no platform invoice of this number that you may see.',
    'Es gibt keine Plattformrechnung mit dieser Nummer, die Sie sehen dürfen.',
  )
  return { parts: [plain(text)], isAnswered: false }
}

/** The invoice of the month that was named, by its cut-off in it or by the window that it ended; else the newest. */
async function invoiceMeant(asking: Asking, place: PlaceKnown): Promise<PlatformInvoiceListed | null> {
  const { time } = asking.understood
  const invoices = await invoicesOf(asking, place)
  if (time === null || time.kind === 'now') return invoices[0] ?? null
  return invoices.find(({ cutOffAt }) => time.month !== undefined && cutOffAt.startsWith(time.month)) ?? null
}

/** Those that stand, the newest first; none where the asker may not see them. */
async function invoicesOf({ verbs }: Asking, place: PlaceKnown): Promise<readonly PlatformInvoiceListed[]> {
  const page = await verbs
    .listPlatformInvoices({ network: networkText(place), location: locationText(place), limit: 100 })
    .catch((error: unknown) => {
      if (error instanceof HeadcountError && error.code === 'FORBIDDEN') return null
      throw error
    })
  return (page?.items ?? []).filter((one) => one.kind === 'invoice' && !one.isVoid)
}

async function byInvoice(
  { verbs, language, understood }: Asking,
  place: PlaceKnown,
  { number }: PlatformInvoiceListed,
  against?: number,
): Promise<Part[]> {
  const told = await verbs.reconcilePlatformInvoice({
    network: networkText(place),
    number,
    ...(against !== undefined && { against }),
  })
  const shown = { href: invoicesView(place), verb: 'reconcile' }
  const now = figure(told.other.activeUsers, { href: activeUsersView(place), verb: 'reconcile' })
  const other =
    told.other.number === null
      ? words`${say(language, ', the panel has ', ', das Panel hat ')}${now}${say(language, ' now.', '.')}`
      : words`${say(language, ', that of ', ', die vom ')}${dayText(told.other.asOf, place.timeZone, language)}${say(language, ' has ', ' hat ')}${figure(told.other.activeUsers, shown)}.`
  const head = [
    ...words`${place.name}${say(language, ': the platform invoice of ', ': die Plattformrechnung vom ')}${dayText(told.invoice.cutOffAt, place.timeZone, language)}${say(language, ' has ', ' hat ')}${figure(told.invoice.activeUsers, shown)}${say(language, ' active users', ' aktive Nutzer')}`,
    ...other,
  ]
  const steps = told.steps.map(
    (step): readonly Segment[] =>
      words`${figure(step.change, shown, step.change > 0 ? `+${step.change}` : String(step.change))} ${reasonWords(step, language)}`,
  )
  const who = peopleAsked(understood.question.text, told)
  return [sentence(head), ...(steps.length === 0 ? [] : [listOf(steps)]), ...namesOf(who, place, language)]
}

const ASKS_WHO =
  /\b(who|whom|which (customer|member|contact|people|person)s?|names?|wer|wen|welche[rn]? (kund|mitglied|person)\w*|namen)\b/i
const CAME = /\b(new|join\w*|came|added|gain\w*|neu\w*|dazu\w*|hinzu\w*)\b/i
const WENT =
  /\b(left|leav\w*|lost|los(e|es|ing)|gone|went|drop\w*|disappear\w*|vanish\w*|missing|no longer|weg\w*|verlassen|fehl\w*|nicht mehr)\b/i

/** Those on one side alone, where it is asked who they are. */
function peopleAsked(text: string, { differences }: Reconciliation): Reconciliation['differences'] {
  if (!ASKS_WHO.test(text)) return []
  const [came, went] = [CAME.test(text), WENT.test(text)]
  return differences.filter(({ side }) => came === went || side === (came ? 'new' : 'lost'))
}

const MOST_NAMES = 15

function namesOf(people: Reconciliation['differences'], place: PlaceKnown, language: Language): Part[] {
  if (people.length === 0) return []
  const lines = people.slice(0, MOST_NAMES).map((one) => [
    link(one.name, customerView(place, one.customerId)),
    {
      text: ` – ${
        one.side === 'new'
          ? say(language, 'counts now', 'zählt jetzt')
          : say(language, 'only on the invoice', 'nur auf der Rechnung')
      } (${one.sources.map((source) => sourceWords([source], language)).join(', ')})`,
    },
  ])
  const more =
    people.length > MOST_NAMES
      ? [[link(say(language, 'All of them', 'Alle zeigen'), invoicesView(place))]]
      : []
  return [listOf([...lines, ...more])]
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
