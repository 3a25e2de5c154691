/** The Model Context Protocol by its official client: over standard streams and over HTTP. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Right } from '#model/access'
import type { Browser } from '../support/browser.ts'
import { builtProgram, Place } from '../support/cli.ts'
import { joined, type RunningServer, startServer } from '../support/server.ts'

type Told = Readonly<Record<string, unknown>>

/** What a tool answered: whether it failed, and its content as data. */
async function call(
  client: Client,
  name: string,
  given: Told = {},
): Promise<{ failed: boolean; told: Told }> {
  const { isError = false, structuredContent, content } = await client.callTool({ name, arguments: given })
  const [first] = content as { type: string; text: string }[]
  if (!isError) expect(JSON.parse(first?.text ?? '')).toEqual(structuredContent)
  return { failed: isError, told: structuredContent as Told }
}

const TOOLS = [
  'audit_bill',
  'count_active_users',
  'explain_active_user',
  'find_customers',
  'forecast_platform_invoice',
  'get_customer',
  'get_location_billing',
  'get_network_overview',
  'get_platform_invoice',
  'get_rules',
  'history_of_active_users',
  'list_active_users',
  'list_adjustments',
  'list_bills',
  'list_invoiced_users',
  'list_locations',
  'list_networks',
  'list_platform_invoices',
  'list_price_plans',
  'price_active_users',
  'reconcile_platform_invoice',
  'verify_platform_invoices',
]

