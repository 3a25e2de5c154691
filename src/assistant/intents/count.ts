/** How many, who, and who by one source alone. */
import type { Part, Segment } from '#assistant/answer'
import {
  type Asking,
  asOfOf,
  locationText,
  networkText,
  type Reply,
  say,
  whichLocation,
} from '#assistant/intents/asking'
import { dayText, figure, link, listOf, monthText, sentence, sourceWords, words } from '#assistant/say'
import type { PlaceKnown } from '#assistant/understanding/places'
import { activeUsersView, overviewView } from '#assistant/views'
import type { Source } from '#model/source'

/** As of when an answer is, in words; nothing for now. */
export function whenText({ understood: { time }, language, locations }: Asking): string {
  if (time === null || time.kind === 'now') return say(language, ' now', ' jetzt')
  if (time.kind === 'month' && time.month !== undefined) {
    return say(
      language,
      ` at the end of ${monthText(time.month, language)}`,
      ` am Ende des Monats ${monthText(time.month, language)}`,
    )
  }
  return say(language, ' as of ', ' am ') + dayText(time.at, locations[0]?.timeZone ?? 'UTC', language)
}

export async function answerCount(asking: Asking): Promise<Reply> {
  const { understood, language } = asking
  if (Object.keys(understood.filter).length > 0) return countFiltered(asking)
  const counted = await countsOf(asking)
  const { sources } = understood
  const when = whenText(asking)
  const told = counted.map(({ place, total, bySource }) => {
    const shown = { href: activeUsersView(place, { sources, asOf: asked(asking) }), verb: 'count' }
    const number = sources.length === 1 ? bySource[sources[0] as Source] : total
    return { place, segments: countWords(asking, place, figure(number, shown)) }
  })
  const [only] = told
  if (told.length === 1 && only !== undefined) {
    return { parts: [sentence([...only.segments, { text: `${when}.` }]), ...sourceLines(asking, counted[0])] }
  }
  const sum = await sumOver(asking)
  const head =
    sources.length === 1
      ? words`${say(language, 'Active users by ', 'Aktive Nutzer durch ')}${sourceWords(sources, language)}${when}:`
      : words`${say(language, 'The locations have together ', 'Die Standorte haben zusammen ')}${sum.total}${say(language, ' active users', ' aktive Nutzer')}${when}${say(language, '; they are ', '; das sind ')}${sum.distinct}${say(language, ' different customers.', ' verschiedene Kunden.')}`
  return { parts: [sentence(head), listOf(told.map(({ segments }) => segments))] }
}

function asked({ understood: { time } }: Asking): string | undefined {
  return time === null || time.kind === 'now' ? undefined : time.at
}

function countWords(
  { understood: { sources }, language }: Asking,
  place: PlaceKnown,
  number: Segment,
): readonly Segment[] {
  const by =
    sources.length === 0 ? '' : say(language, ' who count by ', ' durch ') + sourceWords(sources, language)
  return words`${place.name}${say(language, ' has ', ' hat ')}${number}${say(language, ' active users', ' aktive Nutzer')}${by}`
}

interface Counted {
  readonly place: PlaceKnown
  readonly total: number
  readonly bySource: Readonly<Record<Source, number>>
}

/** By the history where a month was asked for, whose end is before whatever happens at it. */
async function countsOf(asking: Asking): Promise<readonly Counted[]> {
  const { verbs, understood, locations } = asking
  const counted: Counted[] = []
  for (const place of locations) {
    if (understood.time?.kind === 'month' && new Date(understood.time.at) < asking.now) {
      counted.push({ place, ...(await countOfMonth(asking, place, understood.time.month ?? '')) })
      continue
    }
    if (understood.sources.length > 1) {
      const { total, figures } = await verbs.list({
        location: locationText(place),
        sources: understood.sources,
        limit: 1,
        ...asOfOf(understood.time),
      })
      counted.push({ place, total, bySource: figures.bySource })
      continue
    }
    const { locations: rows } = await verbs.count({
      location: locationText(place),
      ...asOfOf(understood.time),
    })
    const [row] = rows
    if (row !== undefined) counted.push({ place, total: row.count, bySource: row.bySource })
  }
  return counted
}

