/** What the address of a bill’s page holds: whose evidence is open. */
export type BillSearch = { customer?: number | undefined }

export function readBillSearch({ customer }: Record<string, unknown>): BillSearch {
  return typeof customer === 'number' && Number.isSafeInteger(customer) && customer > 0 ? { customer } : {}
}
