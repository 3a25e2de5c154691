// The heart of it: who counts at a location, found, filtered, explained and taken away as a file.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Source } from '#model/source'
import type { Browser } from '../support/browser.ts'
import { openDemoPanel, type Panel } from './panel.ts'

interface Users {
  readonly total: number
  readonly activeUsers: readonly { readonly name: string; readonly sources: readonly Source[] }[]
}

interface Figures {
  readonly bySource: Readonly<Record<Source, number>>
  readonly onlyBecauseOf: Readonly<Record<Source, number>>
}

let panel: Panel
let page: Page
let api: Browser
beforeAll(async () => {
  panel = await openDemoPanel()
  api = await panel.api()
  page = await panel.visitSignedIn()
})
afterAll(() => panel.close())

const PATH = '/locations/1/active-users'
const HARBOUR = '/settings/subscription/active-users?location=1'
const table = () => page.getByRole('table', { name: 'Active users' })
/** All rows are in the table’s count, whether they are drawn or not; the head is one of them. */
const rowsAre = (count: number) => page.locator(`table[aria-rowcount="${count + 1}"]`).waitFor()

async function namesShown(): Promise<string[]> {
  return table().locator('td[data-column=name] button').allTextContents()
}

test('the count on the page is that of the API, and each chip has its figure', async () => {
  const { body } = await api.get<{ locations: { count: number; bySource: Record<Source, number> }[] }>(
    '/active-users/count?location=1',
  )
  const [counted] = body.locations
  await page.goto(HARBOUR)
  await page.getByTestId('count').waitFor()
  expect(await page.getByTestId('count').textContent()).toBe(String(counted?.count))
  for (const [label, source] of [
    ['Contract', 'contract'],
    ['Team', 'team'],
  ] as const) {
    const chip = page.getByRole('button', { name: `${label} ${counted?.bySource[source]}` })
    expect(await chip.getAttribute('aria-pressed')).toBe('false')
  }
  await rowsAre(counted?.count ?? 0)
})

test.each([[['booking']], [['team']], [['booking', 'team']], [['contract', 'customer_invoice']]])(
  'filtered by %s, the page shows whom the API lists, and its address shows them again',
  async (sources) => {
    const query = sources.map((source) => `source=${source}`).join('&')
    const { body } = await api.get<Users>(`${PATH}?limit=1000&${query}`)
    await page.goto(HARBOUR)
    for (const source of sources) {
      const label = { booking: 'Booking', team: 'Team', contract: 'Contract' }[source] ?? 'Customer invoice'
      await page.getByRole('button', { name: new RegExp(`^${label} \\d+$`) }).click()
    }
    await rowsAre(body.total)
    const expected = body.activeUsers.map(({ name }) => name)
    const shown = await namesShown()
    expect(shown).toEqual(expected.slice(0, shown.length))
    await page.reload()
    await rowsAre(body.total)
    expect(new URL(page.url()).searchParams.get('source')).toBe(sources.join(','))
  },
)

test.each([
  ['By one source alone', 'only=true'],
  ['Suspended', 'suspended=true'],
  ['Disputable', 'disputable=true'],
  ['Members', 'kind=member'],
  ['Contacts', 'kind=contact'],
])(
  'narrowed by “%s”, the page shows whom the API lists, with the figures that it tells',
  async (name, query) => {
    const { body } = await api.get<Users & { figures: Figures }>(`${PATH}?limit=1000&${query}`)
    await page.goto(HARBOUR)
    await page.getByRole('button', { name, exact: true }).click()
    if (body.total > 0) await rowsAre(body.total)
    else await page.getByText('Nobody').first().waitFor()
    const figures = query === 'only=true' ? body.figures.onlyBecauseOf : body.figures.bySource
    await page.getByRole('button', { name: `Contract ${figures.contract}`, exact: true }).waitFor()
    await page.getByRole('button', { name: `Booking ${figures.booking}`, exact: true }).waitFor()
    expect(await page.getByRole('button', { name, exact: true }).getAttribute('aria-pressed')).toBe('true')
  },
)

