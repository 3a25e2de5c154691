/**
 * The words that questions are made of, by what they mean, in the languages that are understood. A question
 * is read as a set of meanings, so that its grammar and the order of its words matter little.
 */
interface Meaning {
  readonly en: string
  readonly de: string
}

export const MEANINGS = {
  count: {
    en: 'count counts counted counting number total headcount tally many figure size quantity',
    de: 'zählen zählt gezählt zählte zähle mitgezählt vielen vieler anzahl zahl viele wieviele wieviel insgesamt gesamtzahl',
  },
  person: {
    en: 'user users people person persons somebody someone anybody anyone everybody everyone everyones folks they them',
    de: 'nutzer leute person personen jemand',
  },
  customer: {
    en: 'customer customers member members contact contacts client clients',
    de: 'kunde kunden kundin mitglied mitglieder kontakt kontakte',
  },
  active: { en: 'active', de: 'aktiv aktive aktiven aktiver aktives' },
  list: {
    en: 'list show who whom which names display enumerate whose',
    de: 'liste auflisten zeige zeig wer wen welche welcher welchen namen nenne',
  },
  why: {
    en: 'why reason reasons explain explanation evidence cause proof',
    de: 'warum wieso weshalb grund gründe erkläre erklär erklären begründung',
  },
  not: {
    en: 'not no never isnt doesnt dont arent wasnt cant without',
    de: 'nicht kein keine keinen keiner nie ohne',
  },
  only: {
    en: 'only solely just exclusively merely purely alone sole nothing else',
    de: 'nur ausschließlich allein lediglich bloß',
  },
  compare: {
    en: 'least compare comparison versus vs most fewest biggest largest smallest busiest ranking rank top highest lowest each against',
    de: 'vergleich vergleiche vergleichen meisten wenigsten größte größten kleinste jeder jedem jeden',
  },
  differ: {
    en: 'higher lower fewer less drop dropped fell fallen fall rise rose risen grew grown growth increase increased decrease decreased difference differ differs different change changed changes gap discrepancy mismatch than bigger smaller shrink shrank disagree lose loses lost losing gain gained gains joined vanished disappeared',
    de: 'höher niedriger weniger unterschied unterschiede unterscheidet gestiegen gefallen gesunken geändert verändert veränderung abweichung abweicht differenz größer kleiner als',
  },
  more: { en: 'more', de: 'mehr' },
  invoice: {
    en: 'invoice invoices bill bills billed billing invoiced overbill overbilled',
    de: 'rechnung rechnungen abrechnung abgerechnet kundenrechnung kundenrechnungen plattformrechnung',
  },
  panel: { en: 'panel dashboard screen', de: 'panel' },
  forecast: {
    en: 'forecast next expect expected predict prediction predicted upcoming projected projection estimate estimated coming outlook will',
    de: 'prognose vorhersage nächste nächsten nächster nächstes voraussichtlich erwartet kommende kommenden wird werden',
  },
  suppose: {
    en: 'suppose if would imagine assuming hypothetically',
    de: 'wenn falls angenommen würde würden wäre',
  },
  suspend: {
    en: 'suspend suspended suspending suspends suspension deactivate deactivated archive archived archiving',
    de: 'sperren sperre gesperrt gesperrte gesperrten sperrung sperrten aussetzen archiviert archivierte deaktivieren deaktiviert',
  },
  end: {
    en: 'cancel cancelled canceled cancels cancelling canceling terminate terminated quit quits delete deleted remove removed',
    de: 'kündigen gekündigt kündige storniert stornieren stornierte löschen gelöscht lösche entferne',
  },
  price: {
    en: 'cost costs price prices priced pricing pay pays paid paying charge charges charged expensive fee fees money spend owe amount',
    de: 'kosten kostet preis preise zahlen zahle bezahlen bezahle teuer gebühr gebühren betrag',
  },
  where: { en: 'where find located menu page open navigate see', de: 'wo finde finden seite menü öffnen' },
  allowed: { en: 'allowed permitted', de: 'darf dürfen erlaubt berechtigt' },
  idle: {
    en: 'idle inactive dormant unused nothing',
    de: 'untätig inaktiv nichts',
  },
  place: {
    en: 'location locations site sites space spaces place places branch branches everywhere network overall altogether',
    de: 'standort standorte standorten standorts netzwerk überall',
  },
  other: { en: 'other another', de: 'andere anderen anderer anderem' },
  there: { en: 'there here', de: 'dort da' },
  pronoun: {
    en: 'he she his her him it its that those these their same',
    de: 'er sie ihn ihm ihr es dieser',
  },
  contract: {
    en: 'contract contracts membership memberships plan plans tariff',
    de: 'vertrag verträge vertrags verträgen mitgliedschaft',
  },
  booking: {
    en: 'booking bookings booked book books reservation reservations reserved room rooms booker bookers',
    de: 'buchung buchungen gebucht buchen reservierung reservierungen',
  },
  recurring_product: {
    en: 'product products recurring subscription subscriptions renewal renewals renewed',
    de: 'produkt produkte produkts produkten wiederkehrend wiederkehrende wiederkehrenden',
  },
  team: { en: 'team teams teammates merged', de: 'teams teammitglied sammelrechnung' },
  free: { en: 'free unpaid complimentary', de: 'kostenlos kostenlose kostenlosen gratis frei' },
  source: { en: 'source sources condition conditions', de: 'quelle quellen' },
  rule: {
    en: 'rule rules mean means meaning definition define considered qualify qualifies happens happen work works difference matter matters',
    de: 'regel regeln bedeutet bedeutung gilt gelten passiert definition funktioniert',
  },
  product_noun: {
    en: 'platform upload one-off buy buys buying bought purchase purchased twice once uncounted import importing export exporting backup restore role roles viewer viewers owner owners manager managers operator operators password profile api key keys cli mcp nexudus connection connect csv excel pdf proof pack webhook webhooks event ticket tickets visitor visitors checkin window cutoff cut-off anchor tier tiers rate currency tax credit note notes draft late adjustment dispute disputable audit log sign signing invitation invite second factor authenticator postgresql citus embedded install server data records articles help assistant team days contact start started starting begin begins began beginning future paused frozen trial',
    de: 'hochladen lade hochlade importieren importiere import exportieren exportiere sicherung wiederherstellen rolle rollen passwort kennwort profil schlüssel verbindung verbinden ticket tickets besucher fenster stichtag stufe stufen steuer gutschrift entwurf prüfprotokoll beginnt beginnen anmelden einladen einladung daten hilfe',
  },
  greeting: {
    en: 'hi hello hey morning afternoon evening greetings',
    de: 'hallo moin servus guten tag morgen grüß',
  },
  thanks: { en: 'thanks thank cheers bye goodbye', de: 'danke tschüss' },
  capability: { en: 'help assist capabilities', de: 'hilfe helfen kannst' },
  off_topic: {
    en: 'weather joke jokes poem story song recipe football soccer president capital stock bitcoin crypto news movie film translate python javascript horoscope dinner restaurant lyrics math homework essay election politics religion cat dog pizza flight hotel train salary salaries girlfriend boyfriend lottery chess game planet moon doctor medical diagnosis tweet email-campaign linkedin',
    de: 'wetter witz gedicht lied rezept fußball präsident hauptstadt aktie nachrichten film übersetze hausaufgaben gehalt urlaub',
  },
} as const satisfies Record<string, Meaning>

