/** The real server over a test database, on a free port, with a clock that tests set and letters that they read. */
import { vi } from 'vitest'
import { passageSearch } from '#assistant/articles/search'
import { type Assistant, type AssistantLog, makeAssistant } from '#assistant/ask'
import type { ModelSettings } from '#assistant/model/connect'
import { platformKey } from '#billing/proof-pack'
import type { Database, EngineName } from '#database/database'
import { compareSchema } from '#database/doctor'
import { makeServer } from '#http/server'
import { given } from '#lib/given'
import { mcpOverHttp } from '#mcp/http'
import { type Asker, programAsker } from '#services/asker'
import { createHeadcount, type Headcount } from '#services/headcount'
import { type Letter, makeMail } from '#services/mail/mail'
import { makeAuth } from '#services/operators/auth'
import type { Auth } from '#services/operators/context'
import { identify } from '#services/operators/identify'
import { createOperators, type Operators } from '#services/operators/operators'
import { type Answer, Browser } from './browser.ts'
import { openTestDatabase } from './engines.ts'
import { holdAnswers } from './hold-answers.ts'

// hashing passwords takes long where much else runs
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

export interface RunningServer {
  /** The address it listens on. */
  readonly url: string
  readonly database: Database
  readonly clock: Clock
  /** What was sent, or would have been with a mail server; the newest last. */
  readonly letters: readonly Letter[]
  /** As the program itself, for what a test needs to be there. */
  readonly headcount: Headcount
  readonly operators: Operators
  /** Somebody who is not signed in. */
  browser(): Browser
  /** Somebody who signed in with this e-mail and `PASSWORD`. */
  signedIn(email: string): Promise<Browser>
  /** Makes an operator with the platform role and `PASSWORD`. */
  addPlatformOperator(email: string): Promise<void>
  /** @throws Error when any of its answers was one that the OpenAPI document does not describe */
  close(): Promise<void>
}

export interface ServerOptions {
  /** The address that operators use; default the one it listens on. */
  readonly publicUrl?: string
  readonly triesAMinute?: number
  readonly requestsAMinute?: number
  /** Where the built panel is; default none. */
  readonly panelFolder?: string
  /** The language model behind the assistant; default none. */
  readonly model?: ModelSettings
  /** What the assistant logs; default nothing. */
  readonly log?: AssistantLog
}

export interface Clock {
  now(): Date
  forward(by: { readonly minutes: number }): void
  /** Back to the machine's own time, by which sessions and links are made. */
  reset(): void
}

/** Accepted by every rule, and what every operator of a test has at first. */
export const PASSWORD = 'plum kettle Orbit 57'
export const SECRET = 'a secret of tests, long enough for all rules'

const MANY = 100_000

export async function startServer(engine: EngineName, options: ServerOptions = {}): Promise<RunningServer> {
  const database = await openTestDatabase(engine)
  try {
    return await startOver(database, options)
  } catch (error) {
    await database.close()
    throw error
  }
}