export async function countOfMonth(
  { verbs, now }: Asking,
  place: PlaceKnown,
  month: string,
): Promise<Pick<Counted, 'total' | 'bySource'>> {
  const { months } = await verbs.history({
    network: networkText(place),
    location: locationText(place),
    months: 36,
    asOf: now,
  })
  const found = months.find((one) => one.month === month)
  if (found !== undefined) return { total: found.count, bySource: found.bySource }
  return {
    total: 0,
    bySource: { contract: 0, booking: 0, customer_invoice: 0, recurring_product: 0, team: 0 },
  }
}

/** Sums and different people are figures of the verbs, not of this program's own adding. */
async function sumOver({ verbs, understood: { time }, locations, now }: Asking) {
  const [first] = locations
  if (first === undefined) return { total: { text: '' }, distinct: { text: '' } }
  const shown = {
    href: overviewView({ networkId: first.networkId }),
    verb: time?.kind === 'month' ? 'history' : 'overview',
  }
  if (time?.kind === 'month' && new Date(time.at) < now) {
    const { months } = await verbs.history({ network: networkText(first), months: 36, asOf: now })
    const found = months.find(({ month }) => month === time.month)
    return { total: figure(found?.count ?? 0, shown), distinct: figure(found?.distinctCustomers ?? 0, shown) }
  }
  const { count, distinctCustomers } = await verbs.overview({ network: networkText(first), ...asOfOf(time) })
  return { total: figure(count, shown), distinct: figure(distinctCustomers, shown) }
}

