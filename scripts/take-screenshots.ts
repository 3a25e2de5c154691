/**
 * Pictures of every page, drawn from the demo network: wide and narrow, light and dark.
 * `npx tsx scripts/take-screenshots.ts FOLDER [PAGE…]`; without a folder, a temporary one.
 */
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium } from 'playwright-core'
import { startDemoServer } from './screenshots/demo-server.ts'
import { ENTRY_PAGES, PANEL_PAGES, type PageShown } from './screenshots/pages.ts'

const CHROMIUM = process.env.HEADCOUNT_CHROMIUM ?? '/usr/bin/chromium'
const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const
const SCHEMES = ['light', 'dark'] as const
const OPERATOR = {
  email: 'ana.ruiz@example.com',
  firstName: 'Ana',
  lastName: 'Ruiz',
  password: 'plum kettle Orbit 57',
}

const [folder = mkdtempSync(join(tmpdir(), 'headcount-pictures-')), ...wanted] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const server = await startDemoServer()
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] })
try {
  const emptyPages = ENTRY_PAGES.filter(({ isBeforeFirst }) => isBeforeFirst === true)
  await take(emptyPages, undefined)
  const cookie = await signIn()
  await take(
    ENTRY_PAGES.filter(({ isBeforeFirst }) => isBeforeFirst !== true),
    undefined,
  )
  await take(
    PANEL_PAGES.filter(({ isBeforeDemo }) => isBeforeDemo === true),
    cookie,
  )
  await makeDemo(cookie)
  await take(
    PANEL_PAGES.filter(({ isBeforeDemo }) => isBeforeDemo !== true),
    cookie,
  )
  console.log(`The pictures are in ${folder}.`)
} finally {
  await browser.close()
  await server.stop()
}

async function take(pages: readonly PageShown[], cookie: string | undefined): Promise<void> {
  for (const scheme of SCHEMES) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      await takeAs(browser, pages, { scheme, size, viewport, cookie })
    }
  }
}

interface Look {
  readonly scheme: (typeof SCHEMES)[number]
  readonly size: string
  readonly viewport: { readonly width: number; readonly height: number }
  readonly cookie: string | undefined
}

async function takeAs(browser: Browser, pages: readonly PageShown[], look: Look): Promise<void> {
  const context = await browser.newContext({
    viewport: look.viewport,
    colorScheme: look.scheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    baseURL: server.url,
  })
  if (look.cookie !== undefined) {
    const [name = '', value = ''] = look.cookie.split('=')
    await context.addCookies([{ name, value, url: server.url }])
  }
  for (const { name, path, until, prepare, isWideOnly } of pages) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    if (isWideOnly === true && look.size !== 'wide') continue
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') console.error(`${name}: ${message.text()}`)
    })
    page.on('pageerror', (error) => console.error(`${name}: ${error.message}`))
    await page.goto(path)
    await page.getByRole('heading', { name: until }).first().waitFor({ timeout: 15_000 })
    await prepare?.(page)
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
    await page.screenshot({ path: join(folder, `${name}-${look.size}-${look.scheme}.png`) })
    await page.close()
  }
  await context.close()
}

/** The value of the session’s cookie, URL-encoded as the browser keeps it. */
async function signIn(): Promise<string> {
  await post('/first-operator', OPERATOR)
  const { email, password } = OPERATOR
  const response = await post('/sessions', { email, password })
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Waits until the demo network is there. */
async function makeDemo(cookie: string): Promise<void> {
  let run = (await (await post('/demo-networks', {}, cookie)).json()) as { runId: number; state: string }
  while (run.state !== 'done') {
    if (run.state === 'failed') throw new Error(JSON.stringify(run))
    await sleep(200)
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
