// A renewal is at its start plus n cycles, worked out from the start each time, while it is before the end.
import { describeStories } from './support/tell.ts'

describeStories('when a recurring product renews', {
  'a month after 31 January is 28 February, then 31 March, then 30 April': `
    2026-01-31T10:00         kit    product monthly
    2026-02-01                      platform-invoice
    2026-02-28T10:00         count  nobody
    2026-02-28T10:00:00.001  count  kit:recurring_product
    2026-03-01                      platform-invoice
    2026-03-31T10:00         count  nobody
    2026-03-31T10:00:00.001  count  kit:recurring_product
    2026-04-01                      platform-invoice
    2026-04-30T10:00         count  nobody
    2026-04-30T10:00:00.001  count  kit:recurring_product
  `,
  'a month after 31 January of a leap year is 29 February': `
    2028-01-31T10:00         kit    product monthly
    2028-02-01                      platform-invoice
    2028-02-29T10:00         count  nobody
    2028-02-29T10:00:00.001  count  kit:recurring_product
    2028-03-01                      platform-invoice
    2028-03-30               count  nobody
    2028-03-31T10:00:00.001  count  kit:recurring_product
  `,
  'a month after 30 January is 28 February, and then the 30th again': `
    2026-01-30  kit    product monthly
    2026-03-01         platform-invoice
    2026-03-30  count  nobody
    2026-03-31  count  kit:recurring_product
    2026-04-01         platform-invoice
    2026-04-30  count  nobody
    2026-05-01  count  kit:recurring_product
  `,
  'a product that renews on the last day of the month does so from any day': `
    2026-02-10T10:00         kit    product month-end
    2026-02-20                      platform-invoice
    2026-02-28T10:00         count  nobody
    2026-02-28T10:00:00.001  count  kit:recurring_product
    2026-03-01                      platform-invoice
    2026-03-31T10:00         count  nobody
    2026-03-31T10:00:00.001  count  kit:recurring_product
    2026-04-01                      platform-invoice
    2026-04-30T10:00:00.001  count  kit:recurring_product
  `,
  'a product that renews on every second last day of the month skips one': `
    2026-01-31  kit    product every 2 month-ends
    2026-02-01         platform-invoice
    2026-03-01  count  nobody
    2026-03-31  count  nobody
    2026-04-01  count  kit:recurring_product
  `,
  'two weeks are fourteen days': `
    2026-03-02T10:00         kit    product every 2 weeks
    2026-03-03                      platform-invoice
    2026-03-16T10:00         count  nobody
    2026-03-16T10:00:00.001  count  kit:recurring_product
    2026-03-17                      platform-invoice
    2026-03-30T10:00         count  nobody
    2026-03-30T10:00:00.001  count  kit:recurring_product
  `,
  'a week is seven days, a day one': `
    2026-03-02  kit    product weekly
    2026-03-02  ben    product daily
    2026-03-02  dov    product every 10 days
    2026-03-03  loft   platform-invoice
    2026-03-04  count  ben:recurring_product
    2026-03-09  count  ben:recurring_product
    2026-03-10  count  ben:recurring_product kit:recurring_product
    2026-03-13  count  ben:recurring_product dov:recurring_product kit:recurring_product
  `,
  'a year after 29 February is 28 February, and 29 February again in the next leap year': `
    2024-02-29T10:00         kit    product yearly
    2024-03-01                      platform-invoice
    2025-02-28T10:00         count  nobody
    2025-02-28T10:00:00.001  count  kit:recurring_product
    2025-03-01                      platform-invoice
    2028-02-01                      platform-invoice
    2028-02-29T10:00         count  nobody
    2028-02-29T10:00:00.001  count  kit:recurring_product
  `,
  'every third month skips two': `
    2026-01-31  kit    product every 3 months
    2026-02-01         platform-invoice
    2026-04-29  count  nobody
    2026-04-30  count  nobody
    2026-04-30T12:00  count  kit:recurring_product
    2026-05-01         platform-invoice
    2026-07-31  count  nobody
    2026-08-01  count  kit:recurring_product
  `,
  'a product that was sold ten years ago still renews on its day': `
    2016-03-31  kit    product monthly
    2026-03-01         platform-invoice
    2026-03-31  count  nobody
    2026-03-31T00:00:00.001  count  kit:recurring_product
  `,
  'a window longer than a cycle holds a renewal whenever it began': `
    2026-01-10  kit    product monthly
    2026-01-20         platform-invoice
    2026-02-09  count  nobody
    2026-06-01  count  kit:recurring_product
    2026-06-01  why    kit  recurring_product.renewed counts; recurring_product.sold before window
  `,
  'a window between two renewals holds none': `
    2026-01-10               kit  product monthly
    2026-02-10T00:00:00.001       platform-invoice
    2026-03-10               count  nobody
    2026-03-10T00:00:00.001  count  kit:recurring_product
  `,
})