function sourceLines(asking: Asking, counted: Counted | undefined): Part[] {
  const { understood, language } = asking
  if (counted === undefined || understood.sources.length > 0) return []
  const { place, bySource } = counted
  const items = (Object.entries(bySource) as [Source, number][])
    .filter(([, number]) => number > 0)
    .map(([source, number]) => {
      const shown = {
        href: activeUsersView(place, { sources: [source], asOf: asked(asking) }),
        verb: 'count',
      }
      return words`${capital(sourceWords([source], language))}: ${figure(number, shown)}`
    })
  return items.length === 0 ? [] : [listOf(items)]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const SHOWN_PEOPLE = 10

/** How many of them are what the question says. */
async function countFiltered(asking: Asking): Promise<Reply> {
  const items: (readonly Segment[])[] = []
  for (const place of asking.locations) {
    const { total, href } = await matching(asking, place, 1)
    items.push(words`${place.name}: ${figure(total, { href, verb: 'list' })}${matchingWords(asking, total)}`)
  }
  const [only] = items
  const when = [{ text: `${whenText(asking)}.` }]
  return items.length === 1 && only !== undefined
    ? { parts: [sentence([...only, ...when])] }
    : { parts: [listOf(items.map((item) => [...item, ...when]))] }
}

/** Those who are what the question says, with the view that shows them. */
async function matching(asking: Asking, place: PlaceKnown, limit: number) {
  const { verbs, understood } = asking
  const { sources, filter } = understood
  const only = isOnly(asking)
  const page = await verbs.list({
    location: locationText(place),
    limit,
    ...asOfOf(understood.time),
    ...filter,
    ...(sources.length > 0 && { sources }),
    ...(only && { only }),
  })
  return { ...page, href: activeUsersView(place, { sources, only, ...filter, asOf: asked(asking) }) }
}

function isOnly({ understood: { only, sources, question } }: Asking): boolean {
  return only && (sources.length > 0 || question.has('source'))
}

/** *… suspended customers count only because of a booking*. */
function matchingWords(asking: Asking, total: number): string {
  const { understood, language } = asking
  const { sources, filter } = understood
  const state = [
    filter.isSuspended === true && say(language, 'suspended', 'gesperrte'),
    filter.isDisputable === true && say(language, 'disputable', 'strittige'),
  ].filter((word) => word !== false)
  const who =
    filter.kind === 'member'
      ? say(language, total === 1 ? 'member' : 'members', total === 1 ? 'Mitglied' : 'Mitglieder')
      : filter.kind === 'contact'
        ? say(
            language,
            total === 1 ? 'contact without a contract' : 'contacts without a contract',
            total === 1 ? 'Kontakt ohne Vertrag' : 'Kontakte ohne Vertrag',
          )
        : say(language, total === 1 ? 'customer' : 'customers', total === 1 ? 'Kunde' : 'Kunden')
  const verb = say(language, total === 1 ? 'counts' : 'count', total === 1 ? 'zählt' : 'zählen')
  const by =
    sources.length === 0
      ? ''
      : (isOnly(asking)
          ? say(language, ' only because of a ', ' nur durch ')
          : say(language, ' by ', ' durch ')) + sourceWords(sources, language)
  return ` ${[...state, who, verb].join(' ')}${by}`
}

/** Who counts, at one location; those who count by one source alone where the question says so. */
export async function answerList(asking: Asking): Promise<Reply> {
  const { language, locations } = asking
  const [place] = locations
  if (place === undefined || locations.length > 1) return whichLocation(asking)
  const { total, activeUsers, href } = await matching(asking, place, SHOWN_PEOPLE)
  const head = words`${figure(total, { href, verb: 'list' })}${matchingWords(asking, total)}${say(language, ' at ', ' bei ')}${place.name}${whenText(asking)}${total === 0 ? '.' : ':'}`
  const people = activeUsers.map((one) => [
    link(one.name, activeUsersView(place, { asOf: asked(asking), customerId: one.customerId })),
    { text: ` – ${one.sources.map((source) => sourceWords([source], language)).join(', ')}` },
  ])
  const more = total > activeUsers.length ? [[link(say(language, 'All of them', 'Alle zeigen'), href)]] : []
  return { parts: [sentence(head), ...(people.length === 0 ? [] : [listOf([...people, ...more])])] }
}

/** How many count by nothing else. */
export async function answerOnlyBecause(asking: Asking): Promise<Reply> {
  const { verbs, understood, language, locations } = asking
  const { sources, time } = understood
  const items: (readonly Segment[])[] = []
  for (const place of locations) {
    const options = {
      location: locationText(place),
      only: true,
      limit: 1,
      ...asOfOf(time),
      ...(sources.length > 0 && { sources }),
    }
    const { total } = await verbs.list(options)
    const shown = { href: activeUsersView(place, { sources, only: true, asOf: asked(asking) }), verb: 'list' }
    const by =
      sources.length === 0
        ? say(language, 'one source alone', 'eine einzige Quelle')
        : sourceWords(sources, language)
    items.push(
      words`${place.name}: ${figure(total, shown)}${say(language, ' count only because of ', ' zählen nur durch ')}${by}${whenText(asking)}.`,
    )
  }
  const [only] = items
  return { parts: items.length === 1 && only !== undefined ? [sentence(only)] : [listOf(items)] }
}

/** Locations beside each other, the largest first, or the smallest. */
export async function answerCompare(asking: Asking): Promise<Reply> {
  const { understood, language } = asking
  const { sources, question } = understood
  const counted = await countsOf(asking)
  const numberOf = ({ total, bySource }: Counted) =>
    sources.length === 1 ? bySource[sources[0] as Source] : total
  const isUp = /fewest|smallest|least|lowest|wenigsten|kleinste/i.test(question.text)
  const sorted = [...counted].sort((a, b) => (isUp ? numberOf(a) - numberOf(b) : numberOf(b) - numberOf(a)))
  const [first] = sorted
  if (first === undefined) return { parts: [], isAnswered: false }
  const shownAt = (place: PlaceKnown) => ({
    href: activeUsersView(place, { sources, asOf: asked(asking) }),
    verb: 'count',
  })
  const by = sources.length === 0 ? '' : say(language, ' by ', ' durch ') + sourceWords(sources, language)
  const most = isUp
    ? say(language, ' has the fewest active users', ' hat die wenigsten aktiven Nutzer')
    : say(language, ' has the most active users', ' hat die meisten aktiven Nutzer')
  return {
    parts: [
      sentence(
        words`${first.place.name}${most}${by}${whenText(asking)}: ${figure(numberOf(first), shownAt(first.place))}.`,
      ),
      listOf(sorted.map((one) => words`${one.place.name}: ${figure(numberOf(one), shownAt(one.place))}`)),
    ],
  }
}
