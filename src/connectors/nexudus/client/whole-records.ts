/**
 * Lists tell less than a record read by its id. What a count needs and a list left out is asked for in
 * batches, and by id where batches do not tell it either.
 */
import type { NexudusClient } from '#connectors/nexudus/client/client'
import type { Entity, WireRecord } from '#connectors/nexudus/client/entities'
import { inParallel } from '#lib/in-parallel'

const BATCH = 50
/**
 * A field that is empty in a list may be empty in the record, or left out. So many records are read whole
 * to learn which it is.
 */
const SAMPLES = 5

export class WholeRecords {
  readonly #client: NexudusClient
  readonly #entity: Entity
  /** By field: how many records were read whole for it, and whether that ever told more than the list. */
  readonly #learned = new Map<string, { samples: number; isLeftOut: boolean }>()
  #batchesTell: boolean | null = null

  constructor(client: NexudusClient, entity: Entity) {
    this.#client = client
    this.#entity = entity
    for (const field of entity.leftOut) this.#learned.set(field, { samples: SAMPLES, isLeftOut: true })
  }

  /** The records with all that a count needs; one that is gone meanwhile is left out. */
  async complete(records: readonly WireRecord[]): Promise<WireRecord[]> {
    const whole = new Map<number, WireRecord | null>()
    const lacking = () => records.filter((record) => !whole.has(record.Id) && this.#isLacking(record))
    // samples first: they may show that nothing is missing from the others
    for (const record of lacking().slice(0, SAMPLES * 2)) {
      if (this.#isLacking(record)) await this.#readOne(record, whole)
    }
    const left = lacking()
    if (this.#batchesTell !== false) await this.#readBatches(left, whole)
    await inParallel(
      left.filter((record) => !whole.has(record.Id)),
      (record) => this.#readOne(record, whole),
    )
    return records.flatMap((record) => {
      const found = whole.get(record.Id)
      if (found === undefined) return [record]
      return found === null ? [] : [{ ...record, ...found }]
    })
  }

  #isLacking(record: WireRecord): boolean {
    return this.#entity.fields.some((field) => {
      if (!isEmpty(record[field])) return false
      const learned = this.#learned.get(field)
      return learned === undefined || learned.isLeftOut || learned.samples < SAMPLES
    })
  }

  async #readBatches(lacking: readonly WireRecord[], whole: Map<number, WireRecord | null>): Promise<void> {
    for (let first = 0; first < lacking.length && this.#batchesTell !== false; first += BATCH) {
      const asked = lacking.slice(first, first + BATCH)
      const found = await this.#client.batch(
        this.#entity,
        asked.map(({ Id }) => Id),
      )
      const byId = new Map(found.map((record) => [record.Id, record]))
      const told = asked.filter((record) => tellsMore(this.#entity, record, byId.get(record.Id)))
      this.#batchesTell ??= told.length > 0
      for (const { Id } of told) {
        const record = byId.get(Id)
        if (record !== undefined) whole.set(Id, record)
      }
    }
  }

  async #readOne(record: WireRecord, whole: Map<number, WireRecord | null>): Promise<void> {
    const found = await this.#client.byId(this.#entity, record.Id)
    whole.set(record.Id, found)
    if (found === null) return
    for (const field of this.#entity.fields) {
      if (!isEmpty(record[field])) continue
      const learned = this.#learned.get(field) ?? { samples: 0, isLeftOut: false }
      const isLeftOut = learned.isLeftOut || !isEmpty(found[field])
      this.#learned.set(field, { samples: learned.samples + 1, isLeftOut })
    }
  }
}

/** Whether a batch tells every field that lists are known to leave out. */
function tellsMore({ leftOut, fields }: Entity, listed: WireRecord, found: WireRecord | undefined): boolean {
  if (found === undefined) return false
  if (leftOut.length > 0) return leftOut.every((field) => !isEmpty(found[field]))
  return fields.some((field) => isEmpty(listed[field]) && !isEmpty(found[field]))
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null
}
