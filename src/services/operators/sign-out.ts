/** Ends the session that asks. */
import { writeAudit } from '#services/audit/write'
import { requireSession } from '#services/operators/accounts'
import type { OperatorContext, Visit } from '#services/operators/context'

/** @returns the cookies that make the browser forget the session. @throws SESSION_NEEDED */
export async function signOut(context: OperatorContext, visit: Visit): Promise<readonly string[]> {
  const { operatorId } = requireSession(context.asker)
  return context.database.transaction(async (session) => {
    const setCookies = await context.auth.signOut(session, visit)
    await writeAudit(session, context, { action: 'session.end', networkId: 0, subject: { operatorId } })
    return setCookies
  })
}
