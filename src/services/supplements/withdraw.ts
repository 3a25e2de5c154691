/** Withdraws a supplement that stands on no invoice. */
import sql from 'sql-template-tag'
import { HeadcountError } from '#errors'
import { LARGEST_INT } from '#lib/largest-int'
import { requireRight } from '#services/asker'
import { writeAudit } from '#services/audit/write'
import { checkInput, text, whole } from '#services/check-input'
import type { Context } from '#services/context'
import { findNetwork } from '#services/networks/find'
import { takeChain } from '#services/platform-invoices/entries'
import { reason } from '#services/platform-invoices/reason'
import { findSupplement } from '#services/supplements/find'
import type { Supplement } from '#services/supplements/rows'

export interface WithdrawSupplementOptions {
  /** Id, external id or exact name. */
  readonly network: string
  readonly supplement: number
  /** Told with the supplement for ever. */
  readonly reason: string
}

const INPUT = { network: text, supplement: whole(1, LARGEST_INT), reason }

/** @throws NETWORK_NOT_FOUND, SUPPLEMENT_NOT_FOUND; SUPPLEMENT_SETTLED where it waits no longer; FORBIDDEN */
export async function withdrawSupplement(
  context: Context,
  options: WithdrawSupplementOptions,
): Promise<Supplement> {
  const asked = checkInput(options, INPUT)
  return context.database.transaction(async (session) => {
    const { asker } = context
    const { networkId } = await findNetwork(session, asker, asked.network)
    requireRight(asker, 'billing.manage', { networkId })
    await takeChain(session, networkId)
    const supplement = await findSupplement(session, asker, networkId, asked.supplement)
    refuseSettled(supplement)
    await session.query(sql`
      update platform_invoice_supplements
      set withdrawn_at = ${context.now()}::timestamptz, withdrawn_because = ${asked.reason}::text
      where network_id = ${networkId}::int
        and supplement_id = ${asked.supplement}::int`)
    await writeAudit(session, context, {
      action: 'supplement.withdraw',
      networkId,
      subject: { supplementId: asked.supplement, number: supplement.about },
      after: { reason: asked.reason },
    })
    return findSupplement(session, asker, networkId, asked.supplement)
  })
}

function refuseSettled({ supplementId, state, lines }: Supplement): void {
  const standing = lines.find(({ isVoid }) => !isVoid)
  if (state === 'pending' && standing === undefined) return
  const why = standing === undefined ? `is ${state}` : `stands on platform invoice ${standing.number}`
  throw new HeadcountError('SUPPLEMENT_SETTLED', `Supplement ${supplementId} ${why}.`)
}
