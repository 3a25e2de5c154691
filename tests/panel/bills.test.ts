// From an account to the three who were billed wrongly: connect, watch the sync, see the counts, open the audit.
import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyBillProof } from '#billing/bill-proof'
import { billedAccount, COUNTS, platformListOf, WRONGLY_BILLED } from '../bills/billed-account.ts'
import { EMAIL, NexudusStandIn, PASSWORD } from '../support/nexudus-stand-in.ts'
import { OPERATOR, openPanel, type Panel } from './panel.ts'

let panel: Panel
let account: NexudusStandIn
let page: Page
beforeAll(async () => {
  panel = await openPanel()
  await panel.server.addPlatformOperator(OPERATOR.email)
  account = await NexudusStandIn.start(billedAccount())
  page = await panel.visitSignedIn({ reducedMotion: 'reduce', acceptDownloads: true })
})
afterAll(async () => {
  await panel?.close()
  await account?.close()
})

const TELEPHONE = { width: 390, height: 844 }
const button = (name: string) => page.getByRole('button', { name, exact: true })
const tableOf = (name: string) => page.getByRole('table', { name, exact: true })
const namesIn = async (name: string) =>
  (await tableOf(name).locator('tbody td:first-child button').allTextContents()).sort()

test('an account is connected, its sync watched, and everybody counted', async () => {
  await page.goto('/settings/connections')
  await button('Connect an account').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mail').fill(EMAIL)
  await dialog.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await dialog.getByText('More settings').click()
  await dialog.getByLabel('Address of the API').fill(account.url)
  await button('Connect').click()
  await page.getByText('Not read yet').waitFor()
  await button('Sync now').click()
  await page.getByText('Everything was read.').waitFor()
  const { locations } = await panel.server.headcount.count()
  await page.getByRole('link', { name: `${locations[0]?.count} active users now` }).click()
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
})

test('of its bills the last asks for three too many, and who they are stands first', async () => {
  await page.getByRole('link', { name: 'Bill audit' }).click()
  const rows = tableOf('Bill audit').locator('tbody tr')
  await rows.first().waitFor()
  expect(await rows.locator('td:nth-child(2)').allTextContents()).toEqual([
    'Too many',
    ...COUNTS.slice(1).map(() => 'Agrees'),
  ])
  expect(await rows.first().locator('td').allTextContents()).toEqual(
    expect.arrayContaining(['Bill P-106', '27', '24', '+3', '+€6.00']),
  )
  await page.getByRole('link', { name: 'Bill P-106' }).click()
  await page.getByText('This bill asks for 3 active users too many').waitFor()
  const groups = page.locator('details[data-exact]')
  expect(await groups.first().getAttribute('data-exact')).toBe('true')
  expect((await groups.first().getByRole('button').allTextContents()).sort()).toEqual(WRONGLY_BILLED)
  expect(await page.locator('details[data-exact=true]').count()).toBe(1)
})

test('with the platform’s list exactly these three differ, and each opens his evidence', async () => {
  const [bill] = (await panel.server.headcount.listBills({ network: 'Harbour Loft' })).items
  const { activeUsers } = await panel.server.headcount.list({
    ...{ location: 'Harbour Loft', asOf: new Date(bill?.bill.cutOffAt ?? ''), cutOff: 'before', limit: 100 },
  })
  await page.getByLabel('The platform’s list').fill(platformListOf(activeUsers))
  await button('Compare').click()
  await page.getByText('3 billed who do not count').waitFor()
  expect(await namesIn('Who differs')).toEqual(WRONGLY_BILLED)
  expect(await namesIn('Everybody who was counted')).toHaveLength(24)
  await tableOf('Who differs').getByRole('button', { name: 'Sam Hale' }).click()
  const drawer = page.getByRole('dialog', { name: 'Evidence' })
  await drawer
    .getByText(/suspended/i)
    .first()
    .waitFor()
  await drawer.getByRole('button', { name: 'Close' }).click()
  await drawer.waitFor({ state: 'detached' })
})

test('the proof pack that is downloaded is intact, and holds no secret', async () => {
  const [file] = await Promise.all([page.waitForEvent('download'), button('Download proof pack').click()])
  const text = await readFile(await file.path(), 'utf8')
  expect(verifyBillProof(text, await panel.server.headcount.getPlatformKey())).toMatchObject({
    isIntact: true,
    faults: [],
  })
  for (const name of WRONGLY_BILLED) expect(text).toContain(name)
  expect(text).not.toContain(PASSWORD)
  expect(text).not.toContain(EMAIL)
})

test('everybody can use it, in light and dark, and on a telephone', async () => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
  }
  await page.setViewportSize(TELEPHONE)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(TELEPHONE.width)
})
