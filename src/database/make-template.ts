/**
 * The packed cluster that a new data folder starts from: made once by the build, because initdb in
 * WASM takes two seconds and 800 MB at every first start.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Database } from '#database/database'
import { MIGRATIONS, readMigrations } from '#database/migrate'
import { openDatabase } from '#database/open'
import { packFolder } from '#database/pglite/tar'

/** Raise it when the way of making changes. */
const RECIPE = 1

/** @returns the path of a template for these migrations below `cacheDir`, made now if there is none */
export async function cachedTemplate(cacheDir: string, migrations = MIGRATIONS): Promise<string> {
  const path = join(cacheDir, `template-${await fingerprint(migrations)}.tgz`)
  if (existsSync(path)) return path
  await mkdir(cacheDir, { recursive: true })
  const draft = `${path}.${process.pid}`
  await writeFile(draft, await makeTemplate(migrations))
  await rename(draft, path)
  return path
}

async function makeTemplate(migrations: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'headcount-template-'))
  try {
    const db = await openDatabase({ dataDir: folder, template: null, migrations })
    await shrink(db)
    await db.close()
    return gzipSync(packFolder(join(folder, 'database')), { level: 9 })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Two thirds of a fresh cluster are databases to make databases from; this program has only one. */
async function shrink(db: Database): Promise<void> {
  await db.script('alter database template1 is_template false')
  await db.script('alter database template0 is_template false')
  await db.script('drop database template1')
  await db.script('drop database template0')
  await db.script('vacuum (freeze, analyze)')
  await db.script('checkpoint')
}

async function fingerprint(migrations: string): Promise<string> {
  const scripts = (await readMigrations(migrations)).map(({ number, name, script }) => [number, name, script])
  return createHash('sha256')
    .update(JSON.stringify([RECIPE, pgliteVersion(), scripts]))
    .digest('hex')
    .slice(0, 16)
}

export function pgliteVersion(): string {
  const description = join(
    createRequire(import.meta.url).resolve('@electric-sql/pglite'),
    '../../package.json',
  )
  return (JSON.parse(readFileSync(description, 'utf8')) as { version: string }).version
}
