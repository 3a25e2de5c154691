// Every page can be used by everybody: axe finds nothing in light or dark, and on a telephone or magnified nothing scrolls sideways.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENTRY_PAGES, PANEL_PAGES, type PageShown } from '../../scripts/screenshots/pages.ts'
import { OPERATOR, openPanel, type Panel } from './panel.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const DESK = { width: 1440, height: 900 }
const TELEPHONE = { width: 390, height: 844 }
/** The desk at 200 %: a browser lays the page out in half as many pixels. */
const MAGNIFIED = { width: DESK.width / 2, height: DESK.height / 2 }

let panel: Panel
beforeAll(async () => {
  panel = await openPanel()
})
afterAll(() => panel.close())

/** Pages are told as they are: a new server, then with an operator, then with a network. */
describe('axe and the width of', () => {
  let page: Page

  test.each(ENTRY_PAGES.filter(({ isBeforeFirst }) => isBeforeFirst === true))('$name', async (shown) => {
    page = await panel.visit({ reducedMotion: 'reduce' })
    await look(page, shown)
  })

  test.each(ENTRY_PAGES.filter(({ isBeforeFirst }) => isBeforeFirst !== true))('$name', async (shown) => {
    if (await panel.server.operators.needsFirst()) await panel.server.addPlatformOperator(OPERATOR.email)
    await look(page, shown)
  })

  test.each(PANEL_PAGES.filter(({ isBeforeDemo }) => isBeforeDemo === true))('$name', async (shown) => {
    page = await panel.visitSignedIn({ reducedMotion: 'reduce' })
    await look(page, shown)
  })

  test.each(PANEL_PAGES.filter(({ isBeforeDemo }) => isBeforeDemo !== true))('$name', async (shown) => {
    if ((await panel.server.headcount.networks()).length === 0) await panel.server.headcount.makeDemo()
    await look(page, shown)
  })
})

async function look(page: Page, { path, until, prepare }: PageShown): Promise<void> {
  await page.setViewportSize(DESK)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(path)
  await page.getByRole('heading', { name: until }).first().waitFor()
  await prepare?.(page)
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  expect(await faultsOf(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor()
  expect(await faultsOf(page)).toEqual([])
  for (const size of [MAGNIFIED, TELEPHONE]) {
    await page.setViewportSize(size)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(size.width)
    expect(await page.evaluate(HELD_IN_PLACE)).toBeLessThanOrEqual(size.height / 2)
  }
  // what scrolls sideways inside shows a part of itself alone
  expect(await page.evaluate(SIDEWAYS)).toEqual([])
}

/** How high what stays while the page scrolls is together; dialogs, which one closes, stand elsewhere. */
const HELD_IN_PLACE = `[...document.querySelectorAll('#root *')]
  .filter((element) => ['sticky', 'fixed'].includes(getComputedStyle(element).position))
  .reduce((sum, element) => sum + element.getBoundingClientRect().height, 0)`

const SIDEWAYS = `[...document.querySelectorAll('section[tabindex="0"], main, main form, [role="dialog"] *')]
  .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
  .map((element) => element.tagName + ' ' + element.textContent.slice(0, 80))`

/** Within the page alone, which has no frames, and without what is in order: a fifth of the time otherwise. */
async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
    .setLegacyMode()
    .analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
