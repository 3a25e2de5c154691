import { createHash } from 'node:crypto'
import type { Locks } from '#database/lent-connection'

/** The server frees a session's locks when its connection ends, so a dead process holds none. */
export const ADVISORY_LOCKS: Locks = {
  async take(name, lane) {
    const text = 'select pg_try_advisory_lock($1::bigint) as taken'
    const [row] = await lane.query<{ taken: boolean }>({ text, values: [lockKey(name)] })
    return row?.taken ?? false
  },
  async isTaken(name, session) {
    // a lock of 64 bits stands there as two halves
    const text = `
      select exists (
        select from pg_locks held
        where held.locktype = 'advisory'
          and held.objsubid = 1
          and held.granted
          and held.database = (select oid from pg_database where datname = current_database())
          and held.classid = (($1::bigint >> 32) & 4294967295)::oid
          and held.objid = ($1::bigint & 4294967295)::oid
      ) as taken`
    const [row] = await session.query<{ taken: boolean }>({ text, values: [lockKey(name)] })
    return row?.taken ?? false
  },
  async release(name, lane) {
    // When the connection is gone the lock is too.
    await lane
      .query({ text: 'select pg_advisory_unlock($1::bigint)', values: [lockKey(name)] })
      .catch(() => undefined)
  },
}

/** A name as the 64-bit number that the server knows locks by. */
export function lockKey(name: string): string {
  return createHash('sha256').update(`headcount ${name}`).digest().readBigInt64BE().toString()
}
