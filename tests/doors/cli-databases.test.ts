/** Folders and servers that cannot be used, and what may surround a program that can. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ERRORS } from '#errors'
import { asAdmin, QUICK_ENGINE, run } from '../support/cli.ts'
import { temporaryFolders, WORLD_11, WORLD_12 } from './exports.ts'
import { change, newPlaces, said } from './places.ts'
import { asCount } from './shapes.ts'

const folderWith = temporaryFolders()
const newPlace = newPlaces()

describe('a database that cannot be used', () => {
  const SECRET = 's3cr3t-p4ss'
  const form = 'DATABASE_URL is not of the form postgresql://user@host:5432/database.'

  it.each<[string, string, string | RegExp]>([
    [
      'nobody listens',
      `postgres://u:${SECRET}@127.0.0.1:1/d`,
      'Cannot reach PostgreSQL at 127.0.0.1:1/d as u: connect ECONNREFUSED 127.0.0.1:1.',
    ],
    [
      'there is no such host',
      `postgres://u:${SECRET}@nowhere.invalid/d`,
      /^Cannot reach PostgreSQL at nowhere\.invalid\/d as u: getaddrinfo \w+ nowhere\.invalid\.$/,
    ],
    [
      'there is no such socket',
      `postgres://u:${SECRET}@/d?host=/nowhere`,
      'Cannot reach PostgreSQL at /nowhere/d as u: connect ENOENT /nowhere/.s.PGSQL.5432.',
    ],
    ['the port is none', `postgres://u:${SECRET}@127.0.0.1:99999/d`, form],
    ['the port is no number', `postgres://u:${SECRET}@127.0.0.1/d?port=abc`, form],
    ['the password is not closed', `postgres://u:12/${SECRET}@127.0.0.1/d`, form],
    [
      'nobody listens, and it should be by TLS',
      `postgres://u:${SECRET}@127.0.0.1:1/d?sslmode=require`,
      'Cannot reach PostgreSQL at 127.0.0.1:1/d as u: connect ECONNREFUSED 127.0.0.1:1.',
    ],
    ['the password is no part of an address', `postgres://u:${SECRET}%zz@127.0.0.1/d`, form],
    ['the user is no part of an address', `postgres://%zz:${SECRET}@127.0.0.1/d`, form],
  ])('%s', async (_title, url, message) => {
    for (const args of [['count'], ['count', '--json']]) {
      const { code, out, err } = await run(args, { databaseUrl: url })
      expect(`${out}${err}`).not.toContain(SECRET)
      const told =
        args.length > 1
          ? JSON.parse(err).error
          : { code: err.slice(0, 20), message: err.slice(22).split('\n')[0] }
      expect({ code, out, error: told.code }).toEqual({ code: 5, out: '', error: 'DATABASE_UNREACHABLE' })
      if (typeof message === 'string') expect(told.message).toBe(message)
      else expect(told.message).toMatch(message)
    }
  })

  it.runIf(QUICK_ENGINE === 'postgresql')(
    'the server does not accept the password, or has no such database',
    async () => {
      const { databaseUrl = '' } = (await newPlace('postgresql')).where
      const wrong = new URL(databaseUrl)
      wrong.password = SECRET
      const answer = await run(['count'], { databaseUrl: wrong.href })
      expect(answer.err).toMatch(
        /^DATABASE_UNREACHABLE: Cannot reach PostgreSQL at .+: password authentication failed for user ".+"\.\n/,
      )
      expect(answer.err).not.toContain(SECRET)
      const gone = new URL(databaseUrl)
      gone.pathname = '/no_such_database'
      const { code, err } = await run(['count'], { databaseUrl: gone.href })
      expect(code).toBe(5)
      expect(err).toMatch(/^DATABASE_UNREACHABLE: .+ database "no_such_database" does not exist\.\n/)
      expect(err).not.toContain(gone.password)
    },
  )

  it.runIf(QUICK_ENGINE === 'postgresql')('the user may not make tables', async () => {
    const { databaseUrl = '' } = (await newPlace('postgresql')).where
    const user = `${new URL(databaseUrl).pathname.slice(1)}_reader`
    await asAdmin(`create role ${user} login password 'reader'`)
    try {
      const url = new URL(databaseUrl)
      url.username = user
      url.password = 'reader'
      const { code, out, err } = await run(['count'], { databaseUrl: url.href })
      expect({ code, out }).toEqual({ code: 5, out: '' })
      expect(err).toMatch(/^DATABASE_FORBIDDEN: .*permission denied/)
    } finally {
      await asAdmin(`drop role ${user}`)
    }
  })

  it.runIf(QUICK_ENGINE === 'postgresql')('the database belongs to another program', async () => {
    const place = await newPlace('postgresql')
    await change(place, 'create table customers (id int); insert into customers values (17)')
    for (const args of [['count'], ['import', 'nexudus', WORLD_11], ['doctor']]) {
      const { code, out, err } = await place.run(args)
      expect({ code, out }).toEqual({ code: 5, out: '' })
      expect(err).toMatch(/^DATABASE_FOREIGN: .*\bcustomers\b/)
    }
    expect(Object.keys(await place.dump())).toEqual(['public.customers'])
  })

  it.runIf(QUICK_ENGINE === 'postgresql')('the database cannot hold every letter', async () => {
    const place = await newPlace('postgresql')
    const name = new URL(place.where.databaseUrl ?? '').pathname.slice(1)
    await asAdmin(`drop database ${name}`)
    await asAdmin(`create database ${name} encoding 'LATIN1' locale 'C' template template0`)
    const { code, out, err } = await place.run(['import', 'nexudus', WORLD_11])
    expect({ code, out }).toEqual({ code: 5, out: '' })
    expect(err).toMatch(/^DATABASE_ENCODING: .*\bLATIN1\b.*\bUTF8\b/)
  })

  it.runIf(QUICK_ENGINE === 'postgresql')('the server lets nobody write', async () => {
    const place = await newPlace('postgresql')
    await place.json(['import', 'nexudus', WORLD_11])
    const url = new URL(place.where.databaseUrl ?? '')
    url.searchParams.set('options', '-c default_transaction_read_only=on')
    const counted = await run(['count', '--json'], { databaseUrl: url.href })
    expect(counted).toMatchObject({ code: 0, err: '' })
    const { code, out, err } = await run(['import', 'nexudus', WORLD_12], { databaseUrl: url.href })
    expect({ code, out }).toEqual({ code: 5, out: '' })
    expect(err).toMatch(/^DATABASE_READ_ONLY: .*read-only/)
  })

  it('the folder is in use', async () => {
    const place = await newPlace('pglite')
    await place.json(['import', 'nexudus', WORLD_11])
    const db = await place.open()
    try {
      for (const args of [['count'], ['doctor'], ['start'], ['import', 'nexudus', WORLD_11]]) {
        const { code, out, err } = await place.run(args)
        expect({ code, out }).toEqual({ code: 5, out: '' })
        expect(err).toMatch(
          new RegExp(
            `^DATA_FOLDER_LOCKED: The data folder is in use by process ${process.pid} since \\d{4}-.+Z \\(.+headcount\\.lock\\)\\.\n`,
          ),
        )
        expect(err.split('\n')[1]).toBe(ERRORS.DATA_FOLDER_LOCKED.next)
      }
      expect((await place.run(['rules'])).code).toBe(0)
    } finally {
      await db.close()
    }
    expect((await place.run(['count'])).code).toBe(0)
  })

  it('the folder is a file, or below one', async () => {
    const file = join(await folderWith({ 'a-file': 'x' }), 'a-file')
    for (const dataDir of [file, join(file, 'data')]) {
      const { code, out, err } = await run(['count'], { dataDir })
      expect({ code, out }).toEqual({ code: 5, out: '' })
      expect(err).toMatch(
        new RegExp(`^DATA_FOLDER_UNUSABLE: The data folder ${dataDir} cannot be used: E\\w+`),
      )
    }
  })

  it('the folder holds a database of another version, or a broken one', async () => {
    const dataDir = await folderWith()
    await mkdir(join(dataDir, 'database'))
    await writeFile(join(dataDir, 'database/PG_VERSION'), '16\n')
    const other = await run(['count'], { dataDir })
    const message = `${join(dataDir, 'database')} was made by PostgreSQL 16; this program reads 18.`
    expect(other).toEqual({ code: 5, out: '', err: said('DATA_FOLDER_UNUSABLE', message) })
    await writeFile(join(dataDir, 'database/PG_VERSION'), '18\n')
    const broken = await run(['count'], { dataDir })
    expect(broken).toMatchObject({ code: 5, out: '' })
    expect(broken.err).toMatch(/^DATA_FOLDER_UNUSABLE: The data folder .+ cannot be used: /)
  })
})

describe('what surrounds a program', () => {
  const asOf = ['--as-of', '2026-11-05T09:30:00Z']

  it('its time zone and its language change nothing', async () => {
    const place = await newPlace()
    await place.json(['import', 'nexudus', WORLD_11])
    const questions = [
      ['count', ...asOf],
      ['list', '--location', '501', ...asOf],
      ['explain', '7004', '--location', '501', ...asOf],
    ]
    for (const question of questions) {
      const plain = await place.run(question)
      for (const TZ of ['Asia/Kathmandu', 'Pacific/Apia', 'America/St_Johns']) {
        expect(
          await place.run(question, { env: { TZ, LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8' } }),
        ).toEqual(plain)
      }
    }
    const before = await place.dump()
    const again = await place.run(['import', 'nexudus', WORLD_11], { env: { TZ: 'Pacific/Apia' } })
    expect(again.out).toMatch(/^Nothing changed: /)
    expect(await place.dump()).toEqual(before)
  })

  it.runIf(QUICK_ENGINE === 'postgresql')('settings of the server’s user change nothing', async () => {
    const place = await newPlace('postgresql')
    const url = new URL(place.where.databaseUrl ?? '')
    const settings = {
      search_path: 'app',
      timezone: 'Asia/Kathmandu',
      datestyle: 'German',
      intervalstyle: 'sql_standard',
      extra_float_digits: '-5',
      default_transaction_isolation: 'serializable',
    }
    await change(place, 'create schema app')
    url.searchParams.set(
      'options',
      Object.entries(settings)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
    )
    const imported = await run(['import', 'nexudus', WORLD_11], { databaseUrl: url.href })
    expect(imported).toMatchObject({ code: 0, err: '' })
    const counted = await run(['count', '--json', ...asOf], { databaseUrl: url.href })
    expect(asCount(JSON.parse(counted.out)).locations.map(({ count }) => count)).toEqual([15, 30, 13])
    expect(asCount(await place.json(['count', ...asOf])).distinctCustomers).toBe(40)
  })

  it.runIf(QUICK_ENGINE === 'postgresql')('two programs may open an empty database at once', async () => {
    const place = await newPlace('postgresql')
    const answers = await Promise.all([place.json(['count']), place.json(['count'])])
    for (const answer of answers) expect(asCount(answer).locations).toEqual([])
    expect(await place.json(['doctor'])).toMatchObject({ isHealthy: true })
  })
})
