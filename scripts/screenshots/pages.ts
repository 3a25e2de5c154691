/** The pages of the panel, as they are pictured. */
import type { Page } from 'playwright-core'

export interface PageShown {
  readonly name: string
  readonly path: string
  /** The heading that tells that the page is there. */
  readonly until: string | RegExp
  /** What is done on it before it is pictured. */
  readonly prepare?: (page: Page) => Promise<unknown>
  /** What is pressed on it is in the menu of a narrow screen. */
  readonly isWideOnly?: boolean
  /** Shown only while there is no operator yet. */
  readonly isBeforeFirst?: boolean
  /** Shown only while there is no network yet. */
  readonly isBeforeDemo?: boolean
}

export const ENTRY_PAGES: readonly PageShown[] = [
  { name: 'first-run', path: '/', until: 'Welcome to Headcount', isBeforeFirst: true },
  { name: 'sign-in', path: '/sign-in', until: 'Sign in to Headcount' },
  { name: 'forgotten-password', path: '/forgotten-password', until: 'Forgotten your password?' },
  { name: 'reset-password', path: '/reset-password#unknown', until: 'Set a new password' },
  { name: 'confirm-email', path: '/confirm-email#unknown', until: 'Confirm your new e-mail' },
  { name: 'invitation', path: '/invitation#unknown', until: 'You are invited to Headcount' },
  { name: 'help-for-all', path: '/help', until: 'Help' },
  { name: 'article-for-all', path: '/help/how-you-are-charged', until: 'How you are charged' },
]

const HARBOUR = '/settings/subscription/active-users?location=1'

export const PANEL_PAGES: readonly PageShown[] = [
  { name: 'start', path: '/', until: /What do you want to count/, isBeforeDemo: true },
  { name: 'networks-none', path: '/networks', until: 'Networks', isBeforeDemo: true },
  { name: 'overview', path: '/', until: 'Overview' },
  { name: 'choose-location', path: '/settings/subscription/active-users', until: 'Active users' },
  { name: 'active-users', path: HARBOUR, until: 'Active users' },
  { name: 'active-users-filtered', path: `${HARBOUR}&source=booking,team`, until: 'Active users' },
  {
    name: 'active-users-why-not',
    path: `${HARBOUR}&search=moss`,
    until: 'Active users',
    prepare: (page) => page.getByText('Why not?').first().waitFor(),
  },
  { name: 'active-users-nobody', path: `${HARBOUR}&search=zzz`, until: 'No active users' },
  {
    name: 'evidence',
    path: HARBOUR,
    until: 'Active users',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Felix Garrick' }).click()
      await page.getByText('What would change this').waitFor()
    },
  },
  { name: 'customers', path: '/customers', until: 'Customers' },
  {
    name: 'customer',
    path: '/customers?search=Felix Garrick',
    until: 'Customers',
    prepare: async (page) => {
      await page.getByRole('link', { name: 'Felix Garrick' }).click()
      await page.getByRole('heading', { name: 'Contracts' }).waitFor()
    },
  },
  {
    name: 'plan',
    path: '/settings/subscription/plan?location=1',
    until: 'Your plan',
    prepare: (page) => page.getByRole('img', { name: /^Charge under/ }).waitFor(),
  },
  { name: 'invoices', path: '/settings/subscription/invoices', until: 'Invoices' },
  { name: 'invoice', path: '/settings/subscription/invoices/34', until: 'Proof' },
  {
    name: 'invoice-list',
    path: '/settings/subscription/invoices/34?part=list',
    until: 'Active users as frozen',
  },
  {
    name: 'invoice-difference',
    path: '/settings/subscription/invoices/34?part=difference',
    until: 'Step by step',
  },
  {
    name: 'invoice-adjustments',
    path: '/settings/subscription/invoices/34?part=adjustments',
    until: 'Platform invoice 34',
  },
  { name: 'bills', path: '/settings/subscription/bills?location=1', until: 'Bill audit' },
  { name: 'bill', path: '/settings/subscription/bills/P-10034', until: 'The price' },
  { name: 'forecast', path: '/settings/subscription/forecast?location=1', until: 'What if …' },
  { name: 'price-plans', path: '/price-plans', until: 'Price plans' },
  {
    name: 'price-plan-assign',
    path: '/price-plans',
    until: 'Price plans',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Assign to locations' }).first().click()
      await page.getByRole('checkbox', { name: /, all$/ }).check()
      await page.getByRole('button', { name: 'See what changes' }).click()
      await page.getByRole('table', { name: 'What changes' }).waitFor()
    },
  },
  {
    name: 'price-plan',
    path: '/price-plans/3',
    until: 'In words',
    prepare: async (page) => {
      await page.getByRole('radio', { name: 'Volume' }).check()
      await page.getByRole('button', { name: 'Add a discount' }).click()
      await page.getByText('Must be given.').first().waitFor()
    },
  },
  { name: 'runs', path: '/runs', until: 'Runs' },
  { name: 'imports', path: '/imports', until: 'Imports' },
  {
    name: 'connections',
    path: '/settings/connections',
    until: 'Connections',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Connect an account' }).click()
      await page.getByRole('dialog').getByLabel('E-mail').waitFor()
    },
  },
  { name: 'operators', path: '/operators', until: 'Operators' },
  {
    name: 'invite',
    path: '/operators',
    until: 'Operators',
    prepare: async (page) => {
      await page.getByRole('button', { name: 'Invite an operator' }).click()
      await page.getByRole('dialog').getByLabel('E-mail').waitFor()
    },
  },
  { name: 'audit-log', path: '/audit-log', until: 'Audit log' },
  { name: 'networks', path: '/networks', until: 'Networks' },
  { name: 'account', path: '/account', until: 'Account' },
  {
    name: 'assistant',
    path: '/assistant?location=1',
    until: 'Assistant',
    prepare: (page) => page.getByRole('button', { name: /active users does Harbour Loft have/ }).waitFor(),
  },
  { name: 'help', path: '/help', until: 'Help' },
  {
    name: 'article',
    path: '/help/who-is-considered-an-active-user',
    until: 'Who is considered an active user',
  },
  { name: 'help-feedback', path: '/help-feedback', until: 'Help feedback' },
  { name: 'not-found', path: '/customers/none/such', until: 'There is no such page' },
  {
    name: 'switcher',
    isWideOnly: true,
    path: '/',
    until: 'Overview',
    prepare: async (page) => {
      await page.getByRole('button', { name: /^Location: / }).click()
      await page.getByRole('option', { name: 'Brickline' }).waitFor()
    },
  },
  {
    name: 'account-menu',
    isWideOnly: true,
    path: '/help',
    until: 'Help',
    prepare: (page) => page.getByRole('button', { name: 'Account, look and language' }).click(),
  },
  {
    name: 'palette',
    path: '/',
    until: 'Overview',
    prepare: async (page) => {
      await page.keyboard.press('Control+k')
      await page.getByPlaceholder('Find a page').fill('ha')
      await page.locator('[data-selected]', { hasText: 'Harbour Loft' }).waitFor()
    },
  },
]
