import { setFlagsFromString } from 'node:v8'

/** What runs for long, or works a language model: there the optimising compiler earns what it costs. */
const WORTH_OPTIMISING: ReadonlySet<string | undefined> = new Set([
  'serve',
  'start',
  'mcp',
  'ask',
  'import',
  'sync',
  'issue',
])

/**
 * The embedded database is WebAssembly, and to compile it a second time, for speed, takes longer than a
 * short command saves by it: a count of a small network then needs half the time and 80 MB less.
 * To be called before the database is opened.
 */
export function compileFor(argv: readonly string[]): void {
  if (!WORTH_OPTIMISING.has(argv[0])) setFlagsFromString('--liftoff-only')
}
