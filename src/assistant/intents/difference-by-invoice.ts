/** A platform invoice that was issued here against now or another one, by reasons. */
import type { Part, Segment } from '#assistant/answer'
import { type Asking, networkText, say } from '#assistant/intents/asking'
import { namesOf, peopleAsked } from '#assistant/intents/people-asked'
import { reasonWords } from '#assistant/intents/reasons'
import { dayText, figure, listOf, sentence, words } from '#assistant/say'
import type { PlaceKnown } from '#assistant/understanding/places'
import { activeUsersView, invoicesView } from '#assistant/views'
import type { PlatformInvoiceListed } from '#services/platform-invoices/read'

export async function byInvoice(
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
