/** The next platform invoice if one customer cancelled, left all teams, or were not there: a forecast that keeps nothing. */
import type { Language, Part } from '#assistant/answer'
import { type Asking, locationText, networkText, type Reply, say } from '#assistant/intents/asking'
import { placesOf } from '#assistant/intents/explain'
import { passagesAt } from '#assistant/intents/rules'
import { figure, money, plain, sentence, words } from '#assistant/say'
import type { PlaceKnown } from '#assistant/understanding/places'
import type { ReadQuestion } from '#assistant/understanding/read'
import type { AskedCustomer } from '#assistant/understanding/topic'
import { forecastView } from '#assistant/views'
import { HeadcountError } from '#errors'

type Supposed = NonNullable<Parameters<Asking['verbs']['forecastPlatformInvoice']>[0]['suppose']>
export type Change = 'suspend' | 'cancel' | 'leave' | 'without'

const CANCELS = /\b(cancel|terminat|end|ends|ended|quit|contracts?|kündig\w*|gekündigt|vertrag|verträge)/i

/** What is supposed of a customer, by the words for it. */
export function changeSaid({ text, has }: ReadQuestion): Change {
  if (has('suspend')) return 'suspend'
  if (/\bteams?\b/i.test(text)) return 'leave'
  return CANCELS.test(text) ? 'cancel' : 'without'
}

export async function answerSupposed(
  asking: Asking,
  customer: AskedCustomer,
  change: Exclude<Change, 'suspend'>,
): Promise<Reply> {
  const { language } = asking
  const parts: Part[] = []
  for (const place of await placesOf(asking, customer))
    parts.push(...(await effectAt(asking, place, { customer, change })))
  const nothing = plain(
    say(
      language,
      `${customer.name} has nothing of that kind, so nothing would change.`,
      `${customer.name} hat nichts dergleichen; es änderte sich nichts.`,
    ),
  )
  return {
    parts: [
      ...(parts.length === 0 ? [nothing] : [plain(headOf(change, customer.name, language)), ...parts]),
      passagesAt(asking, 'forecast-and-what-if#what-if'),
    ],
  }
}

function headOf(change: Exclude<Change, 'suspend'>, name: string, language: Language): string {
  switch (change) {
    case 'cancel':
      return say(
        language,
        `If the contracts of ${name} ended now:`,
        `Endeten die Verträge von ${name} jetzt:`,
      )
    case 'leave':
      return say(language, `If ${name} left all teams now:`, `Verließe ${name} jetzt alle Teams:`)
    case 'without':
      return say(language, `If ${name} had no records there:`, `Hätte ${name} dort keine Einträge:`)
  }
}

interface OfCustomer {
  readonly customer: AskedCustomer
  readonly change: Exclude<Change, 'suspend'>
}

/** Nothing where there is nothing to suppose, or no next platform invoice. */
async function effectAt(asking: Asking, place: PlaceKnown, told: OfCustomer): Promise<Part[]> {
  const { verbs, language } = asking
  const suppose = await supposedAt(asking, place, told)
  if (suppose === null) return []
  const asked = { location: locationText(place), network: networkText(place) }
  try {
    const stands = await verbs.forecastPlatformInvoice(asked)
    const then = await verbs.forecastPlatformInvoice({ ...asked, suppose })
    const shown = { href: forecastView(place), verb: 'forecast' }
    const cost =
      stands.charge === null || then.charge === null
        ? []
        : words`, ${money(stands.charge.totalMinor, stands.charge, shown)} → ${money(then.charge.totalMinor, then.charge, shown)}`
    return [
      sentence([
        ...words`${say(language, 'The next platform invoice of ', 'Die nächste Plattformrechnung von ')}${place.name}: ${figure(stands.count, shown)} → ${figure(then.count, shown)}${say(language, ' active users', ' aktive Nutzer')}`,
        ...cost,
        { text: '.' },
      ]),
    ]
  } catch (error) {
    if (error instanceof HeadcountError && error.code === 'NO_BILLING_ANCHOR') return []
    throw error
  }
}

async function supposedAt(
  { verbs }: Asking,
  place: PlaceKnown,
  { customer, change }: OfCustomer,
): Promise<Supposed | null> {
  const named = [`id:${customer.customerId}`]
  if (change === 'leave') return { leaveTeams: named }
  if (change === 'without') return { without: named }
  const { contracts } = await verbs.customerProfile({
    network: networkText(place),
    key: { id: customer.customerId },
  })
  const open = contracts.items.filter(
    ({ location, kind }) => location.locationId === place.locationId && kind !== 'ended',
  )
  return open.length === 0 ? null : { cancelContracts: open.map(({ externalId }) => externalId) }
}
