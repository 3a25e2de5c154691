/**
 * One process a data folder: two would destroy it, and PGlite itself has no lock. The lock is a file
 * that names its process; a dead process's lock is recognised and replaced, by one taker only.
 */
import { randomUUID } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ownIdentity, type ProcessIdentity, stateOf } from '#database/pglite/process-identity'
import { HeadcountError } from '#errors'

export const LOCK_FILE = 'headcount.lock'

/** The file is touched this often, for takers that cannot see the process. */
const BEAT_MS = 10_000
const WATCH_MS = 25_000

const DRAFT_NAME = new RegExp(`^${LOCK_FILE}\\.[\\w-]+\\.draft$`)

const WITHOUT_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'])

interface LockRecord extends ProcessIdentity {
  /** Tells one lock from every other, also of the same process. */
  readonly token: string
  readonly since: string
}

interface Claimed {
  readonly path: string
  readonly token: string
}

export class FolderLock {
  readonly #path: string
  readonly #token: string
  readonly #beat: NodeJS.Timeout

  private constructor(path: string, token: string) {
    this.#path = path
    this.#token = token
    this.#beat = setInterval(() => touch(path), BEAT_MS)
    this.#beat.unref()
  }

  /**
   * @param watchMs how long to watch a lock whose process cannot be seen for a sign of life
   * @throws DATA_FOLDER_LOCKED naming the process that has it
   */
  static async take(folder: string, watchMs = WATCH_MS): Promise<FolderLock> {
    const path = join(folder, LOCK_FILE)
    const record: LockRecord = { ...ownIdentity(), token: randomUUID(), since: new Date().toISOString() }
    const draft = `${path}.${record.token}.draft`
    writeDurably(draft, JSON.stringify(record))
    try {
      while (!(await claim(path, draft, watchMs))) await sleep(5)
    } finally {
      removeIfThere(draft)
    }
    removeDraftsOfDead(folder)
    return new FolderLock(path, record.token)
  }

  release(): void {
    clearInterval(this.#beat)
    if (read(this.#path)?.token === this.#token) removeIfThere(this.#path)
  }
}

/**
 * Takes the lock, or the right to replace a dead one: that right is a file named after the dead lock's
 * token, and a right whose owner died is replaced in the same way. Returns false to begin again.
 */
async function claim(path: string, draft: string, watchMs: number): Promise<boolean> {
  const dead: Claimed[] = []
  let wanted = path
  while (!linkIfFree(draft, wanted)) {
    const owner = read(wanted)
    if (!owner) return false
    if (await isAlive(wanted, owner, watchMs)) throw locked(path, owner)
    dead.push({ path: wanted, token: owner.token })
    wanted = `${path}.${owner.token}`
  }
  if (dead.length === 0) return true
  // Someone may have replaced the dead lock and given up its right between our look and our claim.
  const isStillDead = dead.every((lock) => read(lock.path)?.token === lock.token)
  if (isStillDead) renameSync(draft, path)
  for (const lock of dead.slice(1)) if (isStillDead) removeIfThere(lock.path)
  removeIfThere(wanted)
  return isStillDead
}

async function isAlive(path: string, owner: LockRecord, watchMs: number): Promise<boolean> {
  const state = stateOf(owner)
  if (state !== 'unknown') return state === 'running'
  const before = touchedAt(path)
  for (let waited = 0; waited < watchMs; waited += 500) {
    await sleep(Math.min(500, watchMs))
    if (touchedAt(path) !== before) return true
  }
  return false
}

function locked(path: string, owner: LockRecord): HeadcountError {
  const place = owner.host === ownIdentity().host ? '' : ` on ${owner.host}`
  const { pid, since } = owner
  const message = `The data folder is in use by process ${pid}${place} since ${since} (${path}).`
  return new HeadcountError('DATA_FOLDER_LOCKED', message, { pid, since, host: owner.host, file: path })
}

/** What takers left who were killed before they had the lock, or the right to it. */
function removeDraftsOfDead(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!DRAFT_NAME.test(name)) continue
    const path = join(folder, name)
    const taker = readDraft(path)
    if (taker !== undefined && stateOf(taker) === 'ended') removeIfThere(path)
  }
}

/** Undefined for one that is being written or was never finished. */
function readDraft(path: string): LockRecord | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockRecord
  } catch {
    return undefined
  }
}

/** The content is on the disk before the name: a power cut leaves no empty lock behind. */
function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function linkIfFree(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (!WITHOUT_LINKS.has(code)) throw error
    return copyIfFree(from, to)
  }
}

/** For file systems without hard links (exFAT, some network drives). */
function copyIfFree(from: string, to: string): boolean {
  try {
    copyFileSync(from, to, constants.COPYFILE_EXCL)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function read(path: string): LockRecord | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockRecord
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new HeadcountError(
      'DATA_FOLDER_UNUSABLE',
      `The lock file ${path} cannot be read. If no other process uses the folder, delete it.`,
    )
  }
}

function touchedAt(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs
}

function touch(path: string): void {
  try {
    const now = new Date()
    utimesSync(path, now, now)
  } catch {
    // The folder may be gone; the next statement says so better.
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
