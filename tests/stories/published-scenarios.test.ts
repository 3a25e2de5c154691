// Each row of the published table of scenarios, in its order. A window begins with the platform invoice of 1 March.
import { describeStories } from './support/tell.ts'

describeStories('published scenarios', {
  'a contact with a non-cancelled contract that starts later counts': `
    2026-03-01        platform-invoice
    2026-03-02  ana   contract starts 2026-12-15
    2026-03-10  count ana:contract
    2026-03-10  why   ana  contract.future_start counts
  `,
})
