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

/** The least that a list of so many rows can do: a line of text in each, the same elements over and over. */
const DRAW_BARE_LIST = `((rows) => {
  const height = 56
  const list = document.body.appendChild(document.createElement('div'))
  list.style.cssText = 'position: relative; height: ' + rows * height + 'px'
  const drawn = Array.from({ length: Math.ceil(innerHeight / height) + 8 }, () => {
    const row = list.appendChild(document.createElement('div'))
    row.style.cssText = 'position: absolute; inset: 0 0 auto; height: ' + height + 'px; contain: strict'
    return row
  })
  const draw = () => {
    const first = Math.floor(scrollY / height)
    for (let index = first; index < first + drawn.length; index += 1) {
      const row = drawn[index % drawn.length]
      if (row.dataset.index === String(index)) continue
      row.dataset.index = String(index)
      row.style.transform = 'translateY(' + index * height + 'px)'
      row.textContent = 'Customer ' + index
    }
  }
  addEventListener('scroll', draw, { passive: true })
  draw()
})`

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

/** Through all rows at a few hundred pixels a frame, and through as many of a bare list. */
async function scrolling(cookie: string) {
  const page = await visit(browser, server, cookie)
  await page.goto(ADDRESS)
  const table = page.locator('table[aria-rowcount]')
  await table.waitFor()
  const rows = Number(await table.getAttribute('aria-rowcount')) - 1
  await page.getByRole('checkbox', { name: 'Select all that are shown' }).click()
  await page.getByText(/^[\d,]+ selected$/).waitFor()
  await page.getByRole('button', { name: 'Clear the selection' }).click()
  const ours = await framesOfScrolling(page)
  await page.goto('about:blank')
  await page.evaluate(`(${DRAW_BARE_LIST})(${rows})`)
  const bare = await framesOfScrolling(page)
  await page.context().close()
  return { rows, scrolling: ours, scrollingOfABareList: bare }
}

/** What the browser’s own trace says of it: frames, and what the page’s thread computed for each that was drawn. */
async function framesOfScrolling(page: Page) {
  const categories = [
    'disabled-by-default-devtools.timeline.frame',
    'devtools.timeline',
    'disabled-by-default-devtools.timeline',
  ]
  await browser.startTracing(page, { categories })
  const scrolledPx = Number(await page.evaluate(SCROLL))
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: readonly TraceEvent[] }
  const framesCalled = (name: string) => trace.traceEvents.filter((event) => event.name === name).length
  const [drawn, dropped] = [framesCalled('DrawFrame'), framesCalled('DroppedFrame')]
  const computedMs = computedByThePage(trace.traceEvents) / 1000
  return { scrolledPx, drawn, dropped, computedMsAFrame: Number((computedMs / drawn).toFixed(1)) }
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds that the thread computed, without waiting for a core. */
  readonly tdur?: number
}

/** Of the thread that runs scripts, in microseconds. */
function computedByThePage(events: readonly TraceEvent[]): number {
  const script = events.find(({ name }) => name === 'FireAnimationFrame')
  return events
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === script?.pid && tid === script.tid)
    .reduce((sum, { tdur = 0 }) => sum + tdur, 0)
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

/** A server that has just started may say that it is busy. */
async function post(path: string, body: object, cookie = ''): Promise<Response> {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url, cookie },
    body: JSON.stringify(body),
  })
  if (response.status === 503) {
    await new Promise((done) => setTimeout(done, Number(response.headers.get('retry-after') ?? 1) * 1000))
    return post(path, body, cookie)
  }
  if (!response.ok) throw new Error(await response.text())
  return response
}