export type MeaningName = keyof typeof MEANINGS

/** Words that carry grammar alone. */
export const STOP_WORDS = new Set(
  `across between after before during through throughout via within while two three because make makes made having somehow vs wegen durch ueber bitte wieder a an the of at in on to for from by with and or is are was were be been being am do does did done have has had having
i me my we us our you your as so that this these those it its too also then than about into out up down over under please could can should may might must
how what when whose tell give me get got let know see want need like think look looks looking say says right now currently today exactly really actually any some all own every both there here per still even ever yet s t d ll re ve m
der die das den dem des ein eine einen einem einer eines und oder ist sind war waren bin bist zu im am um an auf aus bei mit nach seit von vom zum zur für über unter wie was wann ich mir mich wir uns du dein mein unser ihr ihre ihren habe hat haben hatte gibt es mal bitte auch noch jetzt gerade heute aktuell dann denn doch so dass damit kann könnte soll ob diese dieser dieses alle muss müssen musste soll sollen sollte will wollen möchte möchten werde wurde wurden würde könnten können kannst meine meinen meiner meinem unsere unseren unserer unserem ihrer ihrem ihres derzeit momentan gerne einfach schon nun also bis beim vor nach man sich wäre hätte rechnen`.split(
    /\s+/,
  ),
)

