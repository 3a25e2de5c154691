/** Takes up an invitation: a new operator with names and password, or one who is there already and signed in. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import type { Role } from '#model/access'
import { maskedEmail } from '#model/email'
import { writeAudit } from '#services/audit/write'
import { type Account, findAccountByEmail } from '#services/operators/accounts'
import { hashOfKey } from '#services/operators/api-key'
import type { OperatorContext } from '#services/operators/context'
import { nameFaults, newPasswordFaults, normalPerson } from '#services/operators/fields'
import { type InvitationRow, invitationOf } from '#services/operators/invite'
import { linkInvalid } from '#services/operators/links'
import { giveRole } from '#services/operators/set-role'
import { refuseFaults } from '#services/refuse-faults'

export interface InvitationSeen {
  readonly email: string
  readonly role: Role
  /** Null for the platform role. */
  readonly networkName: string | null
  /** Then he signs in to accept; else he chooses a password. Only the holder of the link learns it. */
  readonly hasAccount: boolean
  readonly expiresAt: string
}

/** @throws LINK_INVALID */
export async function getInvitation(
  context: OperatorContext,
  { token }: { readonly token: string },
): Promise<InvitationSeen> {
  const invitation = await findOpen(context.database, context, token)
  const { email, role, expiresAt } = invitationOf(invitation)
  const account = await findAccountByEmail(context.database, email)
  return { email, role, networkName: invitation.network_name, hasAccount: account !== null, expiresAt }
}

export interface Acceptance {
  readonly token: string
  /** For a new operator; who has an account signs in instead. */
  readonly account?: { readonly firstName: string; readonly lastName: string; readonly password: string }
}

/** @throws LINK_INVALID, INVITATION_FOR_ANOTHER, FIELDS_INVALID */
export async function acceptInvitation(
  context: OperatorContext,
  { token, account }: Acceptance,
): Promise<{ readonly operatorId: string }> {
  const { email } = await findOpen(context.database, context, token)
  const existing = await findAccountByEmail(context.database, email)
  const hash = existing === null ? await hashOfNew(context, email, account) : null
  return context.database.transaction(async (session) => {
    const invitation = await spend(session, context, token)
    const operatorId =
      hash === null || account === undefined
        ? idOfAsker(context, existing)
        : await createInvited(session, context, { ...normalPerson(account), email, hash })
    await takeRole(session, context, operatorId, invitation)
    return { operatorId }
  })
}

async function hashOfNew(
  { auth }: OperatorContext,
  email: string,
  account: Acceptance['account'],
): Promise<string> {
  const { password = '', firstName = '', lastName = '' } = account ?? {}
  refuseFaults([
    ...nameFaults({ firstName, lastName }),
    ...(await newPasswordFaults('password', password, { email, firstName, lastName })),
  ])
  return auth.hashPassword(password)
}

function idOfAsker({ asker }: OperatorContext, existing: Account | null): string {
  if (
    existing === null ||
    asker.sessionId === undefined ||
    asker.operator?.operatorId !== existing.operatorId
  ) {
    throw new HeadcountError(
      'INVITATION_FOR_ANOTHER',
      'This invitation is for an operator who is not signed in here.',
    )
  }
  return existing.operatorId
}

async function createInvited(
  session: Session,
  context: OperatorContext,
  account: { firstName: string; lastName: string; email: string; hash: string },
): Promise<string> {
  const operatorId = await context.auth.createOperator(session, { ...account, isPlatform: false })
  await session.query(sql`update operators set is_email_confirmed = true where id = ${operatorId}::text`)
  await writeAudit(session, context, {
    action: 'operator.create',
    networkId: 0,
    subject: { operatorId },
    after: { email: maskedEmail(account.email) },
  })
  return operatorId
}

async function takeRole(
  session: Session,
  context: OperatorContext,
  operatorId: string,
  row: InvitationRow,
): Promise<void> {
  const invitation = invitationOf(row)
  if (invitation.networkId !== null) return giveRole(session, context, operatorId, invitation, [])
  await session.query(sql`update operators set is_platform = true where id = ${operatorId}::text`)
  await writeAudit(session, context, {
    action: 'operator.set_platform',
    networkId: 0,
    subject: { operatorId },
    after: { isPlatform: true },
  })
}

type OpenInvitation = InvitationRow & { network_name: string | null }

async function findOpen(session: Session, { now }: OperatorContext, token: string): Promise<OpenInvitation> {
  const [found] = await session.query<OpenInvitation>(sql`
    select i.*, n.name as network_name
    from invitations i
    left join networks n on n.network_id = i.network_id
    where i.token_hash = ${hashOfKey(token)}::text
      and i.accepted_at is null
      and i.revoked_at is null
      and i.expires_at > ${now()}::timestamptz`)
  if (found === undefined) throw linkInvalid()
  return found
}

/** Of two who accept at once, one does. */
async function spend(session: Session, { now }: OperatorContext, token: string): Promise<InvitationRow> {
  const [accepted] = await session.query<InvitationRow>(sql`
    update invitations
    set accepted_at = ${now()}::timestamptz
    where token_hash = ${hashOfKey(token)}::text
      and accepted_at is null
      and revoked_at is null
      and expires_at > ${now()}::timestamptz
    returning *`)
  if (accepted === undefined) throw linkInvalid()
  return accepted
}
