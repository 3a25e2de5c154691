/** The panel in a real browser, against the real server on the embedded database. */
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Browser as Client } from '../support/browser.ts'
import { launchChromium } from '../support/chromium.ts'
import { ensureBuild, ROOT } from '../support/cli.ts'
import { PASSWORD, type RunningServer, startServer } from '../support/server.ts'

export const OPERATOR = { email: 'ana.ruiz@example.com', firstName: 'Ana', lastName: 'Ruiz' }
const SLOWEST_MS = 30_000

export interface Panel {
  readonly server: RunningServer
  readonly browser: Browser
  /** A browser of somebody who has never been here. */
  visit(options?: Parameters<Browser['newContext']>[0]): Promise<Page>
  /** A browser in which the operator has signed in. */
  visitSignedIn(options?: Parameters<Browser['newContext']>[0]): Promise<Page>
  /** A browser in which somebody else has signed in. */
  visitAs(email: string): Promise<Page>
  /** The API, asked as the operator. */
  api(): Promise<Client>
  close(): Promise<void>
}

/** Without an operator and without a network, as a new server is. */
export async function openPanel(): Promise<Panel> {
  await ensureBuild()
  const server = await startServer('pglite', { panelFolder: join(ROOT, 'dist/web') })
  const browser = await launchChromium()
  const contextWith = async (options: Parameters<Browser['newContext']>[0] = {}) => {
    const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB', ...options })
    context.setDefaultTimeout(SLOWEST_MS)
    return context
  }
  const signedIn = async (email: string, options?: Parameters<Browser['newContext']>[0]) => {
    const context = await contextWith(options)
    await giveSession(context, await server.signedIn(email))
    return context.newPage()
  }
  return {
    server,
    browser,
    visit: async (options) => (await contextWith(options)).newPage(),
    visitSignedIn: (options) => signedIn(OPERATOR.email, options),
    visitAs: (email) => signedIn(email),
    api: () => server.signedIn(OPERATOR.email),
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

/** With an operator, and with the demo network as of now. */
export async function openDemoPanel(): Promise<Panel> {
  const panel = await openPanel()
  await panel.server.addPlatformOperator(OPERATOR.email)
  await panel.server.headcount.makeDemo()
  return panel
}

async function giveSession(context: BrowserContext, { cookie, url }: Client): Promise<void> {
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
}

export async function signIn(page: Page, password = PASSWORD): Promise<void> {
  await page.getByLabel('E-mail').fill(OPERATOR.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}
