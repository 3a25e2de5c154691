/** Links in e-mails: random, kept hashed, for one use and for a while. */
import { randomBytes } from 'node:crypto'
import { HeadcountError } from '#errors'
import type { LinkPurpose, OperatorContext } from '#services/operators/context'

const TOKEN_BYTES = 32

export function makeToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** The address that a letter holds. The token stands behind `#`, so that no server or proxy logs it. */
export function linkTo(
  { publicUrl }: Pick<OperatorContext, 'publicUrl'>,
  page: string,
  token: string,
): string {
  return `${publicUrl}/${page}#${token}`
}

export interface LinkRead {
  readonly operatorId: string
  /** What the link carries besides the operator. */
  readonly rest: string
}

/** @throws LINK_INVALID */
export async function readLinkOf(
  { database, auth, now }: OperatorContext,
  purpose: LinkPurpose,
  token: string,
): Promise<LinkRead> {
  const link = await database.transaction((session) => auth.readLink(session, purpose, token))
  if (link === null || link.expiresAt <= now()) throw linkInvalid()
  const [operatorId = '', rest = ''] = link.value.split(' ')
  return { operatorId, rest }
}

export function linkInvalid(): HeadcountError {
  return new HeadcountError('LINK_INVALID', 'This link does not work, or does not work any more.')
}
