/**
 * Where the admin panel of Nexudus shows a record. There is no published list; the addresses are those by
 * which public programs and tests of it open records: `/operations/coworkers/…`,
 * `/operations/coworkers/…/sales/coworkerProducts/…` and `/operations/bookings/…`. Invoices are listed at
 * `/finance/coworkerInvoices`, and a record of any list opens at the list's address and its id; contracts
 * and teams are taken to follow that. An owner can set others.
 */
import type { RecordAddresses } from '#model/record-address'

const PANEL = 'https://dashboard.nexudus.com'

export const NEXUDUS_ADDRESSES: RecordAddresses = {
  customer: `${PANEL}/operations/coworkers/{id}`,
  contract: `${PANEL}/finance/coworkerContracts/{id}`,
  booking: `${PANEL}/operations/bookings/{id}`,
  customer_invoice: `${PANEL}/finance/coworkerInvoices/{id}`,
  recurring_product: `${PANEL}/operations/coworkers/{customer}/sales/coworkerProducts/{id}`,
  team: `${PANEL}/operations/teams/{id}`,
}
