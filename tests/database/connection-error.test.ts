import { createServer } from 'node:net'
import { describe, expect, inject, test } from 'vitest'
import { openDatabase } from '#database/open'
import { openTestDatabase } from '../support/engines.ts'

const { postgresql } = inject('engines')

/** What opening an address fails with. */
async function failureOf(databaseUrl: string): Promise<{ code: string; message: string }> {
  return openDatabase({ databaseUrl }).then(
    () => expect.fail('it opened'),
    (error) => error,
  )
}

describe('a server that cannot be used', () => {
  test.each([
    ['nobody listens', 'postgresql://ann:s3cret@localhost:1/records', 'localhost:1/records as ann'],
    ['no such host', 'postgresql://ann:s3cret@nowhere.invalid/records', 'nowhere.invalid/records as ann'],
    ['no address at all', 'ann:s3cret@localhost/records', 'DATABASE_URL'],
  ])('%s: the message says where, and keeps the password to itself', async (_, url, place) => {
    const { code, message } = await failureOf(url)
    expect(code).toBe('DATABASE_UNREACHABLE')
    expect(message).toContain(place)
    expect(message).not.toContain('s3cret')
  })

  test.runIf(postgresql)('it has no such database', async () => {
    const url = new URL(postgresql?.adminUrl ?? '')
    url.pathname = '/no_such_database'
    const { code, message } = await failureOf(url.href)
    expect(code).toBe('DATABASE_UNREACHABLE')
    expect(message).toContain('no_such_database')
    expect(message).not.toContain(url.password || 's3cret')
  })

  test('it answers in another protocol', async () => {
    const server = createServer((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request')))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    for (const query of ['', '?sslmode=require']) {
      expect(await failureOf(`postgresql://ann:s3cret@127.0.0.1:${port}/records${query}`)).toMatchObject({
        code: 'DATABASE_UNREACHABLE',
      })
    }
    server.close()
  })

  test('it hangs up', async () => {
    const server = createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    expect(await failureOf(`postgresql://ann:s3cret@127.0.0.1:${port}/records`)).toMatchObject({
      code: 'DATABASE_UNREACHABLE',
    })
    server.close()
  })

  test('it ends a connection in the middle: that statement fails, the next one has a new connection', async () => {
    const db = await openTestDatabase('postgresql')
    const suicide = { text: 'select pg_terminate_backend(pg_backend_pid())', values: [] }
    await expect(db.query(suicide)).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' })
    expect(await db.query({ text: 'select 1 as one', values: [] })).toEqual([{ one: 1 }])
    await db.close()
  })
})
