// Bookings and customer invoices are events, but what became of them is a state: it is read as of the instant.
import { describeStories } from './support/tell.ts'

describeStories('bookings', {
  'a booking counts until the instant of its cancellation': `
    2026-03-02               ben    booking
    2026-03-05T10:00         ben    booking cancelled
    2026-03-05T09:59:59.999  count  ben:booking
    2026-03-05T10:00         count  nobody
    2026-03-05T10:00:00.001  count  nobody
    2026-03-04               why    ben  booking.made counts
    2026-03-05T10:00         why    ben  booking.cancelled cancelled
  `,
  'a booking made at the very instant of the platform invoice counts until it is cancelled': `
    2026-03-01               ben    booking
    2026-03-01                      platform-invoice
    2026-03-05               ben    booking cancelled
    2026-03-01T00:00:00.001  count  ben:booking
    2026-03-04               count  ben:booking
    2026-03-05               count  nobody
  `,
  'a booking made at the very instant that is asked about, and cancelled later, does not count yet': `
    2026-03-02               ben    booking
    2026-03-05               ben    booking cancelled
    2026-03-02               count  nobody
    2026-03-02T00:00:00.001  count  ben:booking
  `,
  'a booking cancelled at the very instant of the platform invoice is not on it': `
    2026-02-02  ben    booking
    2026-03-01  ben    booking cancelled
    2026-03-01         platform-invoice
    2026-03-01  invoiced  nobody
  `,
  'a booking cancelled one millisecond after the platform invoice is on it': `
    2026-02-02               ben  booking
    2026-03-01T00:00:00.001  ben  booking cancelled
    2026-03-01                    platform-invoice
    2026-03-01  invoiced  ben:booking
    2026-03-02  count  nobody
  `,
  'a booking that a later import tells as cancelled counted until then': `
    2026-03-02  ben    booking
    2026-03-03         import
    2026-03-03  count  ben:booking
    2026-03-05  ben    booking cancelled
    2026-03-06         import
    2026-03-04  count  ben:booking
    2026-03-05  count  nobody
  `,
  'a booking at one location does not count at another': `
    2020-01-01  loft   location
    2020-01-01  pier   location
    2026-03-02  ben    booking at pier
    2026-03-10  count  ben@pier:booking
    2026-03-10  why    ben at loft  nothing
  `,
  'one customer at two locations is two active users, and one of them ends with a cut-off': `
    2020-01-01  loft   location
    2020-01-01  pier   location
    2026-02-01  pier   platform-invoice
    2026-03-01  loft   platform-invoice
    2026-02-15  ben    booking at loft
    2026-02-15  ben    booking at pier
    2026-02-20  count  ben@loft:booking ben@pier:booking
    2026-03-02  count  ben@pier:booking
    2026-03-02  why    ben at loft  booking.made before window
  `,
})

describeStories('customer invoices', {
  'an invoice of two locations counts at both': `
    2020-01-01  loft   location
    2020-01-01  pier   location
    2020-01-01  yard   location
    2026-03-02  ben    invoice at loft, pier
    2026-03-10  count  ben@loft:customer_invoice ben@pier:customer_invoice
  `,
  'an invoice that a later import tells as void counted until it was voided': `
    2026-03-02  ben    invoice
    2026-03-03         import
    2026-03-03  count  ben:customer_invoice
    2026-03-05  ben    invoice void
    2026-03-10         import
    2026-03-04T23:59:59.999  count  ben:customer_invoice
    2026-03-05  count  nobody
    2026-03-05  why    ben  customer_invoice.void cancelled
  `,
  'an invoice that was voided on an unknown day counted until that was seen': `
    2026-03-02  ben    invoice
    2026-03-03         import
    2026-03-05  ben    invoice void undated
    2026-03-10         import
    2026-03-09T23:59:59.999  count  ben:customer_invoice
    2026-03-10  count  nobody
  `,
  'an invoice voided after the cut-off stays on the platform invoice': `
    2026-02-15  ben    invoice
    2026-03-01         platform-invoice
    2026-03-02         import
    2026-03-01  invoiced  ben:customer_invoice
    2026-03-05  ben    invoice void
    2026-03-10         import
    2026-03-10  count  nobody
  `,
  'an invoice of two locations that was voided is void at both': `
    2020-01-01  loft   location
    2020-01-01  pier   location
    2026-03-02  ben    invoice at loft, pier
    2026-03-03         import
    2026-03-05  ben    invoice void
    2026-03-10         import
    2026-03-04  count  ben@loft:customer_invoice ben@pier:customer_invoice
    2026-03-05  count  nobody
  `,
  'an invoice whose credit note comes later counts as before': `
    2026-03-02  ben    invoice
    2026-03-03         import
    2026-03-03  count  ben:customer_invoice
    2026-03-05  ben    invoice credit-note
    2026-03-06         import
    2026-03-10  count  ben:customer_invoice
  `,
  'whether an invoice is a draft or credited is as it was last read, at every instant': `
    2026-03-02  ben    invoice draft
    2026-03-03         import
    2026-03-03  counted  nobody
    2026-03-05  ben    invoice sent
    2026-03-10         import
    2026-03-03  count  ben:customer_invoice
    2026-03-10  count  ben:customer_invoice
  `,
})
