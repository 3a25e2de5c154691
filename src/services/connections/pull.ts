/** Writes what an account shows into a folder, in the form of an export that an import takes. */
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { NexudusClient } from '#connectors/nexudus/client/client'
import { ENTITIES, type Entity, type EntityKind } from '#connectors/nexudus/client/entities'
import { type ReadOptions, readEntity } from '#connectors/nexudus/client/read-entity'
import { HeadcountError } from '#errors'
import type { Problem } from '#model/records'
import { requireRightSomewhere } from '#services/asker'
import { callback, checkInput, folderName, optional, text } from '#services/check-input'
import { baseUrl, DEFAULT_BASE_URL } from '#services/connections/address'
import { connectionNumber } from '#services/connections/change'
import { type CheckAccountOptions, CREDENTIALS_INPUT, openAccount } from '#services/connections/connect'
import { openClient } from '#services/connections/open-client'
import { findConnection } from '#services/connections/rows'
import type { Context } from '#services/context'
import { ImportTally } from '#services/imports/report'

export interface PullOptions {
  readonly folder: string
  /** A connection that is kept, or an account that is not. */
  readonly from: { readonly connection: number } | CheckAccountOptions
  readonly onProgress?: (progress: PullProgress) => void
}

export interface PullProgress {
  readonly kind: EntityKind
  readonly read: number
  readonly total: number | null
}

export interface PullReport {
  readonly folder: string
  readonly files: readonly { readonly file: string; readonly records: number }[]
  /** Kinds that the account may not read. */
  readonly missing: readonly EntityKind[]
  /** Records without an id, which were left out: how many, and the first of them. */
  readonly problemCount: number
  readonly problems: readonly Problem[]
  readonly requests: number
}

const INPUT = {
  folder: (_name: string, value: unknown) => folderName(value),
  from: (_name: string, value: unknown) => value as PullOptions['from'],
  onProgress: optional(callback),
}

/** @throws CONNECTION_*, OUTPUT_FAILED */
export async function pullAccount(context: Context, options: PullOptions): Promise<PullReport> {
  const { folder, from } = checkInput(options, INPUT)
  requireRightSomewhere(context.asker, 'connections.manage')
  const { client, missing } = await clientFor(context, from)
  const files: { file: string; records: number }[] = []
  const unread = new ImportTally()
  const events = {
    onProgress: options.onProgress,
    onProblem: (problem: Problem) => unread.note(problem),
  }
  try {
    await mkdir(folder, { recursive: true })
    for (const entity of ENTITIES) {
      if (missing.includes(entity.kind)) continue
      const records = await writeFile(client, entity, join(folder, entity.file), events)
      files.push({ file: entity.file, records })
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof HeadcountError || code === undefined) throw error
    throw new HeadcountError('OUTPUT_FAILED', `The folder ${folder} cannot be written: ${code}.`)
  }
  const { problemCount, problems } = unread
  return { folder, files, missing, problemCount, problems, requests: client.tally.requests }
}

async function clientFor(context: Context, from: PullOptions['from']) {
  if ('connection' in from) {
    const { connection } = checkInput(from, { connection: connectionNumber })
    const row = await findConnection(context, context.database, connection)
    return {
      client: await openClient(context, row),
      missing: row.check_result.missing.map(({ kind }) => kind),
    }
  }
  const given = checkInput(from, { ...CREDENTIALS_INPUT, baseUrl: optional(text) })
  const { client, check } = await openAccount(context, given, baseUrl(given.baseUrl ?? DEFAULT_BASE_URL))
  return { client, missing: check.missing.map(({ kind }) => kind) }
}

interface Events {
  readonly onProgress: PullOptions['onProgress'] | undefined
  readonly onProblem: ReadOptions['onProblem']
}

/** A record that comes twice is written as it came first. @returns how many were written */
async function writeFile(
  client: NexudusClient,
  entity: Entity,
  path: string,
  { onProgress, onProblem }: Events,
): Promise<number> {
  const written = new Set<number>()
  const file = await open(path, 'w', 0o600)
  try {
    await file.write('[')
    const pages = readEntity(client, entity, {
      onPage: (progress) => onProgress?.({ kind: entity.kind, ...progress }),
      onProblem,
    })
    for await (const { records } of pages) {
      for (const record of records) {
        if (written.has(record.Id)) continue
        await file.write(`${written.size === 0 ? '' : ','}\n${JSON.stringify(record)}`)
        written.add(record.Id)
      }
    }
    await file.write('\n]\n')
  } finally {
    await file.close()
  }
  return written.size
}
