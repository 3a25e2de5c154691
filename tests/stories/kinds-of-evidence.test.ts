// Each kind of evidence of rule set 2024-01: those that count, those that count and may be disputed, and the others.
import { describeStories } from './support/tell.ts'

describeStories('kinds of contracts', {
  'a running contract counts': `
    2026-02-02  ada    contract
    2026-03-01         platform-invoice
    2026-03-10  count  ada:contract
    2026-03-10  why    ada  contract.running counts
  `,
  'a contract that starts in the future counts, and is a running one from its start': `
    2026-03-02  ada    contract starts 2026-04-01
    2026-03-31  count  ada:contract
    2026-03-31  why    ada  contract.future_start counts
    2026-04-01  count  ada:contract
    2026-04-01  why    ada  contract.running counts
  `,
  'a free contract counts': `
    2026-03-02  ada    contract free
    2026-03-10  why    ada  contract.free counts
    2026-03-10  count  ada:contract
  `,
  'a free contract that starts in the future counts as a future one': `
    2026-03-02  ada    contract free starts 2026-04-01
    2026-03-10  count  ada:contract
    2026-03-10  why    ada  contract.future_start counts
  `,
  'a frozen contract counts, and is disputable': `
    2026-03-02  ada    contract
    2026-03-05  ada    contract frozen until 2026-05-01
    2026-03-10  count  ada:contract
    2026-03-10  why    ada  contract.frozen is disputable
  `,
  'a contract is frozen from the first instant of its pause until before the last': `
    2026-03-02               ada  contract free
    2026-03-05               ada  contract frozen until 2026-03-20
    2026-03-04T23:59:59.999  why  ada  contract.free counts
    2026-03-05               why  ada  contract.frozen is disputable
    2026-03-19T23:59:59.999  why  ada  contract.frozen is disputable
    2026-03-20               why  ada  contract.free counts
    2026-03-10               count     ada:contract
  `,
  'a contract that is frozen without an end counts': `
    2026-03-02  ada    contract
    2026-03-05  ada    contract frozen
    2027-03-10  count  ada:contract
    2027-03-10  why    ada  contract.frozen is disputable
  `,
  'a frozen contract that is cancelled does not count': `
    2026-03-02  ada    contract
    2026-03-05  ada    contract frozen until 2026-05-01
    2026-03-08  ada    contract cancelled
    2026-03-10  count  nobody
    2026-03-10  why    ada  contract.ended contract ended
  `,
  'a frozen contract of a suspended customer does not count': `
    2026-03-02  ada    contract
    2026-03-05  ada    contract frozen
    2026-03-08  ada    suspended
    2026-03-10  count  nobody
    2026-03-10  why    ada  contract.frozen customer suspended
  `,
})

describeStories('kinds of bookings', {
  'a booking counts, a free one and one that awaits approval as well, the last disputably': `
    2026-03-01         platform-invoice
    2026-03-02  ben    booking
    2026-03-02  cara   booking free
    2026-03-02  dov    booking tentative
    2026-03-10  count  ben:booking cara:booking dov:booking
    2026-03-10  why    ben   booking.made counts
    2026-03-10  why    cara  booking.free counts
    2026-03-10  why    dov   booking.tentative is disputable
  `,
  'a cancelled booking does not count, whatever it was before': `
    2026-03-01         platform-invoice
    2026-03-02  ben    booking
    2026-03-02  cara   booking free
    2026-03-02  dov    booking tentative
    2026-03-03  ben    booking cancelled
    2026-03-03  cara   booking cancelled
    2026-03-03  dov    booking cancelled
    2026-03-10  count  nobody
    2026-03-10  why    ben   booking.cancelled cancelled
    2026-03-10  why    cara  booking.cancelled cancelled
    2026-03-10  why    dov   booking.cancelled cancelled
  `,
  'one booking that stands is enough beside others that were cancelled': `
    2026-03-01         platform-invoice
    2026-03-02  ben    booking
    2026-03-03  ben    booking cancelled
    2026-03-04  ben    booking free
    2026-03-10  count  ben:booking
    2026-03-10  why    ben  booking.cancelled cancelled; booking.free counts
  `,
})

