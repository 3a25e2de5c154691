/** The package as it is published: packed, installed into an empty folder, run and imported there. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuild, ROOT } from '../support/cli.ts'

const execute = promisify(execFile)
const MINUTES = 60_000

interface Packed {
  readonly filename: string
  readonly size: number
  readonly files: readonly { readonly path: string; readonly size: number }[]
}

let parent: string
let home: string
let packed: Packed

beforeAll(async () => {
  await ensureBuild()
  parent = await mkdtemp(join(tmpdir(), 'headcount-package-'))
  home = join(parent, 'home')
  await mkdir(home)
  // the build is fresh already, and one of its own would take dist/ away from others who use it
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', parent]
  const answer: unknown = JSON.parse((await npm(args, ROOT)).stdout)
  packed = (Array.isArray(answer) ? answer[0] : Object.values(answer as object)[0]) as Packed
  await writeFile(join(home, 'package.json'), '{ "name": "somebody", "private": true, "type": "module" }\n')
  const tarball = join(parent, packed.filename)
  await npm(['install', tarball, '--prefer-offline', '--no-audit', '--no-fund', '--no-progress'], home)
}, 5 * MINUTES)
afterAll(() => rm(parent, { recursive: true, force: true }))

/** The environment of the tests, but for what would lead the program elsewhere. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(DATABASE_URL|HEADCOUNT_|NODE_OPTIONS|VITEST|NODE_ENV|npm_(lifecycle|package|command))/.test(name),
  )
  return { ...Object.fromEntries(kept), npm_config_loglevel: 'error' }
}

function npm(args: readonly string[], cwd: string) {
  return execute('npm', args, { cwd, env: environment(), timeout: 4 * MINUTES, maxBuffer: 1 << 26 })
}

function npx(...args: readonly string[]) {
  return execute('npx', ['--no-install', 'headcount', ...args], {
    cwd: home,
    env: environment(),
    timeout: MINUTES,
  })
}

describe('the tarball', () => {
  const paths = () => packed.files.map(({ path }) => path)

  it('holds the program, its types and what lies beside them', () => {
    expect(paths()).toEqual(
      expect.arrayContaining([
        'package.json',
        'dist/main.js',
        'dist/index.js',
        'dist/index.d.ts',
        'dist/database/template.tgz',
        'dist/assistant/articles/vectors.bin',
        'dist/web/index.html',
        'dist/database/schema.sql',
        'dist/database/migrations/0001_network_records.sql',
        'help/active-users-count.md',
      ]),
    )
    expect(paths().filter((path) => path.endsWith('.sql') && path.includes('migrations'))).toHaveLength(
      paths().filter((path) => /^dist\/database\/migrations\//.test(path)).length,
    )
  })

  it('holds nothing else', () => {
    const allowed =
      /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/.+\.(js|d\.ts|sql|tgz)|dist\/assistant\/articles\/vectors\.bin|help\/.+\.md|dist\/web\/.+\.(html|css|woff2|svg|json|br|gz))$/
    expect(paths().filter((path) => !allowed.test(path))).toEqual([])
    expect(
      paths().filter((path) => /(^|\/)(src|tests?|benchmarks|scripts)\/|\.test\.|\.map$/.test(path)),
    ).toEqual([])
  })

  it('is small', () => {
    expect(packed.size).toBeLessThan(12 * (1 << 20))
  })

  it('has no file that points to one it does not hold', async () => {
    const pointing: string[] = []
    for (const path of paths().filter((one) => /\.(js|d\.ts)$/.test(one))) {
      const text = await readFile(join(home, 'node_modules/headcount', path), 'utf8')
      const [, target] = text.match(/^\/\/# sourceMappingURL=(.+)$/m) ?? []
      if (target !== undefined && !paths().includes(join(path, '..', target))) pointing.push(path)
    }
    expect(pointing).toEqual([])
  })
})

describe('npx headcount', () => {
  it('rules', async () => {
    const { stdout, stderr } = await npx('rules')
    expect(stdout).toContain('A customer is an active user of a location while at least one of these holds.')
    expect(stderr).toBe('')
  })

  it('--version', async () => {
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string }
    expect((await npx('--version')).stdout).toBe(`${version}\n`)
  })

  it('demo, then count', async () => {
    const { stdout } = await npx('demo', '--customers', '40', '--locations', '2')
    expect(stdout).toMatch(/^Imported into Demo network \(synthetic\b.*\) in /)
    expect((await stat(join(home, 'headcount-data'))).isDirectory()).toBe(true)
    const count = JSON.parse((await npx('count', '--json')).stdout)
    expect(count.locations).toHaveLength(2)
    expect(count.distinctCustomers).toBeGreaterThan(0)
    expect((await readdir(home)).sort()).toEqual([
      'headcount-data',
      'node_modules',
      'package-lock.json',
      'package.json',
    ])
  })
})

describe('as a library', () => {
  const PROGRAM = `
import { type ActiveUserCount, type ErrorCode, HeadcountError, type ImportReport, openHeadcount, type Source, SOURCES } from 'headcount'

const headcount = await openHeadcount({ dataDir: 'library-data', now: () => new Date('2026-11-20T12:00:00Z') })
const report: ImportReport = await headcount.makeDemo({ customers: 20, locations: 1 })
const count: ActiveUserCount = await headcount.count()
const [first] = count.locations
const sources: readonly Source[] = SOURCES
let code: ErrorCode | undefined
try {
  await headcount.list({ location: 'Nowhere', sources })
} catch (error) {
  if (error instanceof HeadcountError) code = error.code
}
await headcount.close()
console.log(JSON.stringify({ customers: report.records.customer.added, count: first?.count, code }))
`

  /** @returns what the compiler says, nothing where it is content */
  function compile(file: string): Promise<string> {
    const options = ['--strict', '--target', 'es2023', '--module', 'nodenext', '--types', 'node']
    const types = ['--typeRoots', join(ROOT, 'node_modules/@types')]
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
    return execute(process.execPath, [tsc, ...options, ...types, file], { cwd: home, timeout: MINUTES }).then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    )
  }

  it('works there, with types', async () => {
    await writeFile(join(home, 'program.ts'), PROGRAM)
    expect(await compile('program.ts')).toBe('')
    const { stdout, stderr } = await execute(process.execPath, ['program.js'], {
      cwd: home,
      env: environment(),
    })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual({
      customers: 20,
      count: expect.any(Number),
      code: 'LOCATION_NOT_FOUND',
    })
  })

  it('has a misspelt option found by its types', async () => {
    await writeFile(join(home, 'misspelt.ts'), PROGRAM.replace("location: 'Nowhere'", "locaton: 'Nowhere'"))
    expect(await compile('misspelt.ts')).toContain("'locaton' does not exist in type 'ListOptions'")
  })

  it('gives nothing but its face', async () => {
    const look = `import('headcount/dist/app.js').catch((error) => console.log(error.code))`
    const { stdout } = await execute(process.execPath, ['--input-type=module', '-e', look], { cwd: home })
    expect(stdout).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED\n')
  })
})
