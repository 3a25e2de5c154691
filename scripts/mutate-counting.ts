/**
 * Breaks the rules on purpose, once for each place where they could be got wrong, and looks whether the
 * stories and the oracle notice. The SQL stands in templates, which a general mutation tool sees as one
 * string, so the mutants are made here.
 *
 *   npm run mutate -- [--every N] [--only TEXT,…]    every Nth mutant; those whose place and change hold a TEXT
 *
 * All mutants are judged by one process, whose databases stay open and whose random networks are imported
 * once; a mutant is left at the first test that notices it. One that brings the process to a halt counts as
 * found. Survivors are printed; the exit code is 1 when fewer than 90 % are found.
 */
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { type Mutant, mutantsOf } from './mutation/mutants.ts'
import { ONLY_EXPLAINED, TESTS } from './mutation/tests.ts'

/**
 * What platform invoices keep and bills are held against: the tests of invoices and of bills judge these; and
 * the order of changes, which the tests of imports judge.
 */
const NOT_RULES = new Set([
  ...['freeze.ts', 'evidence-record.ts', 'reconcile.ts', 'forecast.ts', 'bill-reasons.ts', 'near-cut-off.ts'],
  'change-order.ts',
])

const FILES = [
  // wording stands in a folder of its own
  ...readdirSync('src/counting', { withFileTypes: true })
    .filter((entry) => entry.isFile() && !NOT_RULES.has(entry.name))
    .map(({ name }) => `src/counting/${name}`),
  'src/services/active-users/own-evidence.ts',
  'src/services/active-users/explain.ts',
]
/** What a copy holds; all else is shared. */
const COPIED = [
  ...['src/counting', 'src/services/active-users'],
  ...['tests/stories/support', 'tests/records/network.ts', 'tests/oracle/ask-product.ts', ...TESTS],
]
const LEAST_SHARE = 0.9
/** No file of tests takes as long as this without a fault; the first one imports the random networks. */
const PATIENCE_MS = 600_000

interface Verdict {
  readonly mutant: string
  readonly test: string
  /** The tests that failed. */
  readonly failed: readonly string[]
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(name)
  return at < 0 ? undefined : process.argv[at + 1]
}

function place({ file, line, what }: Mutant): string {
  return `${file}:${line} ${what}`
}

function nameOf(mutant: Mutant | null, index: number): string {
  const name = `mutant-${String(index).padStart(3, '0')}`
  return mutant !== null && /evidence|explain/.test(mutant.file) ? `${name}${ONLY_EXPLAINED}` : name
}

function copyProject(folder: string, name: string, mutant: Mutant | null): void {
  for (const part of COPIED) cpSync(part, join(folder, name, part), { recursive: true })
  if (mutant !== null) writeFileSync(join(folder, name, mutant.file), mutant.text)
}

/** Judges all copies in the folder, until the end or until a test does not end. */
async function judge(folder: string, hear: (verdict: Verdict) => void): Promise<void> {
  const child = spawn('npx', ['vitest', 'run', '--config', 'scripts/mutation/vitest.config.ts'], {
    env: {
      ...process.env,
      HEADCOUNT_MUTANTS: folder,
      TMPDIR: folder,
      HEADCOUNT_TEST_ENGINES: 'pglite',
      HEADCOUNT_TEST_WORLDS: '40',
      HEADCOUNT_TEST_SEED: '1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const halt = () => process.kill(-(child.pid ?? 0), 'SIGKILL')
  const stop = () => {
    halt()
    process.exit(1)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
  const watch = setTimeout(halt, PATIENCE_MS)
  try {
    for await (const line of createInterface(child.stdout)) {
      if (!line.startsWith('{"mutant":')) continue
      watch.refresh()
      hear(JSON.parse(line))
    }
  } finally {
    clearTimeout(watch)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop)
    if (child.exitCode === null) halt()
  }
}

/**
 * The verdict on each copy, told once: at the first failure, or after the last test. A copy whose tests do
 * not end is noticed by that; the others are then judged by a process of their own.
 */
async function judgeAll(folder: string, names: readonly string[], tell: (verdict: Verdict) => void) {
  const waiting = new Set(names)
  const settle = (verdict: Verdict) => {
    if (waiting.delete(verdict.mutant)) tell(verdict)
  }
  while (waiting.size > 0) {
    await judge(folder, (verdict) => {
      if (verdict.failed.length > 0 || verdict.test === TESTS.at(-1)) settle(verdict)
    })
    const [stopped] = waiting
    if (stopped !== undefined) settle({ mutant: stopped, test: '', failed: ['a test that does not end'] })
    for (const name of names) {
      if (!waiting.has(name)) rmSync(join(folder, name), { recursive: true, force: true })
    }
  }
}

function chooseMutants(): Mutant[] {
  const every = Number(option('--every') ?? 1)
  const only = option('--only')?.split(',') ?? ['']
  return FILES.flatMap(mutantsOf)
    .filter((mutant) => only.some((text) => place(mutant).includes(text)))
    .filter((_, index) => index % every === 0)
}

const folder = mkdtempSync(join(tmpdir(), 'headcount-mutants-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))

const mutants = chooseMutants()
// the first copy is whole, and must pass
const names = [null, ...mutants].map(nameOf)
for (const [index, name] of names.entries()) copyProject(folder, name, mutants[index - 1] ?? null)

const survivors: Mutant[] = []
await judgeAll(folder, names, ({ mutant: name, failed: [first] }) => {
  const index = names.indexOf(name)
  const mutant = mutants[index - 1]
  if (mutant === undefined && first !== undefined)
    throw new Error(`The tests fail without a mutant: ${first}`)
  if (mutant === undefined) return
  if (first === undefined) survivors.push(mutant)
  console.log(`${index}/${mutants.length} ${place(mutant)}: ${first ?? 'SURVIVED'}`)
})
const share = 1 - survivors.length / mutants.length
console.log(`\n${mutants.length} mutants, ${survivors.length} survived, score ${(share * 100).toFixed(1)} %`)
for (const survivor of survivors) console.log(`survived: ${place(survivor)}`)
if (share < LEAST_SHARE) process.exitCode = 1
