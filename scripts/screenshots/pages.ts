/** The pages of the panel, as they are pictured. */
import type { Page } from 'playwright-core'

export interface PageShown {
  readonly name: string
  readonly path: string
  /** The heading that tells that the page is there. */
  readonly until: string | RegExp
  /** What is done on it before it is pictured. */
  readonly then?: (page: Page) => Promise<unknown>
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
]

export const PANEL_PAGES: readonly PageShown[] = [{ name: 'overview', path: '/', until: 'Overview' }]
