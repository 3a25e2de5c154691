// Price plans in the panel: a plan is typed, priced as it is typed, refused field by field, kept, and assigned.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PricePlan } from '#billing/price-plan'
import type { Browser } from '../support/browser.ts'
import { openDemoPanel, type Panel } from './panel.ts'

let panel: Panel
let page: Page
let api: Browser
beforeAll(async () => {
  panel = await openDemoPanel()
  api = await panel.api()
  page = await panel.visitSignedIn({ acceptDownloads: true })
})
afterAll(() => panel?.close())

const field = (name: string) => page.getByRole('textbox', { name, exact: true })
const total = () => page.getByRole('row', { name: /^Total/ }).locator('td')

/** What is typed below, as it is kept. */
const PLAN: PricePlan = {
  name: 'Typed (synthetic)',
  currency: 'EUR',
  baseFee: '80',
  includedActiveUsers: 40,
  usage: {
    model: 'volume',
    tiers: [
      { upTo: 60, unitPrice: '1.25' },
      { upTo: 160, unitPrice: '0.5', flatFee: '10' },
      { upTo: null, unitPrice: '0.4' },
    ],
    zeroQuantityChargesFirstFlat: true,
  },
  addOns: [{ id: 'meeting-rooms', name: 'Meeting rooms', kind: 'fixed', fee: '12.5' }],
  discounts: [{ name: 'Friends', kind: 'percentage', percent: '10' }],
  taxPercent: '20',
}

test('a plan is priced as it is typed, each fault stands beside its field, and what was typed is kept', async () => {
  await page.goto('/price-plans/new')
  await total().filter({ hasText: '€174.00' }).waitFor()
  await page.getByRole('radio', { name: 'Volume' }).check()
  // 80 + 80 × 0.95
  await total().filter({ hasText: '€156.00' }).waitFor()
  await page.getByText('At 101 active users one more makes the total fall.').waitFor()
  await field('Each, tier 2').fill('0,5')
  await field('Flat fee, tier 2').fill('10')
  await page.getByRole('button', { name: 'Add a tier' }).click()
  await field('Up to, tier 2').fill('90')
  await field('Each, tier 3').fill('0.4')
  await page.getByText(/^Must be more than that of the tier before/).waitFor()
  expect(await field('Up to, tier 2').getAttribute('aria-invalid')).toBe('true')
  await page.getByRole('button', { name: 'Make a price plan' }).click()
  // a fault is where the keyboard goes, and nothing was sent
  await page.locator('input[aria-label="Up to, tier 2"]:focus').waitFor()
  await field('Up to, tier 2').fill('200')
  await page.getByRole('checkbox', { name: /^Charge the flat fee/ }).check()
  await page.getByRole('button', { name: 'Add an add-on' }).click()
  await field('Name, add-on 1').fill('Meeting rooms')
  await field('Amount, add-on 1').fill('12.5')
  await page.getByRole('button', { name: 'Add a discount' }).click()
  await field('Name, discount 1').fill('Friends')
  await field('Amount, discount 1').fill('10')
  await field('Tax rate').fill('20')
  await page.getByRole('checkbox', { name: 'With Meeting rooms' }).check()
  await field('Active users to price').fill('120')
  // (80 + 10 + 80 × 0.5 + 12.5) × 0.9 × 1.2
  await total().filter({ hasText: '€153.90' }).waitFor()
  const makes = page.getByRole('button', { name: 'Make a price plan' })
  await makes.click()
  await page.getByText('Must be given.').waitFor()
  await field('Name').fill(PLAN.name)
  await makes.click()
  await page.getByRole('heading', { level: 1, name: PLAN.name }).waitFor()
  const { body } = await api.get<{ versions: { plan: PricePlan }[] }>(
    `/price-plans/${encodeURIComponent(PLAN.name)}`,
  )
  expect(body.versions.map(({ plan }) => plan)).toEqual([PLAN])
})

test('a file is read into the form or told what is wrong with it, and adds a version from its date', async () => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('form', { name: 'Price plan' }).getByRole('button', { name: 'Export JSON' }).click(),
  ])
  const exported = JSON.parse(await readFile(await file.path(), 'utf8')) as PricePlan
  expect(exported).toEqual(PLAN)
  const read = async (document: unknown) => {
    const buffer = Buffer.from(JSON.stringify(document))
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer })
  }
  await read({ ...exported, surprise: 1 })
  await page.getByText('The file is no price plan that can be used').waitFor()
  await read({ ...exported, baseFee: '90' })
  await expect.poll(() => field('Base fee').inputValue()).toBe('90')
  await page.getByLabel('Holds from').fill('2027-01-01T00:00')
  await page.getByRole('button', { name: 'Add a version' }).click()
  await page.getByText('Version 2').waitFor()
  const { body } = await api.get<{ versions: { version: number; plan: PricePlan }[] }>(
    `/price-plans/${encodeURIComponent(PLAN.name)}`,
  )
  expect(body.versions.map(({ version, plan }) => [version, plan.baseFee])).toEqual([
    [2, '90'],
    [1, '80'],
  ])
})

test('a plan is assigned to the locations that were chosen, after what it changes was shown', async () => {
  await page.goto('/price-plans')
  await page.getByRole('listitem').filter({ hasText: PLAN.name }).getByRole('button').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: 'Tile House' }).check()
  await dialog.getByRole('button', { name: 'See what changes' }).click()
  const row = dialog.getByRole('table', { name: 'What changes' }).locator('tbody tr')
  await row.first().waitFor()
  expect(await row.count()).toBe(1)
  const told = await row.first().locator('td').last().textContent()
  await dialog.getByRole('button', { name: 'Assign to one location' }).click()
  await dialog.getByText('The location has the price plan.').waitFor()
  const { body: places } = await api.get<{ items: { locationId: number; name: string }[] }>(
    '/networks/1/locations',
  )
  const tile = places.items.find(({ name }) => name === 'Tile House')?.locationId
  const { body } = await api.post<{ charge: { totalMinor: number } }>(
    `/networks/1/locations/${tile}/forecast`,
    {},
  )
  expect(told).toContain(`€${(body.charge.totalMinor / 100).toFixed(2)}`)
})
