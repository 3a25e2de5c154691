import { parseId, type Wire } from '#connectors/read-fields'
import { HeadcountError } from '#errors'
import type { NetworkRecord } from '#model/records'

/**
 * The network that the businesses belong to: their root business, or the root that all of them name where
 * it was not exported. Null for no business at all.
 * @throws HeadcountError IMPORT_NETWORK_UNKNOWN where they belong to several
 */
export function findNetwork(businesses: readonly unknown[]): NetworkRecord | null {
  const names = new Map<string, string>()
  const roots = new Set<string>()
  for (const business of businesses) {
    if (typeof business !== 'object' || business === null) continue
    const wire: Wire<'Id' | 'Name' | 'RootLocationId'> = business
    const id = parseId(wire.Id)
    if (id === null) continue
    if (typeof wire.Name === 'string' && wire.Name.trim() !== '') names.set(id, wire.Name.trim())
    roots.add(parseId(wire.RootLocationId) ?? id)
  }
  const [root, ...others] = [...roots]
  if (root === undefined) return null
  if (others.length > 0) throw severalNetworks([root, ...others], names)
  return { externalId: root, name: names.get(root) ?? `Network ${root}` }
}

function severalNetworks(roots: readonly string[], names: ReadonlyMap<string, string>): HeadcountError {
  const shown = roots.slice(0, 5).map((root) => (names.has(root) ? `${names.get(root)} (${root})` : root))
  const more = roots.length > shown.length ? ` and ${roots.length - shown.length} more` : ''
  return new HeadcountError(
    'IMPORT_NETWORK_UNKNOWN',
    `businesses.json holds locations of ${roots.length} networks: ${shown.join(', ')}${more}.`,
    { file: 'businesses.json', networks: roots },
  )
}
