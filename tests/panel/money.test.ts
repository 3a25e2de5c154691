// Money in the panel: what is shown is what the API tells, differences add up, and an invoice is voided and issued again.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from '../support/browser.ts'
import { openDemoPanel, type Panel } from './panel.ts'

interface Step {
  readonly change: number
  readonly amountMinor: number
}

interface Reconciliation {
  readonly invoice: { readonly activeUsers: number; readonly totalMinor: number }
  readonly other: { readonly activeUsers: number; readonly totalMinor: number }
  readonly steps: readonly Step[]
  readonly pricePlanMinor: number
  readonly differences: readonly unknown[]
}

interface Listed {
  readonly items: readonly {
    readonly number: number
    readonly activeUsers: number
    readonly isVoid: boolean
  }[]
}

let panel: Panel
let page: Page
let api: Browser
beforeAll(async () => {
  panel = await openDemoPanel()
  api = await panel.api()
  page = await panel.visitSignedIn({ acceptDownloads: true })
})
afterAll(() => panel?.close())

const BASE = '/networks/1/platform-invoices'
const INVOICES = '/settings/subscription/invoices'
const sum = (figures: readonly number[]) => figures.reduce((total, one) => total + one, 0)
const newest = async () => (await api.get<Listed>(`${BASE}?location=1`)).body.items[0]?.number ?? 0

test('the figures of a difference add up, in people and in money, and are those of the API', async () => {
  const number = await newest()
  const { body } = await api.get<Reconciliation>(`${BASE}/${number}/reconciliation`)
  await page.goto(`${INVOICES}/${number}?part=difference`)
  const steps = page.getByRole('table', { name: 'Step by step' })
  await steps.waitFor()
  const figures = (await steps.locator('tbody tr td:nth-of-type(1)').allTextContents()).map((text) =>
    Number(text.replace('−', '-')),
  )
  expect(figures).toEqual([
    body.invoice.activeUsers,
    ...body.steps.map(({ change }) => change),
    ...(body.pricePlanMinor === 0 ? [] : [0]),
    body.other.activeUsers,
  ])
  expect(sum(figures.slice(0, -1))).toBe(figures.at(-1))
  const money = sum(body.steps.map(({ amountMinor }) => amountMinor)) + body.pricePlanMinor
  expect(body.invoice.totalMinor + money).toBe(body.other.totalMinor)
  const people = page.getByRole('table', { name: 'Who differs' }).locator('tbody tr')
  expect(await people.count()).toBe(body.differences.length)
  await people.first().getByRole('button').click()
  const drawer = page.getByRole('dialog', { name: 'Evidence' })
  await drawer.getByRole('heading', { name: `On platform invoice ${number}` }).waitFor()
  await drawer.getByText(/^As of .*, window since/).waitFor()
})

test('documents that are downloaded are those of the API', async () => {
  const number = await newest()
  await page.goto(`${INVOICES}/${number}`)
  await page.getByRole('button', { name: 'Download' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Active users, CSV' }).click(),
  ])
  const { body } = await api.get<{ items: { externalId: string; name: string }[] }>(
    `${BASE}/${number}/active-users?limit=1000`,
  )
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\n').slice(1)
  expect(lines.map((line) => line.split(',')[1])).toEqual(body.items.map(({ externalId }) => externalId))
})

test('late records are put on the next invoice by agreement, stand in its forecast, and are withdrawn', async () => {
  const number = await newest()
  const { body: invoice } = await api.get<{ invoice: { windowFrom: string } }>(`${BASE}/${number}`)
  const { body: listed } = await api.get<{ items: { externalId: string }[] }>(
    `${BASE}/${number}/active-users?limit=1000`,
  )
  const { body: known } = await api.get<{ items: { externalId: string; name: string }[] }>(
    '/networks/1/customers?limit=500',
  )
  const counted = new Set(listed.items.map(({ externalId }) => externalId))
  const late = known.items.find(({ externalId }) => !counted.has(externalId))
  const { body: places } = await api.get<{ items: { locationId: number; externalId: string }[] }>(
    '/networks/1/locations',
  )
  const place = places.items.find(({ locationId }) => locationId === 1)
  const booking = {
    ...{ kind: 'booking', externalId: 'late', evidenceKind: 'made', cancelledAt: null },
    ...{ locationExternalId: place?.externalId, customerExternalId: late?.externalId },
    madeAt: new Date(Date.parse(invoice.invoice.windowFrom) + 86_400_000).toISOString(),
  }
  expect((await api.post('/networks/1/records', { records: [booking] })).status).toBe(200)
  await page.goto(`${INVOICES}/${number}?part=adjustments`)
  const people = page.getByRole('table', { name: 'Who would have been added or removed' })
  await people.getByRole('row', { name: new RegExp(`${late?.name}.*Not agreed`) }).waitFor()
  await page.getByRole('button', { name: 'Put on the next invoice' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('A booking came late.')
  await dialog.getByRole('button', { name: 'Put on the next invoice' }).click()
  await people.getByRole('row', { name: new RegExp(`${late?.name}.* Agreed`) }).waitFor()
  await page.goto('/settings/subscription/forecast?location=1')
  await page.getByRole('cell', { name: `Supplement to platform invoice ${number}` }).waitFor()
  await page.goto(`${INVOICES}/${number}?part=adjustments`)
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await dialog.getByLabel('Reason').fill('Goodwill.')
  await dialog.getByRole('button', { name: 'Withdraw' }).click()
  await page.getByText('Withdrawn: Goodwill.').waitFor()
  const { body } = await api.get<{ items: { state: string; netMinor: number }[] }>('/networks/1/supplements')
  expect(body.items).toMatchObject([{ state: 'withdrawn' }])
})

test('an invoice is voided with a reason and issued again by a run that was previewed', async () => {
  const number = await newest()
  await page.goto(`${INVOICES}/${number}`)
  await page.getByRole('button', { name: 'Change' }).click()
  await page.getByRole('menuitem', { name: 'Void' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('A contract was missing.')
  await dialog.getByRole('button', { name: 'Void' }).click()
  await page.getByText('A contract was missing.').waitFor()
  await page.goto('/runs?location=1')
  await page.getByRole('button', { name: 'Preview' }).click()
  const row = page.getByRole('table', { name: /^Preview / }).locator('tbody tr')
  await row.first().waitFor()
  const previewed = await row.first().locator('td').nth(3).textContent()
  await page.getByRole('button', { name: 'Issue one invoice' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Issue one invoice' }).click()
  await page.getByText(/^One platform invoice was issued/).waitFor()
  await page.getByText(/the same people, the same price/).waitFor()
  const past = page.getByRole('table', { name: 'Runs so far' })
  await past.getByRole('link', { name: /^Preview / }).click()
  await page.getByRole('link', { name: /^Confirmed by run / }).waitFor()
  const { body } = await api.get<Listed>(`${BASE}?location=1`)
  expect(body.items[0]?.number).toBeGreaterThan(number)
  expect(String(body.items[0]?.activeUsers)).toBe(previewed)
  expect(body.items.find((one) => one.number === number)?.isVoid).toBe(true)
})
