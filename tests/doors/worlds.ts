/** Sample export directories and what must be counted in them, worked out apart from the product. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from '#model/source'
import { ROOT } from '../support/cli.ts'

export interface ExpectedLocation {
  readonly location: number
  readonly windowStart: string
  readonly count: number
  readonly bySource: Readonly<Record<Source, number>>
  readonly users: readonly { readonly customer: number; readonly sources: readonly Source[] }[]
}

export interface Expected {
  readonly at: string
  readonly locations: readonly ExpectedLocation[]
  readonly distinctCustomers: number
}

export interface World {
  readonly name: string
  readonly folder: string
  readonly expected: readonly Expected[]
}

/** A name under which a world stands beside others that have the same ids. */
export function networkOf({ name }: World): string {
  return `Network of ${name}`
}

const FOLDERS = ['tests/fixtures/samples', '../shared/samples'].map((folder) => join(ROOT, folder))

/** Those in this repository, and others where a folder with more of them lies beside it. */
export function findWorlds(): World[] {
  const worlds = new Map<string, World>()
  for (const parent of FOLDERS.filter((folder) => existsSync(folder))) {
    for (const name of readdirSync(parent).filter((found) => found.startsWith('world-'))) {
      if (!worlds.has(name)) worlds.set(name, readWorld(name, join(parent, name)))
    }
  }
  return [...worlds.values()].sort((a, b) => a.name.localeCompare(b.name))
}

function readWorld(name: string, folder: string): World {
  const files = readdirSync(folder).filter((file) => /^expected-.*\.json$/.test(file))
  const expected = files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Expected)
  return { name, folder, expected }
}
