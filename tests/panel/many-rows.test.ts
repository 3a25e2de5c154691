// A location with more active users than a page of the API has: all of them can be scrolled to, few are drawn.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OPERATOR, openPanel, type Panel } from './panel.ts'

let panel: Panel
beforeAll(async () => {
  panel = await openPanel()
  await panel.server.addPlatformOperator(OPERATOR.email)
  await panel.server.headcount.makeDemo({ locations: 1, customers: 5_000 })
})
afterAll(() => panel.close())

const MOST_DRAWN = 60

test('the last of them is reached by scrolling, and the rows in between are not drawn', async () => {
  const { total, activeUsers } = await panel.server.headcount.list({ location: '1', limit: 20_000 })
  expect(total).toBeGreaterThan(1_100)
  const page = await panel.visitSignedIn()
  await page.goto('/settings/subscription/active-users?location=1')
  await page.locator(`table[aria-rowcount="${total + 1}"]`).waitFor()
  const last = page.locator(`tr[aria-rowindex="${total + 1}"] button`)
  await page.keyboard.press('End')
  await last.waitFor()
  expect(await last.textContent()).toBe(activeUsers.at(-1)?.name)
  expect(await page.locator('tr[aria-rowindex]').count()).toBeLessThan(MOST_DRAWN)
  await page.keyboard.press('Home')
  await page.locator('tr[aria-rowindex="2"] button').waitFor()
  expect(await page.locator('tr[aria-rowindex="2"] button').textContent()).toBe(activeUsers[0]?.name)
  await page.context().close()
})
