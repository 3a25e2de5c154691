import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { openDatabase } from '#database/open'
import { FolderLock, LOCK_FILE } from '#database/pglite/folder-lock'
import { ownIdentity } from '#database/pglite/process-identity'

const { pgliteTemplate: template } = inject('engines')
const CHILD = join(import.meta.dirname, 'child.ts')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headcount-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Another process on the same folder, and the first line that it says. */
async function startChild(): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=source', CHILD, folder, template], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface({ input: child.stdout }), 'line')
  return { child, line }
}

/** Leaves a lock as another process would. */
function leaveLock(record: object): void {
  const since = '2026-01-01T00:00:00.000Z'
  writeFileSync(
    join(folder, LOCK_FILE),
    JSON.stringify({ ...ownIdentity(), token: 'left', since, ...record }),
  )
}

const lockFiles = () => readdirSync(folder).filter((name) => name.startsWith(LOCK_FILE))

describe('the lock of a data folder', () => {
  test('what a taker left who was killed on the way is removed, what another is writing is not', async () => {
    const since = '2026-01-01T00:00:00.000Z'
    const ended = { ...ownIdentity(), boot: 'an earlier one', token: 'a-1', since }
    writeFileSync(join(folder, `${LOCK_FILE}.a-1.draft`), JSON.stringify(ended))
    const running = { ...ownIdentity(), token: 'b-2', since }
    writeFileSync(join(folder, `${LOCK_FILE}.b-2.draft`), JSON.stringify(running))
    writeFileSync(join(folder, `${LOCK_FILE}.c-3.draft`), '')
    const lock = await FolderLock.take(folder)
    lock.release()
    expect(lockFiles()).toEqual([`${LOCK_FILE}.b-2.draft`, `${LOCK_FILE}.c-3.draft`])
  })

  test('a second process is refused, the first is named, and its data is unharmed', async () => {
    const db = await openDatabase({ dataDir: folder, template })
    await db.script('create table notes (name text)')
    const { line } = await startChild()
    expect(JSON.parse(line)).toEqual({
      code: 'DATA_FOLDER_LOCKED',
      message: expect.stringMatching(
        new RegExp(`in use by process ${process.pid} since \\d{4}-\\d\\d-\\d\\dT`),
      ),
    })
    await db.script(`insert into notes values ('written after the refusal')`)
    await db.close()
    expect(lockFiles()).toEqual([])
    const again = await openDatabase({ dataDir: folder })
    expect(await again.query({ text: 'select name from notes', values: [] })).toEqual([
      { name: 'written after the refusal' },
    ])
    await again.close()
  })

  test('the same process cannot open it twice either', async () => {
    const lock = await FolderLock.take(folder)
    await expect(openDatabase({ dataDir: folder, template })).rejects.toMatchObject({
      code: 'DATA_FOLDER_LOCKED',
    })
    lock.release()
  })

  test('the lock of a killed process is taken over, and its committed data is there', async () => {
    const { child, line } = await startChild()
    expect(line).toBe('open')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(existsSync(join(folder, LOCK_FILE))).toBe(true)
    const db = await openDatabase({ dataDir: folder, template })
    const text = 'select count(*) > 0 as migrated from schema_migrations'
    expect(await db.query({ text, values: [] })).toEqual([{ migrated: true }])
    await db.close()
    expect(lockFiles()).toEqual([])
  })

  test('a process that ends well leaves no lock', async () => {
    const { child } = await startChild()
    child.stdin?.end()
    await once(child, 'exit')
    expect(lockFiles()).toEqual([])
  })

  test.each([
    ['whose number another process has now', { started: '1' }],
    ['from before this machine was started again', { boot: 'another boot' }],
    ['whose number nobody has', { pid: 2 ** 22 + 1 }],
  ])('a lock %s is stale', async (_, record) => {
    leaveLock(record)
    const lock = await FolderLock.take(folder)
    expect(JSON.parse(readFileSync(join(folder, LOCK_FILE), 'utf8'))).toMatchObject({ pid: process.pid })
    lock.release()
    expect(lockFiles()).toEqual([])
  })

  test('a lock from another host is respected while it shows signs of life, and named', async () => {
    leaveLock({ host: 'elsewhere', pid: 7 })
    const beat = setInterval(() => leaveLock({ host: 'elsewhere', pid: 7 }), 100)
    await expect(FolderLock.take(folder, 2000)).rejects.toThrow(/process 7 on elsewhere since 2026-01-01/)
    clearInterval(beat)
    const lock = await FolderLock.take(folder, 1000)
    lock.release()
  })

  test('of many takers of a stale lock exactly one wins', async () => {
    for (let round = 0; round < 20; round++) {
      leaveLock({ pid: 2 ** 22 + 1, token: `dead ${round}` })
      const takers = await Promise.allSettled(Array.from({ length: 8 }, () => FolderLock.take(folder)))
      const winners = takers.filter((taker) => taker.status === 'fulfilled')
      expect(winners).toHaveLength(1)
      winners[0]?.value.release()
      expect(lockFiles()).toEqual([])
    }
  })

  test('of two processes that start at once on a stale lock exactly one opens the folder', async () => {
    leaveLock({ pid: 2 ** 22 + 1, host: hostname() })
    const started = await Promise.all([startChild(), startChild()])
    expect(started.map(({ line }) => line === 'open').sort()).toEqual([false, true])
    for (const { child } of started) child.kill('SIGKILL')
  })

  test('a taker that died while it replaced a dead lock is replaced too', async () => {
    leaveLock({ pid: 2 ** 22 + 1, token: 'dead' })
    const claim = { ...ownIdentity(), pid: 2 ** 22 + 2, token: 'dead too', since: '2026-01-02T00:00:00.000Z' }
    writeFileSync(join(folder, `${LOCK_FILE}.dead`), JSON.stringify(claim))
    const lock = await FolderLock.take(folder)
    lock.release()
    expect(lockFiles()).toEqual([])
  })
})
