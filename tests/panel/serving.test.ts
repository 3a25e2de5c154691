// How the server serves the panel: what is kept, what is never kept, and what is not there.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PANEL_PAGES } from '#http/routes/panel'
import { OPERATOR, openPanel, type Panel } from './panel.ts'

let panel: Panel
beforeAll(async () => {
  panel = await openPanel()
})
afterAll(() => panel.close())

const HTML = { accept: 'text/html' }
const ask = (path: string, headers: Readonly<Record<string, string>> = HTML) =>
  fetch(`${panel.server.url}${path}`, { headers })

test.each(['/', ...PANEL_PAGES.flatMap((page) => [`/${page}`, `/${page}/deep`])])(
  '%s is the panel, asked for anew each time',
  async (path) => {
    const response = await ask(path)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.text()).toContain('<div id="root">')
  },
)

test('scripts come only from the server itself, styles only with the nonce of this very answer', async () => {
  const [first, second] = await Promise.all([ask('/'), ask('/')])
  const policy = first.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toContain('unsafe-inline')
  const [, nonce = 'none'] = /style-src 'self' 'nonce-([\w-]{20,})'/.exec(policy) ?? []
  expect(await first.text()).toContain(nonce)
  expect(second.headers.get('content-security-policy')).not.toContain(nonce)
})

test('files with a hash in their name are kept for ever', async () => {
  const [asset = ''] = /\/assets\/[\w.-]+\.js/.exec(await (await ask('/')).text()) ?? []
  const { status, headers } = await ask(asset)
  expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
  expect((await ask('/theme.js')).headers.get('cache-control')).toBe('no-cache')
})

test.each([
  '/api/v1/nothing',
  '/api/nothing',
  '/assets/nothing.js',
  '/nothing.js',
  '/index.html',
  '/.vite/manifest.json',
])('%s is a problem and not a page', async (path) => {
  const response = await ask(path)
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
})

test('a mistyped address is a page for a person and a problem for a program', async () => {
  for (const address of ['/custommers', '//', '//?location=1']) {
    const page = await ask(address)
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
  }
  const problem = await ask('/custommers', { accept: 'application/json' })
  expect([problem.status, problem.headers.get('content-type')]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
  ])
})

test('a page’s head names the answers and files that it needs, and is asked for each of them once', async () => {
  await panel.server.addPlatformOperator(OPERATOR.email)
  await panel.server.headcount.makeDemo({ locations: 1, customers: 50 })
  const page = await panel.visitSignedIn()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url().replace(panel.server.url, '')))
  const address = '/settings/subscription/active-users?location=1'
  await page.goto(address)
  await page.getByTestId('count').waitFor()
  const foretold = [...(await (await ask(address)).text()).matchAll(/href="([^"]+)"/g)].map(
    ([, href]) => href,
  )
  expect(foretold).toContain('/api/v1/active-users/count?location=id%3A1')
  const told = asked.filter((path) => foretold.includes(path))
  expect([...new Set(told)].sort()).toEqual(told.sort())
  expect(asked.filter((path) => path.includes('/count?'))).toEqual([
    '/api/v1/active-users/count?location=id%3A1',
  ])
  expect(await (await ask('/sign-in')).text()).not.toContain('as="fetch"')
  await page.context().close()
})
