/** Warum Datensätze eines Imports ausgelassen oder mit einer Annahme gelesen wurden, auf Deutsch. */

import type { importReasonsEn } from './import-reasons-en.ts'
import type { Texts } from './translated.ts'

export const importReasonsDe: Texts<typeof importReasonsEn> = {
  importReasons: {
    skipped: '{{clause}}; der Datensatz wird übersprungen',
    clauses: {
      missing: 'fehlt',
      notAnId: 'ist keine positive ganze Zahl',
      notAKey: 'ist kein Text von 1 bis {{most}} Zeichen',
      notText: 'ist kein Text und wurde weggelassen',
      notABoolean: 'ist weder wahr noch falsch (true oder false)',
      notADecimal: 'ist keine Dezimalzahl und wurde weggelassen',
      notAnInstant: 'ist kein Zeitpunkt der Jahre 1900 bis 9999',
      notAnInstantLeftOut: 'ist kein Zeitpunkt der Jahre 1900 bis 9999 und wurde weggelassen',
      notALocalDate: 'ist kein Datum der Jahre 1900 bis 9999',
      noMembership: 'nennt einen Kontakt, und dieses Format kennt nur Mitgliedschaften',
      noTotal: 'nennt keine Summe, deshalb gilt die Rechnung als eine über einen Betrag',
      namesNoMembership: 'nennt keine Mitgliedschaft',
      holdsNoMembership: 'enthält „{{value}}“, was keine Mitgliedschaft nennt und weggelassen wurde',
      notASubdomain: 'ist keine Subdomain',
      noTimeZoneThenUtc: 'ist keine bekannte Zeitzone, deshalb gelten Ortszeiten als UTC',
      noTimeZoneThenTheUtc: 'ist keine bekannte Zeitzone, deshalb gelten die Ortszeiten als UTC',
      notACurrency: 'ist kein Währungscode aus drei Buchstaben und wurde weggelassen',
      noStartOfContract: 'fehlt, deshalb gilt der Vertrag ab seinem StartDate',
      locationNotInFile: 'gilt als UTC, weil der Standort nicht in {{file}} steht',
      noEndOfContract: 'fehlt bei einem gekündigten Vertrag, der deshalb als sofort beendet gilt',
      pauseEndsTooSoon: 'liegt nicht nach {{from}}',
      pauseLeftOut: 'liegt nicht nach {{from}}, deshalb wurde die Pause weggelassen',
      notAList: 'ist keine Liste von Nummern',
      memberNotAnId: 'nennt ein Mitglied „{{value}}“, das keine Nummer ist und weggelassen wurde',
      bookingNotAnId: 'ist keine Nummer, deshalb ist unbekannt, welche Buchung storniert wurde',
      resourceNotInFile: 'nennt eine Ressource, die nicht in {{file}} steht',
      customerWithoutName: 'fehlt; der Kunde heißt hier „{{name}}“',
      locationWithoutName: 'fehlt; der Standort heißt hier „{{name}}“',
      locationSince: 'ist unbekannt, deshalb gilt {{name}} als seit 2000-01-01 vorhanden',
      locationWithoutTimeZone:
        'nennt keine bekannte Zeitzone, deshalb gelten die Ortszeiten von {{name}} als UTC',
      locationOfStrangeTimeZone:
        'nennt „{{zone}}“, was keine bekannte Zeitzone ist, deshalb gelten die Ortszeiten von {{name}} als UTC',
      notACycle: 'ist kein bekannter Turnus (1 bis 6) eines laufenden Produkts',
      notAWholeNumber: 'ist keine ganze Zahl von {{least}} bis {{most}}',
      notAChoice: 'ist keines von {{choices}}',
    },
    sentences: {
      locationMissing:
        'Der Standort {{id}} gehört nicht zu diesem Netzwerk, deshalb wird der Datensatz ausgelassen.',
      customerMissing:
        'Der Kunde {{id}} gehört nicht zu diesem Netzwerk, deshalb wird der Datensatz ausgelassen.',
      contractMissing:
        'Der Vertrag {{id}} gehört nicht zu diesem Netzwerk, deshalb wird der Datensatz ausgelassen.',
      payingCustomerMissing:
        'Der Kunde {{id}} gehört nicht zu diesem Netzwerk, deshalb wird das Team ausgelassen.',
      memberMissing:
        'Der Kunde {{id}} gehört nicht zu diesem Netzwerk, deshalb bleibt das Team ohne dieses Mitglied.',
      priceTooLarge:
        'Der Preis ist zu groß, um genau gespeichert zu werden, deshalb wird der Datensatz ausgelassen.',
      unknownColumn: 'Die Spalte {{name}} ist unbekannt und wurde nicht gelesen.',
      strayList: 'Die Datei gehört ihrem Namen nach zu keinem Space in {{file}} und wird nicht gelesen.',
      notAnObject: 'Der Datensatz ist kein Objekt; er wird übersprungen.',
      notAnObjectAt: 'Der Datensatz ist kein Objekt (Byte {{byte}} der Datei); er wird übersprungen.',
      wrongSize: 'Der Datensatz hat mehr oder weniger Werte als die Kopfzeile; er wird übersprungen.',
      wrongSizeAt:
        'Der Datensatz hat mehr oder weniger Werte als die Kopfzeile (Byte {{byte}} der Datei); er wird übersprungen.',
    },
  },
}
