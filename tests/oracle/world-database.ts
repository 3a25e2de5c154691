// Brings worlds into a database the way an operator does: as an export folder, each under a network name of its own.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openNexudusExport } from '#connectors/nexudus/reader'
import type { RuleSet } from '#counting/rules'
import type { Database, EngineName } from '#database/database'
import type { Source } from '#model/source'
import { countActiveUsers } from '#services/active-users/count'
import { type ActiveUser, listActiveUsers } from '#services/active-users/list'
import type { Context } from '#services/context'
import { programContext } from '#services/context'
import { importRecords } from '#services/imports/import-records'
import type { ImportReport } from '#services/imports/report'
import { emptyAllTables, openTestDatabase } from '../support/engines.ts'
import type { Count } from './oracle.ts'
import type { Files } from './world-times.ts'

/** Earlier than every instant of a random world: a change without a date that is seen then holds at each of them. */
export const BEFOREHAND = new Date('2020-01-01T00:00:00Z')
/** Later than every instant of a random world. */
export const AFTERWARDS = new Date('2028-01-01T00:00:00Z')
const MOST_NETWORKS = 50

export class WorldDatabase {
  readonly context: Context
  readonly #database: Database
  readonly #folder: string
  #count = 0

  private constructor(database: Database, folder: string) {
    this.#database = database
    this.#folder = folder
    this.context = programContext(database, () => AFTERWARDS)
  }

  static async open(engine: EngineName): Promise<WorldDatabase> {
    return new WorldDatabase(
      await openTestDatabase(engine),
      await mkdtemp(join(tmpdir(), 'headcount-worlds-')),
    )
  }

  async close(): Promise<void> {
    await this.#database.close()
    await rm(this.#folder, { recursive: true, force: true })
  }

  /** Imports a world beside the others. @returns its network */
  async bring(files: Files): Promise<string> {
    if (this.#count % MOST_NETWORKS === 0) await emptyAllTables(this.#database)
    this.#count += 1
    const network = `World ${this.#count}`
    await this.bringAgain(files, network)
    return network
  }

  async bringAgain(files: Files, network: string, now = AFTERWARDS): Promise<ImportReport> {
    const dir = await mkdtemp(join(this.#folder, 'export-'))
    await writeExport(dir, files)
    try {
      const context = { ...this.context, now: () => now }
      return await importRecords(context, await openNexudusExport(dir), { networkName: network })
    } finally {
      await rm(dir, { recursive: true, force: true })
    }
  }
}

/** Writes an export folder, one array of records a file. */
export async function writeExport(dir: string, files: Files): Promise<void> {
  await Promise.all(
    Object.entries(files).map(([name, records]) =>
      writeFile(join(dir, `${name}.json`), JSON.stringify(records)),
    ),
  )
}

export interface Asked {
  readonly network: string
  readonly asOf: Date
  readonly ruleSet?: RuleSet
}

/** The product's count and lists, in the oracle's words. */
export async function countedByProduct(context: Context, asked: Asked): Promise<Count> {
  const count = await countActiveUsers(context, asked)
  const locations = await Promise.all(
    count.locations.map(async (location) => {
      const users = await listAll(context, { ...asked, location: location.externalId })
      return {
        location: Number(location.externalId),
        windowStart: location.windowFrom,
        count: location.count,
        bySource: location.bySource,
        users: users
          .map(({ externalId, sources }) => ({ customer: Number(externalId), sources: [...sources] }))
          .sort((a, b) => a.customer - b.customer),
      }
    }),
  )
  locations.sort((a, b) => a.location - b.location)
  return { locations, distinctCustomers: count.distinctCustomers }
}

/** The active users of a location in one page, by name. */
export async function listAll(
  context: Context,
  asked: Asked & { readonly location: string; readonly sources?: readonly Source[] },
): Promise<readonly ActiveUser[]> {
  const page = await listActiveUsers(context, { ...asked, limit: 1000 })
  if (page.total !== page.activeUsers.length || page.nextCursor !== null)
    throw new Error('the list is not whole')
  return page.activeUsers
}

/** A rule set like another, in which more kinds do not count; kinds are named as 'source.kind'. */
export function ruleSetWithout(ruleSet: RuleSet, id: string, notCounting: readonly string[]): RuleSet {
  const kinds = ruleSet.kinds.map((rule) =>
    notCounting.includes(`${rule.source}.${rule.kind}`) ? { ...rule, counts: false } : rule,
  )
  return { ...ruleSet, id, kinds }
}
