/** Platform invoices that a question names by their numbers. */

/** *Invoice 34*, *invoices 31 and 34*, *#34*: numbers of active users are none. */
export function invoiceNumbersSaid(text: string): readonly number[] {
  const said =
    /\b(?:invoices?|rechnung(?:en)?|plattformrechnung(?:en)?) *(?:no\.?|number|nr\.?|nummer)? *#?(\d{1,7})\b(?! *(?:active|aktiv|users?|people|%))(?:.{1,24}?#?\b(\d{1,7})\b)?/i.exec(
      text,
    ) ?? /#(\d{1,7})\b/.exec(text)
  return (said ?? [])
    .slice(1)
    .filter((digits) => digits !== undefined)
    .map(Number)
}
