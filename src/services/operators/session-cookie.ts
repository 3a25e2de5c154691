/** Session cookies as the auth library writes them: a token and its signature, so that a copied database signs nobody in. */
import { createHmac, timingSafeEqual } from 'node:crypto'

export const COOKIE_PREFIX = 'headcount'
const SECURE_PREFIX = '__Secure-'

export function sessionCookieName(isSecure: boolean): string {
  return `${isSecure ? SECURE_PREFIX : ''}${COOKIE_PREFIX}.session_token`
}

/** The token of the session that a Cookie header names, or null where there is none or its signature is wrong. */
export function readSessionToken(
  header: string | undefined,
  { secret, isSecure }: { readonly secret: string; readonly isSecure: boolean },
): string | null {
  const name = sessionCookieName(isSecure)
  const value = decoded(pairsOf(header).find((pair) => pair.name === name)?.value ?? '')
  const dot = value.lastIndexOf('.')
  if (dot < 1) return null
  const token = value.slice(0, dot)
  const wanted = createHmac('sha256', secret).update(token).digest()
  const given = Buffer.from(value.slice(dot + 1), 'base64')
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : null
}

/** Of a Cookie header, our cookies with these names and no others. */
export function cookiesNamed(header: string | undefined, names: readonly string[]): string {
  const wanted = names.flatMap((name) => [
    `${COOKIE_PREFIX}.${name}`,
    `${SECURE_PREFIX}${COOKIE_PREFIX}.${name}`,
  ])
  return pairsOf(header)
    .filter(({ name }) => wanted.includes(name))
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ')
}

function pairsOf(header = ''): { name: string; value: string }[] {
  return header.split(';').flatMap((part) => {
    const equals = part.indexOf('=')
    return equals < 0 ? [] : [{ name: part.slice(0, equals).trim(), value: part.slice(equals + 1).trim() }]
  })
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
