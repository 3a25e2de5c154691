/** Where something is, what one would do with which form, and what the assistant is for. */
import type { Language, Part } from '#assistant/answer'
import { type Asking, type Reply, say } from '#assistant/intents/asking'
import { unknownCustomer, whichCustomer } from '#assistant/intents/explain'
import { englishOf, passagesFor } from '#assistant/intents/rules'
import { link, plain, sentence, words } from '#assistant/say'
import { folded } from '#assistant/understanding/words'

interface PageKnown {
  readonly href: string
  readonly en: string
  readonly de: string
  /** Beginnings of words that speak of it. */
  readonly about: string
}

/** In the order in which the navigation lists them; of two that fit alike the first is meant. */
const PAGES: readonly PageKnown[] = [
  {
    href: '/settings/subscription/active-users',
    en: 'Settings > Your subscription > Active users',
    de: 'Einstellungen > Ihr Abonnement > Aktive Nutzer',
    about: 'active aktiv source quelle evidence count zahl list liste',
  },
  {
    href: '/settings/subscription/invoices',
    en: 'Settings > Your subscription > Invoices',
    de: 'Einstellungen > Ihr Abonnement > Rechnungen',
    about: 'invoice rechnung proof reconcil adjustment',
  },
  {
    href: '/settings/subscription/bills',
    en: 'Settings > Your subscription > Bill audit',
    de: 'Einstellungen > Ihr Abonnement > Rechnungsprüfung',
    about: 'bill audit prufung rechnungsprufung billed overcharg',
  },
  {
    href: '/settings/subscription/plan',
    en: 'Settings > Your subscription > Your plan',
    de: 'Einstellungen > Ihr Abonnement > Ihr Tarif',
    about: 'plan price preis cost kosten tier subscription abonnement tarif',
  },
  {
    href: '/settings/subscription/forecast',
    en: 'Settings > Your subscription > Forecast',
    de: 'Einstellungen > Ihr Abonnement > Prognose',
    about: 'forecast prognose what-if simul vorhersage',
  },
  {
    href: '/customers',
    en: 'Customers',
    de: 'Kunden',
    about: 'customer kunde member mitglied contact suspend sperr',
  },
  { href: '/imports', en: 'Imports', de: 'Importe', about: 'import csv upload hochlad file datei' },
  {
    href: '/settings/connections',
    en: 'Settings > Connections',
    de: 'Einstellungen > Verbindungen',
    about: 'connect verbind nexudus sync webhook',
  },
  {
    href: '/operators',
    en: 'Operators',
    de: 'Operatoren',
    about: 'operator role rolle invit einlad colleague kolleg',
  },
  {
    href: '/account',
    en: 'Your account',
    de: 'Ihr Konto',
    about:
      'account konto password passwort kennwort profile profil key schlussel second factor language sprache session',
  },
  {
    href: '/audit-log',
    en: 'Audit log',
    de: 'Änderungsprotokoll',
    about: 'audit log protokoll history changelog changed geandert',
  },
  { href: '/networks', en: 'Networks', de: 'Netzwerke', about: 'network netzwerk' },
  { href: '/price-plans', en: 'Price plans', de: 'Preispläne', about: 'priceplan' },
  { href: '/runs', en: 'Runs', de: 'Läufe', about: 'runs laufe' },
  { href: '/help-feedback', en: 'Help feedback', de: 'Rückmeldungen', about: 'feedback ruckmeldung helpful' },
  { href: '/help', en: 'Help', de: 'Hilfe', about: 'help hilfe article artikel' },
  {
    href: '/',
    en: 'Overview',
    de: 'Übersicht',
    about: 'overview ubersicht location standort dashboard start',
  },
]

export async function answerWhere(asking: Asking): Promise<Reply> {
  const { understood, language } = asking
  const pages = pagesAbout(understood.question.words.map(({ raw }) => folded(raw)))
  const passages = await passagesFor(asking, englishOf(understood.question, asking.passages), 2)
  if (pages.length === 0) return { parts: passages, isAnswered: passages.length > 0 }
  return { parts: [...pages.map((page) => pageLine(page, language)), ...passages] }
}

