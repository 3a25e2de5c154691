/** The composition root: the one file that knows the real clock and puts the parts together. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import closeWithGrace from 'close-with-grace'
import type { FastifyInstance } from 'fastify'
import type { Answer } from '#assistant/answer'
import type { OpenOperators, Ready } from '#cli/context'
import type { ServerSettings, Settings } from '#config'
import type { Database } from '#database/database'
import { compareSchema } from '#database/doctor'
import { openDatabase } from '#database/open'
import { HeadcountError } from '#errors'
import { issueWhenDue } from '#jobs/issue-when-due'
import { syncWhenDue } from '#jobs/sync-when-due'
import { type Asker, programAsker } from '#services/asker'
import { type Context, programContext } from '#services/context'
import { createHeadcount, type Headcount } from '#services/headcount'
import { type Mail, type MailLog, makeMail } from '#services/mail/mail'
import type { Auth, OperatorContext } from '#services/operators/context'
import type { Operators } from '#services/operators/operators'
import { readSecret } from '#services/operators/secret'

export interface OpenHeadcountOptions extends Partial<Pick<Settings, 'dataDir' | 'databaseUrl'>> {
  /** The current instant; default the machine's clock. */
  readonly now?: () => Date
  /** Signs proof packs; default the key file in `dataDir`. */
  readonly secret?: string | undefined
}

const clock = () => new Date()

/**
 * Opens Headcount on a PostgreSQL server (`databaseUrl`) or on an embedded database in a folder
 * (`dataDir`), brings its schema up to date, and returns the verbs. Close it when done.
 * @throws HeadcountError INVALID_SETTING, DATA_FOLDER_LOCKED, DATA_FOLDER_UNUSABLE, DATABASE_*, SCHEMA_TOO_NEW
 */
export async function openHeadcount(options: OpenHeadcountOptions): Promise<Headcount> {
  const { databaseUrl, dataDir, now = clock, secret } = options
  const context = programContext(await openDatabase({ databaseUrl, dataDir }), now)
  return createHeadcount({ ...context, ...signingBy(dataDir, secret) })
}

/** Reads the secret only when something is signed; without a folder or a secret nothing can be. */
function signingBy(dataDir: string | undefined, secret: string | undefined): Secrets {
  if (dataDir === undefined && secret === undefined) return {}
  const read = () => readSecret(dataDir ?? '', secret)
  return {
    secret: read,
    signingKey: async () => {
      const { platformKey } = await import('#billing/proof-pack')
      return platformKey(await read())
    },
  }
}

type Secrets = Pick<Context, 'signingKey' | 'secret'>

/** Milliseconds that requests under way get to finish when the process is asked to end. */
const GRACE_MS = 20_000

/** Tries a minute from one address at signing in, links and codes: a slow person makes none too many. */
const TRIES_A_MINUTE = 30
const MOST_EVENT_LOOP_DELAY_MS = 2000

/** Platform invoices come this long after their cut-off at most; they count as of the cut-off all the same. */
const ISSUE_EVERY_MS = 60_000

/** How soon what a webhook told of is read; each connection says itself how often it is synced. */
const SYNC_EVERY_MS = 2000

/** Serves until the process is asked to end; what was accepted is finished first. */
export async function serve(
  settings: Settings,
  version: string,
  onReady: (ready: Ready) => Promise<void> | void,
): Promise<void> {
  const database = await openDatabase(settings)
  try {
    const parts = await operatorParts(database, settings, lateLog())
    const signing = signingBy(settings.dataDir, settings.server.secret)
    const server = await serverOn(parts, signing, settings, version)
    parts.log.to(server.log)
    const address = await listen(server, settings.server)
    const needsFirstOperator = await operatorsOf(parts, programAsker('cli')).needsFirst()
    const headcount = createHeadcount({ ...programContext(database, clock, 'cli'), ...signing })
    await onReady({ headcount, address, needsFirstOperator })
    const post = { mail: parts.mail, publicUrl: parts.publicUrl }
    const bySchedule = createHeadcount({ ...programContext(database, clock, 'schedule'), ...signing, post })
    const schedule = issueWhenDue({
      issue: () => bySchedule.issueWhatIsDue(),
      everyMs: ISSUE_EVERY_MS,
      log: server.log,
    })
    const syncing = syncWhenDue({
      syncDue: (signal) => bySchedule.syncDue(signal),
      everyMs: SYNC_EVERY_MS,
      log: server.log,
    })
    await untilAskedToEnd(async () => {
      await server.close()
      await schedule.stop()
      await syncing.stop()
      await parts.mail.close()
      // the process ends with this handler, before whatever waits for it goes on
      await database.close()
    })
  } finally {
    await database.close()
  }
}

