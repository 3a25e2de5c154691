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

test('so is a long difference between an invoice and the count', async () => {
  const { headcount } = panel.server
  const network = String((await headcount.networks())[0]?.networkId)
  const plan = { name: 'Synthetic', currency: 'EUR', baseFee: '80' }
  await headcount.createPricePlan({ plan })
  await headcount.assignPricePlan({ location: '1', pricePlan: plan.name, from: new Date('2020-01-01') })
  const cutOff = new Date(Date.now() - 86_400_000)
  const { issued } = await headcount.issuePlatformInvoices({ location: '1', cutOff })
  const number = issued[0]?.number ?? 0
  const { differences } = await headcount.reconcilePlatformInvoice({ network, number })
  expect(differences.length).toBeGreaterThan(300)
  const page = await panel.visitSignedIn()
  await page.goto(`/settings/subscription/invoices/${number}?part=difference`)
  const rows = page.getByRole('table', { name: 'Who differs' }).locator('tr[aria-rowindex]')
  await rows.first().waitFor()
  await page.keyboard.press('End')
  const last = page.locator(`tr[aria-rowindex="${differences.length + 1}"] button`)
  await last.waitFor()
  expect(await last.textContent()).toBe(differences.at(-1)?.name)
  expect(await rows.count()).toBeLessThan(MOST_DRAWN)
  await page.context().close()
})
