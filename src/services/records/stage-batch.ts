/** Records of a batch → rows of its loading tables, in an order in which each comes after those it points to. */
import type { Session } from '#database/database'
import type { NetworkedRecord, RecordField, RecordKind } from '#model/records'
import { ImportTally } from '#services/imports/report'
import { Stage, type StageIds } from '#services/imports/stage'
import { RecordStage } from '#services/imports/stage-records'
import { type RecordFault, shownValue } from '#services/records/check-records'
import { RECORD_KINDS } from '#services/records/record-fields'

export interface StagedBatch {
  /** One reading of each record, the last where it was sent twice, as imports have it. */
  readonly records: readonly NetworkedRecord[]
  readonly tally: ImportTally
  readonly faults: readonly RecordFault[]
}

/** Reasons in the words of a batch; those of an import tell that the record is left out. */
const REASONS: Readonly<Record<RecordField, string>> = {
  location: 'is not among the locations of this network',
  customer: 'is not among the customers of this network',
  contract: 'is not among the contracts of this network',
  payingCustomer: 'is not among the customers of this network',
  member: 'is not among the customers of this network',
  price: 'is too large to be kept exactly',
}

export async function stageBatch(
  session: Session,
  ids: StageIds,
  sent: readonly NetworkedRecord[],
): Promise<StagedBatch> {
  const indexOf = new Map(sent.map((record, index) => [record, index]))
  const tally = new ImportTally()
  const faults: RecordFault[] = []
  const placeOf = (record: NetworkedRecord, field: RecordField) => ({
    file: String(indexOf.get(record)),
    field,
  })
  const note: ImportTally['note'] = ({ file, field, value }) => {
    const index = Number(file)
    const record = sent[index]
    if (record !== undefined) faults.push(faultOf(record, index, field as RecordField, value))
  }
  const stage = new RecordStage(new Stage(session, ids, { records: tally.records, note }, { placeOf }))
  const records = inOrder(lastReadings(sent), ids)
  for (const record of records) await stage.add(record)
  await stage.finish()
  return { records, tally, faults }
}

/** What is asked about locations that the sender does not see: they do not exist for him, and he makes none. */
export function hiddenLocations(sent: readonly NetworkedRecord[], { locations }: StageIds): RecordFault[] {
  return sent.flatMap((record, index) =>
    locationsOf(record)
      .filter((externalId) => locations.get(externalId) === undefined)
      .map((externalId) =>
        record.kind === 'location'
          ? { ...faultOf(record, index, 'location', externalId), field: 'externalId' }
          : faultOf(record, index, 'location', externalId),
      ),
  )
}

function locationsOf(record: NetworkedRecord): readonly string[] {
  if (record.kind === 'location') return [record.externalId]
  if ('locationExternalIds' in record) return record.locationExternalIds
  return 'locationExternalId' in record ? [record.locationExternalId] : []
}

function faultOf(record: NetworkedRecord, index: number, field: RecordField, value: string): RecordFault {
  const { kind, externalId } = record
  const name = nameOf(record, field)
  return {
    index,
    kind,
    externalId,
    field: name,
    value: shownValue(value),
    reason: `${name} “${value}” ${REASONS[field]}.`,
  }
}

/** The field of the record model that a part of a record stands in. */
function nameOf(record: NetworkedRecord, field: RecordField): string {
  if (field === 'price') return field
  if (field === 'member') return 'memberExternalIds'
  if (field === 'location' && record.kind === 'customer_invoice') return 'locationExternalIds'
  return `${field}ExternalId`
}

function lastReadings(sent: readonly NetworkedRecord[]): NetworkedRecord[] {
  return [...new Map(sent.map((record) => [identityOf(record), record])).values()]
}

/** What makes two records of a batch the same one. */
export function identityOf({ kind, externalId }: NetworkedRecord): string {
  return `${kind} ${externalId}`
}

/** By kind, and those that have numbers by these: staging takes a rising number for a record not read before. */
function inOrder(records: readonly NetworkedRecord[], { refs }: StageIds): NetworkedRecord[] {
  const rank = new Map<RecordKind, number>(RECORD_KINDS.map((kind, index) => [kind, index]))
  const numbered = records.map((record) => ({
    record,
    rank: rank.get(record.kind) ?? 0,
    number: hasNumber(record) ? refs.refOf(record.kind, record.externalId) : 0,
  }))
  numbered.sort((a, b) => a.rank - b.rank || a.number - b.number)
  return numbered.map(({ record }) => record)
}

function hasNumber({ kind }: NetworkedRecord): boolean {
  return kind === 'booking' || kind === 'customer_invoice' || kind === 'recurring_product'
}
