// What webhooks tell: signed in either way, often, in any order, and never lost.
import { createHmac } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { HOOK_ACTIONS, isSignedBy } from '#connectors/nexudus/client/webhooks'
import { EMAIL, NexudusStandIn, PASSWORD } from '../support/nexudus-stand-in.ts'
import { type RunningServer, startServer } from '../support/server.ts'
import { everybody, importedTruth, synced } from './account.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const HOOK_SECRET = 'shared with the account'
const BURST = 400

let server: RunningServer
let account: NexudusStandIn
let connection: number

beforeAll(async () => {
  server = await startServer('pglite')
  account = await NexudusStandIn.start('tests/fixtures/samples/world-11')
  const credentials = { kind: 'basic', email: EMAIL, password: PASSWORD, baseUrl: account.url } as const
  const made = await server.headcount.connectAccount({
    ...{ ...credentials, webhookSecret: HOOK_SECRET, syncEveryMinutes: 0 },
  })
  connection = made.connectionId
  await synced(server.headcount, connection)
})
afterAll(async () => {
  await server.close()
  await account.close()
})

function sign(body: string | Buffer, secret = HOOK_SECRET): string {
  return createHmac('sha256', secret).update(body).digest('hex').toUpperCase()
}

async function deliver(action: string, body: string, signature = sign(body)): Promise<number> {
  const answer = await fetch(`${server.url}/hooks/nexudus/${connection}/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-nexudus-hook-signature': signature },
    body,
  })
  await answer.arrayBuffer()
  return answer.status
}

const told = (id: number, fields: object = {}) => JSON.stringify([{ Id: id, ...fields }])

describe('a signature', () => {
  test('holds over the bytes, and over the text with question marks', () => {
    const body = Buffer.from(told(7, { FullName: 'Zoë Łukasz' }))
    expect(isSignedBy(HOOK_SECRET, body, sign(body))).toBe(true)
    expect(isSignedBy(HOOK_SECRET, body, sign(body.toString().replace(/[^\0-\x7f]/g, '?')))).toBe(true)
    expect(isSignedBy(HOOK_SECRET, body, sign(body, 'another'))).toBe(false)
  })

  test('that is wrong, missing or of nobody is refused alike', async () => {
    const body = told(7001)
    expect(await deliver('2', body, sign(body, 'another'))).toBe(401)
    expect(await deliver('2', body, '')).toBe(401)
    const elsewhere = await fetch(`${server.url}/hooks/nexudus/999/2`, { method: 'POST', body })
    expect(elsewhere.status).toBe(401)
  })
})

describe('what is told', () => {
  const NAMES = 'عدنان 王小明 Zoë 🏢'
  const waiting = async () => (await server.headcount.connection(connection)).waitingWebhooks

  test('by any action, by number or name, signed in either way, waits to be read', async () => {
    for (const [at, { action, name }] of HOOK_ACTIONS.entries()) {
      const body = told(700_000 + at, { FullName: NAMES, UpdatedOn: '2026-11-20T08:00:00Z' })
      const asMarks = sign(Buffer.from(body.replace(/[^\0-\x7f]/g, '?'), 'latin1'))
      expect(await deliver(String(action), body, at % 2 === 0 ? sign(body) : asMarks)).toBe(202)
      expect(await deliver(name, body, at % 2 === 0 ? asMarks : sign(body))).toBe(202)
    }
    expect(await waiting()).toBe(HOOK_ACTIONS.length)
    // nobody of the account has these numbers
    expect(await server.headcount.applyWebhooks({ connection })).toBe(HOOK_ACTIONS.length)
    expect(await waiting()).toBe(0)
  })

  test('of several records, or of one without an array, is taken; of no record at all is nothing', async () => {
    expect(await deliver('6', '[{"Id":1},{"id":"2"}]')).toBe(202)
    expect(await deliver('6', '{"Id":3}')).toBe(202)
    expect(await waiting()).toBe(3)
    expect(await deliver('6', '[]')).toBe(202)
    expect(await deliver('47', 'no JSON, and an action of no use')).toBe(202)
    expect(await deliver('NotKnown', told(1))).toBe(202)
    for (const body of ['{}', '[{"Id":4},{}]', '[{"Id":0}]', '[[{"Id":4}]]', 'null', '{"Id":'])
      expect(await deliver('6', body), body).toBe(400)
    expect(await waiting()).toBe(3)
    expect(await server.headcount.applyWebhooks({ connection })).toBe(3)
  })

  test('in whatever form it is said to be is read, unless it is too long', async () => {
    for (const type of ['text/plain', 'application/xml', null]) {
      const body = Buffer.from(told(5))
      const answer = await fetch(`${server.url}/hooks/nexudus/${connection}/6`, {
        method: 'POST',
        headers: { 'x-nexudus-hook-signature': sign(body), ...(type !== null && { 'content-type': type }) },
        body,
      })
      expect(answer.status, String(type)).toBe(202)
    }
    expect(await deliver('6', told(6, { Notes: 'x'.repeat(5_000_000) }))).toBe(413)
    expect(await waiting()).toBe(1)
    await server.headcount.applyWebhooks({ connection })
  })

  test('of a kind that the account may not read does not hold up the others', async () => {
    const again = { connection, kind: 'basic', email: EMAIL, password: PASSWORD } as const
    account.traps = { forbidden: ['Team'] }
    await server.headcount.reenterCredentials(again)
    const { Id } = account.add('bookings', { ResourceId: 5010, CoworkerId: 7001, OverridePrice: 5 })
    expect(await deliver('58', told(1))).toBe(202)
    expect(await deliver('6', told(Id))).toBe(202)
    await server.headcount.applyWebhooks({ connection })
    expect(await waiting()).toBe(0)
    account.traps = {}
    await server.headcount.reenterCredentials(again)
  })
})

test('a burst, told again and in any order, leaves the account as it is now', async () => {
  const [first] = account.all('bookings')
  account.cancelBooking(first?.Id ?? 0)
  const contract = account.add('coworkercontracts', {
    IssuedById: 501,
    CoworkerId: 7003,
    TariffId: 10501,
    Price: 0,
    Cancelled: false,
  })
  const made = Array.from({ length: 40 }, (_, at) =>
    account.add('bookings', { ResourceId: 5010, CoworkerId: 7001 + at, Tentative: false, OverridePrice: 5 }),
  )
  const deliveries = [
    ...made.map(({ Id }) => ['6', Id] as const),
    ['62', contract.Id] as const,
    ['8', first?.Id ?? 0] as const,
  ]
  for (let sent = 0; sent < BURST; sent += 50) {
    const some = Array.from(
      { length: 50 },
      (_, at) => deliveries[((sent + at) * 7919) % deliveries.length] ?? ['6', 1],
    )
    const statuses = await Promise.all(some.map(([action, id]) => deliver(String(action), told(Number(id)))))
    expect(new Set(statuses)).toEqual(new Set([202]))
  }
  expect((await server.headcount.connection(connection)).waitingWebhooks).toBe(deliveries.length)
  expect(await server.headcount.applyWebhooks({ connection })).toBe(deliveries.length)
  const asOf = new Date()
  expect(await everybody(server.headcount, asOf)).toEqual(await importedTruth(account, asOf))
})

test('nothing that is secret stands in the tables, in answers, in files or in what failed', async () => {
  const { connectionId } = await server.headcount.connection(connection)
  await server.headcount.reenterCredentials({
    connection,
    kind: 'password',
    email: EMAIL,
    password: PASSWORD,
  })
  const wrong = server.headcount.reenterCredentials({
    connection,
    kind: 'password',
    email: EMAIL,
    password: `${PASSWORD}!`,
  })
  const error = await wrong.catch((one: unknown) => one)
  expect(error).toMatchObject({ code: 'CONNECTION_REFUSED' })
  const tables = await server.database.query<{ name: string }>({
    text: `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public'`,
    values: [],
  })
  const folder = await mkdtemp(join(tmpdir(), 'headcount-secrets-'))
  await server.headcount.pullAccount({ folder, from: { connection } })
  const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
  await rm(folder, { recursive: true })
  let everything = JSON.stringify([
    ...files,
    await server.headcount.listAudit(),
    error,
    (error as Error).stack,
    await server.headcount.connections(),
    connectionId,
  ])
  for (const { name } of tables) {
    const rows = await server.database.query({ text: `select t::text as row from ${name} t`, values: [] })
    everything += JSON.stringify(rows)
  }
  for (const secret of [PASSWORD, HOOK_SECRET, Buffer.from(PASSWORD).toString('base64')]) {
    expect(everything.includes(secret)).toBe(false)
  }
})
