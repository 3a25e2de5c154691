/** The evidence that was frozen with an invoiced user, as one cell of a file. */
import type { InvoicedUser } from '#model/invoiced-user'

/** `booking made b-1 2026-10-10T00:00:00.000Z; …`. */
export function evidenceText({ evidence }: InvoicedUser): string {
  return evidence
    .map(({ source, kind, record, at }) => [source, kind, record, at ?? 'since ever'].join(' '))
    .join('; ')
}