describeStories('from when until when a recurring product renews', {
  'renewals begin at their own start, and the sale counts beside them': `
    2026-03-02  kit    product monthly from 2026-04-15
    2026-03-10  count  kit:recurring_product
    2026-04-01         platform-invoice
    2026-04-15  count  nobody
    2026-04-15T00:00:00.001  count  kit:recurring_product
    2026-05-01         platform-invoice
    2026-05-15  count  nobody
    2026-05-16  count  kit:recurring_product
  `,
  'renewals that were to begin before the sale are renewals all the same': `
    2026-01-15  loft   location
    2026-03-02  kit    product monthly from 2026-01-20
    2026-02-01  loft   platform-invoice
    2026-01-31  count  kit:recurring_product
    2026-02-20  count  nobody
    2026-02-21  count  kit:recurring_product
  `,
  'a renewal at the very end of the repeat does not happen': `
    2026-01-10  kit    product monthly until 2026-03-10
    2026-02-01         platform-invoice
    2026-02-11  count  kit:recurring_product
    2026-03-01         platform-invoice
    2026-03-11  count  nobody
    2026-04-11  count  nobody
  `,
  'a renewal one millisecond before the end of the repeat happens, and is the last': `
    2026-01-10  kit    product monthly until 2026-03-10T00:00:00.001
    2026-03-01         platform-invoice
    2026-03-10  count  nobody
    2026-03-11  count  kit:recurring_product
    2026-04-01         platform-invoice
    2026-04-11  count  nobody
  `,
  'a renewal one millisecond after the end of the repeat does not happen': `
    2026-01-10  kit    product monthly until 2026-03-09T23:59:59.999
    2026-03-01         platform-invoice
    2026-03-11  count  nobody
  `,
  'a repeat that ended by the sale leaves nothing that counts': `
    2026-03-02  kit    product monthly until 2026-03-02
    2026-03-02  ben    product monthly until 2026-02-01
    2026-03-10  count  nobody
    2026-04-10  count  nobody
  `,
  'a repeat that ends one millisecond after the sale leaves the sale': `
    2026-03-02  kit    product monthly until 2026-03-02T00:00:00.001
    2026-03-10  count  kit:recurring_product
    2026-04-01         platform-invoice
    2026-04-10  count  nobody
  `,
  'a repeat that ends before its first renewal leaves the sale': `
    2026-03-02  kit    product monthly from 2026-05-01 until 2026-04-20
    2026-03-10  count  kit:recurring_product
    2026-04-01         platform-invoice
    2026-05-10  count  nobody
  `,
  'a product that was removed where it came from, and an invoice, counted until then': `
    2026-01-10               kit    product monthly
    2026-02-01                      platform-invoice
    2026-02-12               ben    product monthly
    2026-02-12               ana    invoice
    2026-02-20T10:00         kit    product removed
    2026-02-20T10:00         ben    product removed
    2026-02-20T10:00         ana    invoice removed
    2026-02-20T09:59:59.999  count  ana:customer_invoice ben:recurring_product kit:recurring_product
    2026-02-20T10:00         count  nobody
    2026-03-01                      platform-invoice
    2026-03-20               count  nobody
  `,
  'a repeat whose end a later import tells renewed until then': `
    2026-01-10  kit    product monthly
    2026-02-01         platform-invoice
    2026-03-01         platform-invoice
    2026-03-15         import
    2026-02-11  count  kit:recurring_product
    2026-03-11  count  kit:recurring_product
    2026-03-20  kit    product ended
    2026-04-01         platform-invoice
    2026-04-15         import
    2026-04-11  count  nobody
  `,
})
