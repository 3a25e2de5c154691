// Both sides of every edge of a window: a millisecond is the smallest step that records tell apart.
import { describeStories } from './support/tell.ts'

describeStories('the start of a window', {
  'a fact at the very instant of the platform invoice belongs to the next window': `
    2026-03-10                      platform-invoice
    2026-03-10               ben    booking
    2026-03-10               count  nobody
    2026-03-10               invoiced  nobody
    2026-03-10T00:00:00.001  count  ben:booking
    2026-04-10               invoiced  ben:booking
  `,
  'a fact one millisecond before the platform invoice belongs to the window that it closes': `
    2026-03-10                      platform-invoice
    2026-03-09T23:59:59.999  ben    booking
    2026-03-10               invoiced  ben:booking
    2026-03-10               count  nobody
    2026-03-10T00:00:00.001  count  nobody
    2026-03-11               why    ben  booking.made before window
  `,
  'an invoice, a sale and a renewal at the very instant of the platform invoice belong to the next window': `
    2026-03-10                      platform-invoice
    2026-03-10               cara   invoice
    2026-03-10               dov    product
    2026-02-10               kit    product
    2026-03-10               invoiced  kit:recurring_product
    2026-03-10               count  nobody
    2026-03-10T00:00:00.001  count  cara:customer_invoice dov:recurring_product kit:recurring_product
  `,
  'an invoice, a sale and a renewal one millisecond before the platform invoice belong to the window before': `
    2026-02-09                      platform-invoice
    2026-03-10                      platform-invoice
    2026-03-09T23:59:59.999  cara   invoice
    2026-03-09T23:59:59.999  dov    product
    2026-02-08T23:59:59.999  kit    product from 2026-02-09T23:59:59.999
    2026-03-10               invoiced  cara:customer_invoice dov:recurring_product kit:recurring_product
    2026-03-10               count  nobody
    2026-03-11               count  nobody
  `,
  'without a platform invoice the window starts with the location': `
    2026-03-01               loft   location
    2026-02-28T23:59:59.999  ben    booking
    2026-03-01               cara   booking
    2026-03-10               count  cara:booking
    2026-03-10               why    ben  nothing
  `,
  'a contract made before its location was created counts all the same': `
    2026-03-01  loft   location
    2026-02-01  ben    contract
    2026-03-10  count  ben:contract
  `,
  'nobody counts by an event before the location is there': `
    2026-03-01  loft   location
    2026-02-01  ben    booking
    2026-02-10  count  nobody
  `,
  'only the last platform invoice before the instant matters': `
    2026-01-01         platform-invoice
    2026-02-01         platform-invoice
    2026-03-01         platform-invoice
    2026-01-15  ana    booking
    2026-02-15  ben    booking
    2026-03-15  cara   booking
    2026-01-31  count  ana:booking
    2026-02-28  count  ben:booking
    2026-03-31  count  cara:booking
    2026-02-01  invoiced  ana:booking
    2026-03-01  invoiced  ben:booking
    2026-02-01  count  nobody
  `,
  'platform invoices can stand out of order in the records': `
    2026-03-01         platform-invoice
    2026-01-01         platform-invoice
    2026-02-01         platform-invoice
    2026-02-15  ben    booking
    2026-02-28  count  ben:booking
    2026-03-28  count  nobody
  `,
  'two platform invoices of one instant are one cut-off': `
    2026-02-01         platform-invoice
    2026-03-01         platform-invoice
    2026-03-01         platform-invoice
    2026-02-15  ben    booking
    2026-03-01  cara   booking
    2026-03-01  invoiced  ben:booking
    2026-03-02  count  cara:booking
  `,
  'platform invoices one millisecond apart leave a window of one instant': `
    2026-03-01                      platform-invoice
    2026-03-01T00:00:00.001         platform-invoice
    2026-03-01               ben    booking
    2026-03-01T00:00:00.001  cara   booking
    2026-03-01T00:00:00.001  invoiced  ben:booking
    2026-03-02               count  cara:booking
  `,
  'a platform invoice of another location cuts nothing off here': `
    2020-01-01  loft   location
    2020-01-01  pier   location
    2026-02-01  loft   platform-invoice
    2026-03-01  pier   platform-invoice
    2026-02-15  ben    booking at loft
    2026-02-15  ben    booking at pier
    2026-03-10  count  ben@loft:booking
  `,
  'a platform invoice still to come cuts nothing off': `
    2026-02-15  ben    booking
    2026-04-01         platform-invoice
    2026-03-31T23:59:59.999  count  ben:booking
    2026-04-01  count  nobody
  `,
  'after a cut-off contracts and teams stay, and window sources start empty': `
    2026-01-01  north  team of ana, ben paid by ana
    2026-02-02  ana    contract
    2026-02-03  ana    booking
    2026-02-03  cara   booking
    2026-02-04  cara   invoice
    2026-02-05  dov    product every 2 months
    2026-03-01         platform-invoice
    2026-03-01  invoiced  ana:contract+booking ben:team cara:booking+customer_invoice dov:recurring_product
    2026-03-01  count  ana:contract ben:team
  `,
  'a team that stood on a window source only is gone after the cut-off': `
    2026-01-01  north  team of ana, ben paid by ana
    2026-02-03  ana    booking
    2026-03-01         platform-invoice
    2026-03-01  invoiced  ana:booking ben:team
    2026-03-01  count  nobody
    2026-03-10  why    ben  team.paying_customer paying customer has no source
  `,
})