function pagesAbout(said: readonly string[]): readonly PageKnown[] {
  const scored = PAGES.map((page) => ({
    page,
    score: page.about.split(' ').filter((beginning) => said.some((word) => word.startsWith(beginning)))
      .length,
  }))
  const most = Math.max(...scored.map(({ score }) => score))
  return most === 0
    ? []
    : scored
        .filter(({ score }) => score === most)
        .slice(0, 2)
        .map(({ page }) => page)
}

function pageLine(page: PageKnown, language: Language): Part {
  return sentence(words`${say(language, 'Open ', 'Öffnen Sie ')}${link(page[language], page.href)}.`)
}

/** It changes nothing: it says which form does. */
export async function answerChange(asking: Asking): Promise<Reply> {
  const { understood, language } = asking
  const { people, customer, question } = understood
  if (people.candidates.length > 1) return whichCustomer(asking)
  if (people.said !== null && customer === null && question.has('suspend'))
    return unknownCustomer(people.said, language)
  const text = say(
    language,
    'I change nothing myself. You can do it here:',
    'Ich ändere selbst nichts. Hier können Sie es tun:',
  )
  const page = customer !== null ? null : pagesAbout(question.words.map(({ raw }) => folded(raw)))[0]
  // no page does that; an article may say what does
  if (page === undefined)
    return {
      parts: [
        plain(say(language, 'I change nothing myself.', 'Ich ändere selbst nichts.')),
        ...(await passagesFor(asking, englishOf(question, asking.passages), 2)),
      ],
    }
  const href =
    customer !== null ? `/customers/${customer.customerId}?network=${customer.networkId}` : (page?.href ?? '')
  const label =
    customer !== null
      ? say(language, `Open ${customer.name}`, `${customer.name} öffnen`)
      : (page?.[language] ?? '')
  return {
    parts: [
      plain(text),
      { kind: 'action', label, href },
      ...(await passagesFor(asking, englishOf(question, asking.passages), 1)),
    ],
  }
}

export function examples(language: Language, location: string): readonly string[] {
  return language === 'de'
    ? [
        `Wie viele aktive Nutzer hat ${location}?`,
        `Wer zählt bei ${location} nur wegen einer Buchung?`,
        'Warum ist die letzte Rechnung höher als das Panel?',
        'Zählen gesperrte Kunden?',
      ]
    : [
        `How many active users does ${location} have?`,
        `Who counts only because of a booking at ${location}?`,
        'Why is the last invoice higher than the panel?',
        'Do suspended customers count?',
      ]
}

export function answerHelp({ language, locations }: Asking): Reply {
  const questions = examples(language, locations[0]?.name ?? 'Harbour Loft')
  return {
    parts: [
      plain(
        say(
          language,
          'I answer questions about who counts as an active user, why, and what it costs, with figures that you can check. For example:',
          'Ich beantworte Fragen dazu, wer als aktiver Nutzer zählt, warum, und was es kostet, mit Zahlen zum Nachprüfen. Zum Beispiel:',
        ),
      ),
      { kind: 'choices', choices: questions.map((question) => ({ label: question, question })) },
    ],
  }
}

export function answerGreeting(asking: Asking): Reply {
  const { language, locations, understood } = asking
  const isThanks = understood.question.has('thanks')
  const text = isThanks
    ? say(language, 'You are welcome.', 'Gern geschehen.')
    : say(
        language,
        'Hello. What would you like to know about your active users?',
        'Hallo. Was möchten Sie über Ihre aktiven Nutzer wissen?',
      )
  const questions = examples(language, locations[0]?.name ?? 'Harbour Loft')
  return {
    parts: [
      plain(text),
      { kind: 'choices', choices: questions.map((question) => ({ label: question, question })) },
    ],
  }
}
