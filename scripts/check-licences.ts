/**
 * Fails when a package that users install has a licence that is not permissive, or names none. What they
 * install is what our dependencies need: their own dependencies, optional ones included, and peers that
 * are not optional. npm marks more as such, since optional peers of theirs are here for our own tools.
 */
import { readFileSync } from 'node:fs'

interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}

const PERMISSIVE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'PostgreSQL',
  // of fonts: whoever embeds one in a document owes nothing
  'OFL-1.1',
])

/** Packages that name none where npm looks; read in their LICENSE file. */
const READ_BY_HAND: Readonly<Record<string, string>> = { 'node_modules/png-js': 'MIT' }

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Readonly<Record<string, LockedPackage>>
}

/** Names that a package needs at run time. */
function needsOf(entry: LockedPackage): string[] {
  const peers = Object.keys(entry.peerDependencies ?? {})
  return [
    ...Object.keys(entry.dependencies ?? {}),
    ...Object.keys(entry.optionalDependencies ?? {}),
    ...peers.filter((name) => entry.peerDependenciesMeta?.[name]?.optional !== true),
  ]
}

/** Where Node finds a package from another: in its own folder, then in those above. */
function resolve(from: string, name: string): string | undefined {
  const own = `${from === '' ? '' : `${from}/`}node_modules/${name}`
  if (packages[own] !== undefined) return own
  if (from === '') return undefined
  const above = from.lastIndexOf('/node_modules/')
  return resolve(above < 0 ? '' : from.slice(0, above), name)
}

function installedFrom(root: string): Set<string> {
  const found = new Set<string>()
  const waiting = [root]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const name of needsOf(packages[path] ?? {})) {
      const target = resolve(path, name)
      if (target === undefined || found.has(target)) continue
      found.add(target)
      waiting.push(target)
    }
  }
  return found
}

const installed = [...installedFrom('')].sort()
const licenceOf = (path: string) => packages[path]?.license ?? READ_BY_HAND[path] ?? ''
/** Of a choice of licences, one that is permissive is taken. */
const isPermissive = (licence: string) =>
  licence
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some((one) => PERMISSIVE.has(one))
const refused = installed.filter((path) => !isPermissive(licenceOf(path)))
for (const path of refused) {
  const { version = '', license = 'not named' } = packages[path] ?? {}
  console.error(`${path} ${version}: licence ${license}`)
}
console.log(`licences: ${installed.length} run-time packages, ${refused.length} refused`)
if (refused.length > 0) process.exitCode = 1
