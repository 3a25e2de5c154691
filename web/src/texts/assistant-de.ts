/** Was der Assistent über ein Sprachmodell sagt, auf Deutsch; mit ihm geladen. */
export const assistantDe = {
  assistantModel: {
    note: 'Das Sprachmodell {{name}} bei {{host}} antwortet. Es erhält Ihre Frage, frühere mit ihren Antworten und was dazu nachgeschlagen wird: Namen und Zahlen, die Sie sehen dürfen, keine E-Mail-Adressen.',
    by: 'Vom Sprachmodell gesagt; Headcount hat die Zahlen geprüft.',
  },
}
