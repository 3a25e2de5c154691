/** Each row of the published table of scenarios, in its order. The window begins with the invoice of 1 March. */

export interface PublishedScenario {
  /** Whom the row is about. */
  readonly about: string
  readonly story: string
}

/** By the sentence that the story proves. */
export const PUBLISHED_SCENARIOS: Readonly<Record<string, PublishedScenario>> = {
  'a contact with a contract that starts later counts': {
    about: 'ada',
    story: `
      2026-03-01         platform-invoice
      2026-03-02  ada    contract starts 2026-12-15
      2026-03-10  count  ada:contract
      2026-03-10  why    ada  contract.future_start counts
  `,
  },
  'a member on a free plan who does nothing counts': {
    about: 'ada',
    story: `
      2026-02-02  ada    contract free
      2026-03-01         platform-invoice
      2026-03-10  count  ada:contract
      2026-03-10  why    ada  contract.free counts
  `,
  },
  'a customer who bought a recurring product, free or paid, counts': {
    about: 'kit',
    story: `
      2026-03-01         platform-invoice
      2026-03-05  kit    product monthly
      2026-03-10  count  kit:recurring_product
      2026-03-10  why    kit  recurring_product.sold counts
  `,
  },
  'a customer who bought a free one-off product does not count': {
    about: 'kit',
    story: `
      2026-03-01         platform-invoice
      2026-03-05  kit    product once
      2026-03-10  count  nobody
      2026-03-10  why    kit  recurring_product.one_off kind does not count
  `,
  },
  'a customer who bought a paid one-off product counts by its invoice': {
    about: 'kit',
    story: `
      2026-03-01         platform-invoice
      2026-03-05  kit    product once
      2026-03-05  kit    invoice
      2026-03-10  count  kit:customer_invoice
      2026-03-10  why    kit  recurring_product.one_off kind does not count; customer_invoice.issued counts
  `,
  },
  'a customer who took a free event ticket has no record that could count': {
    about: 'kit',
    story: `
      2026-03-01         platform-invoice
      2026-03-05  kit    customer
      2026-03-10  count  nobody
      2026-03-10  why    kit  nothing
  `,
  },
  'a customer who paid for an event ticket does not count': {
    about: 'kit',
    story: `
      2026-03-01         platform-invoice
      2026-03-05  kit    invoice tickets-only
      2026-03-10  count  nobody
      2026-03-10  why    kit  customer_invoice.tickets_only kind does not count
  `,
  },
  'a customer who made a free booking counts': {
    about: 'ben',
    story: `
      2026-03-01         platform-invoice
      2026-03-05  ben    booking free
      2026-03-10  count  ben:booking
  `,
  },
  'a customer who made a paid booking counts': {
    about: 'ben',
    story: `
      2026-03-01         platform-invoice
      2026-03-05  ben    booking
      2026-03-10  count  ben:booking
  `,
  },
  'the members of a merged-billing team count when the paying customer has a contract': {
    about: 'ben',
    story: `
      2026-02-01  north  team of ana, ben, cara paid by ana
      2026-02-02  ana    contract
      2026-03-01         platform-invoice
      2026-03-10  count  ana:contract ben:team cara:team
      2026-03-10  why    ben  team.paying_customer counts
  `,
  },
  'the members of a merged-billing team count when the paying customer was invoiced': {
    about: 'ben',
    story: `
      2026-02-01  north  team of ana, ben paid by ana
      2026-03-01         platform-invoice
      2026-03-02  ana    invoice
      2026-03-10  count  ana:customer_invoice ben:team
  `,
  },
  'the members of a merged-billing team count when the paying customer bought a recurring product': {
    about: 'ben',
    story: `
      2026-02-01  north  team of ana, ben paid by ana
      2026-03-01         platform-invoice
      2026-03-02  ana    product
      2026-03-10  count  ana:recurring_product ben:team
  `,
  },
  'the members of a merged-billing team count when the paying customer made a booking': {
    about: 'ben',
    story: `
      2026-02-01  north  team of ana, ben paid by ana
      2026-03-01         platform-invoice
      2026-03-02  ana    booking
      2026-03-10  count  ana:booking ben:team
  `,
  },
  'an idle member of a team without merged billing does not count': {
    about: 'ben',
    story: `
      2026-02-01  north  team of ana, ben paid by ana not merged
      2026-03-01         platform-invoice
      2026-03-02  ana    booking
      2026-03-10  count  ana:booking
      2026-03-10  why    ben  team.paying_customer no merged billing
  `,
  },
  'a customer who was invoiced counts': {
    about: 'cara',
    story: `
      2026-03-01         platform-invoice
      2026-03-05  cara   invoice
      2026-03-10  count  cara:customer_invoice
  `,
  },
  'a customer who was invoiced in the window and suspended afterwards counts': {
    about: 'cara',
    story: `
      2026-03-01         platform-invoice
      2026-03-05  cara   invoice
      2026-03-06  cara   suspended
      2026-03-10  count  cara:customer_invoice
  `,
  },
  'a suspended customer whose contract is the only condition does not count': {
    about: 'cara',
    story: `
      2026-02-02  cara   contract
      2026-03-01         platform-invoice
      2026-03-06  cara   suspended
      2026-03-10  count  nobody
      2026-03-10  why    cara  contract.running customer suspended
  `,
  },
  'a customer who booked at two locations counts at both': {
    about: 'ben',
    story: `
      2020-01-01  loft   location
      2020-01-01  pier   location
      2026-03-01  loft   platform-invoice
      2026-03-01  pier   platform-invoice
      2026-03-05  ben    booking at loft
      2026-03-06  ben    booking at pier
      2026-03-10  count  ben@loft:booking ben@pier:booking
  `,
  },
  'a booking in the last window only does not count': {
    about: 'ben',
    story: `
      2026-02-05  ben    booking
      2026-03-01         platform-invoice
      2026-02-10  count  ben:booking
      2026-03-10  count  nobody
      2026-03-10  why    ben  booking.made before window
  `,
  },
  'an invoice in the last window only does not count': {
    about: 'cara',
    story: `
      2026-02-05  cara   invoice
      2026-03-01         platform-invoice
      2026-02-10  count  cara:customer_invoice
      2026-03-10  count  nobody
      2026-03-10  why    cara  customer_invoice.issued before window
  `,
  },
  'a recurring product in the last window only does not count until it renews': {
    about: 'kit',
    story: `
      2026-02-15  kit    product monthly
      2026-03-01         platform-invoice
      2026-02-20  count  kit:recurring_product
      2026-03-10  count  nobody
      2026-03-16  count  kit:recurring_product
      2026-03-10  why    kit  recurring_product.sold before window
  `,
  },
  'a customer whose contract was cancelled since the last cut-off, with nothing else, does not count': {
    about: 'dov',
    story: `
      2026-02-02  dov    contract
      2026-03-01         platform-invoice
      2026-03-05  dov    contract cancelled
      2026-03-04  count  dov:contract
      2026-03-10  count  nobody
      2026-03-10  why    dov  contract.ended contract ended
  `,
  },
  'a customer whose contract was cancelled since the last cut-off, invoiced in this window, counts by the invoice':
    {
      about: 'dov',
      story: `
      2026-02-02  dov    contract
      2026-03-01         platform-invoice
      2026-03-05  dov    contract cancelled
      2026-03-06  dov    invoice
      2026-03-10  count  dov:customer_invoice
  `,
    },
}