describeStories('the end of a window', {
  'a fact at the very instant of the count is not counted yet': `
    2026-03-10               ben    booking
    2026-03-10               cara   invoice
    2026-03-10               dov    product
    2026-03-10               count  nobody
    2026-03-10               why    ben  nothing
    2026-03-10T00:00:00.001  count  ben:booking cara:customer_invoice dov:recurring_product
  `,
  'a fact one millisecond before the count is counted': `
    2026-03-09T23:59:59.999  ben    booking
    2026-03-09T23:59:59.999  cara   invoice
    2026-03-09T23:59:59.999  dov    product
    2026-03-10               count  ben:booking cara:customer_invoice dov:recurring_product
    2026-03-09T23:59:59.999  count  nobody
  `,
  'a state that changes at the very instant of the count has changed': `
    2026-02-01  ana    contract
    2026-02-01  ben    contract
    2026-03-10  ana    suspended
    2026-03-10  ben    contract cancelled
    2026-03-10  cara   contract
    2026-03-09T23:59:59.999  count  ana:contract ben:contract
    2026-03-10  count  cara:contract
  `,
})

describeStories('records that arrive late', {
  'a booking that arrives late is counted where it was made': `
    2026-02-01         platform-invoice
    2026-03-01         platform-invoice
    2026-02-10  ana    customer
    2026-03-02         import
    2026-02-20  counted  nobody
    2026-02-15  ana    booking
    2026-03-05         import
    2026-02-20  count  ana:booking
    2026-03-10  count  nobody
  `,
  'a platform invoice that arrives late moves the start of the window': `
    2026-02-15  ana    booking
    2026-03-05         import
    2026-03-04  counted  ana:booking
    2026-03-01         platform-invoice
    2026-03-10         import
    2026-02-28  count  ana:booking
    2026-03-04  count  nobody
  `,
})

describeStories('since when customers count', {
  'since the first of several bookings of this window, not of the last': `
    2026-02-05  ana    booking
    2026-03-01         platform-invoice
    2026-03-04  ana    booking
    2026-03-06  ana    booking
    2026-03-10  since  ana:2026-03-04
  `,
  'since the first of several contracts that are still there': `
    2026-01-05  ana    contract until 2026-03-05
    2026-02-05  ana    contract
    2026-02-06  ana    contract free
    2026-03-10  since  ana:2026-02-05
  `,
})
