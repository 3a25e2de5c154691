/** What the server says of the fields of a plan: by their place in the document, in the panel’s words. */
import { problemOf } from '../../api/client'
import { useFaultWords } from '../../components/fault-words'

/** By the place of a field, such as `usage/tiers/1/upTo`. */
export type Faults = Readonly<Record<string, string>>

/** Where the document stands in a request that it was refused in. */
const PREFIX = /^body\/(plan\/)?/

export function useFaults(error: unknown): Faults {
  const words = useFaultWords()
  const faults: Record<string, string> = {}
  for (const fault of problemOf(error).errors ?? []) {
    const place = fault.path.replace(PREFIX, '').replaceAll('.', '/')
    faults[place] ??= `${words(fault).replace(/^./u, (first) => first.toLocaleUpperCase())}.`
  }
  return faults
}
