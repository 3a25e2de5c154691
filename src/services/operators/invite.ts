/** Offers a role by e-mail, and takes the offer back. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import type { Role } from '#model/access'
import { maskedEmail, normalEmail } from '#model/email'
import { writeAudit } from '#services/audit/write'
import type { Delivery } from '#services/mail/mail'
import { findAccountByEmail } from '#services/operators/accounts'
import { hashOfKey } from '#services/operators/api-key'
import type { OperatorContext } from '#services/operators/context'
import { emailFaults } from '#services/operators/fields'
import { linkTo, makeToken } from '#services/operators/links'
import {
  checkOffer,
  managedNetworks,
  type OfferedRole,
  type RoleOffer,
  requireManager,
} from '#services/operators/role-offer'
import { refuseFaults } from '#services/refuse-faults'

const LIFE_DAYS = 7
const DAY_MS = 24 * 3600_000

export interface InvitationRequest extends RoleOffer {
  readonly email: string
}

export interface Invitation {
  readonly invitationId: number
  readonly email: string
  readonly role: Role
  /** Null for the platform role. */
  readonly networkId: number | null
  readonly locationIds: 'all' | readonly number[]
  readonly createdAt: string
  readonly expiresAt: string
}

/**
 * An open invitation of the same address to the same network is replaced.
 * @throws FIELDS_INVALID, EMAIL_TAKEN for somebody who has a role there, and as an offer is checked
 */
export async function invite(
  context: OperatorContext,
  { email: typed, ...offer }: InvitationRequest,
): Promise<Invitation & { readonly delivery: Delivery }> {
  refuseFaults(emailFaults(typed))
  const email = normalEmail(typed)
  const token = makeToken()
  const invitation = await context.database.transaction(async (session) => {
    const offered = await checkOffer(session, context.asker, offer)
    await refuseRoleThere(session, email, offered)
    return write(session, context, { email, token, offered })
  })
  context.mail.send(letter(email, linkTo(context, 'invitation', token)))
  return { ...invitation, delivery: context.mail.delivery }
}

/** Who manages a network sees who has a role there, so that this tells nothing new. */
async function refuseRoleThere(session: Session, email: string, { networkId }: OfferedRole): Promise<void> {
  const account = await findAccountByEmail(session, email)
  if (account === null) return
  const [role] =
    networkId === null
      ? [account.isPlatform || undefined]
      : await session.query(sql`
          select role
          from operator_roles
          where network_id = ${networkId}::int
            and operator_id = ${account.operatorId}::text`)
  if (role !== undefined) throw new HeadcountError('EMAIL_TAKEN', 'This operator has a role there already.')
}

interface NewInvitation {
  readonly email: string
  readonly token: string
  readonly offered: OfferedRole
}

async function write(
  session: Session,
  context: OperatorContext,
  { email, token, offered }: NewInvitation,
): Promise<Invitation> {
  const at = context.now()
  const { role, networkId, locationIds } = offered
  await session.query(sql`
    update invitations
    set revoked_at = ${at}::timestamptz
    where email = ${email}::text
      and network_id is not distinct from ${networkId}::int
      and accepted_at is null
      and revoked_at is null`)
  const [row] = await session.query<InvitationRow>(sql`
    insert into invitations (
      invitation_id, email, token_hash, network_id, role, has_all_locations, location_ids,
      invited_by, created_at, expires_at
    )
    values (
      nextval('invitation_ids')::int,
      ${email}::text,
      ${hashOfKey(token)}::text,
      ${networkId}::int,
      ${role}::text,
      ${locationIds === 'all'}::boolean,
      ${locationIds === 'all' ? [] : locationIds}::int[],
      ${context.asker.operator?.operatorId ?? null}::text,
      ${at}::timestamptz,
      ${new Date(at.getTime() + LIFE_DAYS * DAY_MS)}::timestamptz
    )
    returning *`)
  const invitation = invitationOf(row as InvitationRow)
  await writeAudit(session, context, {
    action: 'invitation.create',
    networkId: networkId ?? 0,
    subject: { invitationId: invitation.invitationId },
    after: { email: maskedEmail(email), role, locationIds },
  })
  return invitation
}

/** Open invitations to the networks that the asker manages, the newest first. @throws FORBIDDEN */
export async function listInvitations({ database, asker, now }: OperatorContext): Promise<Invitation[]> {
  const networks = requireManager(asker)
  const rows = await database.query<InvitationRow>(sql`
    select *
    from invitations
    where accepted_at is null
      and revoked_at is null
      and expires_at > ${now()}::timestamptz${networks === 'all' ? sql`` : sql` and network_id = any (${networks}::int[])`}
    order by invitation_id desc`)
  return rows.map(invitationOf)
}

/** @throws INVITATION_NOT_FOUND, also for one to a network that the asker does not manage */
export async function revokeInvitation(
  context: OperatorContext,
  { invitationId }: { readonly invitationId: number },
): Promise<void> {
  const networks = managedNetworks(context.asker)
  await context.database.transaction(async (session) => {
    const [revoked] = await session.query<InvitationRow>(sql`
      update invitations
      set revoked_at = ${context.now()}::timestamptz
      where invitation_id = ${invitationId}::int
        and accepted_at is null
        and revoked_at is null${networks === 'all' ? sql`` : sql` and network_id = any (${networks}::int[])`}
      returning *`)
    if (revoked === undefined) {
      throw new HeadcountError('INVITATION_NOT_FOUND', 'There is no such open invitation.')
    }
    await writeAudit(session, context, {
      action: 'invitation.revoke',
      networkId: revoked.network_id ?? 0,
      subject: { invitationId },
    })
  })
}

export interface InvitationRow {
  invitation_id: number
  email: string
  network_id: number | null
  role: Role
  has_all_locations: boolean
  location_ids: number[]
  created_at: Date
  expires_at: Date
}

export function invitationOf(row: InvitationRow): Invitation {
  return {
    invitationId: row.invitation_id,
    email: row.email,
    role: row.role,
    networkId: row.network_id,
    locationIds: row.has_all_locations ? 'all' : row.location_ids,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }
}

function letter(to: string, link: string) {
  return {
    to,
    subject: 'You are invited to Headcount',
    text: [
      'Hello,',
      `you were invited to Headcount, which counts the active users of coworking locations. Open this link within ${LIFE_DAYS} days:`,
      link,
      'If you do not know what this is, do nothing.',
    ].join('\n\n'),
  }
}
