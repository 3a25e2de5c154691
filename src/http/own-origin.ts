/**
 * Closes cross-site requests: what a browser sends along by itself (a cookie) counts only for requests that
 * our own pages made. An API key is never sent along by itself.
 */
import type { FastifyRequest } from 'fastify'
import { HeadcountError } from '#errors'

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/** @throws ORIGIN_REFUSED */
export type CheckOrigin = (request: FastifyRequest) => void

/**
 * @param publicUrl with https, the only origin; without, the address that the request itself was sent to is
 * ours too, as a server on a local network is reached under several
 */
export function checkOriginAgainst(publicUrl: string): CheckOrigin {
  const { origin: own, protocol } = new URL(publicUrl)
  return (request) => {
    if (SAFE_METHODS.includes(request.method)) return
    const { origin, host, 'sec-fetch-site': site } = request.headers
    if (origin === undefined && site === 'same-origin') return
    if (origin === own) return
    if (protocol === 'http:' && origin !== undefined && origin === `http://${host}`) return
    throw new HeadcountError(
      'ORIGIN_REFUSED',
      origin === undefined
        ? 'The request does not say which page it comes from.'
        : 'The request comes from a page of another site.',
    )
  }
}
