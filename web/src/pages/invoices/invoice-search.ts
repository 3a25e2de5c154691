/** What the address of a platform invoice’s page holds. */
import { SOURCES } from '../../components/source-label'

export const PARTS = ['invoice', 'list', 'difference', 'adjustments'] as const
export type Part = (typeof PARTS)[number]

export type InvoiceSearch = {
  part?: Part | undefined
  source?: (typeof SOURCES)[number] | undefined
  search?: string | undefined
  /** Whose evidence is open. */
  customer?: number | undefined
  /** What is compared with: an instant, or another invoice; without either, now. */
  as_of?: string | undefined
  against?: number | undefined
  reason?: string | undefined
}

export function readInvoiceSearch(given: Record<string, unknown>): InvoiceSearch {
  const { search, customer, as_of: asOf, against, reason } = given
  const part = PARTS.find((one) => one === given.part)
  const source = SOURCES.find((one) => one === given.source)
  return {
    ...(part !== undefined && part !== 'invoice' && { part }),
    ...(source !== undefined && { source }),
    ...(search !== undefined && String(search) !== '' && { search: String(search).slice(0, 200) }),
    ...(isNumber(customer) && { customer }),
    ...(typeof asOf === 'string' && !Number.isNaN(Date.parse(asOf)) && { as_of: asOf }),
    ...(isNumber(against) && { against }),
    ...(typeof reason === 'string' && { reason: reason.slice(0, 50) }),
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
}
