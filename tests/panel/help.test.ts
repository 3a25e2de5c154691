// The help centre in a browser: read by anybody, searched as one types, answered and changed, light or dark.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OPERATOR, openPanel, type Panel } from './panel.ts'

let panel: Panel
let page: Page
beforeAll(async () => {
  panel = await openPanel()
  await panel.server.addPlatformOperator(OPERATOR.email)
  page = await panel.visit({ reducedMotion: 'reduce', colorScheme: 'light' })
})
afterAll(() => panel?.close())

const theme = () => page.evaluate('document.documentElement.getAttribute("data-mantine-color-scheme")')

test('somebody who is not signed in searches with a misspelt word and reads the passage', async () => {
  await page.goto('/help')
  await page.getByRole('searchbox', { name: 'Search the help' }).fill('suspensoin')
  const result = page.getByRole('link', { name: /What suspension changes/ })
  expect(await result.locator('mark').first().textContent()).toMatch(/suspen/i)
  await result.click()
  await page.getByRole('heading', { level: 1, name: 'Suspended and archived customers' }).waitFor()
  await page.locator('#what-suspension-changes').waitFor()
  expect(page.url()).toMatch(/\/help\/suspended-and-archived-customers#what-suspension-changes$/)
})

test('an article leads to its neighbours and to related ones, and each heading has a link of its own', async () => {
  await page.getByRole('link', { name: /^Next/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Teams and merged billing' }).waitFor()
  await page.getByRole('link', { name: 'Permanent link to “The rule”' }).click()
  expect(page.url()).toMatch(/teams-and-merged-billing#the-rule$/)
  await page.getByRole('navigation', { name: 'In this article' }).getByText('Check a team').click()
  expect(page.url()).toMatch(/#check-a-team$/)
})

test('an answer is kept, and can be changed', async () => {
  const yes = () => page.getByRole('button', { name: 'Yes', exact: true })
  const no = () => page.getByRole('button', { name: 'No', exact: true })
  await no().click()
  await page.getByLabel('What is missing or unclear?').fill('More about guests.')
  const kept = page.waitForResponse((response) => response.request().method() === 'PUT')
  await page.getByRole('button', { name: 'Send the comment' }).click()
  await kept
  await page.reload()
  await page.locator('button[aria-pressed=true]', { hasText: 'No' }).waitFor()
  expect(await page.getByLabel('What is missing or unclear?').inputValue()).toBe('More about guests.')
  await yes().click()
  await page.locator('button[aria-pressed=true]', { hasText: 'Yes' }).waitFor()
  const { body } = await (await panel.api()).get<{
    articles: { slug: string; helpful: number; notHelpful: number }[]
  }>('/help/report')
  expect(body.articles.find(({ slug }) => slug === 'teams-and-merged-billing')).toMatchObject({
    helpful: 1,
    notHelpful: 0,
  })
})

test('light, dark or as the system, and found to be usable in both', async () => {
  expect(await theme()).toBe('light')
  await expectNoFaults()
  await page.getByRole('button', { name: 'Dark' }).click()
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor()
  await expectNoFaults()
  await page.reload()
  expect(await theme()).toBe('dark')
  await page.getByRole('button', { name: 'As the system' }).click()
  await page.locator('html[data-mantine-color-scheme=light]').waitFor()
})

test('what was not found reaches the platform, who reads it in the panel, where pages lead into the help', async () => {
  await page.goto('/help')
  const noted = page.waitForResponse((response) => response.url().endsWith('/help/misses'))
  await page.getByRole('searchbox', { name: 'Search the help' }).fill('zzqqxx')
  await page.getByText('Nothing was found.').waitFor()
  await noted
  const own = await panel.visitSignedIn({ reducedMotion: 'reduce' })
  await own.goto('/help-feedback')
  await own.getByRole('cell', { name: 'zzqqxx' }).waitFor()
  await own.getByText('More about guests.').waitFor()
  await own.goto('/operators')
  await own.getByRole('link', { name: 'Help about this page' }).click()
  await own.getByRole('heading', { level: 1, name: 'Roles' }).waitFor()
  await own.locator('#invite-an-operator').waitFor()
  await own.getByRole('navigation', { name: 'Pages' }).waitFor()
})

async function expectNoFaults(): Promise<void> {
  const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
}
