/** An account of the stand-in, connected to a database of its own, and the same world imported beside it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '#database/database'
import { programContext } from '#services/context'
import { createHeadcount, type Headcount } from '#services/headcount'
import { openTestDatabase } from '../support/engines.ts'
import { EMAIL, type NexudusStandIn, PASSWORD } from '../support/nexudus-stand-in.ts'

export const SECRET = 'a secret of tests, long enough for all rules'

export interface Opened {
  readonly database: Database
  readonly headcount: Headcount
}

export async function openHere(): Promise<Opened> {
  const database = await openTestDatabase('pglite')
  return { database, headcount: openOn(database) }
}

export function openOn(database: Database): Headcount {
  return createHeadcount({ ...programContext(database, () => new Date()), secret: async () => SECRET })
}

export async function connect(headcount: Headcount, standIn: NexudusStandIn): Promise<number> {
  const given = { kind: 'password', email: EMAIL, password: PASSWORD, baseUrl: standIn.url } as const
  const { connectionId } = await headcount.connectAccount({ ...given, syncEveryMinutes: 0 })
  return connectionId
}

export async function synced(headcount: Headcount, connection: number, full?: boolean) {
  const run = await headcount.sync({ connection, ...(full !== undefined && { full }) })
  if (run.state !== 'done') throw new Error(`The sync ended as ${run.state}: ${JSON.stringify(run.problem)}`)
  return run
}

/** Everybody who counts, with all sources, at each location, by external ids: what has to be the same. */
export async function everybody(
  headcount: Headcount,
  asOf?: Date,
  network?: string,
): Promise<Record<string, string[]>> {
  const chosen = { ...(asOf && { asOf }), ...(network && { network }) }
  const { locations } = await headcount.count(chosen)
  const found: Record<string, string[]> = {}
  for (const { locationId, networkId } of locations) {
    const at = { location: String(locationId), network: String(networkId) }
    const { location, activeUsers } = await headcount.list({ ...at, ...(asOf && { asOf }), limit: 1000 })
    found[location.externalId] = activeUsers
      .map(({ externalId, sources }) => `${externalId}:${[...sources].sort().join('+')}`)
      .sort()
  }
  return found
}

/** What an import of the account's truth counts. */
export async function importedTruth(standIn: NexudusStandIn, asOf?: Date): Promise<Record<string, string[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'headcount-truth-'))
  const { database, headcount } = await openHere()
  try {
    await headcount.importNexudus(await standIn.write(folder))
    return await everybody(headcount, asOf)
  } finally {
    await database.close()
    await rm(folder, { recursive: true })
  }
}
