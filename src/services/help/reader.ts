/** Who reads an article: an operator, or somebody whose browser keeps a random token. */
import { createHash } from 'node:crypto'
import { HeadcountError } from '#errors'
import type { Asker } from '#services/asker'

/** @returns what feedback is kept under; of a token its hash, so that the table lets nobody pose as a reader */
export function readerOf({ operator }: Asker, token: string | undefined): string | null {
  if (operator !== null) return operator.operatorId
  return token === undefined || token === '' ? null : createHash('sha256').update(token).digest('hex')
}

/** @throws INVALID_ARGUMENT */
export function requireReader(asker: Asker, token: string | undefined): string {
  const reader = readerOf(asker, token)
  if (reader !== null) return reader
  throw new HeadcountError('INVALID_ARGUMENT', 'reader must be a token of who reads the article.')
}
