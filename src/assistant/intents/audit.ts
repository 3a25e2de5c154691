/** Whether what the platform billed agrees with the count. */
import type { Part, Segment } from '#assistant/answer'
import { type Asking, locationText, networkText, type Reply, say } from '#assistant/intents/asking'
import { passagesAt } from '#assistant/intents/rules'
import { type Both, dayText, figure, listOf, money, plain, type Shown, sentence, words } from '#assistant/say'
import type { PlaceKnown } from '#assistant/understanding/places'
import { billView } from '#assistant/views'

type Listed = Awaited<ReturnType<Asking['verbs']['listBills']>>['items'][number]

const MOST_LOCATIONS = 6
/** As many bills of a location as are looked through. */
const LOOKED_AT = 36

const VERDICTS: Both<Readonly<Record<Listed['verdict'], string>>> = {
  en: {
    agrees: 'It agrees with the count.',
    more_people: 'It asks for more active users than counted.',
    fewer_people: 'It asks for fewer active users than counted.',
    price_differs: 'The number agrees, the price does not.',
    unknown: 'It cannot be compared yet.',
  },
  de: {
    agrees: 'Sie stimmt mit der Zählung überein.',
    more_people: 'Sie berechnet mehr aktive Nutzer als gezählt.',
    fewer_people: 'Sie berechnet weniger aktive Nutzer als gezählt.',
    price_differs: 'Die Zahl stimmt, der Preis nicht.',
    unknown: 'Sie lässt sich noch nicht vergleichen.',
  },
}

export async function answerAudit(asking: Asking): Promise<Reply> {
  const { language, locations } = asking
  const said: (readonly Segment[])[] = []
  for (const place of locations.slice(0, MOST_LOCATIONS)) {
    const bills = await billsMeant(asking, place)
    said.push(...bills.map((listed) => billWords(asking, place, listed)))
  }
  const [only] = said
  const told: Part =
    only === undefined
      ? plain(say(language, 'There is no such bill.', 'Eine solche Rechnung gibt es nicht.'))
      : said.length === 1
        ? sentence(only)
        : listOf(said)
  return {
    parts: [told, passagesAt(asking, 'auditing-your-bill#read-an-audit')],
    isAnswered: said.length > 0,
  }
}

/** The bill whose number or month was said, or those that are wrong; else the newest. */
async function billsMeant(
  { verbs, understood: { question, time } }: Asking,
  place: PlaceKnown,
): Promise<readonly Listed[]> {
  const { items } = await verbs.listBills({
    network: networkText(place),
    location: locationText(place),
    limit: LOOKED_AT,
  })
  const number = /\bP-\d+\b/i.exec(question.text)?.[0].toUpperCase()
  if (number !== undefined) return items.filter(({ bill }) => bill.number?.toUpperCase() === number)
  const month = time?.kind === 'month' ? time.month : undefined
  if (month !== undefined) return items.filter(({ bill }) => bill.cutOffAt.startsWith(month))
  if (ASKS_WRONG.test(question.text))
    return items.filter(({ verdict }) => !['agrees', 'unknown'].includes(verdict))
  return items.slice(0, 1)
}

const ASKS_WRONG = /\bbills?\b.*\b(wrong|differ|disagree|incorrect)|\brechnungen\b.*\b(falsch|abweich)/i

function billWords({ language }: Asking, place: PlaceKnown, listed: Listed): readonly Segment[] {
  const { bill, billed, counted, verdict } = listed
  const shown: Shown = { href: billView(place, bill.externalId), verb: 'listBills' }
  const day = dayText(bill.cutOffAt, place.timeZone, language)
  const asks =
    billed.count === null
      ? words`${say(language, ' names no number', ' nennt keine Zahl')}`
      : words`${say(language, ' asks for ', ' berechnet ')}${figure(billed.count, shown)}${say(language, ' active users', ' aktive Nutzer')}`
  const total =
    bill.totalMinor === null || bill.currency === null
      ? []
      : words`${say(language, ' and ', ' und ')}${money(bill.totalMinor, { currency: bill.currency, digits: bill.digits }, shown)}`
  return [
    ...words`${place.name}${say(language, ': the bill of ', ': die Rechnung vom ')}${day}`,
    ...asks,
    ...total,
    ...words`${say(language, '; Headcount counts ', '; Headcount zählt ')}${figure(counted, shown)}. ${VERDICTS[language][verdict]}`,
  ]
}
