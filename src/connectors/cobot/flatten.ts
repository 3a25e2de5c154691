/** Cobot’s records as flat ones: what lies in objects stands beside the rest, and dates are written as ISO 8601. */
const SLASHED = /^(\d{4})\/(\d{2})\/(\d{2})(?: (\d{2}:\d{2}(?::\d{2})?)(?: ([+-]\d{2}):?(\d{2}))?)?$/

/** What is no object stays what it is, to be told of as such. */
export function flatten(value: unknown, paths: readonly string[]): unknown {
  if (!isObject(value)) return value
  return Object.fromEntries(paths.map((path) => [path, isoTime(follow(value, path.split('.')))]))
}

function follow(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((found, name) => (isObject(found) ? found[name] : undefined), value)
}

function isoTime(value: unknown): unknown {
  const found = typeof value === 'string' ? SLASHED.exec(value.trim()) : null
  if (found === null) return value
  const [, year, month, day, clock, hours, minutes] = found
  const date = `${year}-${month}-${day}`
  if (clock === undefined) return date
  return `${date}T${clock}${hours === undefined ? '' : `${hours}:${minutes}`}`
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
