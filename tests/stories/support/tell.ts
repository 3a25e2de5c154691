/** Tells stories to a database: imports what happens and asks what is asked. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Database } from '#database/database'
import { programContext } from '#services/context'
import { importRecords } from '#services/imports/import-records'
import { ENGINE_CASES, emptyAllTables, openTestDatabase } from '../../support/engines.ts'
import { answer, isQuestion } from './answers.ts'
import { Network } from './happenings.ts'
import { type Line, readStory } from './story.ts'

/** Each story, titled by the sentence that it proves, on each engine. */
export function describeStories(topic: string, stories: Readonly<Record<string, string>>): void {
  describe.each(ENGINE_CASES)(`${topic}, on %s`, (engine) => {
    let db: Database
    beforeAll(async () => {
      db = await openTestDatabase(engine)
    })
    beforeEach(() => emptyAllTables(db))
    afterAll(() => db.close())
    for (const [title, text] of Object.entries(stories)) test(title, () => tell(db, text))
  })
}

/** Tells one story to a database without rows. */
export async function tell(database: Database, text: string): Promise<void> {
  const lines = readStory(text)
  const hasImports = lines.some((line) => line.subject === 'import')
  const end = Math.max(...lines.map((line) => line.at))
  const teller = new Teller(database)
  for (const line of lines) await teller.tell(line)
  if (!hasImports) await teller.bringIn(end)
  else if (teller.isWaiting) throw new Error('Something is told after the last import of this story.')
  else expect(await teller.bringIn(end), 'whether the same import once more changes anything').toBe(false)
}

class Teller {
  readonly #database: Database
  readonly #network = new Network()
  readonly #questions: Line[] = []
  /** Whether something was told since the last import, or nothing was imported yet. */
  isWaiting = true

  constructor(database: Database) {
    this.#database = database
  }

  async tell(line: Line): Promise<void> {
    if (line.subject === 'import') await this.bringIn(line.at)
    else if (isQuestion(line)) await this.#hear(line)
    else {
      this.#network.tell(line)
      this.isWaiting = true
    }
  }

  /** @returns whether the import changed anything */
  async bringIn(at: number): Promise<boolean> {
    const context = programContext(this.#database, () => new Date(at))
    const { hasChanges, problems } = await importRecords(context, this.#network.reader())
    expect(problems).toEqual([])
    this.isWaiting = false
    for (const question of this.#questions) await this.#ask(question)
    return hasChanges
  }

  async #hear(line: Line): Promise<void> {
    if (!this.isWaiting) await this.#ask(line)
    if (line.subject !== 'counted') this.#questions.push(line)
    else if (this.isWaiting) throw new Error(`An import is missing before: ${line.text}`)
  }

  async #ask(question: Line): Promise<void> {
    const { locations, customers } = this.#network
    const { asked, given } = await answer(this.#database, question, { locations, customers })
    expect(given, question.text).toEqual(asked)
  }
}
