// Every page can be used by everybody: axe finds nothing in light or dark, and nothing scrolls sideways.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENTRY_PAGES, PANEL_PAGES, type PageShown } from '../../scripts/screenshots/pages.ts'
import { openDemoPanel, openPanel, type Panel } from './panel.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function drawn(page: Page, { path, until, prepare }: PageShown): Promise<void> {
  await page.goto(path)
  await page.getByRole('heading', { name: until }).first().waitFor()
  await prepare?.(page)
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
}

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}

const sidewaysOf = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

const dense = { viewport: { width: 390, height: 844 } }

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  let panel: Panel
  beforeAll(async () => {
    panel = await openDemoPanel()
  })
  afterAll(() => panel.close())
  const look = { colorScheme, reducedMotion: 'reduce' } as const

  test.each(ENTRY_PAGES.filter(({ isBeforeFirst }) => isBeforeFirst !== true))('$name', async (shown) => {
    const page = await panel.visit(look)
    await drawn(page, shown)
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  })

  test.each(PANEL_PAGES.filter(({ isBeforeDemo }) => isBeforeDemo !== true))('$name', async (shown) => {
    const page = await panel.visitSignedIn(look)
    await drawn(page, shown)
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  })

  test.each(PANEL_PAGES.filter(({ isBeforeDemo }) => isBeforeDemo !== true))(
    '$name on a telephone',
    async (shown) => {
      const page = await panel.visitSignedIn({ ...look, ...dense })
      await drawn(page, shown)
      expect(await faultsOf(page)).toEqual([])
      expect(await sidewaysOf(page)).toBe(0)
      await page.context().close()
    },
  )
})

test('a new server', async () => {
  const panel = await openPanel()
  const page = await panel.visit()
  for (const shown of ENTRY_PAGES.filter(({ isBeforeFirst }) => isBeforeFirst === true)) {
    await drawn(page, shown)
    expect(await faultsOf(page)).toEqual([])
  }
  await panel.server.addPlatformOperator('ana.ruiz@example.com')
  const inside = await panel.visitSignedIn()
  for (const shown of PANEL_PAGES.filter(({ isBeforeDemo }) => isBeforeDemo === true)) {
    await drawn(inside, shown)
    expect(await faultsOf(inside)).toEqual([])
  }
  await panel.close()
})
