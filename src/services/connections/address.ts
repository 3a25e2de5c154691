import { isIPv4 } from 'node:net'
import { HeadcountError } from '#errors'
import { quoted } from '#lib/quote'

/** Where accounts are, unless another address is given. */
export const DEFAULT_BASE_URL = 'https://spaces.nexudus.com/api'

const LONGEST = 500

/**
 * The address of an account's API. Credentials travel to it, so only this machine may be spoken to in the clear.
 * @throws CONNECTION_ADDRESS
 */
export function baseUrl(text: string): string {
  const url = text.length <= LONGEST && URL.canParse(text) ? new URL(text) : null
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw refused(text, 'is no web address')
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw refused(url.origin, 'may not hold a user, a query or a fragment')
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw refused(text, 'does not begin with https://')
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'))
}

function refused(text: string, fault: string): HeadcountError {
  return new HeadcountError('CONNECTION_ADDRESS', `${quoted(text)} ${fault}.`)
}
