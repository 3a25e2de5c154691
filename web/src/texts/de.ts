/** Alle Texte auf Deutsch. */
import type { Translated } from './translated'

export const de: Translated = {
  common: {
    loading: 'Wird geladen',
    language: 'Sprache',
    backToSignIn: 'Zurück zur Anmeldung',
    toPanel: 'Zur Übersicht',
    cancel: 'Abbrechen',
    close: 'Schließen',
    save: 'Speichern',
    copy: 'Kopieren',
    copied: 'Kopiert',
    search: 'Suchen',
    none: 'Keine',
    unknown: 'Unbekannt',
    skip: 'Zum Inhalt springen',
    menu: 'Menü',
    more: 'Mehr anzeigen',
    total: 'Summe',
  },
  entry: { claim: 'Wer zählt, warum, und der Beleg dafür.' },
  fields: {
    email: 'E-Mail',
    password: 'Passwort',
    newPassword: 'Neues Passwort',
    currentPassword: 'Jetziges Passwort',
    firstName: 'Vorname',
    lastName: 'Nachname',
    showPassword: 'Passwort zeigen oder verbergen',
    passwordRule: 'Mindestens 10 Zeichen, schwer zu erraten. Mehrere ungewöhnliche Wörter sind gut.',
    passwordGood: 'Gut: schwer zu erraten.',
    passwordStrong: 'Sehr gut: sehr schwer zu erraten.',
    passwordFault: 'Es genügt nicht: {{fault}}.',
    fault: '{{label}}: {{fault}}.',
  },
  signIn: {
    title: 'Bei Headcount anmelden',
    submit: 'Anmelden',
    forgotten: 'Passwort vergessen?',
    note: {
      password_changed:
        'Ihr Passwort wurde geändert, und Sie sind überall abgemeldet. Melden Sie sich mit dem neuen an.',
      password_set: 'Ihr Passwort wurde gesetzt. Melden Sie sich damit an.',
    },
  },
  secondFactor: {
    title: 'Zweiter Faktor',
    ask: 'Geben Sie den Code ein, den Ihre Authenticator-App zeigt.',
    code: 'Code',
    recoveryHint: 'Ohne die App gilt einmalig ein Wiederherstellungscode.',
    submit: 'Weiter',
    back: 'Als jemand anderes anmelden',
  },
  forgottenPassword: {
    title: 'Passwort vergessen?',
    about: 'Nennen Sie Ihre E-Mail, und Sie erhalten einen Link für ein neues Passwort.',
    submit: 'Link senden',
    sent: {
      email: 'Gehört diese E-Mail einem Operator, wurde ein Link gesendet. Er gilt eine Stunde.',
      log: 'Es ist kein Mailserver eingerichtet. Gehört diese E-Mail einem Operator, steht der Link im Protokoll des Servers.',
    },
  },
  resetPassword: {
    title: 'Neues Passwort setzen',
    about: 'Sobald es gesetzt ist, sind Sie überall abgemeldet.',
    submit: 'Passwort setzen',
    another: 'Einen anderen Link anfordern',
  },
  confirmEmail: {
    title: 'Neue E-Mail bestätigen',
    about: 'Mit dieser Adresse melden Sie sich an, sobald sie bestätigt ist.',
    submit: 'E-Mail bestätigen',
    done: 'Ab jetzt melden Sie sich mit {{email}} an.',
  },
  invitation: {
    title: 'Sie sind zu Headcount eingeladen',
    offer: '{{email}} ist eingeladen zu {{network}}, als {{role}}.',
    offerPlatform: '{{email}} ist eingeladen als {{role}}, für jedes Netzwerk.',
    accept: 'Einladung annehmen',
    acceptNew: 'Annehmen und anmelden',
  },
  firstRun: {
    title: 'Willkommen bei Headcount',
    about: 'Diesen Server nutzt noch niemand. Sie sind sein erster Operator, mit allen Rechten.',
    submit: 'Operator anlegen',
  },
  roles: {
    platform: { name: 'Plattform-Operator', about: 'Alles, in jedem Netzwerk.' },
    network_owner: { name: 'Netzwerk-Inhaber', about: 'Alles in einem Netzwerk.' },
    location_manager: {
      name: 'Standort-Manager',
      about: 'Sieht Zahlen, berichtigt Datensätze und sperrt Kunden.',
    },
    viewer: { name: 'Betrachter', about: 'Sieht Zahlen und die Belege dahinter.' },
  },
  notFound: {
    title: 'Diese Seite gibt es nicht',
    about: 'Vielleicht ist die Adresse vertippt, oder was sie nennt, dürfen Sie nicht sehen.',
  },
  problems: {
    retry: 'Erneut versuchen',
    requestId: 'Anfrage',
    known: {
      UNREACHABLE: {
        detail: 'Der Server antwortet nicht.',
        next: 'Prüfen Sie die Verbindung und versuchen Sie es erneut.',
      },
      UNREADABLE: {
        detail: 'Die Antwort des Servers ist nicht lesbar.',
        next: 'Versuchen Sie es erneut; geschieht es wieder, melden Sie die Nummer der Anfrage.',
      },
      UNEXPECTED: { detail: 'Diese Seite ist fehlgeschlagen.', next: 'Laden Sie sie neu.' },
      SIGN_IN_FAILED: {
        detail: 'E-Mail oder Passwort ist falsch.',
        next: 'Prüfen Sie beides, oder fordern Sie ein neues Passwort an.',
      },
      SIGN_IN_LOCKED: {
        detail: 'Zu viele Versuche mit dieser E-Mail.',
        next: 'Warten Sie nach dem letzten Versuch 15 Minuten, oder setzen Sie per Link ein neues Passwort.',
      },
      SECOND_FACTOR_WRONG: {
        detail: 'Dieser Code ist falsch.',
        next: 'Geben Sie den neuesten Code der App ein oder einen unbenutzten Wiederherstellungscode.',
      },
      SECOND_FACTOR_EXPIRED: {
        detail: 'Das hat zu lange gedauert.',
        next: 'Melden Sie sich noch einmal mit E-Mail und Passwort an.',
      },
      LINK_INVALID: {
        detail: 'Dieser Link gilt nicht, oder nicht mehr.',
        next: 'Ein Link gilt einmal und für eine Weile: Fordern Sie einen neuen an.',
      },
      PASSWORD_WRONG: {
        detail: 'Das ist nicht Ihr Passwort.',
        next: 'Geben Sie das Passwort ein, mit dem Sie sich anmelden.',
      },
      FORBIDDEN: {
        detail: 'Ihre Rolle erlaubt das nicht.',
        next: 'Bitten Sie einen Inhaber des Netzwerks um eine passende Rolle.',
      },
      TOO_MANY_REQUESTS: {
        detail: 'Zu viele Anfragen in kurzer Zeit.',
        next: 'Warten Sie eine Minute und versuchen Sie es erneut.',
      },
      OVERLOADED: {
        detail: 'Der Server hat zu viel zu tun.',
        next: 'Warten Sie einen Moment und versuchen Sie es erneut.',
      },
      INTERNAL: {
        detail: 'In Headcount ist etwas schiefgegangen. Nichts wurde halb getan.',
        next: 'Versuchen Sie es erneut; geschieht es wieder, melden Sie die Nummer der Anfrage.',
      },
    },
  },
}
