/** What outlives a mutant in the one process that judges all: who was found, and what was imported. */
import type { Database, EngineName } from '#database/database'
import { BEFOREHAND, WorldDatabase as ColdWorldDatabase } from '../../tests/oracle/world-database.ts'
import type { Files } from '../../tests/oracle/world-times.ts'
import { openTestDatabase as openCold } from '../../tests/support/engines.ts'
import { emptyAllTables, importRecords } from './remembered-imports.ts'

export { BEFOREHAND, emptyAllTables, importRecords }
export const ENGINE_CASES: readonly EngineName[] = ['pglite']

/** Mutants that a test has noticed; their other tests are left out. */
export const found = new Set<string>()

let database: Promise<Database> | undefined
let worlds: Promise<WorldDatabase> | undefined

/** The stories' database: one for all, empty for each file. It ends with the process. */
export async function openTestDatabase(): Promise<Database> {
  database ??= openCold('pglite').then((db) => Object.assign(db, { close: async () => undefined }))
  await emptyAllTables(await database)
  return database
}

/** Random networks stay in a database of their own: with one seed, each mutant is asked about the same. */
export class WorldDatabase {
  readonly #cold: ColdWorldDatabase
  readonly #networks = new Map<string, string>()

  private constructor(cold: ColdWorldDatabase) {
    this.#cold = cold
  }

  static open(): Promise<WorldDatabase> {
    worlds ??= ColdWorldDatabase.open('pglite').then((cold) => new WorldDatabase(cold))
    return worlds
  }

  get context(): ColdWorldDatabase['context'] {
    return this.#cold.context
  }

  async bring(files: Files): Promise<string> {
    const told = JSON.stringify(files)
    const known = this.#networks.get(told)
    if (known !== undefined) return known
    const network = `World ${this.#networks.size + 1}`
    await this.#cold.bringAgain(files, network)
    this.#networks.set(told, network)
    return network
  }

  async close(): Promise<void> {}
}
