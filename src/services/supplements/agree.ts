/**
 * Agrees a supplement: what late records make of an issued invoice, before tax, stands on the next invoice
 * of its location. The amount is worked out here and stays as agreed; what changes afterwards is a new
 * adjustment, for a supplement of its own.
 */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { HeadcountError } from '#errors'
import { fromMinor } from '#model/money'
import { writeAudit } from '#services/audit/write'
import { checkInput, optional, whole } from '#services/check-input'
import type { Context } from '#services/context'
import { type AdjustmentsFound, findAdjustments } from '#services/platform-invoices/adjustments'
import { takeChain } from '#services/platform-invoices/entries'
import { findInvoice, INVOICE_KEY, type InvoiceKey } from '#services/platform-invoices/find'
import { reason } from '#services/platform-invoices/reason'
import { type Supplement, supplementsWhere } from '#services/supplements/rows'

export interface AgreeSupplementOptions extends InvoiceKey {
  /** Told with the supplement for ever. */
  readonly reason: string
  /** What is expected before tax, in minor units: refused where it is something else by now. */
  readonly netMinor?: number
}

const INPUT = {
  ...INVOICE_KEY,
  reason,
  netMinor: optional(whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)),
}

/**
 * @throws PLATFORM_INVOICE_NOT_FOUND, PLATFORM_INVOICE_VOID; SUPPLEMENT_EMPTY where nothing is left to
 *   agree; ADJUSTMENT_CHANGED where it is not what was expected; FORBIDDEN
 */
export async function agreeSupplement(
  context: Context,
  options: AgreeSupplementOptions,
): Promise<Supplement> {
  const asked = checkInput(options, INPUT)
  return context.database.transaction(async (session) => {
    const { networkId } = (await findInvoice(session, context.asker, asked, 'billing.manage')).content
    await takeChain(session, networkId)
    const invoice = await findInvoice(session, context.asker, asked, 'billing.manage')
    const { content } = invoice
    if (invoice.void !== null) {
      throw new HeadcountError(
        'PLATFORM_INVOICE_VOID',
        `Platform invoice ${content.number} is void: what is issued in its place counts late records itself.`,
      )
    }
    const found = await findAdjustments(session, invoice)
    refuseOther(found, asked.netMinor)
    const supplementId = await insert(session, found, asked.reason, context.now())
    const [supplement] = await supplementsWhere(
      session,
      networkId,
      sql`s.supplement_id = ${supplementId}::int`,
    )
    if (supplement === undefined) throw new Error('a supplement was not kept')
    const { about, netMinor, currency, people, basis } = supplement
    await writeAudit(session, context, {
      action: 'supplement.agree',
      networkId,
      subject: { supplementId, number: about },
      after: {
        ...{ reason: asked.reason, netMinor, currency, basis: { ...basis } },
        people: people.map(({ customerId, change }) => ({ customerId, change })),
      },
    })
    return supplement
  })
}

function refuseOther({ told }: AdjustmentsFound, expected: number | undefined): void {
  const { number, supplementNetMinor, currency, digits } = told
  const amount = `${currency} ${fromMinor(supplementNetMinor, digits)}`
  if (supplementNetMinor === 0) {
    throw new HeadcountError(
      'SUPPLEMENT_EMPTY',
      `Nothing is left to agree about platform invoice ${number}: its adjustments make no difference in price that is not agreed or credited already.`,
    )
  }
  if (expected === undefined || expected === supplementNetMinor) return
  throw new HeadcountError(
    'ADJUSTMENT_CHANGED',
    `The adjustment of platform invoice ${number} comes to ${amount} before tax by now, not to ${currency} ${fromMinor(expected, digits)}.`,
  )
}

/** Under the lock of the chain, so that numbers follow each other. */
async function insert(
  session: Session,
  { told, people, basis, content }: AdjustmentsFound,
  because: string,
  at: Date,
): Promise<number> {
  const { networkId, number, location, currency, digits } = content
  const [made] = await session.query<{ supplement_id: number }>(sql`
    insert into platform_invoice_supplements (
      network_id, supplement_id, location_id, about_number, net_minor, currency, digits, people, basis,
      reason, agreed_at
    )
    select
      ${networkId}::int, coalesce(max(supplement_id), 0) + 1, ${location.locationId}::int, ${number}::int,
      ${told.supplementNetMinor}::bigint, ${currency}::text, ${digits}::int,
      ${JSON.stringify(people)}::jsonb, ${JSON.stringify(basis)}::jsonb,
      ${because}::text, ${at}::timestamptz
    from platform_invoice_supplements
    where network_id = ${networkId}::int
    returning supplement_id`)
  if (made === undefined) throw new Error('a supplement was not kept')
  return made.supplement_id
}
