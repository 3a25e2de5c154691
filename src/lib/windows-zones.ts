import { WINDOWS_TO_IANA_MAP } from 'windows-iana'

/** Windows names of time zones, as CLDR maps them; `001` is the zone that stands for the whole entry. */
const WORLD = '001'

const byWindowsName = new Map(
  WINDOWS_TO_IANA_MAP.filter((entry) => entry.territory === WORLD).flatMap((entry) => {
    const name = entry.iana[0]
    return name === undefined ? [] : [[entry.windowsName.toLowerCase(), name] as const]
  }),
)

/** @returns the IANA name of a zone given by its Windows or its IANA name, or null for neither */
export function ianaZone(name: string): string | null {
  const trimmed = name.trim()
  return isIanaZone(trimmed) ? trimmed : (byWindowsName.get(trimmed.toLowerCase()) ?? null)
}

/** A bare offset such as `+02:00` is refused: newer engines take it, databases do not. */
function isIanaZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
