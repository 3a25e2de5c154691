/** One process judges all mutants, one after the other, on databases that stay open. */
import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import projectConfig from '../../vitest.config.ts'
import { MutantReporter } from './report.ts'
import { turnOf } from './tests.ts'

const PROJECT = resolve(import.meta.dirname, '../..')
const MUTANTS = process.env.HEADCOUNT_MUTANTS ?? ''
const WARM = join(PROJECT, 'scripts/mutation/warm.ts')
const IS_WARM =
  /^(tests\/support\/engines|tests\/oracle\/world-database|src\/services\/imports\/import-records)\.ts$/

/** A copy holds what is mutated and its tests; all else is the project's own, loaded once. */
function resolveFromCopy(source: string, importer: string | undefined): string | null {
  if (!importer?.startsWith(MUTANTS) || !/^[#.]/.test(source)) return null
  const copy = join(MUTANTS, relative(MUTANTS, importer).split('/')[0] ?? '')
  const own = source.startsWith('#')
    ? join(copy, 'src', `${source.slice(1)}.ts`)
    : resolve(dirname(importer), source)
  const path = relative(copy, own)
  if (IS_WARM.test(path)) return WARM
  return existsSync(own) ? own : join(PROJECT, path)
}

/** Mutant by mutant, and the tests that find most of them first. */
class ByMutant extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const key = ({ moduleId }: TestSpecification) => {
      const [mutant = '', ...path] = relative(MUTANTS, moduleId).split('/')
      return `${mutant} ${turnOf(mutant, path.join('/'))}`
    }
    return files.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
  }
}

export default defineConfig({
  ...projectConfig,
  root: MUTANTS,
  plugins: [{ name: 'mutants', enforce: 'pre', resolveId: resolveFromCopy }],
  test: {
    include: ['mutant-*/tests/**/*.test.ts'],
    globalSetup: [join(PROJECT, 'tests/support/global-setup.ts')],
    setupFiles: [join(PROJECT, 'scripts/mutation/set-up.ts')],
    reporters: [new MutantReporter(MUTANTS)],
    sequence: { sequencer: ByMutant },
    pool: 'forks',
    isolate: false,
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
