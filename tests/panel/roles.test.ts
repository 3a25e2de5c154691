// What each role sees of the panel: its pages, its locations, and no control that the server would refuse.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joined } from '../support/server.ts'
import { openDemoPanel, type Panel } from './panel.ts'

let panel: Panel
beforeAll(async () => {
  panel = await openDemoPanel()
  const platform = await panel.api()
  const network = '1'
  await joined(panel.server, platform, 'owner@example.com', { role: 'network_owner', network })
  const locations = ['Harbour Loft']
  await joined(panel.server, platform, 'manager@example.com', {
    role: 'location_manager',
    network,
    locations,
  })
  await joined(panel.server, platform, 'viewer@example.com', { role: 'viewer', network, locations })
})
afterAll(() => panel?.close())

const ROLES = {
  owner: {
    pages: ['Imports', 'Operators', 'Audit log'],
    locations: ['Brickline', 'Harbour Loft', 'Tile House'],
    tools: ['Export', 'Without these…', 'Suspend…'],
    suspends: true,
  },
  manager: {
    pages: [],
    locations: ['Harbour Loft'],
    tools: ['Export', 'Without these…', 'Suspend…'],
    suspends: true,
  },
  viewer: { pages: [], locations: ['Harbour Loft'], tools: ['Export', 'Without these…'], suspends: false },
} as const

test.each(Object.entries(ROLES))('%s', async (role, { pages, locations, tools, suspends }) => {
  const page = await panel.visitAs(`${role}@example.com`)
  const refused: string[] = []
  page.on('response', (response) => {
    if (response.status() === 403) refused.push(response.url())
  })
  await page.goto('/')
  await page.getByRole('link', { name: 'Harbour Loft' }).waitFor()
  const links = await page.getByRole('navigation', { name: 'Pages' }).getByRole('link').allTextContents()
  const asked = ['Imports', 'Operators', 'Audit log', 'Networks', 'Price plans', 'Runs']
  expect(links.filter((link) => asked.includes(link))).toEqual(pages)
  const rows = page.getByRole('region', { name: 'By location' }).locator('tbody tr td:first-child')
  expect((await rows.allTextContents()).sort()).toEqual([...locations])
  await page.goto('/settings/subscription/active-users?location=1')
  await page.getByRole('checkbox', { name: 'Select Ada Quill' }).click()
  const bar = page.getByRole('region', { name: 'What is selected' })
  await bar.getByRole('button', { name: 'Export' }).waitFor()
  const buttons = bar.getByRole('button')
  expect((await buttons.allTextContents()).filter((text) => text !== '')).toEqual([...tools])
  await page.goto('/customers?search=Ada Quill')
  await page.getByRole('link', { name: 'Ada Quill' }).waitFor()
  expect(await page.getByRole('checkbox').count()).toBe(suspends ? 2 : 0)
  await page.getByRole('link', { name: 'Ada Quill' }).click()
  await page.getByRole('heading', { name: 'Contracts' }).waitFor()
  expect(await page.getByRole('button', { name: 'Suspend', exact: true }).count()).toBe(suspends ? 1 : 0)
  expect(refused).toEqual([])
  await page.context().close()
})
