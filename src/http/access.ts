/** Who asks: every route says who may call it, and no handler runs before that is known. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { HeadcountError } from '#errors'
import type { Right } from '#model/access'
import type { Asker } from '#services/asker'
import type { Headcount } from '#services/headcount'

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

export function guard(app: FastifyInstance, identify: Identify): void {
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
  })
}

/** The asker of a route that is not public. */
export function askerOf(request: FastifyRequest): Asker {
  if (request.asker === null) throw new Error('A route without an asker called for one.')
  return request.asker
}
