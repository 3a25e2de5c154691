/** The composition root: the one file that knows the real clock and puts the parts together. */
import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import type { Ready } from '#cli/context'
import type { ServerSettings, Settings } from '#config'
import type { Database } from '#database/database'
import { compareSchema } from '#database/doctor'
import { openDatabase } from '#database/open'
import { HeadcountError } from '#errors'
import { programContext } from '#services/context'
import { createHeadcount, type Headcount } from '#services/headcount'

export interface OpenHeadcountOptions extends Partial<Pick<Settings, 'dataDir' | 'databaseUrl'>> {
  /** The current instant; default the machine's clock. */
  readonly now?: () => Date
}

const clock = () => new Date()

/**
 * Opens Headcount on a PostgreSQL server (`databaseUrl`) or on an embedded database in a folder
 * (`dataDir`), brings its schema up to date, and returns the verbs. Close it when done.
 * @throws HeadcountError INVALID_SETTING, DATA_FOLDER_LOCKED, DATA_FOLDER_UNUSABLE, DATABASE_*, SCHEMA_TOO_NEW
 */
export async function openHeadcount(options: OpenHeadcountOptions): Promise<Headcount> {
  const { databaseUrl, dataDir, now = clock } = options
  return createHeadcount(programContext(await openDatabase({ databaseUrl, dataDir }), now))
}

/** Milliseconds that requests under way get to finish when the process is asked to end. */
const GRACE_MS = 20_000

/** Serves until the process is asked to end; what was accepted is finished first. */
export async function serve(
  settings: Settings,
  version: string,
  onReady: (ready: Ready) => Promise<void> | void,
): Promise<void> {
  const database = await openDatabase(settings)
  try {
    const server = await serverOn(database, settings, version)
    const address = await listen(server, settings.server)
    await onReady({ headcount: createHeadcount(programContext(database, clock, 'cli')), address })
    await new Promise<void>((resolve, reject) => {
      closeWithGrace({ delay: GRACE_MS, logger: false }, async ({ err }) => {
        await server.close()
        if (err === undefined) resolve()
        else reject(err)
      })
    })
  } finally {
    await database.close()
  }
}

/** The framework is loaded only by who serves: a count on the command line starts without it. */
async function serverOn(database: Database, { server }: Settings, version: string): Promise<FastifyInstance> {
  const { makeServer } = await import('#http/server')
  return makeServer({
    verbsFor: (asker) => createHeadcount({ database, now: clock, asker }),
    identify: async () => null,
    notReady: () => compareSchema(database),
    version,
    publicUrl: server.publicUrl ?? `http://${server.host}:${server.port}`,
    logger: { level: server.logLevel, stream: process.stderr },
    requestsAMinute: server.requestsAMinute,
  })
}

async function listen(server: FastifyInstance, { host, port }: ServerSettings): Promise<string> {
  try {
    return await server.listen({ host, port })
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    throw new HeadcountError('ADDRESS_UNUSABLE', `Cannot listen at ${host}, port ${port}: ${code}.`)
  }
}
