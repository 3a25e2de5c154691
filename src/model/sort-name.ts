const MARKS = /\p{M}+/gu

/**
 * The key by which names are put in order, the same on every database: compatibility forms, case and
 * diacritics folded, white space collapsed; compared by code point.
 */
export function sortNameOf(name: string): string {
  return name.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(/\s+/gu, ' ').trim()
}
