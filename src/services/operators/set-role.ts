/** Gives an operator a role in a network in place of the one he has there, or takes it away. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import type { Json } from '#lib/canonical-json'
import { requireRight } from '#services/asker'
import { writeAudit } from '#services/audit/write'
import { findNetwork } from '#services/networks/find'
import { lockAccount } from '#services/operators/accounts'
import type { OperatorContext } from '#services/operators/context'
import { findOperator, type OperatorRole, type OperatorSeen } from '#services/operators/list-operators'
import { checkOffer, type OfferedRole, type RoleOffer } from '#services/operators/role-offer'

export interface RoleRequest extends RoleOffer {
  readonly operatorId: string
}

/** @throws OPERATOR_NOT_FOUND, NETWORK_NOT_FOUND, LOCATION_NOT_FOUND, FORBIDDEN, INVALID_ARGUMENT */
export async function setRole(
  context: OperatorContext,
  { operatorId, ...offer }: RoleRequest,
): Promise<OperatorSeen> {
  const { database, asker } = context
  return database.transaction(async (session) => {
    const offered = await checkOffer(session, asker, offer)
    await lockAccount(session, operatorId)
    const before = await findOperator(session, asker, operatorId)
    await giveRole(session, context, operatorId, offered, before.roles)
    return findOperator(session, asker, operatorId)
  })
}

/** Writes the role and its entry in the audit log of the network. The platform role is given by other verbs. */
export async function giveRole(
  session: Session,
  context: OperatorContext,
  operatorId: string,
  { role, networkId, locationIds }: OfferedRole,
  rolesBefore: readonly OperatorRole[],
): Promise<void> {
  if (networkId === null) throw new HeadcountError('INVALID_ARGUMENT', 'A role needs a network.')
  await session.query(sql`
    insert into operator_roles (network_id, operator_id, role, has_all_locations)
    values (${networkId}::int, ${operatorId}::text, ${role}::text, ${locationIds === 'all'}::boolean)
    on conflict (network_id, operator_id) do update
    set
      role = excluded.role,
      has_all_locations = excluded.has_all_locations`)
  await session.query(sql`
    delete from operator_locations
    where network_id = ${networkId}::int
      and operator_id = ${operatorId}::text`)
  if (locationIds !== 'all') {
    await session.query(sql`
      insert into operator_locations (network_id, operator_id, location_id)
      select ${networkId}::int, ${operatorId}::text, unnest(${locationIds}::int[])`)
  }
  await writeAudit(session, context, {
    action: 'operator.set_role',
    networkId,
    subject: { operatorId },
    before: told(rolesBefore.find((one) => one.networkId === networkId)),
    after: told({ role, locationIds }),
  })
}

/** The account stays, with whatever other roles it has. @throws OPERATOR_NOT_FOUND, NETWORK_NOT_FOUND, FORBIDDEN */
export async function removeRole(
  context: OperatorContext,
  { operatorId, network }: { readonly operatorId: string; readonly network: string },
): Promise<void> {
  const { database, asker } = context
  await database.transaction(async (session) => {
    const { networkId } = await findNetwork(session, asker, network)
    requireRight(asker, 'operators.manage', { networkId })
    const operator = await findOperator(session, asker, operatorId)
    const role = operator.roles.find((one) => one.networkId === networkId)
    if (role === undefined) throw new HeadcountError('OPERATOR_NOT_FOUND', 'He has no role in this network.')
    await session.query(sql`
      delete from operator_roles
      where network_id = ${networkId}::int
        and operator_id = ${operatorId}::text`)
    await writeAudit(session, context, {
      action: 'operator.remove_role',
      networkId,
      subject: { operatorId },
      before: told(role),
    })
  })
}

function told(role: Pick<OfferedRole, 'role' | 'locationIds'> | undefined): Json {
  return role === undefined ? null : { role: role.role, locationIds: role.locationIds }
}
