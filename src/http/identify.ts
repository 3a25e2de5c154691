/** What a request says about who sends it. */
import type { FastifyRequest } from 'fastify'
import type { Identify } from '#http/access'
import type { Asker } from '#services/asker'
import type { Visit } from '#services/operators/context'
import type { Credentials } from '#services/operators/identify'

/** Finds the operator that a cookie or an API key belongs to. */
export type FindAsker = (credentials: Credentials) => Promise<Asker | null>

export function identifyBy(find: FindAsker): Identify {
  return ({ id, headers }) =>
    find({ door: 'http', requestId: id, cookie: headers.cookie, authorization: headers.authorization })
}

const LONGEST_BROWSER = 300

export function visitOf({ headers, ip }: FastifyRequest): Visit {
  const browser = (headers['user-agent'] ?? '').slice(0, LONGEST_BROWSER)
  return { cookie: headers.cookie, address: ip, browser }
}
