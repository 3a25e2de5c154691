/** Makes dist/: compiled sources, the files beside them, a packed cluster for a fast first start, and the panel. */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

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

/** Once here, and not with every request. */
function compressPanel() {
  const assets = join(dist, 'web/assets')
  for (const file of readdirSync(assets).filter((name) => /\.(js|css)$/.test(name))) {
    const content = readFileSync(join(assets, file))
    writeFileSync(join(assets, `${file}.br`), brotliCompressSync(content))
    writeFileSync(join(assets, `${file}.gz`), gzipSync(content, { level: 9 }))
  }
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
compressPanel()
const main = join(dist, 'main.js')
if (existsSync(main)) chmodSync(main, 0o755)
