/**
 * The command line in this process, over a database that stays open: what a command says and does, without
 * the start of a process and of an engine for each. What is about the process itself is asked of `Place`.
 */
import { run } from '#cli/run'
import { readSettings } from '#config'
import type { Database } from '#database/database'
import { programContext } from '#services/context'
import { createHeadcount, type Headcount } from '#services/headcount'
import { type Answer, type DoorEngine, type Dump, dumpOf, jsonOf, refuseFaults } from './cli.ts'
import { openTestDatabase } from './engines.ts'

export class CommandLine {
  readonly #database: Database | undefined
  readonly #headcount: () => Headcount

  private constructor(database?: Database, headcount?: Headcount) {
    this.#database = database
    this.#headcount = () => headcount ?? createHeadcount(programContext(this.#opened, () => new Date()))
  }

  /** For what opens none. */
  static withoutDatabase(): CommandLine {
    return new CommandLine()
  }

  static async open(engine: DoorEngine): Promise<CommandLine> {
    return new CommandLine(await openTestDatabase(engine))
  }

  /** Over what a test has opened its own way, which stays the test's. */
  static over(database: Database, headcount: Headcount): CommandLine {
    return new CommandLine(database, headcount)
  }

  /** @throws Error when it prints a stack trace or an unknown error, whatever the test is about */
  async run(args: readonly string[]): Promise<Answer> {
    const told = { out: '', err: '' }
    const code = await run(args, {
      terminal: {
        out: (text) => {
          told.out += text
        },
        err: (text) => {
          told.err += text
        },
        isWatched: false,
        environment: {},
      },
      version: '0.0.0',
      settings: () => readSettings({}),
      open: async () => ({ ...this.#headcount(), close: async () => undefined }),
      ask: onlyByProgram,
      openOperators: onlyByProgram,
      serveMcp: onlyByProgram,
      serve: onlyByProgram,
    })
    return refuseFaults(args, { code, ...told })
  }

  /** What the command prints as JSON. @throws Error unless it ends with 0 and says nothing else */
  async json(args: readonly string[]): Promise<unknown> {
    return jsonOf(args, await this.run([...args, '--json']))
  }

  dump(): Promise<Dump> {
    return dumpOf(this.#opened)
  }

  remove(): Promise<void> {
    return this.#opened.close()
  }

  get #opened(): Database {
    if (this.#database === undefined) throw new Error('This command line has no database.')
    return this.#database
  }
}

function onlyByProgram(): never {
  throw new Error('This needs a process of its own: use Place.')
}
