/** Who asks: every route says who may call it, and no handler runs before that is known. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { HeadcountError } from '#errors'
import type { CheckOrigin } from '#http/own-origin'
import type { Right } from '#model/access'
import { type Asker, nobody } from '#services/asker'
import type { Headcount } from '#services/headcount'
import type { Operators } from '#services/operators/operators'

/** `public`: anybody. `signed_in`: any operator, about himself. A right: whoever has it for what the route names. */
export type RouteAccess = 'public' | 'signed_in' | Right

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: RouteAccess
  }
  interface FastifyRequest {
    /** Null on public routes for somebody who is not signed in. */
    asker: Asker | null
  }
}

/** Finds out who asks from a session cookie or an API key; null for nobody. @throws HeadcountError for a key that is wrong */
export type Identify = (request: FastifyRequest) => Promise<Asker | null>

/** The verbs, for one asker. */
export type VerbsFor = (asker: Asker) => Headcount

/** The verbs about operators, for one asker. */
export type OperatorsFor = (asker: Asker) => Operators

export function guard(app: FastifyInstance, identify: Identify, checkOrigin: CheckOrigin): void {
  app.decorateRequest('asker', null)
  app.addHook('onRoute', ({ url, config }) => {
    if (url.startsWith('/api/v1/') && config?.access === undefined) {
      throw new Error(`Route ${url} does not say who may call it.`)
    }
  })
  app.addHook('onRequest', async (request) => {
    const { access } = request.routeOptions.config
    if (access === undefined) return
    request.asker = await identify(request)
    if (request.asker === null && access !== 'public') {
      throw new HeadcountError('NOT_SIGNED_IN', 'This needs somebody who is signed in.')
    }
    // signing in counts too: a foreign page must not sign somebody in as another
    if ((request.asker?.apiKeyId ?? null) === null) checkOrigin(request)
  })
}

/** The asker of a route that is not public. */
export function askerOf(request: FastifyRequest): Asker {
  if (request.asker === null) throw new Error('A route without an asker called for one.')
  return request.asker
}

/** The asker of a public route: nothing exists for somebody who is not signed in. */
export function askerOrNobody(request: FastifyRequest): Asker {
  return request.asker ?? nobody('http', request.id)
}
