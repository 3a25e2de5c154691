/** Why one customer counts, or does not. */
import type { Part } from '#assistant/answer'
import { type Asking, asOfOf, locationText, networkText, type Reply, say } from '#assistant/intents/asking'
import { link, listOf, plain, quotedFrom, sentence, words } from '#assistant/say'
import type { PlaceKnown } from '#assistant/understanding/places'
import type { AskedCustomer } from '#assistant/understanding/topic'
import { activeUsersView, customerView } from '#assistant/views'

const MOST_LOCATIONS = 4

export async function answerExplain(asking: Asking): Promise<Reply> {
  const { understood, language } = asking
  const { people, customer } = understood
  if (people.candidates.length > 1) return whichCustomer(asking)
  if (customer === null) return unknownCustomer(people.said, language)
  const places = await placesOf(asking, customer)
  const parts: Part[] = []
  for (const place of places) parts.push(...(await explained(asking, customer, place)))
  if (parts.length > 0) return { parts: [...misread(asking, customer), ...parts] }
  const shown = { href: customerView(customer, customer.customerId), verb: 'getCustomer' }
  return {
    parts: [
      quotedFrom(
        say(
          language,
          `${customer.name} has no records at any location that you see.`,
          `${customer.name} hat an keinem sichtbaren Standort Daten.`,
        ),
        shown,
      ),
    ],
  }
}

/** The locations that were named; else those where he has records, those where he counts first. */
export async function placesOf(
  { verbs, locations, namesLocation, understood: { places } }: Asking,
  customer: AskedCustomer,
): Promise<readonly PlaceKnown[]> {
  if (namesLocation) return locations.slice(0, MOST_LOCATIONS)
  const profile = await verbs.customerProfile({
    network: `id:${customer.networkId}`,
    key: { id: customer.customerId },
  })
  const ids = [...profile.locations]
    .sort((a, b) => Number(b.isActiveUser) - Number(a.isActiveUser))
    .map(({ location }) => location.locationId)
  return ids.flatMap((id) => places.filter(({ locationId }) => locationId === id)).slice(0, MOST_LOCATIONS)
}

async function explained(asking: Asking, customer: AskedCustomer, place: PlaceKnown): Promise<Part[]> {
  const { verbs, understood, language } = asking
  const explanation = await verbs.explain({
    customer: `id:${customer.customerId}`,
    location: locationText(place),
    network: networkText(place),
    language,
    ...asOfOf(understood.time),
  })
  const asOf = understood.time === null || understood.time.kind === 'now' ? undefined : understood.time.at
  const shown = { href: activeUsersView(place, { asOf, customerId: customer.customerId }), verb: 'explain' }
  const changes = explanation.wouldChange.slice(0, 3).map((text) => [{ text, ...shown }])
  return [quotedFrom(explanation.sentence, shown), ...(changes.length === 0 ? [] : [listOf(changes)])]
}

/** A name that was typed otherwise is told as it was understood. */
function misread({ understood: { people }, language }: Asking, { name }: AskedCustomer): Part[] {
  const isSame = people.said === null || people.said.toLowerCase() === name.toLowerCase()
  return isSame
    ? []
    : [
        plain(
          say(
            language,
            `I take “${people.said}” to mean ${name}.`,
            `Ich verstehe „${people.said}“ als ${name}.`,
          ),
        ),
      ]
}

/** Namesakes: which of them is meant? */
export function whichCustomer({ understood: { people }, language }: Asking): Reply {
  return {
    intent: 'ask_back',
    isAnswered: false,
    waitsFor: 'customer',
    parts: [
      plain(
        say(
          language,
          `More than one customer is called “${people.said}”. Who is meant?`,
          `„${people.said}“ heißen mehrere Kunden. Wer ist gemeint?`,
        ),
      ),
      {
        kind: 'choices',
        choices: people.candidates.map(({ name, email, customerId }) => ({
          label: email === null ? `${name} (id:${customerId})` : `${name}, ${email} (id:${customerId})`,
          question: `${name} (id:${customerId})`,
        })),
      },
    ],
  }
}

export function unknownCustomer(said: string | null, language: Asking['language']): Reply {
  const text =
    said === null
      ? say(
          language,
          'Which customer do you mean? Give the name.',
          'Welcher Kunde ist gemeint? Bitte den Namen nennen.',
        )
      : say(
          language,
          `I find no customer “${said}” among those that you may see.`,
          `Ich finde keinen Kunden „${said}“ unter denen, die Sie sehen dürfen.`,
        )
  return {
    isAnswered: false,
    ...(said === null
      ? { intent: 'ask_back' as const, waitsFor: 'customer' as const }
      : { intent: 'unknown' as const }),
    parts: [
      plain(text),
      sentence(
        words`${link(say(language, 'Look in the list of customers', 'In der Kundenliste suchen'), '/customers')}.`,
      ),
    ],
  }
}
