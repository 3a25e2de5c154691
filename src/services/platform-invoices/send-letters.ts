/**
 * Sends the letters that were asked for when platform invoices were issued: one for each owner, with all that
 * wait for him. Rows are claimed before and marked after, so that two processes do not send the same, and one
 * that is killed makes a letter come twice at most. What could not be sent is tried again for three days.
 */
import sql from 'sql-template-tag'
import type { Database } from '#database/database'
import type { Context } from '#services/context'
import type { DeliveryOutcome } from '#services/mail/mail'
import { invoiceLetter, type ToldInvoice } from '#services/platform-invoices/invoice-letter'

const DAY_MS = 24 * 3600_000
const TOO_OLD_MS = 3 * DAY_MS
/** Longer than a mail server takes to answer: whoever has claimed letters since before has gone, or has failed. */
const CLAIM_MS = 10 * 60_000
const MOST_UNANSWERED = 2

interface Claim {
  readonly at: Date
  readonly networkId: number
  readonly operatorId: string
  readonly numbers: readonly number[]
}

/** Does nothing where there is no mail, as on the command line: a server sends what waits. */
export async function sendInvoiceLetters({ database, now, post }: Context): Promise<void> {
  if (post === undefined) return
  let outcome: DeliveryOutcome = 'log'
  // after a failure the rest is left for later: the mail server is likely to fail for everybody
  while (outcome !== 'failed') {
    const claim = await claimNext(database, now())
    if (claim === null) return
    const told = await readTold(database, claim)
    outcome = await post.mail.deliver(invoiceLetter(told, post.publicUrl))
    await mark(database, claim, outcome, now())
  }
}

/** All that waits for one owner, those who were not tried yet first; null where nobody waits, or another process was quicker. */
async function claimNext(database: Database, at: Date): Promise<Claim | null> {
  const open = sql`
    letter.ended_at is null
    and letter.unanswered < ${MOST_UNANSWERED}::int
    and letter.asked_at > ${new Date(at.getTime() - TOO_OLD_MS)}::timestamptz
    and (letter.claimed_at is null or letter.claimed_at <= ${new Date(at.getTime() - CLAIM_MS)}::timestamptz)
    and exists (
      select from operator_roles r
      join operators o on o.id = r.operator_id
      where r.network_id = letter.network_id
        and r.operator_id = letter.operator_id
        and r.role = 'network_owner'
        and o.disabled_at is null
    )`
  const rows = await database.query<{ network_id: number; operator_id: string; invoice_number: number }>(sql`
    update invoice_letters letter
    set claimed_at = ${at}::timestamptz, unanswered = letter.unanswered + 1
    from (
      select letter.network_id, letter.operator_id
      from invoice_letters letter
      where ${open}
      order by letter.claimed_at nulls first, letter.asked_at, letter.network_id, letter.operator_id
      limit 1
    ) next
    where letter.network_id = next.network_id
      and letter.operator_id = next.operator_id
      and ${open}
    returning letter.network_id, letter.operator_id, letter.invoice_number`)
  const [first] = rows
  if (first === undefined) return null
  const numbers = rows.map(({ invoice_number }) => invoice_number).sort((a, b) => a - b)
  return { at, networkId: first.network_id, operatorId: first.operator_id, numbers }
}

async function readTold(database: Database, { networkId, operatorId, numbers }: Claim) {
  const [owner] = await database.query<{ email: string; first_name: string; network: string }>(sql`
    select o.email, o.first_name, n.name as network
    from operators o
    cross join networks n
    where o.id = ${operatorId}::text
      and n.network_id = ${networkId}::int`)
  if (owner === undefined) throw new Error(`Operator ${operatorId} went while a letter was written.`)
  const invoices = await database.query<{ content: ToldInvoice }>(sql`
    select content
    from platform_invoice_entries
    where network_id = ${networkId}::int
      and invoice_number = any (${numbers}::int[])
    order by invoice_number`)
  return {
    to: owner.email,
    firstName: owner.first_name,
    network: owner.network,
    invoices: invoices.map(({ content }) => content),
  }
}

/** A failure that was told is an answer: the claim lapses, and the letter is tried again. */
async function mark(database: Database, claim: Claim, outcome: DeliveryOutcome, at: Date): Promise<void> {
  const { networkId, operatorId, numbers } = claim
  const told =
    outcome === 'failed'
      ? sql`unanswered = unanswered - 1`
      : sql`unanswered = unanswered - 1, ended_at = ${at}::timestamptz, delivery = ${outcome}::text`
  await database.query(sql`
    update invoice_letters
    set ${told}
    where network_id = ${networkId}::int
      and operator_id = ${operatorId}::text
      and invoice_number = any (${numbers}::int[])
      and claimed_at = ${claim.at}::timestamptz`)
}
