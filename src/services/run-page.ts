/** A page of runs, the newest first; the page after begins before the last run of this one. */
import sql, { raw, type Sql } from 'sql-template-tag'
import { LARGEST_INT } from '#lib/largest-int'
import type { Right } from '#model/access'
import { requireRight } from '#services/asker'
import { checkInput, optional, text, whole } from '#services/check-input'
import type { Context } from '#services/context'
import { findNetwork } from '#services/networks/find'
import type { RunTable } from '#services/run-keeper'

export interface RunsOptions {
  /** Default: the runs of every network, and those of none. */
  readonly network?: string
  /** Runs before this one: the last of the page before. */
  readonly before?: number
  /** 1 to 500; default 50. */
  readonly limit?: number
}

export interface RunPage<Run> {
  readonly total: number
  readonly runs: readonly Run[]
  readonly nextBefore: number | null
}

const DEFAULT_ROWS = 50
const MOST_ROWS = 500
const INPUT = {
  network: optional(text),
  before: optional(whole(1, LARGEST_INT)),
  limit: optional(whole(1, MOST_ROWS)),
}

interface RunList<Run> {
  readonly table: RunTable
  readonly right: Right
  /** The newest runs that meet a condition on table `r`. */
  readonly read: (condition: Sql, limit: number) => Promise<readonly Run[]>
}

/** @throws FORBIDDEN, NETWORK_NOT_FOUND, NETWORK_AMBIGUOUS */
export async function pageOfRuns<Run extends { readonly runId: number }>(
  { database, asker }: Context,
  options: RunsOptions,
  { table, right, read }: RunList<Run>,
): Promise<RunPage<Run>> {
  const { network, before = LARGEST_INT, limit = DEFAULT_ROWS } = checkInput(options, INPUT)
  const found = network === undefined ? undefined : await findNetwork(database, asker, network)
  requireRight(asker, right, found === undefined ? {} : { networkId: found.networkId })
  const ofNetwork = found === undefined ? sql`true` : sql`r.network_id = ${found.networkId}::int`
  const [counted] = await database.query<{ total: number }>(
    sql`select count(*)::int as total from ${raw(table)} r where ${ofNetwork}`,
  )
  const rows = await read(sql`${ofNetwork} and r.run_id < ${before}::int`, limit + 1)
  const runs = rows.slice(0, limit)
  return {
    total: counted?.total ?? 0,
    runs,
    nextBefore: rows.length > limit ? (runs.at(-1)?.runId ?? null) : null,
  }
}