async function startOver(database: Database, options: ServerOptions): Promise<RunningServer> {
  const { publicUrl = 'http://127.0.0.1:0', triesAMinute = MANY, requestsAMinute = MANY } = options
  const clock = makeClock()
  const letters: Letter[] = []
  const log = { warn: (letter: object) => void letters.push(letter as Letter), error: console.error }
  const mail = await makeMail({ smtpUrl: undefined, from: '', log })
  const auth = rememberingHashes(await makeAuth({ database, secret: SECRET, publicUrl }))
  const signingKey = async () => platformKey(SECRET)
  const contextOf = (asker: Asker) => ({
    ...{ database, now: clock.now, asker, auth, mail, publicUrl },
    signingKey,
    post: { mail, publicUrl },
    secret: async () => SECRET,
  })
  let made: Assistant | undefined
  const assistant = () => {
    made ??= makeAssistant({
      // by words alone: the model of meanings takes a while and half a gigabyte
      passages: passageSearch({ withModel: false }),
      model: options.model ?? null,
      ...given({ log: options.log }),
    })
    return made
  }
  const server = await makeServer({
    verbsFor: (asker) => createHeadcount(contextOf(asker)),
    operatorsFor: (asker) => createOperators(contextOf(asker)),
    findAsker: (credentials) => identify(contextOf(programAsker('http')), credentials),
    answerQuestion: (question, verbs, listener) => assistant().answer(question, verbs, clock.now(), listener),
    model:
      options.model === undefined
        ? null
        : { name: options.model.name, host: new URL(options.model.url).host },
    mcp: mcpOverHttp({
      verbsFor: (asker) => createHeadcount(contextOf(asker)),
      ...{ version: '0.0.0', onFault: console.error },
    }),
    notReady: () => compareSchema(database),
    version: '0.0.0',
    publicUrl,
    logger: false,
    panelFolder: options.panelFolder ?? null,
    requestsAMinute,
    triesAMinute,
    // tests run where much else does
    mostEventLoopDelayMs: 0,
  })
  const answers = holdAnswers(server.server)
  const url = await server.listen({ host: '127.0.0.1', port: 0 })
  const browser = () => new Browser(url, { origin: options.publicUrl ?? url })
  const operators = createOperators(contextOf(programAsker('library')))
  return {
    url,
    database,
    clock,
    letters,
    headcount: createHeadcount(contextOf(programAsker('library'))),
    operators,
    browser,
    signedIn: (email) => signIn(browser(), email),
    async addPlatformOperator(email) {
      await operators.createPlatformOperator({
        email,
        firstName: 'Ana',
        lastName: 'Ruiz',
        password: PASSWORD,
      })
    },
    async close() {
      await server.close()
      await database.close()
      answers.mustBeDescribed()
    },
  }
}

/** A hash that was found right once is not made again: each takes a tenth of a second, and every sign-in two. */
function rememberingHashes(auth: Auth): Auth {
  const right = new Set<string>()
  return {
    ...auth,
    async hashPassword(password) {
      const hash = await auth.hashPassword(password)
      right.add(`${hash} ${password}`)
      return hash
    },
    async verifyPassword(hash, password) {
      const pair = `${hash} ${password}`
      if (right.has(pair)) return true
      const isRight = await auth.verifyPassword(hash, password)
      if (isRight) right.add(pair)
      return isRight
    },
  }
}

async function signIn(browser: Browser, email: string): Promise<Browser> {
  const { status, body } = await browser.post('/sessions', { email, password: PASSWORD })
  if (status !== 200) throw new Error(`Signing in failed: ${JSON.stringify(body)}`)
  return browser
}

/** Runs as the machine's clock, from wherever a test has set it forward to. */
function makeClock(): Clock {
  let ahead = 0
  return {
    now: () => new Date(Date.now() + ahead),
    forward({ minutes }) {
      ahead += minutes * 60_000
    },
    reset() {
      ahead = 0
    },
  }
}

/** Somebody whom `inviter` invites with this role, and who accepts and signs in. */
export async function joined(
  server: RunningServer,
  inviter: Browser,
  email: string,
  offer: object,
): Promise<Browser> {
  const sent = await inviter.post('/invitations', { email, ...offer })
  if (sent.status !== 201) throw new Error(`Inviting failed: ${JSON.stringify(sent.body)}`)
  const account = { firstName: 'Ola', lastName: 'Nord', password: PASSWORD }
  const token = tokenSentTo(server, email)
  const accepted = await server.browser().post('/invitations/acceptance', { token, account })
  if (accepted.status !== 200) throw new Error(`Accepting failed: ${JSON.stringify(accepted.body)}`)
  return server.signedIn(email)
}

/** The token of the link in the newest letter to this address. */
export function tokenSentTo({ letters }: RunningServer, email: string): string {
  const letter = letters.findLast(({ to }) => to === email)
  const token = /#([\w-]+)/.exec(letter?.text ?? '')?.[1]
  if (token === undefined) throw new Error(`No link was sent to ${email}.`)
  return token
}

/** What most tests ask of an answer: its status and, if it failed, the code. */
export function outcome({ status, body }: Answer): string {
  const { code } = body as { code?: string }
  return code === undefined ? String(status) : `${status} ${code}`
}
