/** A browser’s description of itself in two words. */

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg\//, 'Edge'],
  [/\bFirefox\//, 'Firefox'],
  [/\bOPR\//, 'Opera'],
  [/\b(Headless)?Chrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bWindows\b/, 'Windows'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

export function browserName(description: string | null): string | null {
  if (description === null || description === '') return null
  const found = [BROWSERS, SYSTEMS].map((list) => list.find(([pattern]) => pattern.test(description))?.[1])
  const known = found.filter((name) => name !== undefined)
  return known.length === 0 ? description : known.join(', ')
}

export function isPhone(description: string | null): boolean {
  return /\b(iPhone|Android|Mobile)\b/.test(description ?? '')
}
