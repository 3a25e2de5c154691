/** What an operator sees of himself. */
import sql from 'sql-template-tag'
import { HeadcountError } from '#errors'
import { type NetworkRole, RIGHTS, type Right } from '#model/access'
import { hasRight } from '#services/asker'
import { findAccountById } from '#services/operators/accounts'
import type { OperatorContext } from '#services/operators/context'

export interface OwnRole {
  readonly networkId: number
  readonly networkName: string
  readonly role: NetworkRole
  readonly locationIds: 'all' | readonly number[]
  /** What it lets the asker do, within the scopes of his API key if he uses one. */
  readonly rights: readonly Right[]
}

export interface OwnAccount {
  readonly operatorId: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly isPlatform: boolean
  readonly hasSecondFactor: boolean
  readonly createdAt: string
  readonly roles: readonly OwnRole[]
}

export async function getOwnAccount({ database, asker }: OperatorContext): Promise<OwnAccount> {
  const account = asker.operator && (await findAccountById(database, asker.operator.operatorId))
  if (!account) throw new HeadcountError('NOT_SIGNED_IN', 'This needs an operator.')
  const names = await database.query<{ network_id: number; name: string }>(
    sql`select network_id, name from networks order by network_id`,
  )
  const nameOf = new Map(names.map(({ network_id, name }) => [network_id, name]))
  const grants = asker.grants === 'everything' ? [] : asker.grants
  return {
    operatorId: account.operatorId,
    email: account.email,
    firstName: account.firstName,
    lastName: account.lastName,
    isPlatform: account.isPlatform,
    hasSecondFactor: account.hasSecondFactor,
    createdAt: account.createdAt.toISOString(),
    roles: grants.map((grant) => ({
      ...grant,
      networkName: nameOf.get(grant.networkId) ?? '',
      rights: ALL_RIGHTS.filter((right) => hasRight(asker, right, grant)),
    })),
  }
}

const ALL_RIGHTS = Object.keys(RIGHTS) as Right[]
