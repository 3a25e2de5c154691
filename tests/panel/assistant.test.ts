// The assistant in the panel: ask, ask on, open what a figure was taken from, delete the conversation.
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDemoPanel, type Panel } from './panel.ts'

let panel: Panel
beforeAll(async () => {
  panel = await openDemoPanel()
})
afterAll(() => panel.close())

test('a conversation by keys, whose figures open the views that show them', async () => {
  const page = await panel.visitSignedIn({ reducedMotion: 'reduce' })
  await page.goto('/')
  await page.getByRole('heading', { name: 'Overview' }).waitFor()
  await page.keyboard.press('Control+j')
  const assistant = page.getByRole('complementary', { name: 'Assistant' })
  await assistant.getByRole('button', { name: /only because of a booking at/ }).waitFor()
  await page.keyboard.type('How many active users does Tile House have?')
  await page.keyboard.press('Enter')
  const log = assistant.getByRole('log')
  const counted = (await panel.server.headcount.count()).locations
  const countOf = (name: string) => String(counted.find((one) => one.name === name)?.count)
  await log
    .getByRole('link', { name: countOf('Tile House'), exact: true })
    .first()
    .waitFor()
  // a figure is there before its answer is whole, and the next question is taken then
  await assistant.locator('[role=log][aria-busy=false]').waitFor()
  await assistant.getByRole('textbox').fill('and at Brickline?')
  await page.keyboard.press('Enter')
  const figure = log.getByRole('link', { name: countOf('Brickline'), exact: true }).last()
  await figure.click()
  await page.getByRole('heading', { name: 'Active users', level: 1 }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/settings/subscription/active-users')
  await page.getByRole('button', { name: 'Location: Brickline' }).first().waitFor()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor()
    const { violations } = await new AxeBuilder({ page }).include('aside').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  }
  await assistant.getByRole('button', { name: 'Your conversations' }).click()
  await assistant.getByRole('button', { name: /^Delete: How many active users/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await assistant.getByText('No conversations yet.').waitFor()
  await page.context().close()
})
