/** Changes an operator's own names. */
import sql from 'sql-template-tag'
import { writeAudit } from '#services/audit/write'
import { requireSession } from '#services/operators/accounts'
import type { OperatorContext } from '#services/operators/context'
import { nameFaults, normalPerson, type Person } from '#services/operators/fields'
import { refuseFaults } from '#services/refuse-faults'

/** @returns the names as they are kept. @throws SESSION_NEEDED, FIELDS_INVALID */
export async function updateProfile(context: OperatorContext, typed: Person): Promise<Person> {
  const { operatorId } = requireSession(context.asker)
  refuseFaults(nameFaults(typed))
  const { firstName, lastName } = normalPerson(typed)
  await context.database.transaction(async (session) => {
    const changed = await session.query(sql`
      update operators
      set
        first_name = ${firstName}::text,
        last_name = ${lastName}::text,
        updated_at = ${context.now()}::timestamptz
      where id = ${operatorId}::text
        and (first_name, last_name) is distinct from (${firstName}::text, ${lastName}::text)
      returning id`)
    if (changed.length === 0) return
    // that the name changed, not the name: the log is kept for ever
    await writeAudit(session, context, {
      action: 'operator.update_profile',
      networkId: 0,
      subject: { operatorId },
      after: { changed: ['name'] },
    })
  })
  return { firstName, lastName }
}
