/** What the inputs of several tools share. */
import { z } from 'zod'
import { AskedInstant } from '#lib/asked-instant'
import { LARGEST_INT } from '#lib/largest-int'

const Name = z.string().min(1).max(500)

export const Network = Name.describe('Network: id, external id or exact name (list_networks has them).')
export const Location = Name.describe(
  'Location: id, external id or exact name (count_active_users has them).',
)
export const Customer = Name.describe('Customer: id, external id or exact name (find_customers has them).')
export const Names = z.array(Name).max(100)
export const AsOf = AskedInstant.optional().describe('The instant that is asked about; default now.')
export const InvoiceNumber = z
  .int()
  .min(1)
  .max(LARGEST_INT)
  .describe('Number of a platform invoice (list_platform_invoices has them).')
export const Rows = z.int().min(1).max(200).optional().describe('Rows at most; default 50.')