interface Known {
  readonly meanings: readonly MeaningName[]
  /** The word that English texts use for it. */
  readonly gloss: string
  readonly isGerman: boolean
}

/** Where the first English word of a meaning would say something else to the search of articles. */
const GLOSSES: Readonly<Record<string, string>> = {
  hochladen: 'upload',
  lade: 'upload',
  hochlade: 'upload',
  importieren: 'import',
  importiere: 'import',
  exportieren: 'export',
  exportiere: 'export',
  sicherung: 'backup',
  wiederherstellen: 'restore',
  rolle: 'role',
  rollen: 'roles',
  passwort: 'password',
  kennwort: 'password',
  profil: 'profile',
  schlüssel: 'key',
  verbindung: 'connection',
  verbinden: 'connect',
  ticket: 'event ticket',
  tickets: 'event tickets',
  besucher: 'visitor',
  fenster: 'window',
  stichtag: 'cut-off',
  stufe: 'tier',
  stufen: 'tiers',
  steuer: 'tax',
  gutschrift: 'credit note',
  entwurf: 'draft',
  prüfprotokoll: 'audit log',
  anmelden: 'sign in',
  einladen: 'invite',
  einladung: 'invitation',
  daten: 'data',
  hilfe: 'help',
  kunde: 'customer',
  kunden: 'customers',
  kundin: 'customer',
  mitglied: 'member',
  mitglieder: 'members',
  kontakt: 'contact',
  kontakte: 'contacts',
  archiviert: 'archived',
  archivierte: 'archived',
  gesperrt: 'suspended',
  gesperrte: 'suspended',
  gesperrten: 'suspended',
  storniert: 'cancelled',
  stornierte: 'cancelled',
  gekündigt: 'cancelled',
  höher: 'higher',
  niedriger: 'lower',
  produkt: 'recurring product',
  produkte: 'recurring products',
  sammelrechnung: 'merged billing',
  passiert: 'happens',
  bedeutet: 'means',
  quelle: 'source',
  quellen: 'sources',
}

export const LEXICON: ReadonlyMap<string, Known> = lexicon()

function lexicon(): Map<string, Known> {
  const known = new Map<string, Known>()
  const add = (word: string, name: MeaningName, gloss: string, isGerman: boolean) => {
    const before = known.get(word)
    known.set(word, {
      meanings: [...(before?.meanings ?? []), name],
      gloss: before?.gloss ?? gloss,
      isGerman: before?.isGerman ?? isGerman,
    })
  }
  const entries = Object.entries(MEANINGS) as [MeaningName, Meaning][]
  for (const [name, { en, de }] of entries) {
    for (const word of en.split(' ')) add(word, name, word, false)
    for (const word of de.split(' ')) add(word, name, GLOSSES[word] ?? en.split(' ')[0] ?? '', true)
  }
  // typed without marks; a word that is spelt so anyway, such as "zahlen", means what it says
  for (const [word, meant] of [...known]) if (!known.has(folded(word))) known.set(folded(word), meant)
  return known
}

export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
}
