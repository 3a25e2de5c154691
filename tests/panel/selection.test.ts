// Rows that are chosen: taken away as a file, left out of a forecast, suspended together and brought back.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Source } from '#model/source'
import type { Browser } from '../support/browser.ts'
import { openDemoPanel, type Panel } from './panel.ts'

interface Users {
  readonly total: number
  readonly activeUsers: readonly {
    readonly customerId: number
    readonly name: string
    readonly sources: readonly Source[]
  }[]
}

const PATH = '/locations/1/active-users?limit=1000'
const HARBOUR = '/settings/subscription/active-users?location=1'

let panel: Panel
let page: Page
let api: Browser
let users: Users
beforeAll(async () => {
  panel = await openDemoPanel()
  api = await panel.api()
  page = await panel.visitSignedIn({ reducedMotion: 'reduce' })
  users = (await api.get<Users>(PATH)).body
})
afterAll(() => panel?.close())

const names = () => page.locator('td[data-column=name] button').allTextContents()
const bar = () => page.getByRole('region', { name: 'What is selected' })
const count = async () => (await api.get<Users>(PATH)).body.total
const select = (name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true })

test('a head sorts by its column, and pressed again the other way round', async () => {
  await page.goto(HARBOUR)
  for (const [column, sort] of [
    ['First evidence', 'since'],
    ['Source', 'source'],
    ['Customer', 'name'],
  ] as const) {
    const head = page.getByRole('columnheader', { name: column })
    for (const [order, told] of [
      ['asc', 'ascending'],
      ['desc', 'descending'],
    ] as const) {
      await head.getByRole('button').click()
      await page.locator(`th[aria-sort=${told}]`, { hasText: column }).waitFor()
      const { body } = await api.get<Users>(`${PATH}&sort=${sort}&order=${order}`)
      const expected = body.activeUsers.map(({ name }) => name)
      await page.locator('tr[aria-rowindex="2"]', { hasText: expected[0] ?? '' }).waitFor()
      const shown = await names()
      expect(shown).toEqual(expected.slice(0, shown.length))
    }
  }
})

test('a range is chosen with Shift, by the keyboard too, and its file holds exactly these', async () => {
  await page.goto(HARBOUR)
  const [first, , , fourth, fifth, sixth] = users.activeUsers.map(({ name }) => name)
  await select(first ?? '').click()
  await select(fourth ?? '').click({ modifiers: ['Shift'] })
  await bar().getByText('4 selected').waitFor()
  await select(sixth ?? '').focus()
  await page.keyboard.press('Shift+Space')
  await bar().getByText('6 selected').waitFor()
  await select(fifth ?? '').press('Space')
  await bar().getByText('5 selected').waitFor()
  const chosen = users.activeUsers.slice(0, 6).filter(({ name }) => name !== fifth)
  const saving = page.waitForEvent('download')
  await bar().getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  const saved = await saving
  const lines = (await readFile(await saved.path(), 'utf8')).trim().split('\n').slice(1)
  expect(lines.map((line) => Number(line.split(',')[0]))).toEqual(chosen.map(({ customerId }) => customerId))
  expect(saved.suggestedFilename()).toMatch(/^Harbour Loft active users .+\.csv$/)
  await bar().getByRole('button', { name: 'Without these…' }).click()
  const compared = page.getByRole('dialog').getByRole('row', { name: /^Active users now/ })
  expect(await compared.textContent()).toMatch(new RegExp(`^Active users now${users.total}\\d+[-−]\\d+$`))
  await page.keyboard.press('Escape')
  await page.getByRole('checkbox', { name: 'Select all that are shown' }).click()
  await bar().getByText(`${users.total} selected`).waitFor()
  await bar().getByRole('button', { name: 'Clear the selection' }).click()
  await bar().waitFor({ state: 'detached' })
})

test('many are suspended at once: the count moves as was said, and undoing brings it back', async () => {
  const byContract = users.activeUsers.filter(({ sources }) => sources.join() === 'contract').slice(0, 2)
  const [other] = users.activeUsers.filter(({ sources }) => sources.join() === 'booking')
  // high enough for every row: those further down are drawn once they are scrolled to
  await page.setViewportSize({ width: 1280, height: 3000 })
  await page.goto(HARBOUR)
  for (const { name } of [...byContract, ...(other ? [other] : [])]) await select(name).click()
  await bar().getByRole('button', { name: 'Suspend…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Suspend 3 customers?').waitFor()
  const effect = dialog.getByRole('listitem').filter({ hasText: 'Harbour Loft' })
  const after = users.total - byContract.length
  expect(await effect.textContent()).toMatch(new RegExp(`^Harbour Loft${users.total}${after}`))
  expect(await page.evaluate(MOVING)).toBe(0)
  await dialog.getByRole('button', { name: 'Suspend', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  const notice = page.getByRole('region', { name: 'What was done' })
  await notice.getByText('3 customers are suspended.').waitFor()
  await page.locator(`table[aria-rowcount="${after + 1}"]`).waitFor()
  expect(await count()).toBe(after)
  await notice.getByRole('button', { name: 'Undo' }).click()
  await notice.getByText('Taken back.').waitFor()
  await page.locator(`table[aria-rowcount="${users.total + 1}"]`).waitFor()
  expect((await api.get<Users>(PATH)).body.activeUsers).toEqual(users.activeUsers)
})

test('customers are suspended from their list as well, and one of them is undone from his page', async () => {
  const [one] = users.activeUsers.filter(({ sources }) => sources.join() === 'contract')
  const name = one?.name ?? ''
  await page.goto(`/customers?search=${encodeURIComponent(name)}`)
  await select(name).click()
  await bar().getByRole('button', { name: 'Suspend…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend', exact: true }).click()
  await page.getByText(`${name} is suspended.`).waitFor()
  expect(await count()).toBe(users.total - 1)
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('button', { name: 'Resume', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Taken back.').waitFor()
  await page.getByRole('button', { name: 'Suspend', exact: true }).waitFor()
  expect(await count()).toBe(users.total)
})

/** What moves for longer than an instant. */
const MOVING =
  'document.getAnimations().filter((one) => one.effect.getComputedTiming().activeDuration > 1).length'
