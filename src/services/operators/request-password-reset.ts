/** Sends the link by which an operator who forgot his password sets a new one. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { normalEmail } from '#model/email'
import { writeAudit } from '#services/audit/write'
import type { Delivery } from '#services/mail/mail'
import { type Account, findAccountByEmail } from '#services/operators/accounts'
import type { OperatorContext } from '#services/operators/context'
import { linkTo, makeToken } from '#services/operators/links'

const LIFE_MINUTES = 60
/** Nobody's letter-box is filled by others who ask again and again. */
const PAUSE_MS = 60_000

/** The same answer, in about the same time, for every e-mail. */
export async function requestPasswordReset(
  context: OperatorContext,
  { email: typed }: { readonly email: string },
): Promise<{ readonly delivery: Delivery }> {
  const { database, auth, mail } = context
  const account = await findAccountByEmail(database, normalEmail(typed))
  // as much work as a sign-in, so that the few statements below do not show
  await auth.verifyPassword(null, typed)
  if (account !== null && !account.isDisabled) {
    const token = await database.transaction((session) => makeReset(session, context, account))
    if (token !== null) mail.send(letter(account, linkTo(context, 'reset-password', token)))
  }
  return { delivery: mail.delivery }
}

async function makeReset(
  session: Session,
  context: OperatorContext,
  { operatorId }: Account,
): Promise<string | null> {
  const at = context.now()
  const [recent] = await session.query(sql`
    select id
    from operator_verifications
    where value = ${`${operatorId} reset`}::text
      and expires_at > ${new Date(at.getTime() + LIFE_MINUTES * 60_000 - PAUSE_MS)}::timestamptz`)
  if (recent !== undefined) return null
  const token = makeToken()
  await context.auth.makeLink(session, {
    purpose: 'password_reset',
    token,
    value: `${operatorId} reset`,
    expiresAt: new Date(at.getTime() + LIFE_MINUTES * 60_000),
  })
  await writeAudit(session, context, {
    action: 'operator.request_password_reset',
    networkId: 0,
    subject: { operatorId },
  })
  return token
}

function letter({ email, firstName }: Account, link: string) {
  return {
    to: email,
    subject: 'Set a new password for Headcount',
    text: [
      `Hello ${firstName},`,
      `somebody asked for a new password for your account. Set it here within ${LIFE_MINUTES} minutes:`,
      link,
      'If it was not you, do nothing: your password stays as it is.',
    ].join('\n\n'),
  }
}
