/** The verbs of price plans and of how locations are billed, bound to one database. */
import {
  getLocationBilling,
  type LocationBilling,
  type LocationBillingOptions,
} from '#services/billing/get-terms'
import {
  type BillingAnchorSet,
  type SetBillingAnchorOptions,
  setBillingAnchor,
} from '#services/billing/set-anchor'
import type { Context } from '#services/context'
import {
  type AssignPricePlanOptions,
  assignPricePlan,
  type PricePlanAssigned,
} from '#services/price-plans/assign'
import {
  type AssignedToMany,
  type AssignToManyOptions,
  assignPricePlanToMany,
} from '#services/price-plans/assign-to-many'
import { readPricePlanFile } from '#services/price-plans/check'
import {
  getPricePlan,
  listPricePlans,
  type PreviewOptions,
  type PricePlanDetails,
  type PricePlanListed,
  type PricePreview,
  previewPrice,
} from '#services/price-plans/read'
import {
  createPricePlan,
  importPricePlan,
  type PricePlanSaved,
  type RevisePricePlanOptions,
  revisePricePlan,
  type SavePricePlanOptions,
} from '#services/price-plans/save'

export interface PricePlanVerbs {
  /** Makes a price plan of a new name. */
  createPricePlan(options: SavePricePlanOptions): Promise<PricePlanSaved>
  /** Adds a version to a price plan. */
  revisePricePlan(options: RevisePricePlanOptions): Promise<PricePlanSaved>
  /** Makes the plan, or adds a version where one of its name says something else. */
  importPricePlan(options: SavePricePlanOptions): Promise<PricePlanSaved>
  /** The same, from a file. */
  importPricePlanFile(
    path: string,
    options?: Pick<SavePricePlanOptions, 'validFrom'>,
  ): Promise<PricePlanSaved>
  listPricePlans(): Promise<readonly PricePlanListed[]>
  /** One price plan with its versions, by id or exact name. */
  getPricePlan(pricePlan: string): Promise<PricePlanDetails>
  /** Prices a number under a plan that need not be kept anywhere. */
  previewPrice(options: PreviewOptions): Promise<PricePreview>
  /** Gives a location a price plan from an instant on. */
  assignPricePlan(options: AssignPricePlanOptions): Promise<PricePlanAssigned>
  /** Gives locations a price plan, all or none, and tells what it changes of their coming charges. */
  assignPricePlanToMany(options: AssignToManyOptions): Promise<AssignedToMany>
  /** Sets when a location is invoiced. */
  setBillingAnchor(options: SetBillingAnchorOptions): Promise<BillingAnchorSet>
  getLocationBilling(options: LocationBillingOptions): Promise<LocationBilling>
}

export function pricePlanVerbs(context: Context): PricePlanVerbs {
  return {
    createPricePlan: (options) => createPricePlan(context, options),
    revisePricePlan: (options) => revisePricePlan(context, options),
    importPricePlan: (options) => importPricePlan(context, options),
    importPricePlanFile: async (path, options) =>
      importPricePlan(context, { ...options, plan: await readPricePlanFile(path) }),
    listPricePlans: () => listPricePlans(context),
    getPricePlan: (pricePlan) => getPricePlan(context, pricePlan),
    previewPrice: (options) => previewPrice(context, options),
    assignPricePlan: (options) => assignPricePlan(context, options),
    assignPricePlanToMany: (options) => assignPricePlanToMany(context, options),
    setBillingAnchor: (options) => setBillingAnchor(context, options),
    getLocationBilling: (options) => getLocationBilling(context, options),
  }
}
