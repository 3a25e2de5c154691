import type { FieldFault, RecordFields, Wire } from '#connectors/read-fields'
import { fieldProblem, recordProblem } from '#model/record-problem'
import type { NetworkedRecord, Problem } from '#model/records'

/** Null leaves the record out without a word, unless the fields were given a fault. */
export type MapRecord<Field extends string, Context> = (
  fields: RecordFields<Field>,
  context: Context,
) => NetworkedRecord | null

export interface BatchOfInput {
  readonly file: string
  readonly values: readonly unknown[]
  readonly firstPosition: number
  /** Where each value begins in the file; named in the problem of a value that is no record at all. */
  readonly offsets?: readonly number[]
  /** What is wrong with a value that is no object. */
  readonly wrongShape: 'not_an_object' | 'wrong_size'
}

const SHOWN = 200

/**
 * Maps each value of a batch. `map` only reads; this tells its faults and warnings as problems, with the
 * record's own id (field `idField`) or its position.
 */
export function mapBatch<Field extends string, Context>(
  batch: BatchOfInput,
  tools: {
    readonly fields: RecordFields<Field>
    readonly idField: Field
    readonly map: MapRecord<Field, Context>
    readonly context: Context
    onProblem(problem: Problem): void
  },
): NetworkedRecord[] {
  const { fields, map, context, onProblem } = tools
  const records: NetworkedRecord[] = []
  batch.values.forEach((value, index) => {
    if (!isObject(value)) {
      onProblem(notAnObject(batch, index))
      return
    }
    fields.open(value as Wire<Field>)
    const record = map(fields, context)
    if (record !== null && fields.fault === null) records.push(record)
    if (fields.fault === null && fields.warnings.length === 0) return
    const name = recordName(fields.raw(tools.idField), batch.firstPosition + index)
    for (const problem of problemsOf(fields)) onProblem({ file: batch.file, record: name, ...problem })
  })
  return records
}

/** A record that is skipped needs no word about its lesser flaws. */
function problemsOf(fields: RecordFields<string>): Omit<Problem, 'file' | 'record'>[] {
  const { fault, warnings } = fields
  if (fault !== null) return [describe(fault, 'skipped')]
  return warnings.map((warning) => describe(warning, 'warning'))
}

function describe(found: FieldFault, severity: Problem['severity']) {
  const { field, value } = found
  return { field, value: show(value), ...fieldProblem(field, found, severity), severity }
}

function notAnObject(batch: BatchOfInput, index: number): Problem {
  const byte = batch.offsets?.[index]
  return {
    file: batch.file,
    record: `#${batch.firstPosition + index}`,
    field: '',
    value: show(batch.values[index]),
    ...(byte === undefined
      ? recordProblem(batch.wrongShape)
      : recordProblem(`${batch.wrongShape}_at`, { byte })),
    severity: 'skipped',
  }
}

function recordName(id: unknown, position: number): string {
  const isNamed = (typeof id === 'string' && id.trim() !== '') || typeof id === 'number'
  return isNamed ? show(typeof id === 'string' ? id.trim() : id) : `#${position}`
}

/** As found, in one line of at most 200 characters; nothing for what is missing. */
export function show(value: unknown): string {
  if (value === undefined || value === null) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN - 1)}…`
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
