/** Was der Server ablehnt, in den Worten des Panels, auf Deutsch. */

import type { refusalsEn } from './refusals-en.ts'
import type { Texts } from './translated.ts'

export const refusalsDe: Texts<typeof refusalsEn> = {
  refusals: {
    INVALID_ARGUMENT: {
      what: 'Der Server hat das nicht verstanden.',
      next: 'Ändern Sie die Eingabe und versuchen Sie es erneut.',
    },
    INVALID_INSTANT: { what: 'Das ist kein Zeitpunkt.', next: 'Wählen Sie Tag und Uhrzeit.' },
    INVALID_CURSOR: { what: 'Die Liste hat sich inzwischen geändert.', next: 'Laden Sie die Seite neu.' },
    NETWORK_NOT_FOUND: {
      what: 'Dieses Netzwerk gibt es nicht.',
      next: 'Wählen Sie eines im Standortwechsler.',
    },
    NETWORK_NAME_TAKEN: { what: 'So heißt schon ein Netzwerk.', next: 'Wählen Sie einen anderen Namen.' },
    NETWORK_EXISTS: { what: 'So heißt schon ein Netzwerk.', next: 'Wählen Sie einen anderen Namen.' },
    LOCATION_NOT_FOUND: {
      what: 'Diesen Standort gibt es nicht.',
      next: 'Wählen Sie einen im Standortwechsler.',
    },
    CUSTOMER_NOT_FOUND: { what: 'Diesen Kunden gibt es nicht.', next: 'Suchen Sie ihn unter Kunden.' },
    TEAM_NOT_FOUND: {
      what: 'Dieses Team gibt es nicht.',
      next: 'Geben Sie den Namen so ein, wie er in den Daten steht.',
    },
    RECORD_NOT_FOUND: {
      what: 'Diesen Datensatz gibt es nicht.',
      next: 'Er wurde vielleicht gelöscht; laden Sie die Seite neu.',
    },
    CONVERSATION_NOT_FOUND: {
      what: 'Dieses Gespräch gibt es nicht.',
      next: 'Wählen Sie eines der Ihren, oder beginnen Sie ein neues.',
    },
    CHANGE_NOT_FOUND: {
      what: 'Es gibt nichts rückgängig zu machen.',
      next: 'Eine Änderung lässt sich einmal rückgängig machen.',
    },
    CHANGE_OVERTAKEN: {
      what: 'Diese Kunden wurden inzwischen noch einmal geändert.',
      next: 'Sperren oder entsperren Sie sie so, wie es jetzt sein soll.',
    },
    ARTICLE_NOT_FOUND: { what: 'Diesen Artikel gibt es nicht.', next: 'Suchen Sie ihn in der Hilfe.' },
    BODY_TOO_LARGE: {
      what: 'Das ist zu viel auf einmal.',
      next: 'Senden Sie weniger, oder eine kleinere Datei.',
    },
    NOT_SIGNED_IN: { what: 'Sie sind nicht mehr angemeldet.', next: 'Melden Sie sich wieder an.' },
    ORIGIN_REFUSED: {
      what: 'Der Server kennt die Adresse dieser Seite nicht.',
      next: 'Öffnen Sie Headcount unter der Adresse, die Sie vom Betreiber haben.',
    },
    SECOND_FACTOR_ON: {
      what: 'Der zweite Faktor ist schon eingeschaltet.',
      next: 'Schalten Sie ihn erst aus.',
    },
    SECOND_FACTOR_OFF: { what: 'Der zweite Faktor ist ausgeschaltet.', next: 'Schalten Sie ihn erst ein.' },
    SESSION_NOT_FOUND: { what: 'Diese Sitzung ist schon beendet.', next: 'Laden Sie die Seite neu.' },
    API_KEY_NOT_FOUND: { what: 'Diesen API-Schlüssel gibt es nicht mehr.', next: 'Laden Sie die Seite neu.' },
    FIELDS_INVALID: {
      what: 'Etwas im Formular ist nicht brauchbar.',
      next: 'Berichtigen Sie die Felder, an denen es steht.',
    },
    EMAIL_TAKEN: {
      what: 'Diese E-Mail hat schon jemand.',
      next: 'Nehmen Sie eine andere, oder geben Sie ihm oder ihr die Rolle.',
    },
    FIRST_OPERATOR_EXISTS: {
      what: 'Es gibt schon einen Operator.',
      next: 'Melden Sie sich an, oder bitten Sie um eine Einladung.',
    },
    OPERATOR_NOT_FOUND: { what: 'Diesen Operator gibt es nicht mehr.', next: 'Laden Sie die Seite neu.' },
    LAST_PLATFORM_OPERATOR: {
      what: 'Das ist der letzte Operator der Plattform.',
      next: 'Geben Sie die Rolle erst jemand anderem.',
    },
    INVITATION_NOT_FOUND: { what: 'Diese Einladung ist nicht mehr offen.', next: 'Laden Sie die Seite neu.' },
    INVITATION_FOR_ANOTHER: {
      what: 'Diese Einladung gilt jemand anderem.',
      next: 'Melden Sie sich als die eingeladene Person an und öffnen Sie den Link noch einmal.',
    },
    PRICE_PLAN_INVALID: {
      what: 'Der Preisplan hat Fehler.',
      next: 'Berichtigen Sie die markierten Stellen.',
    },
    PRICE_PLAN_FILE: {
      what: 'Diese Datei ist kein Preisplan.',
      next: 'Wählen Sie eine Datei mit einem Preisplan als JSON.',
    },
    PRICE_PLAN_NOT_FOUND: {
      what: 'Diesen Preisplan gibt es nicht.',
      next: 'Wählen Sie einen unter Preispläne.',
    },
    PRICE_PLAN_TAKEN: {
      what: 'So heißt schon ein Preisplan.',
      next: 'Wählen Sie einen anderen Namen, oder fügen Sie diesem Plan eine Fassung hinzu.',
    },
    PRICE_TOO_LARGE: {
      what: 'Die Beträge sind zu groß, um sie zusammenzuzählen.',
      next: 'Senken Sie die Beträge des Preisplans.',
    },
    PLATFORM_INVOICE_NOT_FOUND: {
      what: 'Diese Plattformrechnung gibt es nicht.',
      next: 'Wählen Sie eine unter Rechnungen.',
    },
    PLATFORM_INVOICE_VOID: {
      what: 'Diese Plattformrechnung ist storniert.',
      next: 'Stellen Sie sie in einem Lauf neu aus.',
    },
    PLATFORM_INVOICE_CREDITED: {
      what: 'Die Gutschriften nähmen mehr weg, als die Rechnung verlangt.',
      next: 'Sehen Sie sich ihre Gutschriften an.',
    },
    PLATFORM_INVOICE_SUPPLEMENTED: {
      what: 'Eine spätere Rechnung trägt einen Nachtrag zu dieser.',
      next: 'Stornieren Sie erst jene.',
    },
    BILL_NOT_FOUND: {
      what: 'Diese Rechnung der Plattform gibt es nicht.',
      next: 'Wählen Sie eine unter Rechnungsprüfung.',
    },
    BILL_AMBIGUOUS: {
      what: 'Mehrere Rechnungen der Plattform haben diese Nummer.',
      next: 'Öffnen Sie sie unter Rechnungsprüfung.',
    },
    PLATFORM_LIST_INVALID: {
      what: 'Das ist keine Liste von Kunden.',
      next: 'Geben Sie je Zeile eine Id, eine E-Mail oder einen Namen an, oder eine CSV mit einer solchen Spalte.',
    },
    SUPPLEMENT_NOT_FOUND: { what: 'Diesen Nachtrag gibt es nicht.', next: 'Laden Sie die Seite neu.' },
    SUPPLEMENT_EMPTY: {
      what: 'Es gibt nichts zu vereinbaren.',
      next: 'Sehen Sie sich die Anpassungen der Rechnung an.',
    },
    SUPPLEMENT_SETTLED: {
      what: 'Dieser Nachtrag steht auf einer Rechnung.',
      next: 'Stornieren Sie diese Rechnung, dann nehmen Sie ihn zurück.',
    },
    ADJUSTMENT_CHANGED: {
      what: 'Die Anpassungen haben sich inzwischen geändert.',
      next: 'Sehen Sie sie noch einmal an, dann stimmen Sie zu.',
    },
    NO_BILLING_ANCHOR: {
      what: 'Wann dieser Standort abgerechnet wird, ist nicht bekannt.',
      next: 'Legen Sie Tag und Uhrzeit unter Ihr Tarif fest.',
    },
    NO_DATA: {
      what: 'Es gibt noch keine Daten.',
      next: 'Importieren Sie einen Export, oder beginnen Sie mit dem Demo-Netzwerk.',
    },
    IMPORT_FOLDER_EMPTY: {
      what: 'Keine dieser Dateien lässt sich importieren.',
      next: 'Geben Sie wenigstens eine der Dateien, die in der Hilfe stehen.',
    },
    IMPORT_FILE_UNREADABLE: {
      what: 'Eine Datei ist nicht lesbar.',
      next: 'Exportieren Sie sie neu und laden Sie sie noch einmal hoch. Nichts wurde importiert.',
    },
    IMPORT_FILE_ENCODING: {
      what: 'Eine Datei ist nicht UTF-8.',
      next: 'Speichern Sie sie als UTF-8 und laden Sie sie noch einmal hoch. Nichts wurde importiert.',
    },
    IMPORT_FILE_SYNTAX: {
      what: 'Eine Datei ist beschädigt.',
      next: 'Exportieren Sie sie neu und laden Sie sie noch einmal hoch. Nichts wurde importiert.',
    },
    IMPORT_FILE_COLUMNS: {
      what: 'Eine Datei hat andere Spalten, als sie haben soll.',
      next: 'Vergleichen Sie ihre Kopfzeile mit der CSV-Vorlage. Nichts wurde importiert.',
    },
    IMPORT_NETWORK_UNKNOWN: {
      what: 'Welches Netzwerk das ist, ist nicht bekannt.',
      next: 'Fügen Sie die Datei mit den Standorten hinzu, oder nennen Sie das Netzwerk.',
    },
    IMPORT_ARCHIVE: {
      what: 'Dieses Archiv ist nicht lesbar.',
      next: 'Packen Sie die Dateien in ein ZIP ohne Passwort. Nichts wurde importiert.',
    },
    IMPORT_RUN_NOT_FOUND: { what: 'Diesen Import gibt es nicht.', next: 'Wählen Sie einen unter Importe.' },
    IMPORT_INTERRUPTED: {
      what: 'Der Import wurde unterbrochen.',
      next: 'Importieren Sie noch einmal: Was gelesen war, hat nichts geändert.',
    },
    IMPORT_RUNNING: {
      what: 'Ein anderer Import läuft.',
      next: 'Warten Sie, bis er zu Ende ist, und versuchen Sie es erneut.',
    },
    RECORDS_INVALID: {
      what: 'Einige Datensätze sind nicht brauchbar.',
      next: 'Berichtigen Sie sie und senden Sie alle noch einmal. Nichts wurde geändert.',
    },
    ISSUE_RUN_NOT_FOUND: { what: 'Diesen Lauf gibt es nicht.', next: 'Wählen Sie einen unter Läufe.' },
    ISSUE_RUN_INTERRUPTED: {
      what: 'Der Lauf wurde unterbrochen.',
      next: 'Starten Sie ihn noch einmal: Er stellt aus, was fehlt, und nichts doppelt.',
    },
    CONNECTION_NOT_FOUND: { what: 'Diese Verbindung gibt es nicht mehr.', next: 'Laden Sie die Seite neu.' },
    CONNECTION_EXISTS: {
      what: 'Dieses Konto ist schon verbunden.',
      next: 'Ändern Sie die bestehende Verbindung, oder trennen Sie sie erst.',
    },
    CONNECTION_ADDRESS: {
      what: 'Diese Adresse ist nicht brauchbar.',
      next: 'Geben Sie eine an, die mit https:// beginnt.',
    },
    CONNECTION_REFUSED: {
      what: 'Das Konto lehnt diese Zugangsdaten ab.',
      next: 'Prüfen Sie E-Mail und Passwort und geben Sie sie noch einmal ein.',
    },
    CONNECTION_SECOND_FACTOR: {
      what: 'Das Konto verlangt einen zweiten Faktor.',
      next: 'Geben Sie dessen Code neben E-Mail und Passwort ein.',
    },
    CONNECTION_FORBIDDEN: {
      what: 'Das Konto darf nicht alles lesen.',
      next: 'Geben Sie ihm die genannten Rollen List und Read und versuchen Sie es erneut.',
    },
    CONNECTION_UNREACHABLE: {
      what: 'Das Konto ist nicht erreichbar.',
      next: 'Prüfen Sie die Adresse; was gelesen ist, bleibt erhalten.',
    },
    CONNECTION_THROTTLED: {
      what: 'Dem Konto sind es zu viele Anfragen.',
      next: 'Warten Sie eine Weile; was gelesen ist, bleibt erhalten.',
    },
    CONNECTION_ANSWER: {
      what: 'Das Konto antwortet etwas Unerwartetes.',
      next: 'Prüfen Sie, ob die Adresse die der REST-API ist.',
    },
    CONNECTION_SEALED: {
      what: 'Die Zugangsdaten lassen sich nicht mehr öffnen.',
      next: 'Geben Sie sie noch einmal ein.',
    },
    SYNC_RUNNING: { what: 'Es läuft schon ein Abgleich.', next: 'Warten Sie, bis er zu Ende ist.' },
    SYNC_INTERRUPTED: {
      what: 'Der Abgleich wurde unterbrochen.',
      next: 'Gleichen Sie noch einmal ab: Er macht weiter, wo er war.',
    },
    DATABASE_STOPPED: {
      what: 'Die Datenbank ist stehen geblieben.',
      next: 'Headcount muss neu gestartet werden.',
    },
    DATABASE_UNREACHABLE: {
      what: 'Die Datenbank ist nicht erreichbar.',
      next: 'Versuchen Sie es gleich noch einmal; bleibt es so, sagen Sie es dem Betreiber von Headcount.',
    },
    DATABASE_READ_ONLY: {
      what: 'Die Datenbank nimmt keine Änderungen an.',
      next: 'Sagen Sie es dem Betreiber von Headcount.',
    },
    DATABASE_FULL: {
      what: 'Die Datenbank hat keinen Platz mehr.',
      next: 'Sagen Sie es dem Betreiber von Headcount. Nichts wurde halb getan.',
    },
    DATABASE_TIMEOUT: {
      what: 'Die Datenbank hat zu lange gebraucht.',
      next: 'Versuchen Sie es, wenn weniger los ist.',
    },
    ADDRESS_TOO_LONG: { what: 'Die Adresse ist zu lang.', next: 'Kürzen Sie die Suche.' },
    ADDRESS_UNUSABLE: {
      what: 'Der Server kann seine Adresse nicht benutzen.',
      next: 'Sagen Sie es dem Betreiber von Headcount.',
    },
    API_KEY_INVALID: {
      what: 'Dieser API-Schlüssel funktioniert nicht.',
      next: 'Prüfen Sie, ob er vollständig ist, oder legen Sie unter Konto einen neuen an.',
    },
    CONTENT_TYPE_UNSUPPORTED: {
      what: 'Der Server nimmt diese Art von Inhalt nicht an.',
      next: 'Laden Sie die Seite neu.',
    },
    CUSTOMER_AMBIGUOUS: {
      what: 'Mehrere Kunden heißen so.',
      next: 'Suchen Sie den Kunden und wählen Sie den richtigen.',
    },
    DATABASE_ENCODING: {
      what: 'Die Datenbank fasst nicht alle Schriftzeichen.',
      next: 'Sagen Sie es dem Betreiber von Headcount.',
    },
    DATABASE_FORBIDDEN: {
      what: 'Headcount darf in der Datenbank seine Tabellen nicht anlegen.',
      next: 'Sagen Sie es dem Betreiber von Headcount.',
    },
    DATABASE_FOREIGN: {
      what: 'Die Datenbank gehört einem anderen Programm.',
      next: 'Sagen Sie es dem Betreiber von Headcount.',
    },
    DATABASE_TOO_OLD: {
      what: 'Die Datenbank ist zu alt.',
      next: 'Sagen Sie es dem Betreiber von Headcount.',
    },
    DATA_FOLDER_LOCKED: {
      what: 'Ein anderer Prozess benutzt den Datenordner.',
      next: 'Sagen Sie es dem Betreiber von Headcount.',
    },
    DATA_FOLDER_UNUSABLE: {
      what: 'Der Datenordner ist nicht brauchbar.',
      next: 'Sagen Sie es dem Betreiber von Headcount.',
    },
    IDEMPOTENCY_KEY_REUSED: {
      what: 'Eine andere Anfrage hatte denselben Schlüssel.',
      next: 'Laden Sie die Seite neu und versuchen Sie es noch einmal.',
    },
    IMPORT_FOLDER_NOT_FOUND: {
      what: 'Diesen Ordner gibt es nicht.',
      next: 'Wählen Sie den Ordner mit den Dateien des Exports.',
    },
    INVALID_SETTING: {
      what: 'Eine Einstellung des Servers ist falsch.',
      next: 'Sagen Sie es dem Betreiber von Headcount.',
    },
    LOCATION_AMBIGUOUS: {
      what: 'Mehrere Standorte heißen so.',
      next: 'Wählen Sie den richtigen im Standortwechsler.',
    },
    NETWORK_AMBIGUOUS: {
      what: 'Mehrere Netzwerke heißen so.',
      next: 'Wählen Sie das richtige im Standortwechsler.',
    },
    OUTPUT_FAILED: {
      what: 'Die Antwort ließ sich nicht schreiben.',
      next: 'Sagen Sie es dem Betreiber von Headcount.',
    },
    PRICE_PLAN_AMBIGUOUS: {
      what: 'Mehrere Preispläne heißen so.',
      next: 'Öffnen Sie den richtigen unter Preispläne.',
    },
    PROOF_PACK_FILE: {
      what: 'Diese Datei ist kein Beweispaket.',
      next: 'Wählen Sie eines, das bei einer Rechnung exportiert wurde.',
    },
    ROUTE_NOT_FOUND: { what: 'Diese Adresse gibt es nicht.', next: 'Laden Sie die Seite neu.' },
    SCHEMA_TOO_NEW: {
      what: 'Die Datenbank ist von einem neueren Headcount.',
      next: 'Bitten Sie den Betreiber, Headcount zu aktualisieren.',
    },
    SECRET_UNUSABLE: {
      what: 'Das Geheimnis des Servers ist nicht brauchbar.',
      next: 'Sagen Sie es dem Betreiber von Headcount.',
    },
    SESSION_NEEDED: {
      what: 'Das verlangt jemanden, der angemeldet ist.',
      next: 'Melden Sie sich mit E-Mail und Passwort an.',
    },
    SYNC_NOT_FOUND: { what: 'Diesen Abgleich gibt es nicht.', next: 'Laden Sie die Seite neu.' },
    TEAM_AMBIGUOUS: {
      what: 'Mehrere Teams heißen so.',
      next: 'Suchen Sie das Team auf der Seite eines seiner Mitglieder.',
    },
    WEBHOOK_INVALID: {
      what: 'Ein Webhook hat etwas Unerwartetes gesendet.',
      next: 'Prüfen Sie die Adresse, unter der er eingerichtet ist.',
    },
    WEBHOOK_REFUSED: {
      what: 'Ein Webhook war nicht mit dem gemeinsamen Geheimnis signiert.',
      next: 'Tragen Sie das Geheimnis der Webhooks bei der Verbindung ein.',
    },
  },
}