describeStories('kinds of customer invoices', {
  'an issued invoice counts': `
    2026-03-02  ben    invoice
    2026-03-10  count  ben:customer_invoice
    2026-03-10  why    ben  customer_invoice.issued counts
  `,
  'an invoice of zero counts, and is disputable': `
    2026-03-02  ben    invoice zero-value
    2026-03-10  count  ben:customer_invoice
    2026-03-10  why    ben  customer_invoice.zero_value is disputable
  `,
  'an invoice cancelled by a credit note counts, and is disputable': `
    2026-03-02  ben    invoice credited
    2026-03-03  ben    invoice credit-note
    2026-03-10  count  ben:customer_invoice
    2026-03-10  why    ben  customer_invoice.credited is disputable; customer_invoice.credit_note kind does not count
  `,
  'an invoice for event tickets alone does not count': `
    2026-03-02  ben    invoice tickets-only
    2026-03-10  count  nobody
    2026-03-10  why    ben  customer_invoice.tickets_only kind does not count
  `,
  'a draft does not count': `
    2026-03-02  ben    invoice draft
    2026-03-10  count  nobody
    2026-03-10  why    ben  customer_invoice.draft kind does not count
  `,
  'a void invoice does not count': `
    2026-03-02  ben    invoice
    2026-03-03  ben    invoice void
    2026-03-10  count  nobody
    2026-03-10  why    ben  customer_invoice.void kind does not count
  `,
  'a credit note alone does not count': `
    2026-03-02  ben    invoice credit-note
    2026-03-10  count  nobody
    2026-03-10  why    ben  customer_invoice.credit_note kind does not count
  `,
})

describeStories('kinds of recurring products', {
  'the sale of a recurring product counts': `
    2026-03-01         platform-invoice
    2026-03-02  kit    product
    2026-03-10  count  kit:recurring_product
    2026-03-10  why    kit  recurring_product.sold counts
  `,
  'the renewal of a recurring product counts': `
    2025-11-05  kit    product
    2026-02-01         platform-invoice
    2026-03-01         platform-invoice
    2026-03-10  count  kit:recurring_product
    2026-03-10  why    kit  recurring_product.renewed counts; recurring_product.renewed before window
  `,
  'a recurring product that had ended by its sale does not count': `
    2026-03-01         platform-invoice
    2026-03-02  kit    product until 2026-03-02
    2026-03-10  count  nobody
  `,
  'a one-off product does not count': `
    2026-03-01         platform-invoice
    2026-03-02  kit    product once
    2026-03-10  count  nobody
    2026-03-10  why    kit  recurring_product.one_off kind does not count
  `,
})

describeStories('several sources', {
  'a customer with every source of his own is one active user with four sources': `
    2026-03-01         platform-invoice
    2026-03-02  ana    contract
    2026-03-03  ana    booking
    2026-03-04  ana    invoice
    2026-03-05  ana    product
    2026-03-10  count  ana:contract+booking+customer_invoice+recurring_product
  `,
  'a customer with every source is one active user with five': `
    2026-02-01  north  team of ana, ben paid by ben
    2026-03-01         platform-invoice
    2026-03-01  ben    contract
    2026-03-02  ana    contract
    2026-03-03  ana    booking
    2026-03-04  ana    invoice
    2026-03-05  ana    product
    2026-03-10  count  ana:contract+booking+customer_invoice+recurring_product+team ben:contract
  `,
  'two contracts and three bookings are still one active user': `
    2026-03-02  ana    contract
    2026-03-02  ana    contract free
    2026-03-03  ana    booking
    2026-03-04  ana    booking
    2026-03-05  ana    booking tentative
    2026-03-10  count  ana:contract+booking
  `,
})
