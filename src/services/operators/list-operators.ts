/** Operators as those see them who manage them: everybody for the platform, else those of one's own networks. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import type { NetworkRole } from '#model/access'
import type { Asker } from '#services/asker'
import type { OperatorContext } from '#services/operators/context'
import { requireManager } from '#services/operators/role-offer'

export interface OperatorRole {
  readonly networkId: number
  readonly role: NetworkRole
  readonly locationIds: 'all' | readonly number[]
}

export interface OperatorSeen {
  readonly operatorId: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly isPlatform: boolean
  readonly hasSecondFactor: boolean
  readonly isDisabled: boolean
  readonly createdAt: string
  /** In the networks that the asker manages. */
  readonly roles: readonly OperatorRole[]
}

interface OperatorRow {
  operator_id: string
  email: string
  first_name: string
  last_name: string
  is_platform: boolean
  has_second_factor: boolean
  is_disabled: boolean
  created_at: Date
  roles: { networkId: number; role: NetworkRole; locationIds: number[] | null }[] | null
}

/** By e-mail. @throws FORBIDDEN */
export async function listOperators({ database, asker }: OperatorContext): Promise<OperatorSeen[]> {
  return seenOperators(database, asker)
}

/** @throws FORBIDDEN, OPERATOR_NOT_FOUND also for one in other networks only */
export async function findOperator(
  session: Session,
  asker: Asker,
  operatorId: string,
): Promise<OperatorSeen> {
  const [found] = await seenOperators(session, asker, operatorId)
  if (found === undefined) throw new HeadcountError('OPERATOR_NOT_FOUND', 'There is no such operator.')
  return found
}

async function seenOperators(session: Session, asker: Asker, operatorId?: string): Promise<OperatorSeen[]> {
  const networks = requireManager(asker)
  const rows = await session.query<OperatorRow>(sql`
    select
      o.id as operator_id,
      o.email,
      o.first_name,
      o.last_name,
      o.is_platform,
      o.has_second_factor,
      o.disabled_at is not null as is_disabled,
      o.created_at,
      (
        select jsonb_agg(jsonb_build_object(
          'networkId', r.network_id,
          'role', r.role,
          'locationIds', case
            when not r.has_all_locations then (
              select coalesce(jsonb_agg(l.location_id order by l.location_id), '[]')
              from operator_locations l
              where l.network_id = r.network_id
                and l.operator_id = r.operator_id
            )
          end
        ) order by r.network_id)
        from operator_roles r
        where r.operator_id = o.id${networks === 'all' ? sql`` : sql` and r.network_id = any (${networks}::int[])`}
      ) as roles
    from operators o
    where true${operatorId === undefined ? sql`` : sql` and o.id = ${operatorId}::text`}
    order by o.email`)
  return rows.filter(({ roles }) => networks === 'all' || roles !== null).map(seen)
}

function seen(row: OperatorRow): OperatorSeen {
  return {
    operatorId: row.operator_id,
    email: row.email,
    firstName: row.first_name,
    lastName: row.last_name,
    isPlatform: row.is_platform,
    hasSecondFactor: row.has_second_factor,
    isDisabled: row.is_disabled,
    createdAt: row.created_at.toISOString(),
    roles: (row.roles ?? []).map((role) => ({ ...role, locationIds: role.locationIds ?? 'all' })),
  }
}
