// An operator’s own account: each refusal said where it belongs, and a new password that ends every session.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../support/authenticator.ts'
import { PASSWORD } from '../support/server.ts'
import { openDemoPanel, type Panel, signIn } from './panel.ts'

let panel: Panel
beforeAll(async () => {
  panel = await openDemoPanel()
})
afterAll(() => panel.close())

test.each([
  ['First name', 'A'],
  ['First name', ''],
  ['First name', 'Ana7'],
  ['Last name', ''],
  ['Last name', '<b>'],
])('the profile refuses the %s “%s” beside its field, and nothing is saved', async (label, value) => {
  const page = await panel.visitSignedIn()
  await page.goto('/account')
  const form = page.getByRole('form', { name: 'Profile' })
  await form.getByLabel(label).fill(value)
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByText(new RegExp(`^${label} (must|may) `)).waitFor()
  expect(await form.getByLabel(label).getAttribute('aria-invalid')).toBe('true')
  await page.reload()
  await form.getByLabel(label).waitFor()
  expect(await form.getByLabel(label).inputValue()).toMatch(/^(Ana|Ruiz)$/)
  await page.context().close()
})

test('a new name is seen at once', async () => {
  const page = await panel.visitSignedIn()
  await page.goto('/account')
  const form = page.getByRole('form', { name: 'Profile' })
  await form.getByLabel('Last name').fill('O’Neill-Ruiz')
  await form.getByRole('button', { name: 'Save' }).click()
  await page.getByText('The profile was updated.').waitFor()
  await page.getByText('Ana O’Neill-Ruiz').waitFor()
  await page.context().close()
})

test('a second factor is turned on with an app, and asked for at the next sign-in', async () => {
  const page = await panel.visitSignedIn()
  await page.goto('/account')
  await page.getByRole('button', { name: 'Turn on' }).click()
  const form = page.getByRole('form', { name: 'Second factor' })
  await form.getByLabel('Current password').fill(PASSWORD)
  await form.getByRole('button', { name: 'Continue' }).click()
  const uri = await form.getByRole('link', { name: /Open it in an app/ }).getAttribute('href')
  await form.getByLabel('Code').fill(codeOf(uri ?? ''))
  await form.getByRole('button', { name: 'Turn on' }).click()
  await page.getByText('Keep these recovery codes').waitFor()
  const recoveryCode = await page.locator('ul[class*=codes] li').first().textContent()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  const other = await panel.visit()
  await other.goto('/sign-in')
  await signIn(other)
  await other.getByLabel('Code').fill('000000')
  await other.getByRole('button', { name: 'Continue' }).click()
  await other.getByText('That code is wrong.').waitFor()
  await other.getByLabel('Code').fill(recoveryCode ?? '')
  await other.getByRole('button', { name: 'Continue' }).click()
  await other.getByRole('heading', { name: 'Overview' }).waitFor()
  await page.getByRole('button', { name: 'Turn off' }).click()
  await form.getByLabel('Current password').fill(PASSWORD)
  await form.getByRole('button', { name: 'Turn off' }).click()
  await page.getByRole('button', { name: 'Turn on' }).waitFor()
  await Promise.all([page.context().close(), other.context().close()])
})

test('a key is revoked, and another session ended, only once that is confirmed', async () => {
  const [here, there] = [await panel.visitSignedIn(), await panel.visitSignedIn()]
  const asks = async (action: string, title: RegExp) => {
    const button = here.getByRole('listitem').getByRole('button', { name: action }).first()
    await button.click()
    await here.getByRole('dialog', { name: title }).getByRole('button', { name: 'Cancel' }).click()
    await here.getByRole('dialog').waitFor({ state: 'detached' })
    await button.click()
    await here.getByRole('dialog').getByRole('button', { name: action }).click()
    await here.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await (await panel.api()).post('/api-keys', { name: 'Nightly', scopes: ['counts.read'], expiresInDays: 5 })
  await here.goto('/account')
  await asks('Revoke', /Revoke the key “Nightly”/)
  await here.getByText('You have no API keys.').waitFor()
  const sessions = await here.getByRole('button', { name: 'Sign out', exact: true }).count()
  await asks('Sign out', /^Sign out /)
  await expect
    .poll(() => here.getByRole('button', { name: 'Sign out', exact: true }).count())
    .toBe(sessions - 1)
  await Promise.all([here.context().close(), there.context().close()])
})

test('a new password signs out both browsers; only the new one signs in', async () => {
  const [here, there] = [await panel.visitSignedIn(), await panel.visitSignedIn()]
  await there.goto('/')
  await there.getByRole('heading', { name: 'Overview' }).waitFor()
  await here.goto('/account')
  const form = here.getByRole('form', { name: 'Password' })
  await form.getByText('Changing it signs you out everywhere').waitFor()
  await form.getByLabel('Current password').fill('not the password 1')
  await form.getByLabel('New password', { exact: true }).fill('amber Lantern 88 fjord')
  await form.getByRole('button', { name: 'Change the password' }).click()
  await form.getByText('That is not your password.').waitFor()
  await form.getByLabel('Current password').fill(PASSWORD)
  await form.getByRole('button', { name: 'Change the password' }).click()
  await here.getByText('Your password was changed and you are signed out everywhere.').waitFor()
  await there.getByRole('link', { name: 'Customers' }).click()
  await there.getByRole('heading', { name: 'Sign in to Headcount' }).waitFor()
  await signIn(here)
  await here.getByText('E-mail or password is wrong.').waitFor()
  await signIn(here, 'amber Lantern 88 fjord')
  await here.getByRole('heading', { name: 'Overview' }).waitFor()
  await Promise.all([here.context().close(), there.context().close()])
})
