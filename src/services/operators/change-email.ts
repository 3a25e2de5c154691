/** Changes an operator's own e-mail: his password first, then a link that proves the new address. */
import sql from 'sql-template-tag'
import { emailFault, maskedEmail, normalEmail } from '#model/email'
import { writeAudit } from '#services/audit/write'
import type { Delivery } from '#services/mail/mail'
import { type Account, endLinks, findAccountByEmail, lockAccount } from '#services/operators/accounts'
import type { OperatorContext } from '#services/operators/context'
import { emailFaults } from '#services/operators/fields'
import { linkInvalid, linkTo, makeToken, readLinkOf } from '#services/operators/links'
import { proveOwnPassword } from '#services/operators/prove-password'
import { refuseFaults } from '#services/refuse-faults'

const LIFE_HOURS = 24

export interface EmailChange {
  readonly email: string
  readonly password: string
}

/**
 * Sends the link to the new address. An address that somebody else has gets none, and the answer is the same.
 * @throws SESSION_NEEDED, FIELDS_INVALID, SIGN_IN_LOCKED, PASSWORD_WRONG
 */
export async function requestEmailChange(
  context: OperatorContext,
  { email: typed, password }: EmailChange,
): Promise<{ readonly delivery: Delivery }> {
  refuseFaults(emailFaults(typed))
  const { account } = await proveOwnPassword(context, password, 'password')
  const email = normalEmail(typed)
  const token = makeToken()
  const isFree = await context.database.transaction(async (session) => {
    await context.auth.makeLink(session, {
      purpose: 'email_change',
      token,
      value: `${account.operatorId} ${email}`,
      expiresAt: new Date(context.now().getTime() + LIFE_HOURS * 3600_000),
    })
    await writeAudit(session, context, {
      action: 'operator.request_email_change',
      networkId: 0,
      subject: { operatorId: account.operatorId },
      before: { email: maskedEmail(account.email) },
      after: { email: maskedEmail(email) },
    })
    return (await findAccountByEmail(session, email)) === null
  })
  if (isFree) context.mail.send(confirmation(account, email, linkTo(context, 'confirm-email', token)))
  return { delivery: context.mail.delivery }
}

/** @throws LINK_INVALID, also where somebody else took the address meanwhile */
export async function confirmEmailChange(
  context: OperatorContext,
  { token }: { readonly token: string },
): Promise<{ readonly email: string }> {
  const { operatorId, rest: email } = await readLinkOf(context, 'email_change', token)
  if (emailFault(email) !== null) throw linkInvalid()
  const before = await context.database.transaction(async (session) => {
    if ((await context.auth.useLink(session, 'email_change', token)) === null) throw linkInvalid()
    const account = await lockAccount(session, operatorId)
    if (account === null || account.isDisabled) throw linkInvalid()
    if ((await findAccountByEmail(session, email)) !== null) throw linkInvalid()
    await session.query(sql`
      update operators
      set
        email = ${email}::text,
        is_email_confirmed = true,
        updated_at = ${context.now()}::timestamptz
      where id = ${operatorId}::text`)
    // links that went to the old address
    await endLinks(session, operatorId)
    await writeAudit(session, context, {
      action: 'operator.change_email',
      networkId: 0,
      subject: { operatorId },
      before: { email: maskedEmail(account.email) },
      after: { email: maskedEmail(email) },
    })
    return account
  })
  context.mail.send(farewell(before))
  return { email }
}

function confirmation({ firstName }: Account, to: string, link: string) {
  return {
    to,
    subject: 'Confirm your e-mail for Headcount',
    text: [
      `Hello ${firstName},`,
      `open this link within ${LIFE_HOURS} hours, and you sign in to Headcount with this address from then on:`,
      link,
      'If you did not ask for it, do nothing.',
    ].join('\n\n'),
  }
}

function farewell({ email, firstName }: Account) {
  return {
    to: email,
    subject: 'Your e-mail for Headcount was changed',
    text: [
      `Hello ${firstName},`,
      'your account is now under another address.',
      'If it was not you, tell an operator with the platform role at once.',
    ].join('\n\n'),
  }
}
