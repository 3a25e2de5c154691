import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { openDatabase } from '#database/open'
import { openPglite } from '#database/pglite/pglite-database'

const { pgliteTemplate: template } = inject('engines')
const CHILD = join(import.meta.dirname, 'child.ts')
const hasStrace = spawnSync('strace', ['-V']).status === 0

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headcount-pglite-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('what PGlite wrote is on the disk', () => {
  test('every commit asks the disk to keep it', async () => {
    const db = await openPglite({ dataDir: folder, template })
    await db.script('create table notes (name text)')
    const before = await db.syncCount()
    for (let i = 0; i < 20; i++)
      await db.query({ text: 'insert into notes values ($1)', values: [String(i)] })
    expect((await db.syncCount()) - before).toBeGreaterThanOrEqual(20)
    await db.close()
  })

  test.skipIf(!hasStrace)('the operating system sees those calls (needs strace)', async () => {
    const script = `create table notes (name text); ${'begin; insert into notes values (1); commit; '.repeat(20)}`
    const node = [process.execPath, '--import', 'tsx', '--conditions=source', CHILD, folder, template, script]
    const log = join(folder, 'strace.log')
    const child = spawn('strace', ['-f', '-y', '-o', log, '-e', 'trace=fdatasync', ...node], {
      stdio: 'pipe',
    })
    child.stdin.end()
    await once(child, 'exit')
    const calls = readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => /fdatasync\(.*\/pg_wal\//.test(line))
    expect(calls.length).toBeGreaterThanOrEqual(20)
  })

  test('the log stays short however much is written', async () => {
    const db = await openPglite({ dataDir: folder, template })
    await db.script('create table notes (id int, body text)')
    for (let round = 0; round < 8; round++) {
      await db.script(`insert into notes select i, repeat('x', 500) from generate_series(1, 50000) i`)
    }
    const wal = readdirSync(join(folder, 'database/pg_wal')).filter((name) => /^[0-9A-F]{24}$/.test(name))
    expect(wal.length).toBeLessThanOrEqual(14)
    await db.close()
  })
})

describe('a new data folder', () => {
  test('from a template and from nothing alike, it opens again with what was written', async () => {
    for (const [name, start] of [
      ['template', template],
      ['nothing', null],
    ] as const) {
      const dataDir = join(folder, name)
      const db = await openDatabase({ dataDir, template: start })
      await db.script(`create table notes (name text); insert into notes values ('${name}')`)
      await db.close()
      const again = await openDatabase({ dataDir, template: start })
      expect(await again.query({ text: 'select name from notes', values: [] })).toEqual([{ name }])
      await again.close()
    }
  })

  test('a half-made cluster of a start that was cut off is replaced', async () => {
    mkdirSync(join(folder, 'database.unfinished/base'), { recursive: true })
    writeFileSync(join(folder, 'database.unfinished/PG_VERSION'), '18\n')
    const db = await openDatabase({ dataDir: folder, template })
    await db.close()
    expect(existsSync(join(folder, 'database.unfinished'))).toBe(false)
    expect(existsSync(join(folder, 'database/PG_VERSION'))).toBe(true)
  })

  test('one that cannot be made, and one of another version, say so', async () => {
    writeFileSync(join(folder, 'file'), '')
    const unusable = { code: 'DATA_FOLDER_UNUSABLE', message: expect.stringContaining(folder) }
    await expect(openDatabase({ dataDir: join(folder, 'file'), template })).rejects.toMatchObject(unusable)
    mkdirSync(join(folder, 'database'))
    writeFileSync(join(folder, 'database/PG_VERSION'), '17\n')
    await expect(openDatabase({ dataDir: folder, template })).rejects.toMatchObject(unusable)
  })

  test('a destroyed cluster is an error, not a wait for ever', async () => {
    const db = await openDatabase({ dataDir: folder, template })
    await db.close()
    writeFileSync(join(folder, 'database/global/pg_control'), Buffer.alloc(8192, 1))
    await expect(openDatabase({ dataDir: folder, template })).rejects.toMatchObject({
      code: 'DATA_FOLDER_UNUSABLE',
    })
    expect(existsSync(join(folder, 'headcount.lock'))).toBe(false)
  })
})

describe('the database thread', () => {
  test('a long query does not hold up the program', async () => {
    const db = await openPglite({ dataDir: null, template })
    let worstLag = 0
    let last = performance.now()
    const clock = setInterval(() => {
      worstLag = Math.max(worstLag, performance.now() - last)
      last = performance.now()
    }, 5)
    const started = performance.now()
    await db.query({ text: 'select sum(i) from generate_series(1, 3000000) i', values: [] })
    const took = performance.now() - started
    clearInterval(clock)
    expect(took).toBeGreaterThan(200)
    expect(worstLag).toBeLessThan(took / 2)
    await db.close()
  })

  test('when the engine dies, whoever waits and whoever comes later gets an error', async () => {
    const db = await openPglite({ dataDir: folder, template })
    const stopped = { code: 'DATABASE_STOPPED' }
    await rm(join(folder, 'database/pg_wal'), { recursive: true })
    const waiting = db.script('select pg_switch_wal(); create table notes (name text); checkpoint')
    const queued = db.query({ text: 'select 1', values: [] })
    const results = await Promise.allSettled([waiting, queued])
    for (const result of results) expect(result).toMatchObject({ status: 'rejected', reason: stopped })
    await expect(db.query({ text: 'select 1', values: [] })).rejects.toMatchObject(stopped)
    await expect(db.transaction(async () => undefined)).rejects.toMatchObject(stopped)
    await expect(db.copyIn('t', [Buffer.from('1\n')])).rejects.toMatchObject(stopped)
    await db.close()
  })

  test('a closed database says so', async () => {
    const db = await openPglite({ dataDir: null, template })
    await db.close()
    await db.close()
    await expect(db.query({ text: 'select 1', values: [] })).rejects.toMatchObject({
      code: 'DATABASE_STOPPED',
    })
  })

  test('an expression too deep for the stack is an SQL error, and the connection goes on', async () => {
    const db = await openPglite({ dataDir: null, template })
    const deep = `select 1${' + 1'.repeat(50_000)}`
    await expect(db.query({ text: deep, values: [] })).rejects.toMatchObject({ code: '54001' })
    expect(await db.query({ text: 'select 1 as one', values: [] })).toEqual([{ one: 1 }])
    await db.close()
  })
})
