/** Warum Datensätze eines Imports ausgelassen oder mit einer Annahme gelesen wurden, auf Deutsch. */

import type { importReasonsEn } from './import-reasons-en.ts'
import type { Texts } from './translated.ts'

export const importReasonsDe: Texts<typeof importReasonsEn> = {
  importReasons: {
    skipped: '{{clause}}; der Datensatz wird übersprungen',
    clauses: {
      missing: 'fehlt',
      not_an_id: 'ist keine positive ganze Zahl',
      not_a_key: 'ist kein Text von 1 bis {{most}} Zeichen',
      not_text: 'ist kein Text und wurde weggelassen',
      not_a_boolean: 'ist weder wahr noch falsch (true oder false)',
      not_a_decimal: 'ist keine Dezimalzahl und wurde weggelassen',
      not_an_instant: 'ist kein Zeitpunkt der Jahre 1900 bis 9999',
      no_instant_left_out: 'ist kein Zeitpunkt der Jahre 1900 bis 9999 und wurde weggelassen',
      not_a_local_date: 'ist kein Datum der Jahre 1900 bis 9999',
      names_a_contact: 'nennt einen Kontakt, und dieses Format kennt nur Mitgliedschaften',
      no_total: 'nennt keine Summe, deshalb gilt die Rechnung als eine über einen Betrag',
      names_no_membership: 'nennt keine Mitgliedschaft',
      holds_no_membership: 'enthält „{{value}}“, was keine Mitgliedschaft nennt und weggelassen wurde',
      not_a_subdomain: 'ist keine Subdomain',
      no_time_zone: 'ist keine bekannte Zeitzone, deshalb gelten die Ortszeiten als UTC',
      not_a_currency: 'ist kein Währungscode aus drei Buchstaben und wurde weggelassen',
      no_start_of_contract: 'fehlt, deshalb gilt der Vertrag ab seinem StartDate',
      location_not_in_file: 'gilt als UTC, weil der Standort nicht in {{file}} steht',
      no_end_of_contract: 'fehlt bei einem gekündigten Vertrag, der deshalb als sofort beendet gilt',
      pause_ends_too_soon: 'liegt nicht nach {{from}}',
      pause_left_out: 'liegt nicht nach {{from}}, deshalb wurde die Pause weggelassen',
      not_a_list: 'ist keine Liste von Nummern',
      member_not_an_id: 'nennt ein Mitglied „{{value}}“, das keine Nummer ist und weggelassen wurde',
      booking_not_an_id: 'ist keine Nummer, deshalb ist unbekannt, welche Buchung storniert wurde',
      resource_not_in_file: 'nennt eine Ressource, die nicht in {{file}} steht',
      customer_without_name: 'fehlt; der Kunde heißt hier „{{name}}“',
      location_without_name: 'fehlt; der Standort heißt hier „{{name}}“',
      location_since: 'ist unbekannt, deshalb gilt {{name}} als seit 2000-01-01 vorhanden',
      names_no_time_zone: 'nennt keine bekannte Zeitzone, deshalb gelten die Ortszeiten von {{name}} als UTC',
      names_strange_time_zone:
        'nennt „{{zone}}“, was keine bekannte Zeitzone ist, deshalb gelten die Ortszeiten von {{name}} als UTC',
      not_a_cycle: 'ist kein bekannter Turnus (1 bis 6) eines laufenden Produkts',
      not_a_whole_number: 'ist keine ganze Zahl von {{least}} bis {{most}}',
      not_a_choice: 'ist keines von {{choices}}',
    },
    sentences: {
      location_unknown:
        'Der Standort {{id}} gehört nicht zu diesem Netzwerk, deshalb wird der Datensatz ausgelassen.',
      customer_unknown:
        'Der Kunde {{id}} gehört nicht zu diesem Netzwerk, deshalb wird der Datensatz ausgelassen.',
      contract_unknown:
        'Der Vertrag {{id}} gehört nicht zu diesem Netzwerk, deshalb wird der Datensatz ausgelassen.',
      paying_customer_unknown:
        'Der Kunde {{id}} gehört nicht zu diesem Netzwerk, deshalb wird das Team ausgelassen.',
      member_unknown:
        'Der Kunde {{id}} gehört nicht zu diesem Netzwerk, deshalb bleibt das Team ohne dieses Mitglied.',
      price_too_large:
        'Der Preis ist zu groß, um genau gespeichert zu werden, deshalb wird der Datensatz ausgelassen.',
      column_unknown: 'Die Spalte {{name}} ist unbekannt und wurde nicht gelesen.',
      file_of_no_space:
        'Die Datei gehört ihrem Namen nach zu keinem Space in {{file}} und wird nicht gelesen.',
      not_an_object: 'Der Datensatz ist kein Objekt; er wird übersprungen.',
      not_an_object_at: 'Der Datensatz ist kein Objekt (Byte {{byte}} der Datei); er wird übersprungen.',
      wrong_size: 'Der Datensatz hat mehr oder weniger Werte als die Kopfzeile; er wird übersprungen.',
      wrong_size_at:
        'Der Datensatz hat mehr oder weniger Werte als die Kopfzeile (Byte {{byte}} der Datei); er wird übersprungen.',
    },
  },
}
