/** Fails when a first page loads more JavaScript than its budget, compressed as a server on the web would. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A table of any length, its filters and its drawer are more than a first page. */
const BUDGET_BYTES = { 'sign-in': 200_000, overview: 200_000, 'active users': 255_000 } as const
const BUILT = 'dist/web'

/** What is on screen first: for somebody who is not signed in, and for who is. */
const FIRST_PAGES = {
  'sign-in': [
    'index.html',
    'src/texts/en.ts',
    'src/components/entry-frame.tsx',
    'src/pages/sign-in/sign-in-page.tsx',
  ],
  overview: [
    'index.html',
    'src/texts/en.ts',
    'src/components/panel-frame.tsx',
    'src/pages/overview/overview-page.tsx',
  ],
  'active users': [
    'index.html',
    'src/texts/en.ts',
    'src/components/panel-frame.tsx',
    'src/pages/active-users/active-users-page.tsx',
  ],
} as const

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

const manifest = JSON.parse(readFileSync(join(BUILT, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>

/** The files of these chunks and of all that they import at once. */
function filesOf(names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    const chunk = manifest[name]
    if (chunk === undefined) throw new Error(`The build has no chunk ${name}: run \`npm run build\`.`)
    if (found.has(chunk.file)) continue
    found.add(chunk.file)
    filesOf(chunk.imports ?? [], found)
  }
  return found
}

for (const page of Object.keys(FIRST_PAGES) as (keyof typeof FIRST_PAGES)[]) {
  const scripts = [...filesOf(FIRST_PAGES[page])].filter((file) => file.endsWith('.js'))
  const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT, file))).length, 0)
  const isOver = bytes > BUDGET_BYTES[page]
  console.log(
    `${page}: ${(bytes / 1000).toFixed(1)} kB of JavaScript, compressed${isOver ? ', too much' : ''}`,
  )
  if (isOver) process.exitCode = 1
}
