/** What an address of the panel may hold. */

/** Never to another site: `//elsewhere` is one. */
export function isOwnPath(value: unknown): value is string {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value)
}

export function isId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
}

/** The help is read without signing in. */
export function isForEverybody(pathname: string): boolean {
  return /^\/help(\/|$)/.test(pathname)
}
