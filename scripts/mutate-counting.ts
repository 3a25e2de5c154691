/**
 * Breaks src/counting on purpose, once for each place where a rule could be got wrong, and runs the
 * story, oracle and explanation tests on every broken copy. The SQL stands in templates, which a general
 * mutation tool sees as one string, so the mutants are made here.
 *
 *   npm run mutate -- [--every N]     every Nth mutant; default all
 *
 * Survivors are printed; the exit code is 1 when fewer than 90 % are found.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

interface Mutant {
  readonly file: string
  readonly line: number
  readonly what: string
  readonly text: string
}

/** What is looked for, and what stands there instead. Wording, types and comments are left alone. */
const OPERATORS: readonly { readonly find: RegExp; readonly replace: string; readonly what: string }[] = [
  { find: / >= /g, replace: ' > ', what: '>= to >' },
  { find: / <= /g, replace: ' < ', what: '<= to <' },
  { find: / > (?!0\b)/g, replace: ' >= ', what: '> to >=' },
  { find: / < /g, replace: ' <= ', what: '< to <=' },
  { find: / > 0\b/g, replace: ' = 0', what: '> 0 to = 0' },
  { find: /\bgreatest\(/g, replace: 'least(', what: 'greatest to least' },
  { find: /\bleast\(/g, replace: 'greatest(', what: 'least to greatest' },
  { find: /\bmin\(/g, replace: 'max(', what: 'min to max' },
  { find: /\bmax\(/g, replace: 'min(', what: 'max to min' },
  { find: /\bbit_or\(/g, replace: 'bit_and(', what: 'bit_or to bit_and' },
  { find: /\bceil\(/g, replace: 'floor(', what: 'ceil to floor' },
  { find: /\bfloor\(/g, replace: 'ceil(', what: 'floor to ceil' },
  { find: /\+ 1\b/g, replace: '+ 0', what: '+ 1 to + 0' },
  { find: /\* 12\b/g, replace: '* 11', what: '* 12 to * 11' },
  { find: /\* 7\b/g, replace: '* 6', what: '* 7 to * 6' },
  { find: /\bunion all\b/g, replace: 'except', what: 'union all to except' },
  { find: /^(\s+)and [^\n`]*$/gm, replace: '$1', what: 'a condition left out' },
  { find: / & ~/g, replace: ' | ~', what: '& ~ to | ~' },
  { find: / !== 'team'/g, replace: " === 'team'", what: '!== to ===' },
  { find: /, 'counts',/g, replace: ", 'does not count',", what: 'a kind no longer counts' },
  { find: /, 'disputable',/g, replace: ", 'does not count',", what: 'a disputable kind no longer counts' },
  { find: /, 'does not count',/g, replace: ", 'counts',", what: 'a silent kind counts' },
  {
    find: /isSilencedBySuspension: true/g,
    replace: 'isSilencedBySuspension: false',
    what: 'suspension silences nothing',
  },
  {
    find: /isSilencedBySuspension: false/g,
    replace: 'isSilencedBySuspension: true',
    what: 'suspension silences a source',
  },
  { find: /lasts: 'window'/g, replace: "lasts: 'standing'", what: 'a window source stands' },
  { find: /lasts: 'standing'/g, replace: "lasts: 'window'", what: 'a standing source is forgotten' },
  { find: /'infinity'/g, replace: "'-infinity'", what: 'infinity to -infinity' },
  { find: / is true\b/g, replace: ' is false', what: 'is true to is false' },
  {
    find: /order by i\.cut_off_at desc/g,
    replace: 'order by i.cut_off_at',
    what: 'the first window, not the last',
  },
]

const FOLDER = 'src/counting'
const TESTS = ['tests/stories', 'tests/oracle/against-oracle.test.ts']
const LEAST_SHARE = 0.9
const MUTANT_TIMEOUT_MS = 300_000

function isCode(source: string, index: number): boolean {
  const line = source.slice(source.lastIndexOf('\n', index) + 1, source.indexOf('\n', index))
  return !/^\s*(\*|\/\*|\/\/|import|export type|readonly|type |interface )/.test(line)
}

function mutantsOf(file: string): Mutant[] {
  const source = readFileSync(join(FOLDER, file), 'utf8')
  return OPERATORS.flatMap(({ find, replace, what }) =>
    [...source.matchAll(find)]
      .filter((match) => isCode(source, match.index + match[0].search(/\S/)))
      .map((match) => ({
        file,
        line: source.slice(0, match.index + match[0].search(/\S/)).split('\n').length,
        what,
        text:
          source.slice(0, match.index) +
          match[0].replace(new RegExp(find.source, find.flags.replace('g', '')), replace) +
          source.slice(match.index + match[0].length),
      })),
  )
}

function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'headcount-mutants-'))
  for (const part of ['src', 'tests', 'package.json', 'tsconfig.json', 'vitest.config.ts']) {
    cpSync(part, join(copy, part), { recursive: true })
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
  return copy
}

/** Whether the tests notice: any failure, or no end. */
function isFound(copy: string): boolean {
  const run = spawnSync('npx', ['vitest', 'run', '--bail', '1', '--maxWorkers', '1', ...TESTS], {
    cwd: copy,
    env: {
      ...process.env,
      HEADCOUNT_TEST_ENGINES: 'pglite',
      HEADCOUNT_TEST_WORLDS: '60',
      HEADCOUNT_TEST_SEED: '1',
    },
    timeout: MUTANT_TIMEOUT_MS,
  })
  return run.status !== 0
}

const everyFlag = process.argv.indexOf('--every')
const every = everyFlag < 0 ? 1 : Number(process.argv[everyFlag + 1])
const mutants = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.ts') && file !== 'sentences.ts')
  .flatMap(mutantsOf)
  .filter((_, index) => index % every === 0)
const copy = copyProject()
const survivors: Mutant[] = []
try {
  if (isFound(copy)) throw new Error('The tests fail without any mutant.')
  for (const [index, mutant] of mutants.entries()) {
    const place = join(copy, FOLDER, mutant.file)
    const original = readFileSync(place, 'utf8')
    writeFileSync(place, mutant.text)
    const found = isFound(copy)
    writeFileSync(place, original)
    if (!found) survivors.push(mutant)
    console.log(
      `${index + 1}/${mutants.length} ${found ? 'found' : 'SURVIVED'} ${mutant.file}:${mutant.line} ${mutant.what}`,
    )
  }
} finally {
  rmSync(copy, { recursive: true, force: true })
}
const share = 1 - survivors.length / mutants.length
console.log(`\n${mutants.length} mutants, ${survivors.length} survived, score ${(share * 100).toFixed(1)} %`)
for (const { file, line, what } of survivors) console.log(`survived: ${FOLDER}/${file}:${line} ${what}`)
if (share < LEAST_SHARE) process.exitCode = 1