/** Answers one question. The assistant is loaded only for it. */
export async function ask(question: string, headcount: Headcount, { model }: Settings): Promise<Answer> {
  const { makeAssistant } = await import('#assistant/ask')
  const log = { warn: () => undefined, error: (details: object) => console.error(details) }
  const assistant = makeAssistant({ model, log })
  try {
    return await assistant.answer({ text: question, door: 'cli' }, headcount, clock())
  } finally {
    await assistant.close()
  }
}

/** Answers over the Model Context Protocol on the streams of this process, as the command line would. */
export async function serveMcp(settings: Settings, version: string): Promise<void> {
  const { serveOverStdio } = await import('#mcp/stdio')
  const database = await openDatabase(settings)
  try {
    const verbs = createHeadcount(programContext(database, clock, 'mcp'))
    await serveOverStdio({ verbs, version, onFault: console.error })
  } finally {
    await database.close()
  }
}

/** Opens the verbs about operators for the command line. The auth library is loaded only here and by a server. */
export async function openOperators(settings: Settings): Promise<OpenOperators> {
  const database = await openDatabase(settings)
  try {
    const parts = await operatorParts(database, settings, lateLog())
    return {
      operators: operatorsOf(parts, programAsker('cli')),
      async close() {
        await parts.mail.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

interface OperatorParts {
  readonly database: Database
  readonly createOperators: (context: OperatorContext) => Operators
  readonly auth: Auth
  readonly mail: Mail
  readonly log: LateLog
  readonly publicUrl: string
}

async function operatorParts(
  database: Database,
  { dataDir, server }: Settings,
  log: LateLog,
): Promise<OperatorParts> {
  const publicUrl = server.publicUrl ?? `http://${server.host}:${server.port}`
  const [{ makeAuth }, { createOperators }] = await Promise.all([
    import('#services/operators/auth'),
    import('#services/operators/operators'),
  ])
  const secret = await readSecret(dataDir, server.secret)
  const auth = await makeAuth({ database, secret, publicUrl })
  const mail = await makeMail({ smtpUrl: server.smtpUrl, from: server.mailFrom, log })
  return { database, createOperators, auth, mail, log, publicUrl }
}

function operatorsOf({ createOperators, ...parts }: OperatorParts, asker: Asker): Operators {
  return createOperators({ ...parts, now: clock, asker })
}

interface LateLog extends MailLog {
  to(log: MailLog): void
}

/** The mail needs a log, and the server, which has one, needs the mail. */
function lateLog(): LateLog {
  let target: MailLog = { warn: console.warn, error: console.error }
  return {
    warn: (details, message) => target.warn(details, message),
    error: (details, message) => target.error(details, message),
    to(log) {
      target = log
    },
  }
}

/** The framework is loaded only by who serves: a count on the command line starts without it. */
async function serverOn(
  parts: OperatorParts,
  signing: Secrets,
  { server, model }: Settings,
  version: string,
): Promise<FastifyInstance> {
  const [{ makeServer }, { identify }, { mcpOverHttp }, { makeAssistant }] = await Promise.all([
    import('#http/server'),
    import('#services/operators/identify'),
    import('#mcp/http'),
    import('#assistant/ask'),
  ])
  const { database, auth, mail, publicUrl } = parts
  const post = { mail, publicUrl }
  const verbsFor = (asker: Asker) => createHeadcount({ database, now: clock, asker, post, ...signing })
  const assistant = makeAssistant({ model, log: parts.log })
  return makeServer({
    answerQuestion: (question, verbs, listener) => assistant.answer(question, verbs, clock(), listener),
    model: model === null ? null : { name: model.name, host: new URL(model.url).host },
    verbsFor,
    mcp: mcpOverHttp({
      ...{ verbsFor, version },
      onFault: (error) => parts.log.error({ err: error }, 'a tool failed'),
    }),
    operatorsFor: (asker) => operatorsOf(parts, asker),
    findAsker: (credentials) => identify({ database, now: clock, auth }, credentials),
    notReady: () => compareSchema(database),
    version,
    publicUrl,
    logger: { level: server.logLevel, stream: process.stderr },
    panelFolder: findPanel(),
    requestsAMinute: server.requestsAMinute,
    triesAMinute: TRIES_A_MINUTE,
    mostEventLoopDelayMs: MOST_EVENT_LOOP_DELAY_MS,
  })
}

/** Beside the compiled program; a program that runs from its sources finds what was built last. */
export function findPanel(): string | null {
  const folders = ['web', '../dist/web'].map((folder) => join(import.meta.dirname, folder))
  return folders.find((folder) => existsSync(join(folder, 'index.html'))) ?? null
}

function untilAskedToEnd(end: () => Promise<void>): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    closeWithGrace({ delay: GRACE_MS, logger: false }, async ({ err }) => {
      await end()
      if (err === undefined) resolve()
      else reject(err)
    })
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
