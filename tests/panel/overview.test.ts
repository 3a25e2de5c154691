// The network at a glance: what the API tells of it, and where a figure leads.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemoPanel, type Panel } from './panel.ts'

interface Overview {
  readonly count: number
  readonly distinctCustomers: number
  readonly onlyBecauseOf: Readonly<Record<string, number>>
  readonly locations: readonly {
    readonly name: string
    readonly count: number
    readonly changeSince: number
  }[]
}

let panel: Panel
let page: Page
beforeAll(async () => {
  panel = await openDemoPanel()
  page = await panel.visitSignedIn()
})
afterAll(() => panel?.close())

test('tiles and rows are those of the API, and a location leads to its active users', async () => {
  const { body } = await (await panel.api()).get<Overview>('/networks/1/overview')
  await page.goto('/')
  const tile = (label: string) => page.locator('dl > div').filter({ hasText: label }).locator('dd').first()
  await page.getByRole('link', { name: 'Harbour Loft' }).waitFor()
  const change = body.locations.reduce((sum, { changeSince }) => sum + changeSince, 0)
  expect(await tile('Active users').textContent()).toBe(String(body.count))
  expect(await tile('Different customers').textContent()).toBe(String(body.distinctCustomers))
  expect(await tile('Change').textContent()).toBe(`${change > 0 ? '+' : ''}${change}`)
  for (const { name, count } of body.locations) {
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
    expect(await row.locator('td').nth(1).textContent()).toBe(String(count))
    await row
      .getByRole('img', { name: /^Active users at the ends of the last twelve months: [\d, ]+$/ })
      .waitFor()
  }
  await page.getByRole('link', { name: 'Harbour Loft' }).click()
  await page.getByRole('heading', { name: 'Active users' }).waitFor()
  expect(await page.getByTestId('count').textContent()).toBe(String(body.locations[0]?.count))
})

test('the last column of the chart is the count in parts, told by keys, and the same as a table', async () => {
  const { body } = await (await panel.api()).get<Overview>('/networks/1/overview')
  await page.goto('/')
  const column = page.getByRole('button', { name: `so far: ${body.count} active users.` })
  await column.focus()
  const parts = [...((await column.getAttribute('aria-label')) ?? '').matchAll(/: (\d+)(?=,|$)/g)]
  const figures = parts.map(([, figure]) => Number(figure))
  const alone = Object.values(body.onlyBecauseOf)
  const several = body.count - alone.reduce((sum, one) => sum + one, 0)
  expect(figures).toEqual([...alone, several])
  await page.keyboard.press('ArrowLeft')
  const before = page.locator('button:focus')
  expect(await before.getAttribute('aria-label')).toMatch(/^\w+ \d{4}: \d+ active users\. /)
  await page.getByRole('button', { name: 'As a table' }).click()
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /so far$/ }) })
  expect(await row.getByRole('cell').allTextContents()).toEqual([...figures, body.count].map(String))
})