test('search finds a customer; the drawer shows the records that the API tells', async () => {
  await page.goto(HARBOUR)
  await page.getByRole('searchbox', { name: 'Name, e-mail or company' }).fill('felix garrick')
  await rowsAre(1)
  await page.getByRole('button', { name: 'Felix Garrick' }).click()
  const drawer = page.getByRole('dialog')
  const { body } = await api.get<{ sentence: string; evidence: { sentence: string; counts: boolean }[] }>(
    `${PATH}/Felix%20Garrick`,
  )
  await drawer.getByText(body.sentence).waitFor()
  for (const { sentence } of body.evidence) await drawer.getByText(sentence).first().waitFor()
  expect(await drawer.locator('li[data-counts=true]').count()).toBe(
    body.evidence.filter(({ counts }) => counts).length,
  )
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
})

test('somebody who does not count is found too, and told why not', async () => {
  await page.goto(`${HARBOUR}&search=kit moss`)
  await page.getByRole('heading', { name: 'Found, but not counting here' }).waitFor()
  await page.getByRole('button', { name: /Kit Moss.*Why not\?/ }).click()
  await page
    .getByRole('dialog')
    .getByText(/Kit Moss does not count at Harbour Loft/)
    .waitFor()
})

test('somebody whom a filter hides is not told not to count', async () => {
  await page.goto(`${HARBOUR}&search=felix garrick&suspended=true`)
  await page.getByText('Nobody who counts matches these filters.').waitFor()
  expect(await page.getByRole('heading', { name: 'Found, but not counting here' }).count()).toBe(0)
})

test('the exported file is exactly what is shown', async () => {
  await page.goto(`${HARBOUR}&source=booking,team&sort=since`)
  await table().waitFor()
  await page.getByRole('button', { name: 'Export' }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  const saved = await saving
  const file = await readFile(await saved.path(), 'utf8')
  const { body } = await api.get<Users>(`${PATH}?limit=1000&source=booking&source=team&sort=since`)
  const lines = file.trim().split('\n').slice(1)
  expect(
    lines.map((line) => line.split(',').find((cell) => body.activeUsers.some(({ name }) => name === cell))),
  ).toEqual(body.activeUsers.map(({ name }) => name))
  expect(saved.suggestedFilename()).toMatch(/^Harbour Loft active users .+\.csv$/)
})

test('as of the last platform invoice, the page counts what the API counts', async () => {
  await page.goto(HARBOUR)
  await page.getByTestId('count').waitFor()
  await page.getByRole('button', { name: 'As of now' }).click()
  await page.getByRole('button', { name: 'The last platform invoice' }).click()
  await page
    .getByText(/^As of 1 /)
    .first()
    .waitFor()
  const asOf = new URL(page.url()).searchParams.get('as_of') ?? ''
  const { body } = await api.get<{ locations: { count: number }[] }>(
    `/active-users/count?location=1&as_of=${encodeURIComponent(asOf)}`,
  )
  await rowsAre(body.locations[0]?.count ?? -1)
  expect(await page.getByTestId('count').textContent()).toBe(String(body.locations[0]?.count))
})

test('suspending a customer with a contract alone moves the count by exactly one, and resuming it back', async () => {
  const { body } = await api.get<Users & { activeUsers: { customerId: number }[] }>(`${PATH}?limit=1000`)
  const only = body.activeUsers.find(({ sources }) => sources.join() === 'contract')
  const name = only?.name ?? ''
  for (const [verb, count] of [
    ['Suspend', body.total - 1],
    ['Resume', body.total],
  ] as const) {
    await page.goto(`/customers?search=${encodeURIComponent(name)}`)
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('button', { name: verb }).click()
    const before = verb === 'Suspend' ? body.total : body.total - 1
    const effect = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Harbour Loft' })
    expect(await effect.textContent()).toBe(`Harbour Loft${before}${count}${name}`)
    await page.getByRole('dialog').getByRole('button', { name: verb }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.goto(HARBOUR)
    await rowsAre(count)
    expect(await page.getByTestId('count').textContent()).toBe(String(count))
  }
})

test('what the server refuses is told in the panel’s language, with the server’s own sentence beside it', async () => {
  const page = await panel.visitSignedIn({ locale: 'de-DE' })
  await page.goto(`${HARBOUR}&customer=999999`)
  await page.getByText('Diesen Kunden gibt es nicht.').waitFor()
  await page.locator('q[lang=en]', { hasText: 'No customer' }).waitFor()
  await page.context().close()
})
