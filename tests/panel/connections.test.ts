// Connections in a browser: an account is checked, connected, synced and counted, and disconnected.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { EMAIL, NexudusStandIn, PASSWORD } from '../support/nexudus-stand-in.ts'
import { OPERATOR, openPanel, type Panel } from './panel.ts'

let panel: Panel
let account: NexudusStandIn
let page: Page
beforeAll(async () => {
  panel = await openPanel()
  await panel.server.addPlatformOperator(OPERATOR.email)
  account = await NexudusStandIn.start('tests/fixtures/samples/world-11', {
    ...{ forbidden: ['Tariff'], nameless: ['coworkers'] },
  })
  page = await panel.visitSignedIn({ reducedMotion: 'reduce' })
})
afterAll(async () => {
  await panel?.close()
  await account?.close()
})

const TELEPHONE = { width: 390, height: 844 }

const button = (name: string) => page.getByRole('button', { name, exact: true })
const dialog = () => page.getByRole('dialog')

test('a wrong password is told in words, and a check tells what the account shows', async () => {
  await page.goto('/settings/connections')
  await page.getByText('No account is connected').waitFor()
  await button('Connect an account').click()
  await dialog().getByLabel('E-mail').fill(EMAIL)
  await dialog().getByLabel('Password', { exact: true }).fill('not this one')
  await dialog().getByText('More settings').click()
  await dialog().getByLabel('Address of the API').fill(account.url)
  await button('Check only').click()
  await dialog().getByRole('alert').waitFor()
  expect(await dialog().getByRole('alert').textContent()).not.toContain('not this one')
  await dialog().getByLabel('Password', { exact: true }).fill(PASSWORD)
  await button('Check only').click()
  await dialog().getByText('Tariff-List').waitFor()
  expect(await panel.server.headcount.connections()).toEqual([])
})

test('it is connected, synced while one watches, and counted', async () => {
  await button('Connect').click()
  await page.getByText('Not read yet').waitFor()
  await button('Sync now').click()
  await page.getByText('Done', { exact: true }).waitFor()
  await page.getByText('Everything was read.').waitFor()
  await page.getByText('What could not be used', { exact: true }).click()
  await page.getByRole('cell', { name: 'Id is missing' }).first().waitFor()
  const { locations } = await panel.server.headcount.count()
  const count = locations.reduce((sum, location) => sum + location.count, 0)
  expect(count).toBeGreaterThan(0)
  await page
    .getByRole('link', { name: `${new Intl.NumberFormat('en-GB').format(count)} active users now` })
    .click()
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
})

test('evidence links to its record in Nexudus, until an owner sets another address', async () => {
  const { activeUsers } = await panel.server.headcount.list({
    location: String(await firstLocation()),
    limit: 1,
  })
  const [user] = activeUsers
  const drawer = `/settings/subscription/active-users?location=${await firstLocation()}&customer=${user?.customerId}`
  const toCustomer = () =>
    dialog()
      .locator('header')
      .getByRole('link', { name: /^Open at/ })
  await page.goto(drawer)
  expect(await toCustomer().getAttribute('href')).toBe(
    `https://dashboard.nexudus.com/operations/coworkers/${user?.externalId}`,
  )
  expect(await toCustomer().getAttribute('rel')).toBe('noopener noreferrer')
  expect(
    await dialog().locator('ol').getByRole('link', { name: 'Open at dashboard.nexudus.com' }).count(),
  ).toBeGreaterThan(0)
  await page.goto('/settings/connections')
  await page.getByLabel('Customers', { exact: true }).fill('http://desk.example.com/{id}')
  await button('Save').click()
  await page.getByText('Customers must be an address that begins with https://.').waitFor()
  await page.getByLabel('Customers', { exact: true }).fill('https://desk.example.com/{id}')
  await button('Save').click()
  await page.getByText('The links lead there from now on.').waitFor()
  await page.goto(drawer)
  expect(await toCustomer().getAttribute('href')).toBe(`https://desk.example.com/${user?.externalId}`)
})

async function firstLocation(): Promise<number | undefined> {
  const { locations } = await panel.server.headcount.count()
  return locations.find(({ count }) => count > 0)?.locationId
}

test('a location is switched off; a schedule is chosen; it is disconnected, and the counts stay', async () => {
  await page.goto('/settings/connections')
  await page.getByText(/^Locations: /).click()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
  }
  await page.setViewportSize(TELEPHONE)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(TELEPHONE.width)
  await page.getByRole('switch').first().click({ force: true })
  await page.getByRole('switch', { checked: false }).waitFor()
  await page.getByLabel('Schedule').selectOption({ label: 'Every hour' })
  await expect
    .poll(async () => (await panel.server.headcount.connections())[0])
    .toMatchObject({ syncEveryMinutes: 60 })
  const before = await panel.server.headcount.count()
  await button('Disconnect').click()
  await dialog().getByText('All records that it brought in stay').waitFor()
  await dialog().getByRole('button', { name: 'Disconnect' }).click()
  await page.getByText('No account is connected').waitFor()
  const after = await panel.server.headcount.count({ asOf: new Date(before.asOf) })
  expect(after.locations).toEqual(before.locations)
})
