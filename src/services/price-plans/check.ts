/** A price plan, and a choice of its add-ons, as somebody gave them. */
import { readFile } from 'node:fs/promises'
import {
  type AddOnUnits,
  addOnFaults,
  type PlanFault,
  type PricePlan,
  readPricePlan,
} from '#billing/price-plan'
import { HeadcountError } from '#errors'
import { unreadable } from '#lib/file-fault'
import { quoted } from '#lib/quote'

/** @throws PRICE_PLAN_INVALID that lists every fault */
export function checkPricePlan(_name: string, value: unknown): PricePlan {
  const read = readPricePlan(value)
  if ('plan' in read) return read.plan
  throw invalid(read.faults, 'The price plan')
}

/** @throws PRICE_PLAN_INVALID */
export function checkAddOns(plan: PricePlan, addOns: AddOnUnits): void {
  const faults = addOnFaults(plan, addOns)
  if (faults.length > 0) throw invalid(faults, 'The choice of add-ons')
}

/** Add-ons as a map of whole numbers; which of them there are is known only with their plan. */
export function addOnUnits(name: string, value: unknown): AddOnUnits {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (isMap && Object.values(value).every(Number.isInteger)) return value as AddOnUnits
  throw new HeadcountError('INVALID_ARGUMENT', `${name} must be numbers of units by the id of the add-on.`)
}

/** @throws PRICE_PLAN_FILE, PRICE_PLAN_INVALID */
export async function readPricePlanFile(path: string): Promise<PricePlan> {
  return checkPricePlan(path, await readJson(path))
}

async function readJson(path: string): Promise<unknown> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new HeadcountError('PRICE_PLAN_FILE', `The file ${quoted(path)} ${unreadable(error).message}.`)
  })
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new HeadcountError('PRICE_PLAN_FILE', `The file ${quoted(path)} is no JSON.`)
  }
}

const MOST_TOLD = 5

function invalid(faults: readonly PlanFault[], what: string): HeadcountError {
  const told = faults.slice(0, MOST_TOLD).map(({ path, message }) => `${path} ${message}`)
  const more = faults.length > MOST_TOLD ? `; and ${faults.length - MOST_TOLD} more` : ''
  return new HeadcountError('PRICE_PLAN_INVALID', `${what} cannot be used: ${told.join('; ')}${more}.`, {
    fields: faults,
  })
}
