/** Makes an operator: the first one, while there is none, or any on the command line. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { lockKey } from '#database/postgresql/advisory-locks'
import { HeadcountError } from '#errors'
import { maskedEmail } from '#model/email'
import { requireRight } from '#services/asker'
import { writeAudit } from '#services/audit/write'
import type { OperatorContext } from '#services/operators/context'
import { emailFaults, nameFaults, newPasswordFaults, normalAccount } from '#services/operators/fields'
import { refuseFaults } from '#services/refuse-faults'

export interface NewAccount {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly password: string
}

export interface OperatorCreated {
  readonly operatorId: string
}

/** Whether the server still waits for its first operator. */
export async function needsFirst({ database }: Pick<OperatorContext, 'database'>): Promise<boolean> {
  return isWithoutOperators(database)
}

async function isWithoutOperators(session: Session): Promise<boolean> {
  const found = await session.query(sql`select id from operators limit 1`)
  return found.length === 0
}

/** Whoever comes first gets the platform role; afterwards nobody does this way. @throws FIRST_OPERATOR_EXISTS, FIELDS_INVALID */
export async function createFirst(context: OperatorContext, account: NewAccount): Promise<OperatorCreated> {
  if (!(await needsFirst(context))) throw firstExists()
  return createAccount(context, account, async (session) => {
    await session.query(sql`select pg_advisory_xact_lock(${lockKey('first operator')}::bigint)`)
    if (!(await isWithoutOperators(session))) throw firstExists()
  })
}

/** Makes an operator with the platform role. For the program itself, and for operators who have that role. @throws FORBIDDEN, FIELDS_INVALID, EMAIL_TAKEN */
export async function createPlatformOperator(
  context: OperatorContext,
  account: NewAccount,
): Promise<OperatorCreated> {
  requireRight(context.asker, 'networks.manage')
  return createAccount(context, account, async () => undefined)
}

async function createAccount(
  context: OperatorContext,
  { password, ...typed }: NewAccount,
  prepare: (session: Session) => Promise<void>,
): Promise<OperatorCreated> {
  const account = normalAccount(typed)
  refuseFaults([
    ...nameFaults(account),
    ...emailFaults(account.email),
    ...(await newPasswordFaults('password', password, account)),
  ])
  const hash = await context.auth.hashPassword(password)
  return context.database.transaction(async (session) => {
    await prepare(session)
    await refuseTaken(session, account.email)
    const operatorId = await context.auth.createOperator(session, { ...account, isPlatform: true, hash })
    await writeAudit(session, context, {
      action: 'operator.create',
      networkId: 0,
      subject: { operatorId },
      after: { email: maskedEmail(account.email), role: 'platform' },
    })
    return { operatorId }
  })
}

/** @throws EMAIL_TAKEN. Only for those who may know who exists */
export async function refuseTaken(session: Session, email: string): Promise<void> {
  const [taken] = await session.query(sql`select id from operators where email = ${email}::text`)
  if (taken !== undefined) {
    throw new HeadcountError('EMAIL_TAKEN', 'There is an operator with this e-mail already.')
  }
}

function firstExists(): HeadcountError {
  return new HeadcountError('FIRST_OPERATOR_EXISTS', 'There is a first operator already.')
}
