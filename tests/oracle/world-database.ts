// Brings worlds into a database the way an operator does: as an export folder, each under a network name of its own.

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openNexudusExport } from '#connectors/nexudus/reader'
import type { Database, EngineName } from '#database/database'
import type { Context } from '#services/context'
import { programContext } from '#services/context'
import { importRecords } from '#services/imports/import-records'
import type { ImportReport } from '#services/imports/report'
import { emptyAllTables, openTestDatabase } from '../support/engines.ts'
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
