/** Folders of input written for one test, and everything that a reader says of them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { RecordFields, type Wire } from '#connectors/read-fields'
import { HeadcountError } from '#errors'
import type { NetworkedRecord, Problem, RecordKind, RecordReader } from '#model/records'

export async function temporaryFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'headcount-input-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

/** Bytes and text are written as they are, anything else as JSON; `null` makes a folder of that name. */
export async function folderWith(files: Readonly<Record<string, unknown>>): Promise<string> {
  const dir = await temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    const path = join(dir, name)
    if (content === null) await mkdir(path)
    else if (typeof content === 'string' || content instanceof Uint8Array) await writeFile(path, content)
    else await writeFile(path, JSON.stringify(content))
  }
  return dir
}

export interface Everything {
  readonly records: NetworkedRecord[]
  readonly problems: Problem[]
}

export async function readEverything(reader: RecordReader): Promise<Everything> {
  const records: NetworkedRecord[] = []
  const problems: Problem[] = []
  for await (const batch of reader.read({ onProblem: (problem) => problems.push(problem) })) {
    records.push(...batch)
  }
  return { records, problems }
}

export function ofKind<Kind extends RecordKind>(
  records: readonly NetworkedRecord[],
  kind: Kind,
): Extract<NetworkedRecord, { kind: Kind }>[] {
  return records.filter((record): record is Extract<NetworkedRecord, { kind: Kind }> => record.kind === kind)
}

/** The error that the work ends with; fails the test when it ends well. */
export async function errorOf(work: Promise<unknown>): Promise<HeadcountError> {
  const outcome = await work.then(
    () => 'it ended well',
    (error: unknown) => error,
  )
  if (outcome instanceof HeadcountError) return outcome
  throw new Error('expected a HeadcountError', { cause: outcome })
}

/** What one mapper makes of one record: the record, or null with the field that is to blame. */
export function mapOne<Field extends string, Context, Mapped>(
  map: (fields: RecordFields<Field>, context: Context) => Mapped,
  wire: Wire<Field>,
  context: Context,
): { record: Mapped | null; fault: string | null; warnings: string[] } {
  const fields = new RecordFields<Field>(wire)
  const record = map(fields, context)
  const warnings = fields.warnings.map((warning) => warning.field)
  return { record: fields.fault === null ? record : null, fault: fields.fault?.field ?? null, warnings }
}

export function at(text: string): number {
  return Date.parse(text)
}
