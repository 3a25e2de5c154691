/** Phrases stand in the nominative, so that every sentence can take them as they are. */
import { capitalised, daysIn, listing } from '#counting/words/days'
import type { ContractFacts, Silence, Words } from '#counting/words/words'
import type { Source } from '#model/source'

const day = daysIn('de-DE')
const listed = listing('und')

const RULES: Readonly<Record<Source, string>> = {
  contract:
    'Der Kunde hat einen Vertrag dieses Standorts, der besteht und nicht gekündigt ist, kostenlos oder bezahlt, begonnen oder nicht, und der Kunde ist weder gesperrt noch archiviert.',
  booking:
    'Der Kunde hat seit der letzten Plattformrechnung eine Ressource dieses Standorts gebucht, kostenlos oder bezahlt, für wann auch immer, und die Buchung ist nicht storniert.',
  customer_invoice:
    'Dieser Standort hat dem Kunden seit der letzten Plattformrechnung eine Rechnung gestellt: über Buchungen, Produkte, Tarife oder Gebühren.',
  recurring_product:
    'Der Kunde hat seit der letzten Plattformrechnung an diesem Standort ein laufendes Produkt gekauft, oder es hat sich verlängert, kostenlos oder bezahlt.',
  team: 'Der Kunde gehört zu einem Team mit gemeinsamer Rechnung, dessen zahlender Kunde an diesem Standort durch eine eigene Quelle zählt.',
}

const SOURCES_COUNTED: Readonly<Record<Source, string>> = {
  contract: 'durch Verträge',
  booking: 'durch Buchungen',
  customer_invoice: 'durch Kundenrechnungen',
  recurring_product: 'durch laufende Produkte',
  team: 'durch Teams',
}

const FACTS: Readonly<Record<string, string>> = {
  'booking.made': 'eine Buchung vom',
  'booking.free': 'eine kostenlose Buchung vom',
  'booking.tentative': 'eine noch nicht bestätigte Buchung vom',
  'booking.cancelled': 'eine Buchung vom',
  'customer_invoice.issued': 'eine Rechnung vom',
  'customer_invoice.zero_value': 'eine Rechnung über 0 vom',
  'customer_invoice.credited': 'eine durch Gutschrift aufgehobene Rechnung vom',
  'customer_invoice.tickets_only': 'eine Rechnung allein über Veranstaltungstickets vom',
  'customer_invoice.draft': 'ein Rechnungsentwurf vom',
  'customer_invoice.void': 'eine annullierte Rechnung vom',
  'customer_invoice.credit_note': 'eine Gutschrift vom',
  'recurring_product.sold': 'ein laufendes Produkt, gekauft am',
  'recurring_product.renewed': 'ein laufendes Produkt, verlängert am',
  'recurring_product.ended': 'ein inzwischen beendetes laufendes Produkt, gekauft am',
  'recurring_product.one_off': 'ein einmaliges Produkt, gekauft am',
}

