/** What the count at the cut-off of a bill rests on that the records cannot tell, and how many people by it. */
import sql from 'sql-template-tag'
import { type BillAmounts, besideSubscription } from '#billing/bill-money'
import { DEFAULT_RULE_SET, SOURCE_RULES } from '#counting/rules'
import { countedInWindow } from '#counting/window'
import { dayAt } from '#counting/words/english'
import type { Session } from '#database/database'
import { fromMinor } from '#model/money'
import { SOURCE_BITS } from '#model/source'
import type { Bill } from '#services/bills/find'
import type { BillWindow } from '#services/bills/people'

export const UNCERTAINTIES = [
  'first_window',
  'read_later',
  'suspended_since_ever',
  'late_records',
  'number_not_named',
  'amount_not_told',
  'beside_subscription',
  'no_price_plan',
  'price_plan_inferred',
  'price_not_known',
  'other_currency',
] as const
export type UncertaintyCode = (typeof UNCERTAINTIES)[number]

export interface Uncertainty {
  readonly code: UncertaintyCode
  readonly sentence: string
  /** How many people the answer could differ by because of it; null where that is not known. */
  readonly people: number | null
}

export interface History {
  /** When records of this network first arrived; null where that was not kept. */
  readonly firstReadAt: string | null
  /** Up to where records are told; ISO 8601, UTC. */
  readonly lastReadAt: string | null
  /** The earliest suspension or archiving that has a date. */
  readonly statesKnownFrom: string | null
}

interface HistoryRow {
  first_read_at: Date | null
  last_read_at: Date | null
  states_from: Date | null
  created_at: Date
  suspended_since_ever: number
  window_only: number
  team_only: number
  late: number
}

const DAY_MS = 86_400_000

export async function readUncertainties(
  session: Session,
  window: BillWindow,
  bill: BillAmounts & Pick<Bill, 'currency' | 'digits'>,
): Promise<{ history: History; uncertainties: Uncertainty[] }> {
  const row = await readHistory(session, window)
  const { windowFrom, asOf, timeZone } = window
  // English, as the sentences of all verbs but an explanation
  const day = (at: Date) => dayAt(at, timeZone)
  const beside = besideSubscription(bill)
  const told: (Uncertainty | false)[] = [
    row.created_at.getTime() === windowFrom.getTime() && {
      code: 'first_window',
      sentence:
        'No earlier bill is known, so the window begins with the location itself: who counts only by a record before the true window counts here too.',
      people: row.window_only,
    },
    row.first_read_at !== null &&
      row.first_read_at.getTime() > asOf.getTime() + DAY_MS && {
        code: 'read_later',
        sentence: `Records of this network were first read on ${day(row.first_read_at)}, after the cut-off. Teams and who pays for them are taken as they were then, and what was deleted before is not known.`,
        people: row.team_only,
      },
    row.suspended_since_ever > 0 && {
      code: 'suspended_since_ever',
      sentence:
        'Customers with a contract are suspended without a date: they are taken to have been suspended at the cut-off too.',
      people: row.suspended_since_ever,
    },
    row.late > 0 && {
      code: 'late_records',
      sentence:
        'Records of the window arrived here more than a day after the cut-off, though others were read before.',
      people: row.late,
    },
    bill.billedCount === null && {
      code: 'number_not_named',
      sentence: 'The bill names no number of active users.',
      people: null,
    },
    bill.subscriptionMinor === null && {
      code: 'amount_not_told',
      sentence: 'The bill tells no amount before discount and tax.',
      people: null,
    },
    beside !== null &&
      beside !== 0 && {
        code: 'beside_subscription',
        sentence: `${bill.currency ?? ''} ${fromMinor(beside, bill.digits)} of the bill, before discount and tax, stand beside the subscription, as add-ons do: they are no active users and are not compared.`,
        people: null,
      },
  ]
  return {
    history: {
      firstReadAt: row.first_read_at?.toISOString() ?? null,
      lastReadAt: row.last_read_at?.toISOString() ?? null,
      statesKnownFrom: row.states_from?.toISOString() ?? null,
    },
    uncertainties: told.filter((one) => one !== false),
  }
}

/** Sources that no cut-off forgets. */
const STANDING_BITS = SOURCE_RULES.filter(({ lasts }) => lasts === 'standing').reduce(
  (bits, { source }) => bits | SOURCE_BITS[source],
  0,
)

async function readHistory(session: Session, window: BillWindow): Promise<HistoryRow> {
  const network = sql`${window.networkId}::int`
  const location = sql`${window.locationId}::int`
  const asOf = sql`${window.asOf}::timestamptz`
  const lateFrom = new Date(window.asOf.getTime() + DAY_MS)
  const [row] = await session.query<HistoryRow>(sql`
    with counted as (${countedInWindow(window, DEFAULT_RULE_SET)}
    ),
    reads as (
      select min(recorded_at) as first_read_at, max(recorded_at) as last_read_at
      from imports
      where network_id = ${network}
    )
    select
      reads.first_read_at,
      reads.last_read_at,
      (select min(at) from customer_changes where network_id = ${network}) as states_from,
      l.created_at,
      (
        select count(*)::int
        from location_suspensions s
        where s.location_id = ${location}
          and s.network_id = ${network}
          and s.from_at = '-infinity'
          and s.until_at > ${asOf}
          and not exists (select from counted where counted.customer_id = s.customer_id)
          and exists (
            select from contracts c
            where c.network_id = ${network}
              and c.customer_id = s.customer_id
              and c.location_id = ${location}
              and c.from_at <= ${asOf}
              and c.until_at > ${asOf}
          )
      ) as suspended_since_ever,
      (select count(*)::int from counted where counted.mask & ${STANDING_BITS}::int = 0) as window_only,
      (select count(*)::int from counted where counted.mask = ${SOURCE_BITS.team}::int) as team_only,
      (
        select count(distinct f.customer_id)::int
        from facts f
        join imports i on i.network_id = f.network_id and i.import_id = f.import_id
        join counted on counted.customer_id = f.customer_id
        where f.network_id = ${network}
          and f.location_id = ${location}
          and f.at >= ${window.windowFrom}::timestamptz
          and f.at < ${asOf}
          and i.recorded_at >= ${lateFrom}::timestamptz
          and reads.first_read_at < ${asOf}
      ) as late
    from locations l
    cross join reads
    where l.network_id = ${network} and l.location_id = ${location}`)
  if (row === undefined) throw new Error('the location of a bill is gone')
  return row
}
