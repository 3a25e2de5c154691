/** Moments of a sync at which a process is to be killed: found by what the account is asked. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { NexudusStandIn } from '../support/nexudus-stand-in.ts'
import type { Random } from './edits.ts'

export interface Moment {
  readonly name: string
  /** Such a request is answered then. */
  readonly asks: RegExp
  /** It is one of the first so many. */
  readonly most: number
  /** Only those after such a request. */
  readonly after?: RegExp
  /** It begins with an account that was read whole. */
  readonly isOfNewReading?: true
  /** It comes once nothing more is asked, and lasts up to so many ms. */
  readonly lastsMs?: number
  /** Changes the account so that it comes. */
  readonly prepare?: (account: NexudusStandIn) => void
}

/** The list that a sync reads last. */
const LAST_LIST = /\/simpletimezones\?/
const AUDIT = /\/audittrailentries/
const BY_IDS = /[?&]id=|\/\d+$/
/** Longer than between two requests of a sync. */
const QUIET_MS = 100
/** A sync that asks nothing for so long has ended without such a moment. */
const GIVE_UP_MS = 3000
const FIRST_REQUEST_WITHIN_MS = 60_000
const MOST_MS_AFTER_ANSWER = 30

export const MOMENTS: readonly Moment[] = [
  {
    name: 'bringing in',
    asks: LAST_LIST,
    most: 1,
    lastsMs: 250,
    // everything is brought in again
    prepare(account) {
      const [plan] = account.all('tariffs')
      if (plan) account.change('tariffs', plan.Id, { Name: `${plan.Name}+` })
    },
  },
  {
    name: 'deletions',
    asks: /\/coworkercontracts\/\d+$/,
    after: AUDIT,
    most: 1,
    prepare(account) {
      const [contract] = account.all('coworkercontracts')
      if (contract) account.remove('coworkercontracts', contract.Id)
    },
  },
  {
    name: 'audit entries',
    asks: AUDIT,
    most: 3,
    prepare(account) {
      const [customer] = account.all('coworkers')
      if (customer) account.change('coworkers', customer.Id, { Active: !customer.Active })
    },
  },
  { name: 'signing in', asks: /\/token$/, most: 2, prepare: (account) => account.forgetTokens() },
  { name: 'lists', asks: /[?&]page=/, most: 15 },
  {
    name: 'records by id',
    asks: BY_IDS,
    most: 3,
    prepare(account) {
      const [team] = account.all('teams')
      const members = account.all('coworkers').slice(0, 3)
      if (team) account.change('teams', team.Id, { TeamMembers: members.map(({ Id }) => Id) })
    },
  },
  {
    name: 'sweep',
    asks: BY_IDS,
    most: 2,
    after: LAST_LIST,
    isOfNewReading: true,
    prepare(account) {
      for (const entity of ['coworkerproducts', 'contractpausedperiods']) {
        const [record] = account.all(entity)
        if (record) account.remove(entity, record.Id, false)
      }
    },
  },
  // the mark of the kind before it was kept just now
  { name: 'marks', asks: /[?&]page=1&/, most: 14 },
]

/** Settles when the moment is there, or when the sync is over without it. */
export async function untilMoment(
  account: NexudusStandIn,
  { asks, most, after, lastsMs }: Moment,
  random: Random,
): Promise<void> {
  let left = 1 + random(most)
  let isAfter = after === undefined
  let lastAt = performance.now() + FIRST_REQUEST_WITHIN_MS
  const isHeld = lastsMs === undefined && random(2) === 0
  let isThere = false
  account.beforeAnswer = async (request) => {
    lastAt = performance.now()
    const isOne = isAfter && asks.test(request)
    isAfter ||= after?.test(request) === true
    if (!isOne) return
    left -= 1
    isThere ||= left <= 0
    if (isThere && isHeld) await forEver
  }
  const hasCome = () => {
    const quietMs = performance.now() - lastAt
    if (quietMs > GIVE_UP_MS) return true
    return isThere && (lastsMs === undefined || quietMs > QUIET_MS)
  }
  while (!hasCome()) await sleep(1)
  if (!isHeld) await sleep(random(lastsMs ?? MOST_MS_AFTER_ANSWER))
}

const forEver = new Promise<never>(() => undefined)
