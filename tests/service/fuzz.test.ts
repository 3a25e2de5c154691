// Requests made from the OpenAPI document: valid, nearly valid and hostile. None may crash, hang or half-change anything.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { dumpTables } from '../imports/dump.ts'
import type { Answer, Browser } from '../support/browser.ts'
import { addNetwork } from '../support/networks.ts'
import { type RunningServer, startServer } from '../support/server.ts'

interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly const?: unknown
  readonly $ref?: string
}

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

const document = JSON.parse(readFileSync('openapi.json', 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** What would end the session of who asks, or lock it out. */
const LEFT_OUT = new Set([
  // they ask another server
  'checkAccount',
  'connectAccount',
  'signOut',
  'endSession',
  'changePassword',
  'setDisabled',
  'removeOperator',
  'setPlatform',
])

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, { operationId }]) => !LEFT_OUT.has(operationId))
    .map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
)

const HOSTILE = fc.constantFrom<unknown>(
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '../../etc/passwd',
  "'; drop table customers; --",
  '{{7*7}}',
  '<script>alert(1)</script>',
  'עברית العربية 中文 हिन्दी',
  'x'.repeat(5000),
  '1900-01-01',
  '9999-12-31T23:59:59.999Z',
  '2026-02-30',
  '10000-01-01T00:00:00Z',
  'NaN',
  0,
  -1,
  1.5,
  1e308,
  9_007_199_254_740_992,
  null,
  true,
  [],
  {},
  [[[[]]]],
  { __proto__: null, constructor: 'x' },
)

const KNOWN = fc.constantFrom('Harbour', 'Quay', 'Loft', 'Valley', '1', '2', 'id:1', 'c-1')

function resolved(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : (document.components.schemas[name] ?? {})
}

/** Values of a schema; one in five is hostile instead. */
function valuesOf(schema: Schema, depth = 0): fc.Arbitrary<unknown> {
  return fc.oneof(
    { arbitrary: validValue(resolved(schema), depth), weight: 4 },
    { arbitrary: HOSTILE, weight: 1 },
  )
}

function validValue(schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => validValue(resolved(choice), depth)))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'boolean':
      return fc.boolean()
    case 'integer':
    case 'number':
      return fc.integer({ min: -2, max: 3000 })
    case 'array':
      return depth > 3 ? fc.constant([]) : fc.array(valuesOf(schema.items ?? {}, depth + 1), { maxLength: 3 })
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([name, of]) => [
        name,
        valuesOf(of, depth + 1),
      ])
      return fc.record(Object.fromEntries(fields), { requiredKeys: [] })
    }
    case 'string':
      return fc.oneof(
        KNOWN,
        fc.string({ maxLength: 20 }),
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      )
    default:
      return fc.constant(null)
  }
}

const requests = fc.constantFrom(...operations).chain(({ path, method, operation }) => {
  const parameters = operation.parameters ?? []
  const inPath = parameters.filter((one) => one.in === 'path')
  const inQuery = parameters.filter((one) => one.in === 'query')
  const body = operation.requestBody?.content['application/json']?.schema
  return fc.record({
    operationId: fc.constant(operation.operationId),
    method: fc.constant(method),
    path: fc.constant(path),
    parts: fc.record(
      Object.fromEntries(inPath.map(({ name, schema }) => [name, fc.oneof(KNOWN, valuesOf(schema))])),
    ),
    query: fc.record(Object.fromEntries(inQuery.map(({ name, schema }) => [name, valuesOf(schema)])), {
      requiredKeys: [],
    }),
    body: body === undefined ? fc.constant(undefined) : valuesOf(body),
  })
})
type FuzzRequest = typeof requests extends fc.Arbitrary<infer Value> ? Value : never

function textOf(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd').slice(0, 3000))
}

function addressOf({ path, parts, query }: FuzzRequest): string {
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => textOf(parts[name]) || 'x')
  const asked = Object.entries(query).map(([name, value]) => `${name}=${textOf(value)}`)
  return `${filled.replace('/api/v1', '')}?${asked.join('&')}`
}

// a few, always the same, with every run of the tests; HEADCOUNT_TEST_FUZZ=20000 and other seeds to look for more
const REQUESTS = Number(process.env.HEADCOUNT_TEST_FUZZ ?? 600)
const SEED = Number(process.env.HEADCOUNT_TEST_SEED ?? 1)
/** Of another lot; all tables are looked at before and after each. */
const REFUSED = Math.max(120, REQUESTS / 10)
const AT_ONCE = 8

describe('whatever comes in', () => {
  let server: RunningServer
  let platform: Browser
  beforeAll(async () => {
    server = await startServer('pglite')
    await addNetwork(server.database, 'Harbour', ['Quay', 'Loft'])
    await addNetwork(server.database, 'Valley', ['Mill'])
    await server.addPlatformOperator('platform@example.com')
    platform = await server.signedIn('platform@example.com')
  })
  afterAll(() => server.close())

  // first, while there is little to look at before and after each
  test('what is refused has changed nothing', { timeout: 1_200_000 }, async () => {
    const refused = fc.sample(requests, { numRuns: REFUSED, seed: SEED + 1 })
    for (const request of refused.filter(({ method }) => method !== 'GET')) {
      const before = await dumpTables(server.database, { without: IN_PASSING })
      const { status } = await ask(request)
      if (status < 400) continue
      const after = await dumpTables(server.database, { without: IN_PASSING })
      expect({ request: request.operationId, after }).toEqual({ request: request.operationId, after: before })
    }
  })

  test(`${REQUESTS} requests are answered, none with a fault of the server (seed ${SEED})`, {
    timeout: 1_200_000,
  }, async () => {
    const statuses = new Map<number, number>()
    const faults: string[] = []
    const stream = fc.sample(requests, { numRuns: REQUESTS, seed: SEED })
    const send = async (): Promise<void> => {
      for (let request = stream.pop(); request !== undefined; request = stream.pop()) {
        const answer = await ask(request)
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
        if (answer.status >= 500 || /\bat .*\.(ts|js):\d+/.test(JSON.stringify(answer.body))) {
          faults.push(JSON.stringify({ request, answer: answer.body }).slice(0, 1500))
        }
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, send))
    console.log(
      `fuzz: ${[...statuses]
        .sort()
        .map(([status, times]) => `${status}: ${times}`)
        .join(', ')}`,
    )
    expect(faults.slice(0, 5)).toEqual([])
    expect([...statuses.values()].reduce((sum, times) => sum + times, 0)).toBe(REQUESTS)
    expect(await server.headcount.doctor()).toMatchObject({ isHealthy: true })
    expect(await server.headcount.verifyAudit()).toMatchObject({ isIntact: true })
  })

  /** A network that is made is waited for: it must not change what a later request is compared with. */
  async function ask(request: FuzzRequest): Promise<Answer> {
    const { method, body } = request
    const answer = await platform.send(method, addressOf(request), { ...(body !== undefined && { body }) })
    if (request.operationId === 'startDemoNetwork' && answer.status === 202)
      await untilEnded(answer.body.runId)
    return answer
  }

  function untilEnded(runId: unknown): Promise<unknown> {
    return vi.waitUntil(
      async () => ['done', 'failed'].includes(String((await platform.get(`/imports/${runId}`)).body.state)),
      { timeout: 120_000, interval: 100 },
    )
  }
})

/** Failed tries are counted, and a session notes that it was used. */
const IN_PASSING = ['sign_in_failures', 'operator_sessions', 'operator_two_factors', 'operator_verifications']
