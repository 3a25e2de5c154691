/** The server: plugins in the order in which a request meets them, then the routes. */
import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import Fastify, {
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyServerOptions,
  LogController,
} from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { HeadcountError } from '#errors'
import { guard, type OperatorsFor, type VerbsFor } from '#http/access'
import { endConnectionsOnClose } from '#http/end-connections'
import { type FindAsker, identifyBy } from '#http/identify'
import { limitInFlight } from '#http/in-flight'
import { addMetrics } from '#http/metrics'
import { describeApi } from '#http/openapi'
import { checkOriginAgainst } from '#http/own-origin'
import { pathOf } from '#http/path-of'
import { answerError } from '#http/problem'
import { accountRoutes } from '#http/routes/account'
import { activeUserRoutes } from '#http/routes/active-users'
import { apiKeyRoutes } from '#http/routes/api-keys'
import { type AnswerQuestion, assistantRoutes, type ModelTold } from '#http/routes/assistant'
import { auditRoutes } from '#http/routes/audit-entries'
import { billRoutes } from '#http/routes/bills'
import { connectionRoutes } from '#http/routes/connections'
import { exportRoutes } from '#http/routes/exports'
import { firstOperatorRoutes } from '#http/routes/first-operator'
import { forecastRoutes } from '#http/routes/forecasts'
import { healthRoutes } from '#http/routes/health'
import { helpRoutes } from '#http/routes/help'
import { helpTextRoutes } from '#http/routes/help-texts'
import { importRoutes } from '#http/routes/imports'
import { invitationRoutes } from '#http/routes/invitations'
import { invoiceDocumentRoutes } from '#http/routes/invoice-documents'
import { issueRunRoutes } from '#http/routes/issue-runs'
import { locationBillingRoutes } from '#http/routes/location-billing'
import { type AnswerMcp, mcpRoutes } from '#http/routes/mcp'
import { networkRoutes } from '#http/routes/networks'
import type { Few } from '#http/routes/operator-schemas'
import { operatorRoutes } from '#http/routes/operators'
import { overviewRoutes } from '#http/routes/overview'
import { isMistypedPage, pageSender, panelRoutes } from '#http/routes/panel'
import { passwordRoutes } from '#http/routes/passwords'
import { platformInvoiceRoutes } from '#http/routes/platform-invoices'
import { pricePlanRoutes } from '#http/routes/price-plans'
import { reconciliationRoutes } from '#http/routes/reconciliations'
import { recordChangeRoutes } from '#http/routes/record-changes'
import { recordListRoutes } from '#http/routes/record-lists'
import { recordRoutes } from '#http/routes/records'
import { secondFactorRoutes } from '#http/routes/second-factor'
import { sessionRoutes } from '#http/routes/sessions'
import { supplementRoutes } from '#http/routes/supplements'
import { suspensionRoutes } from '#http/routes/suspensions'
import { webhookRoutes } from '#http/routes/webhooks'
import { refuseBrokenText } from '#http/whole-text'
import { sessionCookieName } from '#services/operators/session-cookie'

export interface ServerParts {
  readonly verbsFor: VerbsFor
  readonly operatorsFor: OperatorsFor
  readonly findAsker: FindAsker
  readonly mcp: AnswerMcp
  readonly answerQuestion: AnswerQuestion
  /** The language model behind the assistant, as operators are told of it. */
  readonly model: ModelTold | null
  /** Whether the database answers and has this program's schema; a sentence each of what is wrong. */
  readonly notReady: () => Promise<readonly string[]>
  readonly version: string
  /** The address that operators use; cookies are secure where it begins with https. */
  readonly publicUrl: string
  readonly logger: FastifyServerOptions['logger']
  /** Folder of the built panel; null for the API alone. */
  readonly panelFolder: string | null
  /** Requests a minute from one address. */
  readonly requestsAMinute: number
  /** Tries a minute from one address at what guesses or sends: signing in, links, codes. */
  readonly triesAMinute: number
  /** A server that is this far behind refuses what comes next; 0 for never. */
  readonly mostEventLoopDelayMs: number
}

