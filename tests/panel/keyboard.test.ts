// The main paths without a mouse: focus is seen, goes where it should, and comes back.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PASSWORD } from '../support/server.ts'
import { OPERATOR, openDemoPanel, type Panel } from './panel.ts'

let panel: Panel
beforeAll(async () => {
  panel = await openDemoPanel()
})
afterAll(() => panel.close())

const MOST_TABS = 60

const focused = (page: Page) =>
  page.evaluate(
    'document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent ?? ""',
  ) as Promise<string>

/** Presses Tab until the focus is on what is called so. */
async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (name.test(await focused(page))) return
    await page.keyboard.press(key)
  }
  throw new Error(`${MOST_TABS} tabs did not reach ${name}; the focus is on “${await focused(page)}”.`)
}

test('sign in, go to the active users of a location, read the evidence, come back', async () => {
  const page = await panel.visit()
  await page.goto('/')
  await page.getByRole('heading', { name: 'Sign in to Headcount' }).waitFor()
  await page.keyboard.type(OPERATOR.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  await page.getByRole('link', { name: 'Harbour Loft' }).waitFor()
  await tabTo(page, /^Harbour Loft$/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Active users' }).waitFor()
  await page.getByRole('button', { name: 'Ada Quill' }).waitFor()
  expect(await focused(page)).toBe('Active users')
  await tabTo(page, /^Contract\d+$/)
  await page.keyboard.press('Space')
  await page.locator('[aria-pressed=true]', { hasText: 'Contract' }).waitFor()
  await tabTo(page, /^Ada Quill$/)
  await page.keyboard.press('Enter')
  await page
    .getByRole('dialog')
    .getByText(/Ada Quill counts at Harbour Loft/)
    .waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.locator('button:focus', { hasText: 'Ada Quill' }).waitFor()
  await page.context().close()
})

test('the palette opens by keys and jumps to a location, and the switcher chooses another', async () => {
  const page = await panel.visitSignedIn()
  await page.goto('/')
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Find a page, a location or a customer').waitFor()
  await page.keyboard.type('tile')
  await page.locator('[data-selected]', { hasText: 'Tile House' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(/active users at Tile House/).waitFor()
  // backwards: the table of active users lies ahead, with more rows than a person would tab through
  await tabTo(page, /^Location: Tile House/, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await page.locator('input:focus[placeholder="Find a location"]').waitFor()
  await page.keyboard.type('brick')
  await page.locator('[role=option][aria-selected=true]', { hasText: 'Brickline' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText(/active users at Brickline/).waitFor()
  await page.context().close()
})

test('the first tab skips the navigation', async () => {
  const page = await panel.visitSignedIn()
  await page.goto('/')
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('Skip to the page')
  await page.keyboard.press('Enter')
  await page.locator('main:focus').waitFor()
  await page.context().close()
})
