/** Makes dist/: compiled sources, the files beside them, a packed cluster for a fast first start, and the panel. */
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, existsSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const src = join(root, 'src')
const dist = join(root, 'dist')

function compile() {
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  const options = ['-p', join(root, 'tsconfig.build.json'), '--allowImportingTsExtensions', 'false']
  const { status } = spawnSync(process.execPath, [tsc, ...options], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

function copyAssets() {
  cpSync(src, dist, { recursive: true, filter: (path) => extname(path) !== '.ts' })
}

async function addPanel() {
  // the panel’s own tools belong to its workspace
  const { build } = await import(createRequire(join(root, 'web/package.json')).resolve('vite'))
  await build({ configFile: join(root, 'web/vite.config.ts'), logLevel: 'warn' })
}

async function addTemplate() {
  const { cachedTemplate } = await import(new URL('../dist/database/make-template.js', import.meta.url).href)
  const cached = await cachedTemplate(join(root, 'node_modules/.cache/headcount'))
  copyFileSync(cached, join(dist, 'database/template.tgz'))
}

rmSync(dist, { recursive: true, force: true })
compile()
copyAssets()
await addTemplate()
await addPanel()
const main = join(dist, 'main.js')
if (existsSync(main)) chmodSync(main, 0o755)
