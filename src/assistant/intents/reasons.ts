/** Why somebody stands on one list alone, as the end of a line that begins with a number of people. */

import type { Language } from '#assistant/answer'
import { type Both, sourceWords } from '#assistant/say'
import type { Reconciliation } from '#services/platform-invoices/reconcile'

type Step = Reconciliation['steps'][number]

const REASONS: Both<Readonly<Record<Step['reason'], string>>> = {
  en: {
    window_started_anew: 'counted only by what the window of the invoice held, which has started anew',
    contract_ended: 'whose contract has ended',
    suspended: 'suspended or archived since then',
    left_team: 'who left a team',
    paying_customer: 'whose paying customer holds nothing now, or whose merged billing ended',
    record_changed: 'whose records were cancelled, voided, deleted or corrected',
    rules_changed: 'counted otherwise by another rule set',
    not_yet: 'who did not count yet at that instant',
    new: 'new since then',
    late_record: 'who should have been counted: their records came late',
    no_longer: 'who counted at that instant, but no longer at the cut-off',
  },
  de: {
    window_started_anew: 'zählten nur durch Einträge im Fenster der Rechnung, das neu begonnen hat',
    contract_ended: 'mit einem Vertrag, der geendet hat',
    suspended: 'seither gesperrt oder archiviert',
    left_team: 'haben ein Team verlassen',
    paying_customer: 'deren zahlender Kunde nichts mehr hat oder deren Sammelrechnung endete',
    record_changed: 'deren Einträge storniert, gelöscht oder berichtigt wurden',
    rules_changed: 'zählen nach einem anderen Regelwerk anders',
    not_yet: 'zählten zu dem Zeitpunkt noch nicht',
    new: 'neu seither',
    late_record: 'hätten zählen sollen: ihre Einträge kamen später',
    no_longer: 'zählten zu dem Zeitpunkt, aber nicht mehr am Stichtag',
  },
}

export function reasonWords({ reason, source }: Step, language: Language): string {
  const said = REASONS[language][reason]
  return source === null ? `${said}.` : `${said} (${sourceWords([source], language)}).`
}
