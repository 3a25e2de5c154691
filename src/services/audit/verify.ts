/** Walks the chain of each network and says where it is broken. */
import sql from 'sql-template-tag'
import type { Session } from '#database/database'
import { requireRight } from '#services/asker'
import { FIRST_PREVIOUS_HASH, hashOf } from '#services/audit/entry'
import { type AuditRow, entryOf } from '#services/audit/rows'
import type { Context } from '#services/context'

export interface ChainVerdict {
  /** 0 is what belongs to no network. */
  readonly networkId: number
  readonly entries: number
  /** Hash of the newest entry: note it somewhere else, and a chain that was cut at its end shows too. */
  readonly lastHash: string
  /** What is wrong, a sentence each, the first of them first. */
  readonly faults: readonly string[]
}

export interface AuditVerdict {
  readonly isIntact: boolean
  readonly chains: readonly ChainVerdict[]
}

const ROWS_A_READ = 1000
const MOST_FAULTS = 20

/** @throws FORBIDDEN for everybody but the platform */
export async function verifyAudit({ database, asker }: Context): Promise<AuditVerdict> {
  requireRight(asker, 'networks.manage')
  return database.transaction(
    async (session) => {
      const networks = await session.query<{ network_id: number }>(
        sql`select distinct network_id from audit_entries order by network_id`,
      )
      const chains: ChainVerdict[] = []
      for (const { network_id } of networks) chains.push(await verifyChain(session, network_id))
      return { isIntact: chains.every(({ faults }) => faults.length === 0), chains }
    },
    { isolation: 'repeatable read', readOnly: true },
  )
}

async function verifyChain(session: Session, networkId: number): Promise<ChainVerdict> {
  const faults: string[] = []
  let entries = 0
  let number = 0
  let lastHash = FIRST_PREVIOUS_HASH
  for (;;) {
    const rows = await session.query<AuditRow>(sql`
      select *
      from audit_entries
      where network_id = ${networkId}::int
        and entry_number > ${number}::bigint
      order by entry_number
      limit ${ROWS_A_READ}::int`)
    for (const row of rows) {
      const entry = entryOf(row)
      if (entry.entryNumber !== number + 1)
        faults.push(`Entries ${number + 1} to ${entry.entryNumber - 1} are missing.`)
      else if (entry.previousHash !== lastHash)
        faults.push(`Entry ${entry.entryNumber} does not follow the one before it.`)
      if (entry.hash !== hashOf(entry)) faults.push(`Entry ${entry.entryNumber} is not as it was written.`)
      number = entry.entryNumber
      lastHash = entry.hash
      entries += 1
    }
    if (rows.length < ROWS_A_READ) break
  }
  return { networkId, entries, lastHash, faults: faults.slice(0, MOST_FAULTS) }
}