export const GERMAN: Words = {
  rule: (source) => RULES[source],

  fact: (source, kind, at, zone, name) =>
    `${withName(FACTS[`${source}.${kind}`] ?? `${kind} vom`, name)} ${day(at, zone)}`,
  endedRepeat: (endedAt, zone, name) =>
    `${withName('ein laufendes Produkt', name)}, dessen Wiederholung am ${day(endedAt, zone)} endete`,
  contract(contract, asOf, zone) {
    const { isFree, planName } = contract
    const words = `ein ${isFree ? 'kostenloser ' : ''}Vertrag${planName === null ? '' : ` (${planName})`}`
    const clauses = clausesOf(contract, asOf, zone)
    return clauses.length === 0 ? words : `${words}, der ${listed(clauses)}`
  },

  team: (name) => `das Team ${name}`,
  payingTeam: (name, payer, has) =>
    `das Team ${name} mit gemeinsamer Rechnung, für das ${payer} zahlt und zählt (${listed(has)})`,

  statement(phrase, silence, zone) {
    if (silence === null) return `${capitalised(phrase)}.`
    return `${capitalised(phrase)}${endsInClause(phrase) ? ',' : ''} ${predicate(silence, zone)}.`
  },

  counts: (customer, location, because) =>
    `${customer} zählt am Standort ${location}. Grund: ${listed(
      because.map(({ source, phrase, more }) =>
        more === 0 ? phrase : `${phrase} (und ${more} weitere ${SOURCES_COUNTED[source]})`,
      ),
    )}.`,
  doesNotCount: (customer, location, records) =>
    `${customer} zählt nicht am Standort ${location}. ${records.join(' ')}`,
  hasNothing: (customer, location, { at, zone, ruleSet }) =>
    `${customer} zählt nicht am Standort ${location}: kein Vertrag, und nichts seit dem ${day(at, zone)} (Regelwerk ${ruleSet}).`,

  allTogether: 'Alles Folgende zusammen:',
  endsWithWindow: (phrases) => `Die nächste Plattformrechnung. Danach zählt nicht mehr: ${listed(phrases)}.`,
  endsWithTeam:
    'Wenn der Kunde das Team verlässt, dessen gemeinsame Rechnung endet oder der zahlende Kunde keine eigene Quelle mehr hat.',
  endsWithContract(contracts, endsAt, zone) {
    const suspension = 'Wenn der Kunde gesperrt oder archiviert wird'
    return endsAt === null
      ? `${suspension} oder ${contracts === 1 ? 'der Vertrag endet' : 'alle Verträge enden'}; ein Ende ist nicht vorgesehen.`
      : `${suspension} oder der Vertrag am ${day(endsAt, zone)} endet.`
  },
  ifResumed:
    'Wird die Sperre aufgehoben, zählt der Vertrag sofort; eine Plattform kann dann auch die versäumten Zeiträume berechnen.',
  ifPayerHadSource:
    'Bekommt der zahlende Kunde des Teams eine Quelle an diesem Standort, zählen auch seine Mitglieder.',
  ifRenewed: (name, at, zone) =>
    `${withName('Das laufende Produkt', name)} verlängert sich am ${day(at, zone)} und zählt von da an.`,
  ifAnything: (location) =>
    `Ein Vertrag, eine Buchung, eine Kundenrechnung oder ein laufendes Produkt am Standort ${location} vor der nächsten Plattformrechnung.`,
}

function withName(words: string, name: string | null): string {
  return name === null ? words : words.replace('Produkt', `Produkt (${name})`)
}

function clausesOf({ kind, startsAt, until }: ContractFacts, asOf: Date, zone: string): string[] {
  const clauses = kind === 'frozen' ? ['ruht'] : []
  if (startsAt !== null && startsAt > asOf) clauses.push(`am ${day(startsAt, zone)} beginnt`)
  if (until !== null) clauses.push(`am ${day(until, zone)} ${until > asOf ? 'endet' : 'endete'}`)
  return clauses
}

/** Then a comma closes it; one within brackets belongs to a name. */
function endsInClause(phrase: string): boolean {
  return /,[^()]*$/.test(phrase)
}

function predicate({ source, reason, ruleSet, windowFrom, endedAt }: Silence, zone: string): string {
  switch (reason) {
    case 'kind_does_not_count':
      return `ist von einer Art, die nicht zählt (Regelwerk ${ruleSet})`
    case 'before_window':
      return `liegt vor diesem Zeitraum, der am ${day(windowFrom, zone)} begann`
    case 'cancelled':
      return `wurde ${endedAt === null ? '' : `am ${day(endedAt, zone)} `}${source === 'booking' ? 'storniert' : 'annulliert'} (Regelwerk ${ruleSet})`
    case 'contract_ended':
      return 'besteht nicht mehr'
    case 'customer_suspended':
      return 'zählt nicht, solange der Kunde gesperrt oder archiviert ist'
    case 'no_merged_billing':
      return 'hat keine gemeinsame Rechnung'
    case 'nobody_pays':
      return 'hat keinen zahlenden Kunden'
    case 'is_paying_customer':
      return 'zählt nicht für den Kunden, der dafür zahlt'
    case 'paying_customer_has_no_source':
      return 'hat einen zahlenden Kunden ohne eigene Quelle an diesem Standort'
  }
}
