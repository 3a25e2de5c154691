/** Wire records → records in our words, in the order in which they point to each other. */
import { type MapRecord, mapBatch } from '#connectors/map-batch'
import { ExportContext } from '#connectors/nexudus/context'
import { endRecord } from '#connectors/nexudus/end-record'
import type { ExportSource, SourceBatch } from '#connectors/nexudus/export-source'
import { mapBooking, mapCancelledBooking, noteResource } from '#connectors/nexudus/map-booking'
import { mapContract, mapPause, noteTariff } from '#connectors/nexudus/map-contract'
import { mapCustomer, mapCustomerChange } from '#connectors/nexudus/map-customer'
import { mapCustomerInvoice, noteCredit, noteInvoiceLine } from '#connectors/nexudus/map-customer-invoice'
import { mapLocation, noteTimeZone } from '#connectors/nexudus/map-location'
import { mapPlatformInvoice } from '#connectors/nexudus/map-platform-invoice'
import { mapProductSale } from '#connectors/nexudus/map-product-sale'
import { mapTeam } from '#connectors/nexudus/map-team'
import type { ExportFile } from '#connectors/nexudus/wire-types'
import { RecordFields } from '#connectors/read-fields'
import type { NetworkedRecord, RecordReader } from '#model/records'

type Events = Parameters<RecordReader['read']>[0]

interface Step {
  readonly file: ExportFile
  readonly map: MapRecord<string, ExportContext>
  /** The file is read again for its records: nobody should hear of its flaws twice. */
  readonly isFirstOfTwo?: boolean
}

/** In the order in which records point to each other; what only notes something comes before who asks it. */
const STEPS: readonly Step[] = [
  { file: 'simpletimezones.json', map: noteTimeZone },
  { file: 'businesses.json', map: mapLocation },
  { file: 'coworkers.json', map: mapCustomer },
  { file: 'audittrailentries.json', map: mapCustomerChange },
  { file: 'tariffs.json', map: noteTariff },
  { file: 'coworkercontracts.json', map: mapContract },
  { file: 'contractpausedperiods.json', map: mapPause },
  { file: 'teams.json', map: mapTeam },
  { file: 'resources.json', map: noteResource },
  { file: 'cancelledbookings.json', map: mapCancelledBooking },
  { file: 'bookings.json', map: mapBooking },
  { file: 'coworkerinvoicelines.json', map: noteInvoiceLine },
  { file: 'coworkerinvoices.json', map: noteCredit, isFirstOfTwo: true },
  { file: 'coworkerinvoices.json', map: mapCustomerInvoice },
  { file: 'coworkerproducts.json', map: mapProductSale },
  { file: 'invoices.json', map: mapPlatformInvoice },
]

export async function* readSource(
  source: ExportSource,
  events: Events,
): AsyncGenerator<readonly NetworkedRecord[]> {
  const context = new ExportContext()
  const sight = new Sight(source)
  for (const step of STEPS) {
    if (!source.has(step.file) || !(await isNeeded(step, source))) continue
    for await (const records of readStep(step, source, { context, events })) {
      const seen = sight.of(records)
      if (seen.length > 0) yield seen
    }
  }
}

async function* readStep(
  step: Step,
  source: ExportSource,
  { context, events }: { context: ExportContext; events: Events },
): AsyncGenerator<readonly NetworkedRecord[]> {
  const fields = new RecordFields<string>({})
  const onProblem = step.isFirstOfTwo ? () => {} : events.onProblem.bind(events)
  const tools = { fields, idField: 'Id', map: step.map, context, onProblem }
  for await (const batch of source.open(step.file)) {
    const { values, offsets, firstPosition, bytesRead, bytesTotal } = batch
    const input = { file: step.file, values, firstPosition, ...(offsets !== undefined && { offsets }) }
    const records = mapBatch({ ...input, wrongShape: 'not_an_object' }, tools)
    const recordsRead = firstPosition - 1 + values.length
    events.onProgress?.({ file: step.file, bytesRead, bytesTotal, recordsRead })
    yield batch.removed === undefined ? records : withEnds(records, batch.removed)
  }
}

async function isNeeded(step: Step, source: ExportSource): Promise<boolean> {
  return !step.isFirstOfTwo || (await source.mayHoldCredits())
}

function withEnds(
  records: readonly NetworkedRecord[],
  removed: NonNullable<SourceBatch['removed']>,
): NetworkedRecord[] {
  return records.map((record) => {
    const removedAt = removed.get(record.externalId)
    return removedAt === undefined ? record : endRecord(record, removedAt)
  })
}

/** Leaves out the records of locations that are not brought in. */
class Sight {
  readonly #isLeftOut: NonNullable<ExportSource['isLeftOut']> | undefined
  /** Contracts that were left out: their pauses go with them. */
  readonly #contracts = new Set<string>()

  constructor(source: ExportSource) {
    this.#isLeftOut = source.isLeftOut?.bind(source)
  }

  of(records: readonly NetworkedRecord[]): readonly NetworkedRecord[] {
    const isLeftOut = this.#isLeftOut
    if (isLeftOut === undefined) return records
    return records.flatMap((record) => {
      const seen = this.#seen(record, isLeftOut)
      return seen === null ? [] : [seen]
    })
  }

  #seen(record: NetworkedRecord, isLeftOut: (location: string) => boolean): NetworkedRecord | null {
    if (record.kind === 'customer_invoice') {
      const locationExternalIds = record.locationExternalIds.filter((location) => !isLeftOut(location))
      return locationExternalIds.length === 0 ? null : { ...record, locationExternalIds }
    }
    if (record.kind === 'pause') return this.#contracts.has(record.contractExternalId) ? null : record
    const location = record.kind === 'location' ? record.externalId : locationOf(record)
    if (location === null || !isLeftOut(location)) return record
    if (record.kind === 'contract') this.#contracts.add(record.externalId)
    return null
  }
}

function locationOf(record: NetworkedRecord): string | null {
  return 'locationExternalId' in record ? record.locationExternalId : null
}
