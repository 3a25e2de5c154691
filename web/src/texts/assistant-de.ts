/** What the assistant says besides its answers, in German; loaded with it. */
export const assistantDe = {
  assistant: {
    openPage: 'Als Seite öffnen',
    new: 'Neues Gespräch',
    conversation: 'Gespräch',
    conversations: 'Ihre Gespräche',
    none: 'Noch keine Gespräche.',
    start: 'Was möchten Sie wissen?',
    about: 'Fragen Sie in Ihren eigenen Worten. Jede Zahl führt zur Ansicht, die sie zeigt.',
    examples: {
      count: 'Wie viele aktive Nutzer hat {{location}}?',
      onlyBooking: 'Wer zählt bei {{location}} nur wegen einer Buchung?',
      difference: 'Warum ist die letzte Rechnung höher als das Panel bei {{location}}?',
      whatIf:
        'Was wäre, wenn wir die Kunden nur mit Vertrag sperren, die 90 Tage nichts taten, bei {{location}}?',
      suspended: 'Zählen gesperrte Kunden?',
    },
    question: 'Ihre Frage',
    placeholder: 'Stellen Sie eine Frage',
    ask: 'Fragen',
    note: 'Er ändert nichts und sieht nur, was Sie sehen dürfen.',
    youAsked: 'Ihre Frage:',
    looking: 'Ich sehe nach …',
    passages: 'Stellen der Hilfe',
    delete: 'Löschen: {{title}}',
    deleteTitle: 'Das Gespräch löschen?',
    deleteAction: 'Löschen',
    deleteAbout: '„{{title}}“ und die Antworten werden endgültig gelöscht.',
    model: {
      note: 'Das Sprachmodell {{name}} bei {{host}} antwortet. Es erhält Ihre Frage, frühere mit ihren Antworten und was dazu nachgeschlagen wird: Namen und Zahlen, die Sie sehen dürfen, keine E-Mail-Adressen.',
      by: 'Vom Sprachmodell gesagt; Headcount hat die Zahlen geprüft.',
    },
  },
}
