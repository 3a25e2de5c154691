/** Builds the panel into dist/web, where the server finds it. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const SERVER = process.env.HEADCOUNT_URL ?? 'http://127.0.0.1:4300'

/** So many pages and lazy parts of pages use a module that it may come with the first page. */
const NEARLY_ALL = 20

/** Modules of a few hundred bytes that need no others: together they weigh less than requests for each. */
const SMALL =
  /@tabler|@mantine\/hooks|@mantine\/core\/esm\/core\/utils|\.module\.css|web\/src\/(api\/|ui\/(card|check-cell|filter-chip|tiles|scroll-area|zoned-time|use-selection|sparkline|facts|form)\.|components\/(use-place|undoable)\.)/

/**
 * A request costs more than a few bytes. Without groups, each set of modules that the same pages share is a file of
 * its own, and a page waits for a hundred of them.
 */
const GROUPS = [
  {
    name: 'start',
    tags: ['$initial' as const],
    // the entry keeps its own file, by which the manifest names it
    test: (module: string) => !/\/(index\.html|main\.tsx)$/.test(module),
    priority: 1,
  },
  { name: 'kit', test: /\/(node_modules|web\/src)\//, minShareCount: NEARLY_ALL },
  { name: 'small', test: SMALL, minShareCount: 2, includeDependenciesRecursively: false },
]

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // a data: address would need a looser policy than 'self' for fonts
    assetsInlineLimit: 0,
    // all of it is little beside the styles of the kit, and a page asks once
    cssCodeSplit: false,
    target: 'es2022',
    // the figure that matters is held by scripts/check-budget.ts
    chunkSizeWarningLimit: 1000,
    reportCompressedSize: false,
    manifest: true,
    rolldownOptions: { output: { codeSplitting: { groups: GROUPS } } },
  },
  server: { port: 4301, proxy: { '/api': { target: SERVER } } },
})
