/** House rules that a formatter cannot see. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file))
const sources = files.filter((file) => /^src\/.*\.ts$/.test(file))
const documents = files.filter((file) => file.endsWith('.md'))
const read = (file: string) => readFileSync(file, 'utf8')

/** What each part may import besides itself; the picture is in ARCHITECTURE.md. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  errors: [],
  config: ['errors'],
  model: ['lib', 'errors'],
  counting: ['model', 'lib'],
  billing: ['model', 'lib', 'errors'],
  database: ['lib', 'errors', 'config'],
  connectors: ['model', 'lib', 'errors'],
  demo: ['model', 'lib', 'errors'],
  documents: ['billing', 'model', 'lib'],
  services: ['counting', 'billing', 'database', 'connectors', 'demo', 'model', 'lib', 'errors', 'config'],
  assistant: ['services', 'model', 'lib', 'errors'],
  jobs: ['services', 'model', 'lib', 'errors'],
  mcp: ['services', 'assistant', 'documents', 'model', 'lib', 'errors', 'config'],
  http: ['services', 'assistant', 'documents', 'counting', 'billing', 'model', 'lib', 'errors', 'config'],
  cli: ['services', 'assistant', 'documents', 'counting', 'billing', 'model', 'lib', 'errors', 'config'],
}
const COMPOSITION = new Set(['app', 'index', 'main'])

function partOf(name: string): string {
  return name.split('/')[0] ?? name
}

/** Our own names that a file imports, such as `counting/rules`. */
function importsOf(file: string): string[] {
  return [...read(file).matchAll(/(?:from|import\()\s*'#([^']+)'/g)].map((match) => match[1] ?? '')
}

describe('imports point down, by name', () => {
  it.each(sources.filter((file) => !COMPOSITION.has(partOf(file.slice(4, -3)))))('%s', (file) => {
    const part = partOf(file.slice(4, -3))
    const allowed = MAY_IMPORT[part]
    expect(allowed, `${part} is not in the table of parts`).toBeDefined()
    const wrong = importsOf(file).filter((name) => partOf(name) !== part && !allowed?.includes(partOf(name)))
    expect(wrong).toEqual([])
    expect(read(file)).not.toMatch(/from '\.\.?\//)
  })

  it('only the program, the library and tests import the composition root', () => {
    const importers = sources.filter((file) => importsOf(file).includes('app'))
    expect(importers.sort()).toEqual(['src/index.ts', 'src/main.ts'])
  })
})

describe('the panel stands on three shelves', () => {
  /** What each part of the panel may import; it speaks to the server by its description alone. */
  const SHELVES: readonly (readonly [string, RegExp])[] = [
    ['web/src/ui/', /^\.\/|^\.\.\/ui\//],
    ['web/src/texts/', /^\.\//],
    ['web/src/api/', /^\.\//],
    ['web/src/components/', /^\.\/|^\.\.\/(api|texts|ui)\//],
    ['web/src/pages/', /^\.\/|^\.\.\/\.\.\/(api|components|texts|ui)\/|^\.\.\/not-found\//],
  ]
  const panel = files.filter((file) => /^web\/src\/.*\.tsx?$/.test(file))

  it.each(SHELVES)('%s', (shelf, allowed) => {
    const wrong = panel
      .filter((file) => file.startsWith(shelf))
      .flatMap((file) => relativeImportsOf(file).map((name) => [file, name] as const))
      .filter(([, name]) => !allowed.test(name))
    expect(wrong).toEqual([])
  })

  it('and imports nothing of the server', () => {
    expect(panel.filter((file) => /from '(#|(\.\.\/)+src\/)/.test(read(file)))).toEqual([])
  })

  function relativeImportsOf(file: string): string[] {
    return [...read(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '')
  }
})

describe('words', () => {
  /** design words: what not to say in code and on screen, outside the connector that must say it. */
  const BANNED: readonly [RegExp, string][] = [
    [/\bcoworkers?\b/i, 'customer'],
    [/\btenants?_id\b/i, 'network_id'],
    [/\bworkspace\b/i, 'network'],
    [/\bactive customers?\b/i, 'active user'],
    [/\bpayer_id\b/, 'paying_customer_id'],
  ]
  const spoken = sources.filter((file) => !file.startsWith('src/connectors/nexudus/'))

  it.each(BANNED)('nobody says %s', (word) => {
    expect(spoken.filter((file) => word.test(read(file)))).toEqual([])
  })
})

describe('code', () => {
  it('time is half-open: no SQL says between', () => {
    const saying = sources.filter((file) => /\bbetween\s+\$|\bbetween\s+[a-z_.]+\s+and\b/i.test(read(file)))
    expect(saying).toEqual([])
  })

  it('holds no markers of unfinished work and no escape hatches', () => {
    const all = files.filter((file) => /\.(tsx?|mjs)$/.test(file) && file !== 'tests/tidy.test.ts')
    const marked = all.filter((file) =>
      /\b(TODO|FIXME|XXX|HACK)\b|: any[,;)=[\]]|\bas any\b|@ts-ignore|@ts-expect-error|biome-ignore|\b(it|test|describe)\.(skip|only)\(/.test(
        read(file),
      ),
    )
    expect(marked).toEqual([])
  })

  it('a source file is at most 400 lines', () => {
    const drawn = files.filter((file) => /^web\/src\/.*\.tsx$/.test(file))
    const long = [...sources, ...drawn].filter((file) => read(file).split('\n').length > 400)
    expect(long).toEqual([])
  })

  it('only the composition root and drawing of progress know a clock', () => {
    const knowing = sources.filter((file) => /\bDate\.now\(\)|new Date\(\)/.test(read(file)))
    expect(knowing.filter((file) => !/^src\/(app|cli\/progress)\.ts$|^src\/database\//.test(file))).toEqual(
      [],
    )
  })
})

describe('documents', () => {
  it.each(documents)('%s names only files that are there', (file) => {
    const named = [
      ...read(file).matchAll(/`((?:src|web|tests|docs|scripts|benchmarks|templates)\/[\w./-]+)`/g),
    ]
    const gone = named.map((match) => match[1] ?? '').filter((path) => !existsSync(path))
    expect(gone).toEqual([])
  })

  it.each(documents)('%s links only to files that are there', (file) => {
    const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : ''
    const links = [...read(file).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '')
    expect(links.filter((link) => !existsSync(folder + link))).toEqual([])
  })
})
