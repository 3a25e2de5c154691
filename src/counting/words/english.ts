import { ruleOf } from '#counting/rules'
import { capitalised, daysIn, inner, listing } from '#counting/words/days'
import type { Silence, Words } from '#counting/words/words'

const gb = daysIn('en-GB')
/** `15 Sep 2026`. */
export const dayAt = (instant: Date, zone: string) => gb(instant, zone).replace('Sept', 'Sep')
/** `a, b and c`. */
export const listed = listing('and')

const FACTS: Readonly<Record<string, string>> = {
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

export const ENGLISH: Words = {
  rule: (source) => ruleOf(source).sentence,

  fact(source, kind, at, zone, name) {
    const words = withName(FACTS[`${source}.${kind}`] ?? kind, name)
    return `${words} ${source === 'recurring_product' ? 'on' : 'of'} ${dayAt(at, zone)}`
  },

  endedRepeat: (endedAt, zone, name) =>
    `${withName('a recurring product', name)} whose repeat ended on ${dayAt(endedAt, zone)}`,

  contract({ kind, isFree, startsAt, until, planName }, asOf, zone) {
    const words = [`a ${isFree ? 'free ' : ''}contract${planName === null ? '' : ` (${planName})`}`]
    if (kind === 'frozen') words.push('that is frozen')
    if (startsAt !== null && startsAt > asOf) words.push(`that starts on ${dayAt(startsAt, zone)}`)
    if (until !== null) words.push(`that ${until > asOf ? 'ends' : 'ended'} on ${dayAt(until, zone)}`)
    return words.join(' ')
  },

  team: (name) => `the team ${name}`,
  payingTeam: (name, payer, has) =>
    `the team ${name} with merged billing, whose paying customer ${payer} has ${listed(has)}`,

  statement: (phrase, silence, zone) =>
    `${capitalised(phrase)}${silence === null ? '' : ` ${predicate(silence, zone)}`}.`,

  counts: (customer, location, because) =>
    `${customer} counts at ${location} because of ${listed(
      because.map(({ source, phrase, more }) =>
        more === 0 ? phrase : `${phrase} (and ${more} more by ${ruleOf(source).label.toLowerCase()})`,
      ),
    )}.`,
  doesNotCount: (customer, location, records) =>
    `${customer} does not count at ${location}: ${records.map(inner).join('; ')}.`,
  hasNothing: (customer, location, { at, zone, ruleSet }) =>
    `${customer} does not count at ${location}: no contract, and nothing since ${dayAt(at, zone)} (rule set ${ruleSet}).`,

  allTogether: 'All of the following together:',
  endsWithWindow: (phrases) => `The next platform invoice: ${listed(phrases)} will not count after it.`,
  endsWithTeam:
    'Leaving the team, an end of its merged billing, or the paying customer losing his own sources.',
  endsWithContract(contracts, endsAt, zone) {
    const suspension = 'The customer being suspended or archived'
    return endsAt === null
      ? `${suspension}, or the end of ${contracts === 1 ? 'the contract' : 'all contracts'}; no end is set.`
      : `${suspension}, or the end of the contract on ${dayAt(endsAt, zone)}.`
  },
  ifResumed:
    'If the customer is resumed, the contract counts at once; a platform may then also invoice the cycles that were missed.',
  ifPayerHadSource:
    'If the paying customer of the team gets a source at this location, its members count as well.',
  ifRenewed: (name, at, zone) =>
    `The ${withName('recurring product', name)} renews on ${dayAt(at, zone)} and counts from then.`,
  ifAnything: (location) =>
    `A contract, a booking, a customer invoice or a recurring product at ${location} before the next platform invoice.`,
}

function withName(words: string, name: string | null): string {
  return name === null ? words : words.replace('product', `product (${name})`)
}

function predicate({ source, reason, ruleSet, windowFrom, endedAt }: Silence, zone: string): string {
  switch (reason) {
    case 'kind_does_not_count':
      return `is of a kind that does not count (rule set ${ruleSet})`
    case 'before_window':
      return `was before this window, which began on ${dayAt(windowFrom, zone)}`
    case 'cancelled':
      return `was ${source === 'booking' ? 'cancelled' : 'voided'}${endedAt === null ? '' : ` on ${dayAt(endedAt, zone)}`} (rule set ${ruleSet})`
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
