/**
 * What an operator waits for in the panel, in a real browser against the built server on the embedded database:
 *   npm run build && npx tsx --conditions=source benchmarks/panel.ts [--customers 20000]
 */
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { type DemoServer, startDemoServer } from '../scripts/screenshots/demo-server.ts'
import { launchChromium } from '../tests/support/chromium.ts'

const OPERATOR = {
  email: 'bench@example.com',
  firstName: 'Bench',
  lastName: 'Mark',
  password: 'plum kettle Orbit 57',
}
const RUNS = 8
const VIEWPORT = { width: 1440, height: 900 }
const ADDRESS = '/settings/subscription/active-users?location=1'
const SLOWEST_MS = 120_000
const SCROLLED_PX_A_FRAME = 400
const MOST_SCROLLED_MS = 20_000

const NOTE_COUNT = `new MutationObserver((_changes, observer) => {
  if (document.querySelector('[data-testid=count]') === null) return
  observer.disconnect()
  requestAnimationFrame(() => setTimeout(() => { window.countDrawnAt = performance.now() }))
}).observe(document, { childList: true, subtree: true })`

const COUNT_DRAWN_AT = `new Promise((done) => {
  const look = () => (window.countDrawnAt === undefined ? requestAnimationFrame(look) : done(window.countDrawnAt))
  look()
})`

const CLICK_AND_WAIT = `async (chip) => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  const rows = () => document.querySelector('table[aria-rowcount]')?.getAttribute('aria-rowcount')
  const before = rows()
  const start = performance.now()
  chip.click()
  while (chip.getAttribute('aria-pressed') !== 'true') await drawn()
  await drawn()
  const pressed = performance.now() - start
  while (rows() === before || document.querySelector('tr[aria-rowindex="2"] button') === null) await drawn()
  await drawn()
  const shown = performance.now() - start
  chip.click()
  while (rows() !== before) await drawn()
  return [pressed, shown]
}`

const SCROLL = `(async () => {
  const frame = () => new Promise(requestAnimationFrame)
  const start = performance.now()
  for (let last = -1; window.scrollY !== last && performance.now() - start < ${MOST_SCROLLED_MS}; ) {
    last = window.scrollY
    window.scrollBy(0, ${SCROLLED_PX_A_FRAME})
    await frame()
  }
  return window.scrollY
})()`

const { values } = parseArgs({ options: { customers: { type: 'string', default: '20000' } } })
const server = await startDemoServer(['dist/main.js'])
const browser = await launchChromium()
try {
  const cookie = await signIn()
  await makeDemo(cookie, Number(values.customers))
  const figures = {
    customers: Number(values.customers),
    ...(await firstCount(cookie)),
    ...(await filterChange(cookie)),
    ...(await scrolling(cookie)),
    load: loadavg(),
  }
  console.log(JSON.stringify(figures, null, 2))
} finally {
  await browser.close()
  await server.stop()
}

/** From the start of the navigation until a frame with the count was drawn; each time by a browser that knows nothing. */
async function firstCount(cookie: string) {
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const page = await visit(browser, server, cookie)
    await page.addInitScript(NOTE_COUNT)
    await page.goto(ADDRESS)
    times.push(Number(await page.evaluate(COUNT_DRAWN_AT)))
    await page.context().close()
  }
  return { firstCountMs: told(times) }
}

/** From a click on a source until the chip was drawn as pressed, and until its rows were. */
async function filterChange(cookie: string) {
  const page = await visit(browser, server, cookie)
  await page.goto(ADDRESS)
  await page.locator('tr[aria-rowindex="2"] button').waitFor()
  const pressed: number[] = []
  const rows: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const source = ['Booking', 'Contract', 'Team', 'Customer invoice'][run % 4]
    const chip = `[...document.querySelectorAll('button[aria-pressed]')].find((one) => one.textContent.startsWith('${source}'))`
    const [at, until] = (await page.evaluate(`(${CLICK_AND_WAIT})(${chip})`)) as [number, number]
    pressed.push(at)
    rows.push(until)
  }
  await page.context().close()
  return { filterPressedMs: told(pressed), filterRowsMs: told(rows) }
}

/** Through all rows at a few hundred pixels a frame; the browser’s own trace says which frames it dropped. */
async function scrolling(cookie: string) {
  const page = await visit(browser, server, cookie)
  await page.goto(ADDRESS)
  const table = page.locator('table[aria-rowcount]')
  await table.waitFor()
  const rows = Number(await table.getAttribute('aria-rowcount')) - 1
  await page.getByRole('checkbox', { name: 'Select all that are shown' }).click()
  await page.getByText(/^[\d,]+ selected$/).waitFor()
  await page.getByRole('button', { name: 'Clear the selection' }).click()
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline.frame'] })
  const scrolled = Number(await page.evaluate(SCROLL))
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: readonly { readonly name: string }[]
  }
  const framesCalled = (name: string) => trace.traceEvents.filter((event) => event.name === name).length
  await page.context().close()
  return {
    rows,
    scrolledPx: scrolled,
    framesDrawn: framesCalled('DrawFrame'),
    framesDropped: framesCalled('DroppedFrame'),
  }
}

function told(times: readonly number[]): { readonly p50: number; readonly slowest: number } {
  const sorted = [...times].sort((one, other) => one - other)
  const at = (place: number) => Math.round(sorted[Math.floor(place * (sorted.length - 1))] ?? 0)
  return { p50: at(0.5), slowest: at(1) }
}

async function visit(browser: Browser, { url }: DemoServer, cookie: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, locale: 'en-GB', viewport: VIEWPORT })
  context.setDefaultTimeout(SLOWEST_MS)
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
  return context.newPage()
}

async function signIn(): Promise<string> {
  await post('/first-operator', OPERATOR)
  const { email, password } = OPERATOR
  const response = await post('/sessions', { email, password })
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function makeDemo(cookie: string, customers: number): Promise<void> {
  const started = await post('/demo-networks', { locations: 1, customers }, cookie)
  let run = (await started.json()) as { runId: number; state: string }
  while (run.state !== 'done') {
    if (run.state === 'failed') throw new Error(JSON.stringify(run))
    await new Promise((done) => setTimeout(done, 500))
    const answer = await fetch(`${server.url}/api/v1/imports/${run.runId}`, { headers: { cookie } })
    run = (await answer.json()) as typeof run
  }
}

async function post(path: string, body: object, cookie = ''): Promise<Response> {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url, cookie },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(await response.text())
  return response
}
