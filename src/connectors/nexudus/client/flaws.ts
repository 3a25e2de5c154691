/**
 * What a list gives that has no id and so is no record, told as an import tells it. A list that is read again
 * gives it again.
 */
import { mapBatch } from '#connectors/map-batch'
import type { Flawed } from '#connectors/nexudus/client/answers'
import type { Entity } from '#connectors/nexudus/client/entities'
import { RecordFields } from '#connectors/read-fields'
import type { Problem } from '#model/records'

type OnProblem = (problem: Problem) => void

export class Flaws {
  readonly #entity: Entity
  readonly #onProblem: OnProblem | undefined
  readonly #told = new Set<string>()
  #isRepeated = false

  constructor(entity: Entity, onProblem: OnProblem | undefined) {
    this.#entity = entity
    this.#onProblem = onProblem
  }

  repeat(): void {
    this.#isRepeated = true
  }

  /** @param before how many were listed before this page */
  tell(flawed: readonly Flawed[], before: number): void {
    for (const { index, value } of flawed) {
      const text = JSON.stringify(value)
      if (this.#isRepeated && this.#told.has(text)) continue
      this.#told.add(text)
      this.#tellOne(value, before + index + 1)
    }
  }

  #tellOne(value: unknown, firstPosition: number): void {
    const { file } = this.#entity
    mapBatch(
      { file, values: [value], firstPosition, wrongShape: 'not_an_object' },
      {
        fields: new RecordFields<'Id'>({}),
        idField: 'Id',
        map(fields) {
          fields.id('Id')
          return null
        },
        context: null,
        onProblem: (problem) => this.#onProblem?.(problem),
      },
    )
  }
}
