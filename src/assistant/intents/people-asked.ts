/** Who counts on one side of a reconciliation alone, where names are asked for. */
import type { Language, Part } from '#assistant/answer'
import { say } from '#assistant/intents/asking'
import { link, listOf, sourceWords } from '#assistant/say'
import type { PlaceKnown } from '#assistant/understanding/places'
import { customerView, invoicesView } from '#assistant/views'
import type { Reconciliation } from '#services/platform-invoices/reconcile'

const ASKS_WHO =
  /\b(who|whom|which (customer|member|contact|people|person)s?|names?|wer|wen|welche[rn]? (kund|mitglied|person)\w*|namen)\b/i
const CAME = /\b(new|join\w*|came|added|gain\w*|neu\w*|dazu\w*|hinzu\w*)\b/i
const WENT =
  /\b(left|leav\w*|lost|los(e|es|ing)|gone|went|drop\w*|disappear\w*|vanish\w*|missing|no longer|weg\w*|verlassen|fehl\w*|nicht mehr)\b/i

/** Those on one side alone, where it is asked who they are. */
export function peopleAsked(text: string, { differences }: Reconciliation): Reconciliation['differences'] {
  if (!ASKS_WHO.test(text)) return []
  const [came, went] = [CAME.test(text), WENT.test(text)]
  return differences.filter(({ side }) => came === went || side === (came ? 'new' : 'lost'))
}

const MOST_NAMES = 15

export function namesOf(
  people: Reconciliation['differences'],
  place: PlaceKnown,
  language: Language,
): Part[] {
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
