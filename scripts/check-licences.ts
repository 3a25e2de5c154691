/** Fails when a package that users install has a licence that is not permissive, or names none. */
import { readFileSync } from 'node:fs'

interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
}

const PERMISSIVE = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'PostgreSQL',
])

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, LockedPackage>
}
const installed = Object.entries(lock.packages).filter(
  ([path, entry]) => path !== '' && !entry.dev && !entry.devOptional,
)
const refused = installed.filter(([, entry]) => !PERMISSIVE.has(entry.license ?? ''))
for (const [path, entry] of refused)
  console.error(`${path} ${entry.version ?? ''}: licence ${entry.license ?? 'not named'}`)
console.log(`licences: ${installed.length} run-time packages, ${refused.length} refused`)
if (refused.length > 0) process.exitCode = 1
