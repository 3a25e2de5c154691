/** From a folder that a person names to a PGDATA that PGlite can open, without half-made ones. */
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { unpackFolder } from '#database/pglite/tar'
import { HeadcountError } from '#errors'

/** The cluster stands one level down, so that it can be put in place by one rename. */
const CLUSTER = 'database'
const UNFINISHED = 'database.unfinished'
const POSTGRESQL_VERSION = '18'

/** Makes an empty cluster in a folder that does not exist yet, and closes it. */
export type MakeCluster = (folder: string) => Promise<void>

/** @returns PGDATA, made from the template (or by `makeCluster` without one) when there is none yet. */
export async function prepareCluster(
  dataDir: string,
  template: string | null,
  makeCluster: MakeCluster,
): Promise<string> {
  const cluster = join(dataDir, CLUSTER)
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    refuseOtherVersion(cluster)
    return cluster
  }
  const unfinished = join(dataDir, UNFINISHED)
  await rm(unfinished, { recursive: true, force: true })
  const paths = template
    ? unpackFolder(gunzipSync(await readFile(template)), unfinished)
    : await made(unfinished, makeCluster)
  await Promise.all(paths.map(sync))
  await rename(unfinished, cluster)
  await sync(dataDir)
  return cluster
}

function refuseOtherVersion(cluster: string): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (version === POSTGRESQL_VERSION) return
  const message = `${cluster} was made by PostgreSQL ${version}; this program reads ${POSTGRESQL_VERSION}.`
  throw new HeadcountError('DATA_FOLDER_UNUSABLE', message)
}

async function made(folder: string, makeCluster: MakeCluster): Promise<string[]> {
  await mkdir(folder, { mode: 0o700 })
  await makeCluster(folder)
  const names = await readdir(folder, { recursive: true })
  return [folder, ...names.map((name) => join(folder, name))]
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } catch (error) {
    // Some systems cannot sync a folder; there, a rename is as safe as it gets.
    if (!['EINVAL', 'EISDIR', 'EPERM', 'EBADF'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error
  } finally {
    await file.close()
  }
}