describe('over HTTP, with an API key', () => {
  let server: RunningServer
  let platform: Browser
  const clients: Client[] = []

  beforeAll(async () => {
    server = await startServer('pglite')
    await server.addPlatformOperator('ana@example.com')
    platform = await server.signedIn('ana@example.com')
    await server.headcount.makeDemo({ customers: 60, locations: 2 }, { networkName: 'Harbour' })
    await server.headcount.makeDemo({ customers: 20, locations: 1 }, { networkName: 'Valley' })
  })
  afterAll(async () => {
    for (const client of clients) await client.close()
    await server.close()
  })

  async function clientWith(operator: Browser, scopes: readonly Right[]): Promise<Client> {
    const { body } = await operator.post<{ key: string }>('/api-keys', {
      name: 'mcp',
      scopes,
      expiresInDays: 1,
    })
    const client = new Client({ name: 'test', version: '1' })
    const requestInit = { headers: { authorization: `Bearer ${body.key}` } }
    await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', server.url), { requestInit }))
    clients.push(client)
    return client
  }

  test('it lists tools that only read, and answers as the verbs do', async () => {
    const client = await clientWith(platform, ['counts.read', 'billing.read'])
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name).sort()).toEqual(TOOLS)
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true)
    const { told } = await call(client, 'count_active_users', { network: 'Harbour', asOf: '2026-11-20' })
    const asOf = new Date('2026-11-20T00:00:00Z')
    expect(told).toEqual(
      JSON.parse(JSON.stringify(await server.headcount.count({ network: 'Harbour', asOf }))),
    )
    const list = await call(client, 'list_active_users', {
      location: 'Harbour Loft',
      network: 'Harbour',
      limit: 3,
    })
    const [first] = list.told.activeUsers as { name: string }[]
    const why = { customer: first?.name, location: 'Harbour Loft', network: 'Harbour' }
    expect((await call(client, 'explain_active_user', why)).told).toMatchObject({ isActiveUser: true })
  })

  test('every tool answers with data or with a code and a next step', async () => {
    const client = await clientWith(platform, ['counts.read', 'billing.read', 'billing.manage'])
    const { told } = await call(client, 'find_customers', { network: 'Harbour', search: '', limit: 1 })
    const [customer] = told.items as { customerId: number }[]
    const given = {
      ...{ network: 'Harbour', location: 'Harbour Loft', number: 1, count: 100, search: 'a' },
      bill: 'P-10001',
      ...{ customerId: customer?.customerId, customer: String(customer?.customerId) },
    }
    for (const { name, inputSchema } of (await client.listTools()).tools) {
      const known = Object.keys(inputSchema.properties ?? {})
      const own = Object.fromEntries(Object.entries(given).filter(([key]) => known.includes(key)))
      const answer = await call(client, name, own)
      if (answer.failed)
        expect([name, answer.told.code]).toEqual([name, expect.stringMatching(/NOT_FOUND|NO_BILLING/)])
    }
  })

  test('articles are resources', async () => {
    const client = await clientWith(platform, ['counts.read'])
    const { resources } = await client.listResources()
    const uri = 'headcount://help/who-is-considered-an-active-user'
    expect(resources.map((resource) => resource.uri)).toContain(uri)
    const { contents } = await client.readResource({ uri })
    expect(contents[0]).toMatchObject({
      uri,
      text: expect.stringContaining('# Who is considered an active user'),
    })
    await expect(client.readResource({ uri: 'headcount://help/nothing' })).rejects.toThrow(/no article/)
  })

  test('what is out of scope is not there, and what the key may not do is refused', async () => {
    const offer = { network: 'Harbour', role: 'viewer', locations: ['Harbour Loft'] }
    const viewer = await joined(server, platform, 'vi@example.com', offer)
    const client = await clientWith(viewer, ['counts.read'])
    const { told } = await call(client, 'count_active_users')
    expect((told.locations as { name: string }[]).map(({ name }) => name)).toEqual(['Harbour Loft'])
    const hidden = await call(client, 'list_active_users', { location: 'Tile House' })
    const missing = await call(client, 'list_active_users', { location: 'Tile Hause' })
    expect(hidden).toMatchObject({
      failed: true,
      told: { code: 'LOCATION_NOT_FOUND', next: expect.any(String) },
    })
    expect(missing.told.code).toBe('LOCATION_NOT_FOUND')
    const priced = await call(client, 'forecast_platform_invoice', { location: 'Harbour Loft' })
    expect(priced).toMatchObject({ failed: true, told: { code: 'FORBIDDEN' } })
    const narrow = await clientWith(platform, ['billing.read'])
    for (const name of ['count_active_users', 'list_active_users', 'explain_active_user']) {
      const given = { location: 'Tile House', ...(name.startsWith('explain') && { customer: '1' }) }
      expect([name, await call(narrow, name, given)]).toMatchObject([name, { told: { code: 'FORBIDDEN' } }])
    }
  })

  test('wrong input and an unknown tool are told with what to do', async () => {
    const client = await clientWith(platform, ['counts.read'])
    const misspelt = await call(client, 'count_active_users', { loction: 'Harbour Loft' })
    expect(misspelt.told).toMatchObject({ code: 'INVALID_ARGUMENT', next: expect.any(String) })
    expect(misspelt.told.message).toContain('It takes network, location, asOf.')
    expect((await call(client, 'count_active_users', { asOf: 'soon' })).told.code).toBe('INVALID_ARGUMENT')
    expect((await call(client, 'delete_everything')).told.message).toContain(
      'There is no tool “delete_everything”',
    )
  })

  test('nobody gets in without a key, nor by the session of a browser', async () => {
    const post = (headers: Readonly<Record<string, string>>) =>
      fetch(new URL('/mcp', server.url), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          ...headers,
        },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }),
      })
    const without = await post({})
    expect([without.status, without.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('Bearer'),
    ])
    expect((await post({ authorization: 'Bearer hc_wrong' })).status).toBe(401)
    const answer = await platform.post('/sessions', {
      email: 'ana@example.com',
      password: 'plum kettle Orbit 57',
    })
    const cookie = answer.setCookies.map((one) => one.split(';')[0]).join('; ')
    expect((await post({ cookie, origin: server.url })).status).toBe(401)
  })
})

describe('over standard streams', () => {
  let place: Place
  beforeAll(async () => {
    place = await Place.make('pglite')
    await place.run(['demo', '--customers', '40', '--locations', '2'])
  })
  afterAll(() => place.remove())

  test('a client starts the program, asks as the command line would, and ends it', async () => {
    const client = new Client({ name: 'test', version: '1' })
    const env = { HEADCOUNT_DATA_DIR: place.where.dataDir ?? '' }
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [await builtProgram(), 'mcp'], env }),
    )
    expect((await client.listTools()).tools).toHaveLength(TOOLS.length)
    const asOf = '2026-11-20T12:00:00Z'
    const { told } = await call(client, 'count_active_users', { asOf })
    expect(
      (await call(client, 'explain_active_user', { customer: 'Nobody', location: 'Harbour Loft' })).told,
    ).toMatchObject({ code: 'CUSTOMER_NOT_FOUND' })
    expect((await client.listResources()).resources.length).toBeGreaterThan(1)
    await client.close()
    expect(told).toEqual(await place.json(['count', '--as-of', asOf]))
  })
})
