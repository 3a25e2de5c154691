import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/support/longest-first.ts'

/** Tests run the sources, never what stands in dist/. */
const conditions = ['source', 'module', 'node', 'development|production']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  // the environment that the global set-up is loaded in; `#` names would be left to Node, hence to dist/
  environments: { __vitest__: { resolve: { conditions, noExternal: [/^#/] } } },
  test: {
    include: ['tests/**/*.test.ts', 'src/**/*.test.ts'],
    // 36 kills an engine take long: npm run test:crash
    exclude: process.env.HEADCOUNT_TEST_CRASHES ? [] : ['tests/crash/**'],
    globalSetup: ['tests/support/global-setup.ts'],
    // these packages offer their sources under the same condition as we do, which Node cannot read
    server: { deps: { inline: [/eventsource/, /@modelcontextprotocol/, /@ai-sdk/, /node_modules\/ai\//] } },
    pool: 'forks',
    // files share what they load: no code here keeps state but caches, and loading it anew takes a tenth of a run
    isolate: false,
    // tests open many databases for a few statements each: PGlite's second compiler takes longer than it saves
    execArgv: ['--liftoff-only'],
    // one more than two cores have: a file that waits for a browser or a process leaves its core to another
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
