import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { HeadcountError } from '#errors'
import { askerOf, type VerbsFor } from '#http/access'
import { Instant, listOf, Named, OurNumber, Problem } from '#http/schemas'
import { finishBeforeEnd } from '#http/under-way'
import { given } from '#lib/given'
import { LONGEST_NETWORK_NAME } from '#services/check-input'
import { ARCHIVE_KINDS, type ArchiveKind, RUN_KINDS, RUN_STATES } from '#services/imports/runs'
import { MOST_DEMO_CUSTOMERS, MOST_DEMO_LOCATIONS, MOST_DEMO_SEED } from '#services/imports/start-demo'

const KindReport = z.object({ read: z.int(), added: z.int(), changed: z.int(), skipped: z.int() })

/** What of other people's records could not be used, and why. */
export const RecordProblems = listOf(
  z.object({
    file: z.string(),
    record: z.string(),
    field: z.string(),
    value: z.string(),
    code: z.string().optional().describe('Which reason it is; reports of earlier versions have none.'),
    values: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .describe('The figures and names in the reason.'),
    reason: z.string(),
    severity: z.enum(['skipped', 'warning']),
  }),
)

export const ImportReport = z
  .object({
    network: z.object({ networkId: z.int(), name: z.string() }),
    importId: z.int().nullable(),
    recordedAt: Instant,
    hasChanges: z.boolean(),
    records: z.record(z.string(), KindReport),
    problemCount: z.int(),
    warningCount: z.int(),
    problems: RecordProblems.describe('The first 1,000; the counts are of all.'),
    durationMs: z.number(),
  })
  .meta({ id: 'ImportReport' })

const ImportProgress = z.union([
  z.object({
    phase: z.literal('reading'),
    file: z.string(),
    bytesRead: z.int(),
    bytesTotal: z.int(),
    recordsRead: z.int(),
  }),
  z.object({ phase: z.literal('merging'), recordsRead: z.int() }),
])

const ImportRun = z
  .object({
    runId: z.int(),
    networkId: z.int().nullable().describe('Null until the records have told theirs.'),
    kind: z.enum(RUN_KINDS),
    state: z.enum(RUN_STATES),
    progress: ImportProgress.nullable(),
    report: ImportReport.nullable(),
    problem: Problem.nullable(),
    startedAt: Instant,
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'ImportRun' })

/** What a demo network is like: it is made beside what the server does. */
const DemoBody = z
  .strictObject({
    name: z.string().min(1).max(LONGEST_NETWORK_NAME).optional(),
    locations: z.int().min(1).max(MOST_DEMO_LOCATIONS).optional().describe('Default 3.'),
    customers: z.int().min(1).max(MOST_DEMO_CUSTOMERS).optional().describe('Default 240.'),
    seed: z.int().min(0).max(MOST_DEMO_SEED).optional().describe('The same seed makes the same network.'),
  })
  .default({})

const tags = ['Imports']
const config = { access: 'imports.run' } as const

/** Uploading an export, following what becomes of it, and reading its report. */
export function importRoutes(verbsFor: VerbsFor): FastifyPluginAsyncZod {
  return async (app) => {
    const accepted = finishBeforeEnd(app)
    app.post(
      '/imports',
      {
        config,
        schema: {
          operationId: 'startImport',
          summary: 'Upload a ZIP archive of an export and import it',
          description:
            'Send the archive as the one file of a `multipart/form-data` body. The answer comes once it has arrived; follow the run by its id.',
          tags,
          consumes: ['multipart/form-data'],
          querystring: z.object({
            kind: z.enum(ARCHIVE_KINDS),
            network: Named.optional().describe('The network of the records, or the name of a new one.'),
          }),
          response: { 202: ImportRun },
        },
      },
      async (request, reply) => {
        const { kind, ...query } = request.query
        const archive = await received(await request.file().catch(() => undefined))
        const { run, ended } = await start(archive, { kind, ...given(query) }, (options) =>
          verbsFor(askerOf(request)).startImport(options),
        )
        return reply.code(202).send(accepted({ run, ended }))
      },
    )
    app.post(
      '/demo-networks',
      {
        config: { access: 'networks.manage' },
        schema: {
          operationId: 'startDemoNetwork',
          summary: 'Begin to make a synthetic network, and follow it',
          description:
            'Follow the run by its id, as of an import. Where there is a network already, the demo needs a name that none has.',
          tags,
          body: DemoBody,
          response: { 202: ImportRun },
        },
      },
      async (request, reply) =>
        reply.code(202).send(accepted(await verbsFor(askerOf(request)).startDemo(given(request.body)))),
    )
    app.get(
      '/imports',
      {
        config,
        schema: {
          operationId: 'listImports',
          summary: 'List the imports of a network, newest first',
          tags,
          querystring: z.object({
            network: Named.optional(),
            before: OurNumber.optional(),
            limit: z.coerce.number().int().min(1).max(500).optional(),
          }),
          response: {
            200: z.object({ total: z.int(), runs: listOf(ImportRun), nextBefore: z.int().nullable() }),
          },
        },
      },
      (request) => verbsFor(askerOf(request)).importRuns(given(request.query)),
    )
    app.get(
      '/imports/:run',
      {
        config,
        schema: {
          operationId: 'getImport',
          summary: 'An import: how far it is, or its report',
          tags,
          params: z.object({ run: OurNumber }),
          response: { 200: ImportRun },
        },
      },
      (request) => verbsFor(askerOf(request)).importRun(request.params.run),
    )
    app.get(
      '/csv-templates',
      {
        config: { access: 'signed_in' },
        schema: {
          operationId: 'getCsvTemplates',
          summary: 'An empty CSV file for each kind of record, with two synthetic rows',
          tags,
          response: {
            200: z.object({ templates: listOf(z.object({ file: z.string(), text: z.string() })) }),
          },
        },
      },
      async (request) => ({ templates: await verbsFor(askerOf(request)).csvTemplates() }),
    )
  }
}

/** Stores the upload. @throws INVALID_ARGUMENT where there is none, BODY_TOO_LARGE */
async function received(file: MultipartFile | undefined): Promise<string> {
  if (file === undefined) {
    throw new HeadcountError(
      'INVALID_ARGUMENT',
      'The body must be multipart/form-data with one file, the archive.',
    )
  }
  const folder = await mkdtemp(join(tmpdir(), 'headcount-upload-'))
  const archive = join(folder, 'archive.zip')
  try {
    await pipeline(file.file, createWriteStream(archive))
    if (file.file.truncated) throw new HeadcountError('BODY_TOO_LARGE', 'The archive is larger than 4 GB.')
    return archive
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** Removes the upload of a run that was refused. */
async function start<T>(
  archive: string,
  options: { kind: ArchiveKind; network?: string },
  begin: (options: { kind: ArchiveKind; archive: string; network?: string }) => Promise<T>,
): Promise<T> {
  try {
    return await begin({ ...options, archive })
  } catch (error) {
    await rm(join(archive, '..'), { recursive: true, force: true })
    throw error
  }
}
