/** What a suspension would do: it is tried by the verb that takes it back, and nothing is changed. */
import type { Part } from '#assistant/answer'
import {
  type Asking,
  locationText,
  networkText,
  type Reply,
  say,
  whichLocation,
} from '#assistant/intents/asking'
import { placesOf, unknownCustomer, whichCustomer } from '#assistant/intents/explain'
import { passagesAt } from '#assistant/intents/rules'
import { answerSupposed, changeSaid } from '#assistant/intents/suppose'
import { figure, link, listOf, money, plain, sentence, words } from '#assistant/say'
import type { PlaceKnown } from '#assistant/understanding/places'
import type { AskedCustomer } from '#assistant/understanding/topic'
import { activeUsersView, customerView, forecastView } from '#assistant/views'
import { HeadcountError } from '#errors'
import type { CustomerNamed } from '#services/records/list-filters'
import type { Page } from '#services/records/page'

const DAY_MS = 86_400_000
const MOST = 1000
/** As many as a forecast supposes at once. */
const MOST_SUPPOSED = 100
const SHOWN = 5

interface Chosen {
  readonly ids: readonly number[]
  readonly names: ReadonlyMap<number, string>
}

export async function answerWhatIf(asking: Asking): Promise<Reply> {
  const { understood, locations, language } = asking
  const { people, customer, question } = understood
  if (people.candidates.length > 1) return whichCustomer(asking)
  if (people.said !== null && customer === null) return unknownCustomer(people.said, language)
  if (customer !== null) {
    const change = understood.isFollowUp ? 'suspend' : changeSaid(question)
    if (change !== 'suspend') return answerSupposed(asking, customer, change)
    const chosen = { ids: [customer.customerId], names: new Map([[customer.customerId, customer.name]]) }
    const [first = placeOfNetwork(asking, customer)] = await placesOf(asking, customer)
    return first === undefined ? { parts: [], isAnswered: false } : effectOf(asking, first, chosen)
  }
  if (!question.has('suspend', 'idle') && !understood.isFollowUp) return onlySuspensions(asking)
  const [place] = locations
  if (place === undefined || locations.length > 1) return whichLocation(asking)
  const chosen = await described(asking, place)
  return effectOf(asking, place, chosen)
}

function placeOfNetwork({ understood: { places } }: Asking, { networkId }: AskedCustomer) {
  return places.find((place) => place.networkId === networkId)
}

/** Of many at once only suspensions are tried out here; of one customer other changes are too. */
async function onlySuspensions(asking: Asking): Promise<Reply> {
  const { language } = asking
  const text = say(
    language,
    'I can try out suspensions. For cancelled contracts and left teams, use the what-if of a forecast.',
    'Ich kann Sperrungen durchspielen. Für gekündigte Verträge und verlassene Teams gibt es das Was-wäre-wenn der Prognose.',
  )
  return {
    parts: [plain(text), passagesAt(asking, 'forecast-and-what-if#what-if')],
    isAnswered: false,
  }
}

/** Those who count by a contract alone, or by the sources that were said; without those who did something in the days. */
async function described(
  { verbs, understood: { sources, idleDays }, now }: Asking,
  place: PlaceKnown,
): Promise<Chosen> {
  const { activeUsers } = await verbs.list({
    location: locationText(place),
    sources: sources.length === 0 ? ['contract'] : sources,
    only: true,
    limit: 100_000,
  })
  const busy =
    idleDays === null
      ? new Set<number>()
      : await busySince({ verbs }, place, new Date(now.getTime() - idleDays * DAY_MS))
  const chosen = activeUsers.filter(({ customerId }) => !busy.has(customerId))
  return {
    ids: chosen.map(({ customerId }) => customerId),
    names: new Map(chosen.map(({ customerId, name }) => [customerId, name])),
  }
}

async function busySince(
  { verbs }: Pick<Asking, 'verbs'>,
  place: PlaceKnown,
  since: Date,
): Promise<Set<number>> {
  const at = { network: networkText(place), location: locationText(place), limit: MOST }
  const busy = [
    await customersSince(
      (cursor) => verbs.listBookings({ ...at, cursor }),
      since,
      ({ madeAt }) => madeAt,
    ),
    await customersSince(
      (cursor) => verbs.listCustomerInvoices({ ...at, cursor }),
      since,
      ({ issuedAt }) => issuedAt,
    ),
    await customersSince(
      (cursor) => verbs.listRecurringProducts({ ...at, cursor }),
      since,
      ({ soldAt }) => soldAt,
    ),
  ]
  return new Set(busy.flat())
}

