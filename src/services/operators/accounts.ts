/** Reads an operator's account for the verbs that change it. */
import sql, { type Sql } from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import type { Asker } from '#services/asker'

export interface Account {
  readonly operatorId: string
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly isPlatform: boolean
  readonly hasSecondFactor: boolean
  readonly isDisabled: boolean
  readonly createdAt: Date
  readonly hash: string
}

/** The operator whose account has this e-mail, as it is kept, or null. */
export function findAccountByEmail(session: Session, email: string): Promise<Account | null> {
  return findAccount(session, sql`o.email = ${email}::text`)
}

export function findAccountById(session: Session, operatorId: string): Promise<Account | null> {
  return findAccount(session, sql`o.id = ${operatorId}::text`)
}

/** Reads the account and keeps others from changing it until the transaction ends. */
export async function lockAccount(session: Session, operatorId: string): Promise<Account | null> {
  await session.query(sql`select id from operators where id = ${operatorId}::text for update`)
  return findAccountById(session, operatorId)
}

async function findAccount(session: Session, condition: Sql): Promise<Account | null> {
  const [found] = await session.query<Account>(sql`
    select
      o.id as "operatorId",
      o.email,
      o.first_name as "firstName",
      o.last_name as "lastName",
      o.is_platform as "isPlatform",
      o.has_second_factor as "hasSecondFactor",
      o.disabled_at is not null as "isDisabled",
      o.created_at as "createdAt",
      a.password_hash as hash
    from operators o
    join operator_accounts a on a.operator_id = o.id and a.provider = 'credential'
    where ${condition}`)
  return found ?? null
}

/** The signed-in operator himself. @throws SESSION_NEEDED for an API key, and for a program */
export function requireSession({ operator, sessionId }: Asker): { operatorId: string; sessionId: string } {
  if (operator === null || sessionId === undefined) {
    throw new HeadcountError('SESSION_NEEDED', 'Only an operator who signed in can do this.')
  }
  return { operatorId: operator.operatorId, sessionId }
}

/** Ends links that were sent and sign-ins that wait for their second factor. */
export async function endLinks(session: Session, operatorId: string): Promise<void> {
  await session.query(sql`
    delete from operator_verifications
    where value = ${operatorId}::text or starts_with(value, ${`${operatorId} `}::text)`)
}
