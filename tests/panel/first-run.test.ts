// A new server: its first operator, something to count, and the way back in.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PASSWORD, tokenSentTo } from '../support/server.ts'
import { OPERATOR, openPanel, type Panel, signIn } from './panel.ts'

let panel: Panel
beforeAll(async () => {
  panel = await openPanel()
})
afterAll(() => panel.close())

describe('a new server, in this order', () => {
  test('asks for its first operator, refuses a weak password, and makes the demo network', async () => {
    const page = await panel.visit()
    await page.goto('/customers')
    await page.getByRole('heading', { name: 'Welcome to Headcount' }).waitFor()
    await page.getByLabel('First name').fill('Ana')
    await page.getByLabel('Last name').fill('Ruiz')
    await page.getByLabel('E-mail').fill(OPERATOR.email)
    await page.getByLabel('Password', { exact: true }).fill('short')
    await page.getByText(/must have at least 10 characters/).waitFor()
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page
      .getByText(/hard to guess\.$/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Create the operator' }).click()
    await page.getByRole('heading', { name: 'What do you want to count, Ana?' }).waitFor()
    await page.getByRole('button', { name: 'Make the demo network' }).click()
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    const { locations } = await panel.server.headcount.count()
    for (const { name, count } of locations) {
      const row = page.getByRole('row', { name: new RegExp(name) })
      expect(await row.getByRole('cell').nth(1).textContent()).toBe(String(count))
    }
    await page.context().close()
  })

  test('an operator signs in and lands where he wanted to, and out', async () => {
    const page = await panel.visit()
    await page.goto('/customers?search=quill')
    await signIn(page, 'not the password 1')
    await page.getByRole('alert').getByText('E-mail or password is wrong.').waitFor()
    await signIn(page)
    await page.getByRole('link', { name: 'Ada Quill' }).waitFor()
    expect(new URL(page.url()).searchParams.get('search')).toBe('quill')
    await page.getByRole('button', { name: 'Account, look and language' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in to Headcount' }).waitFor()
    await page.goto('/customers')
    await page.getByRole('heading', { name: 'Sign in to Headcount' }).waitFor()
    await page.context().close()
  })

  test('an invitation is taken up by its link', async () => {
    const api = await panel.api()
    await api.post('/invitations', {
      email: 'lin.berg@example.com',
      role: 'viewer',
      network: 'Demo network (synthetic)',
    })
    const page = await panel.visit()
    await page.goto(`/invitation#${tokenSentTo(panel.server, 'lin.berg@example.com')}`)
    await page.getByText('is invited to Demo network (synthetic) as viewer').waitFor()
    expect(page.url()).not.toContain('#')
    await page.getByLabel('First name').fill('Lin')
    await page.getByLabel('Last name').fill('Berg')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Accept and sign in' }).click()
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    expect(await page.getByRole('link', { name: 'Operators' }).count()).toBe(0)
    await page.context().close()
  })

  test('a forgotten password is set anew by the link of the letter', async () => {
    const page = await panel.visit()
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Forgotten your password?' }).click()
    await page.getByLabel('E-mail').fill(OPERATOR.email)
    await page.getByRole('button', { name: 'Send the link' }).click()
    await page
      .getByRole('status')
      .getByText(/a link was sent|stands in the log/)
      .waitFor()
    await page.goto(`/reset-password#${tokenSentTo(panel.server, OPERATOR.email)}`)
    await page.getByLabel('New password', { exact: true }).fill('amber Lantern 88 fjord')
    await page.getByRole('button', { name: 'Set the password' }).click()
    await page.getByText('Your password was set.').waitFor()
    await signIn(page, 'amber Lantern 88 fjord')
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    await page.context().close()
  })
})