/** Lists have the newest first, so that reading ends where the days end. */
async function customersSince<Item extends { readonly customer: CustomerNamed }>(
  read: (cursor: string | undefined) => Promise<Page<Item>>,
  since: Date,
  atOf: (item: Item) => string,
): Promise<number[]> {
  const found: number[] = []
  let cursor: string | undefined
  do {
    const { items, nextCursor } = await read(cursor)
    const recent = items.filter((item) => new Date(atOf(item)) >= since)
    found.push(...recent.map(({ customer }) => customer.customerId))
    cursor = recent.length === items.length ? (nextCursor ?? undefined) : undefined
  } while (cursor !== undefined)
  return found
}

async function effectOf(asking: Asking, place: PlaceKnown, { ids, names }: Chosen): Promise<Reply> {
  const { language } = asking
  const href = activeUsersView(place, { sources: ['contract'], only: true })
  if (ids.length === 0) {
    return {
      parts: [
        plain(
          say(
            language,
            `Nobody at ${place.name} is so, and a suspension would change nothing.`,
            `Niemand bei ${place.name} ist so; eine Sperrung änderte nichts.`,
          ),
        ),
      ],
    }
  }
  const tried = ids.slice(0, MOST)
  const effect = await preview(asking, place, tried)
  const who = [...names.entries()].slice(0, SHOWN).map(([id, name]) => [link(name, customerView(place, id))])
  const open = tried.length === 1 ? customerView(place, tried[0] as number) : href
  return {
    parts: [
      ...effect,
      listOf(who),
      {
        kind: 'action',
        label: say(
          language,
          'Open the form to suspend; nothing has been changed',
          'Zum Sperren öffnen; nichts wurde geändert',
        ),
        href: open,
      },
      passagesAt(asking, 'suspended-and-archived-customers#top'),
    ],
  }
}

async function preview(asking: Asking, place: PlaceKnown, ids: readonly number[]): Promise<Part[]> {
  const { verbs, language } = asking
  try {
    const told = await verbs.previewSuspension({
      network: networkText(place),
      customers: ids.map((id) => ({ id })),
    })
    const shown = { href: activeUsersView(place), verb: 'previewSuspension' }
    if (told.changes === 0)
      return [
        plain(
          say(
            language,
            'Whom you mean is suspended already, so a suspension would change nothing.',
            'Wen Sie meinen, ist schon gesperrt; eine Sperrung änderte nichts.',
          ),
        ),
      ]
    const head = words`${say(language, 'Suspending ', 'Eine Sperrung von ')}${figure(told.changes, shown)}${say(language, told.changes === 1 ? ' customer would change the count so:' : ' customers would change the counts so:', ' Kunden würde die Zahlen so ändern:')}`
    const items = told.locations.map(({ location, before, after }) => {
      const at = {
        href: activeUsersView({ networkId: place.networkId, locationId: location.locationId }),
        verb: 'previewSuspension',
      }
      return words`${location.name}: ${figure(before, at)} → ${figure(after, at)}${say(language, ' active users', ' aktive Nutzer')}`
    })
    return [sentence(head), listOf(items), ...(await costOf(asking, place, ids))]
  } catch (error) {
    if (!(error instanceof HeadcountError) || error.code !== 'FORBIDDEN') throw error
    return [
      plain(
        say(
          language,
          'Your role may not suspend customers, so I cannot try it out.',
          'Ihre Rolle darf keine Kunden sperren; deshalb kann ich es nicht durchspielen.',
        ),
      ),
    ]
  }
}

/** What the next platform invoice would cost, where its cut-off and its price are known. */
async function costOf(
  { verbs, language }: Asking,
  place: PlaceKnown,
  ids: readonly number[],
): Promise<Part[]> {
  if (ids.length > MOST_SUPPOSED) return []
  const asked = { location: locationText(place), network: networkText(place) }
  try {
    const stands = await verbs.forecastPlatformInvoice(asked)
    const supposed = await verbs.forecastPlatformInvoice({
      ...asked,
      suppose: { suspend: ids.map((id) => `id:${id}`) },
    })
    if (stands.charge === null || supposed.charge === null) return []
    const shown = { href: forecastView(place), verb: 'forecast' }
    return [
      sentence(
        words`${say(language, 'The next platform invoice of ', 'Die nächste Plattformrechnung von ')}${place.name}: ${money(stands.charge.totalMinor, stands.charge, shown)} → ${money(supposed.charge.totalMinor, supposed.charge, shown)}.`,
      ),
    ]
  } catch (error) {
    if (error instanceof HeadcountError && ['NO_BILLING_ANCHOR', 'FORBIDDEN'].includes(error.code)) return []
    throw error
  }
}
