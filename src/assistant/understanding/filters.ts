/** What the people asked about are, beside their sources. */
import type { ReadQuestion } from '#assistant/understanding/read'
import type { CustomerKind } from '#model/active-user'

export interface AskedFilter {
  readonly kind?: CustomerKind
  readonly isSuspended?: true
  readonly isDisputable?: true
}

const CONTACTS =
  /\bcontacts?\b|\bkontakte?n?\b|\b(without|no|ohne|keinen?) (an? |any |own |running |eigenen |laufenden )*(contracts?|vertrag|verträge)\b/i
const MEMBERS = /\bmembers\b|\bmitglieder\b/i
const DISPUTABLE = /\bdisput|\bcontestable\b|\barguable\b|\bstrittig|\bumstritten|\banfechtbar/i

export function readFilter({ text, has }: ReadQuestion): AskedFilter {
  const kind = CONTACTS.test(text) ? 'contact' : MEMBERS.test(text) && !has('team') ? 'member' : undefined
  return {
    ...(kind !== undefined && { kind }),
    ...(has('suspend') && !has('not') && { isSuspended: true }),
    ...(DISPUTABLE.test(text) && { isDisputable: true }),
  }
}
