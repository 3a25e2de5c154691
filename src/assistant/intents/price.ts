/** What a number of active users costs under the price plan of a location. */
import type { Part } from '#assistant/answer'
import { type Asking, locationText, networkText, type Reply, say } from '#assistant/intents/asking'
import { passagesAt } from '#assistant/intents/rules'
import { figure, money, sentence, words } from '#assistant/say'
import { ONE_MORE } from '#assistant/understanding/one-more'
import type { PlaceKnown } from '#assistant/understanding/places'
import { activeUsersView, planView } from '#assistant/views'

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
