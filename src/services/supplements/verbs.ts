/** The verbs of supplements, bound to one database. */
import type { Context } from '#services/context'
import { type AgreeSupplementOptions, agreeSupplement } from '#services/supplements/agree'
import { type ListSupplementsOptions, listSupplements } from '#services/supplements/list'
import type { Supplement } from '#services/supplements/rows'
import { type WithdrawSupplementOptions, withdrawSupplement } from '#services/supplements/withdraw'

export interface SupplementVerbs {
  /** Puts what late records make of an invoice on the next one of its location. */
  agreeSupplement(options: AgreeSupplementOptions): Promise<Supplement>
  listSupplements(options: ListSupplementsOptions): Promise<readonly Supplement[]>
  /** Withdraws a supplement that still waits. */
  withdrawSupplement(options: WithdrawSupplementOptions): Promise<Supplement>
}

export function supplementVerbs(context: Context): SupplementVerbs {
  return {
    agreeSupplement: (options) => agreeSupplement(context, options),
    listSupplements: (options) => listSupplements(context, options),
    withdrawSupplement: (options) => withdrawSupplement(context, options),
  }
}
