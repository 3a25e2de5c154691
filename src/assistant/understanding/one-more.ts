/** Questions about the price of one. */

/** What one costs depends on how many there are already. */
export const ONE_MORE =
  /\b(one|an?|each|per|every|another|additional|extra|single|jede[rn]?|pro|weitere[rn]?|zusätzliche[rn]?)\b.{0,24}\b(users?|people|person|members?|customers?|heads?|nutzer|kunden?|mitglied\w*|kopf)\b/i