/** Everything under /api/v1 that reads or changes records. */
const API_ROUTES = [
  networkRoutes,
  activeUserRoutes,
  overviewRoutes,
  exportRoutes,
  recordListRoutes,
  recordRoutes,
  recordChangeRoutes,
  suspensionRoutes,
  importRoutes,
  connectionRoutes,
  auditRoutes,
  pricePlanRoutes,
  locationBillingRoutes,
  platformInvoiceRoutes,
  billRoutes,
  issueRunRoutes,
  reconciliationRoutes,
  supplementRoutes,
  invoiceDocumentRoutes,
  forecastRoutes,
] as const

const BODY_LIMIT = 1_048_576
/** An external id of 200 characters, each of four bytes in percent signs. */
const LONGEST_ADDRESS_PART = 200 * 12
const MOST_UPLOAD_BYTES = 4 * 2 ** 30

export async function makeServer(parts: ServerParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: parts.logger ?? false,
    genReqId: () => randomUUID(),
    trustProxy: 'loopback',
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: LONGEST_ADDRESS_PART },
    // addresses that the router itself refuses, before any hook
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id)
      answerError(error, request, reply)
    },
    logController: new LogController({ disableRequestLogging: true }),
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  const sendPage = parts.panelFolder === null ? null : pageSender(parts.panelFolder)
  app.setNotFoundHandler((request, reply) => {
    if (sendPage !== null && isMistypedPage(request)) return sendPage(request, reply.code(404))
    const sentence = `There is nothing at ${request.method} ${pathOf(request.url)}.`
    return answerError(new HeadcountError('ROUTE_NOT_FOUND', sentence), request, reply)
  })
  app.addHook('onRequest', async (request, reply) => void reply.header('x-request-id', request.id))
  logRequests(app)
  addMetrics(app)
  const isSecure = parts.publicUrl.startsWith('https:')
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        upgradeInsecureRequests: isSecure ? [] : null,
      },
    },
    hsts: isSecure,
  })
  await app.register(cookie)
  await app.register(multipart, { limits: { files: 1, fields: 5, fileSize: MOST_UPLOAD_BYTES } })
  await app.register(rateLimit, { max: parts.requestsAMinute, timeWindow: '1 minute' })
  await app.register(underPressure, { maxEventLoopDelay: parts.mostEventLoopDelayMs, retryAfter: 5 })
  endConnectionsOnClose(app)
  limitInFlight(app)
  refuseBrokenText(app)
  guard(app, identifyBy(parts.findAsker), checkOriginAgainst(parts.publicUrl))
  await describeApi(app, parts.version, sessionCookieName(isSecure))
  await app.register(healthRoutes(parts.notReady))
  for (const routes of API_ROUTES) {
    await app.register(routes(parts.verbsFor, parts.publicUrl), { prefix: '/api/v1' })
  }
  await app.register(webhookRoutes(parts.verbsFor))
  await app.register(helpRoutes(parts.verbsFor, parts.publicUrl, fewTries(parts)), { prefix: '/api/v1' })
  await app.register(helpTextRoutes(parts.publicUrl))
  await app.register(operatorPart(parts), { prefix: '/api/v1' })
  await app.register(assistantRoutes(parts), { prefix: '/api/v1' })
  await app.register(mcpRoutes(parts.mcp, parts.publicUrl))
  if (sendPage !== null && parts.panelFolder !== null) {
    await app.register(panelRoutes(parts.panelFolder, sendPage))
  }
  return app as unknown as FastifyInstance
}

/** For what guesses, sends, or is written by anybody. */
function fewTries({ triesAMinute }: ServerParts): Few {
  return { rateLimit: { max: triesAMinute, timeWindow: '1 minute' } }
}

/** Operators and what is theirs: answers that nobody may keep. */
function operatorPart(parts: ServerParts): FastifyPluginAsync {
  const { operatorsFor } = parts
  const few = fewTries(parts)
  return async (app) => {
    app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'))
    await app.register(firstOperatorRoutes(operatorsFor, few))
    await app.register(sessionRoutes(operatorsFor, few))
    await app.register(passwordRoutes(operatorsFor, few))
    await app.register(accountRoutes(operatorsFor, few))
    await app.register(secondFactorRoutes(operatorsFor, few))
    await app.register(apiKeyRoutes(operatorsFor))
    await app.register(operatorRoutes(operatorsFor))
    await app.register(invitationRoutes(operatorsFor, few))
  }
}

/** One line a request: the route and not the address, which may hold a name; no body, no cookie, no key. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const ms = Math.round(reply.elapsedTime)
    request.log.info({ method, route: routeOptions.url ?? null, status: reply.statusCode, ms }, 'request')
  })
}
