/** The words in which evidence is told. Days are days at the location. */
import type { SilentReason } from '#counting/evidence'
import type { EvidenceKind } from '#model/kind'
import type { Source } from '#model/source'

const formats = new Map<string, Intl.DateTimeFormat>()

/** `15 Dec 2026`, in the location's time zone. */
export function dayAt(instant: Date, timeZone: string): string {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone })
    formats.set(timeZone, format)
  }
  return format.format(instant).replace('Sept', 'Sep')
}

const FACT_WORDS: Readonly<Record<string, string>> = {
  'booking.made': 'a booking',
  'booking.free': 'a free booking',
  'booking.tentative': 'a booking that awaits approval,',
  'booking.cancelled': 'a booking',
  'customer_invoice.issued': 'an invoice',
  'customer_invoice.zero_value': 'an invoice with a total of 0,',
  'customer_invoice.credited': 'an invoice, cancelled by a credit note,',
  'customer_invoice.tickets_only': 'an invoice for event tickets alone,',
  'customer_invoice.draft': 'a draft invoice',
  'customer_invoice.void': 'a void invoice',
  'customer_invoice.credit_note': 'a credit note',
  'recurring_product.sold': 'a recurring product bought',
  'recurring_product.renewed': 'a recurring product that renewed',
  'recurring_product.ended': 'a recurring product, ended by then, bought',
  'recurring_product.one_off': 'a one-off product bought',
}

/** `a free booking of 21 Nov 2026`. */
export function factPhrase(
  source: Source,
  kind: EvidenceKind,
  at: Date,
  timeZone: string,
  name: string | null,
): string {
  const words = FACT_WORDS[`${source}.${kind}`] ?? kind
  const preposition = source === 'recurring_product' ? 'on' : 'of'
  return `${withProductName(words, name)} ${preposition} ${dayAt(at, timeZone)}`
}

/** `a recurring product (Locker) whose repeat ended on 20 Oct 2026`. */
export function endedRepeatPhrase(endedAt: Date, timeZone: string, name: string | null): string {
  return `${withProductName('a recurring product', name)} whose repeat ended on ${dayAt(endedAt, timeZone)}`
}

function withProductName(words: string, name: string | null): string {
  return name === null ? words : words.replace('product', `product (${name})`)
}

export interface ContractFacts {
  readonly kind: EvidenceKind
  readonly isFree: boolean
  readonly startsAt: Date | null
  readonly until: Date | null
  readonly planName: string | null
}

/** `a free contract (Hot desk) that starts on 15 Dec 2026`. */
export function contractPhrase(contract: ContractFacts, asOf: Date, timeZone: string): string {
  const plan = contract.planName === null ? '' : ` (${contract.planName})`
  const words = [`a ${contract.isFree ? 'free ' : ''}contract${plan}`]
  const { startsAt, until } = contract
  if (contract.kind === 'frozen') words.push('that is frozen')
  if (startsAt !== null && startsAt > asOf) words.push(`that starts on ${dayAt(startsAt, timeZone)}`)
  if (until !== null) words.push(`that ${until > asOf ? 'ends' : 'ended'} on ${dayAt(until, timeZone)}`)
  return words.join(' ')
}

/** Why a record does not count: `was cancelled on 22 Nov 2026`, to follow its phrase. */
export function silentPredicate(
  reason: SilentReason,
  context: { ruleSet: string; timeZone: string; windowFrom: Date; endedAt: Date | null; source: Source },
): string {
  switch (reason) {
    case 'kind_does_not_count':
      return `is of a kind that does not count (rule set ${context.ruleSet})`
    case 'before_window':
      return `was before this window, which began on ${dayAt(context.windowFrom, context.timeZone)}`
    case 'cancelled':
      return `was ${context.source === 'booking' ? 'cancelled' : 'voided'}${context.endedAt === null ? '' : ` on ${dayAt(context.endedAt, context.timeZone)}`} (rule set ${context.ruleSet})`
    case 'contract_ended':
      return 'is no longer there'
    case 'customer_suspended':
      return 'does not count while the customer is suspended or archived'
    case 'no_merged_billing':
      return 'has no merged billing'
    case 'nobody_pays':
      return 'has no paying customer'
    case 'is_paying_customer':
      return 'does not count for the customer who pays for it'
    case 'paying_customer_has_no_source':
      return 'has a paying customer without a source of their own at this location'
  }
}

/** `a, b and c`. */
export function listed(phrases: readonly string[]): string {
  if (phrases.length < 2) return phrases.join('')
  return `${phrases.slice(0, -1).join(', ')} and ${phrases.at(-1)}`
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
