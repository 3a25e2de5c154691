/**
 * A price plan as it is typed: each field a text, each tier by the last active user of the whole count. What
 * of it is right the server says; here it is only turned into the document and back.
 */
import type { PricePlan } from '../../api/billing'

export const MODELS = ['none', 'graduated', 'volume', 'package'] as const
export type Model = (typeof MODELS)[number]
export const ADD_ON_KINDS = ['fixed', 'per_unit', 'per_active_user'] as const
export const DISCOUNT_KINDS = ['percentage', 'absolute'] as const

export interface TierDraft {
  readonly key: string
  /** Nothing reads it of the last tier, which is open. */
  readonly until: string
  readonly unitPrice: string
  readonly flatFee: string
}

export interface AddOnDraft {
  readonly key: string
  readonly id: string
  /** The id follows the name until it is typed itself. */
  readonly isIdTyped: boolean
  readonly name: string
  readonly kind: (typeof ADD_ON_KINDS)[number]
  readonly amount: string
}

export interface DiscountDraft {
  readonly key: string
  readonly name: string
  readonly kind: (typeof DISCOUNT_KINDS)[number]
  readonly amount: string
}

export interface PlanDraft {
  readonly name: string
  readonly note: string
  readonly currency: string
  readonly baseFee: string
  readonly included: string
  readonly model: Model
  readonly tiers: readonly TierDraft[]
  readonly chargesZero: boolean
  readonly size: string
  readonly price: string
  readonly free: string
  readonly minimum: string
  readonly maximum: string
  readonly freeBelow: string
  /** The key of the add-on with which it is not free; empty for none. */
  readonly unlessAddOn: string
  readonly addOns: readonly AddOnDraft[]
  readonly discounts: readonly DiscountDraft[]
  readonly taxPercent: string
}

let lastKey = 0
export function newKey(): string {
  lastKey += 1
  return `row-${lastKey}`
}

const textOf = (value: string | number | undefined) => (value === undefined ? '' : String(value))

export function draftOf(plan: PricePlan): PlanDraft {
  const { usage, includedActiveUsers = 0 } = plan
  const tiers = usage === undefined || usage.model === 'package' ? [] : usage.tiers
  const packages = usage?.model === 'package' ? usage : undefined
  const addOns = (plan.addOns ?? []).map((addOn) => ({
    ...{ key: newKey(), id: addOn.id, isIdTyped: true, name: addOn.name, kind: addOn.kind },
    amount: String(addOn.kind === 'fixed' ? addOn.fee : addOn.unitPrice),
  }))
  return {
    name: plan.name,
    note: plan.note ?? '',
    currency: plan.currency,
    baseFee: textOf(plan.baseFee),
    included: textOf(plan.includedActiveUsers),
    model: usage?.model ?? 'none',
    tiers: (tiers.length === 0 ? [{ upTo: null }] : tiers).map(({ upTo, ...prices }) => ({
      key: newKey(),
      until: upTo === null ? '' : String(upTo + includedActiveUsers),
      unitPrice: textOf('unitPrice' in prices ? prices.unitPrice : undefined),
      flatFee: textOf('flatFee' in prices ? prices.flatFee : undefined),
    })),
    chargesZero:
      usage !== undefined && usage.model !== 'package' && usage.zeroQuantityChargesFirstFlat === true,
    size: textOf(packages?.size),
    price: textOf(packages?.price),
    free: textOf(packages?.free),
    minimum: textOf(plan.minimum),
    maximum: textOf(plan.maximum),
    freeBelow: textOf(plan.freeBelow?.activeUsers),
    unlessAddOn: addOns.find(({ id }) => id === plan.freeBelow?.unlessAddOn)?.key ?? '',
    addOns,
    discounts: (plan.discounts ?? []).map((discount) => ({
      ...{ key: newKey(), name: discount.name, kind: discount.kind },
      amount: String(discount.kind === 'percentage' ? discount.percent : discount.amount),
    })),
    taxPercent: textOf(plan.taxPercent),
  }
}

/** The document; what is typed wrong stands in it as it was typed, so that the server can say so. */
export function planOf(draft: PlanDraft): PricePlan {
  const { baseFee, minimum, maximum, taxPercent } = draft
  const plan = {
    name: draft.name.trim(),
    ...(draft.note.trim() !== '' && { note: draft.note }),
    currency: draft.currency,
    ...amounts({ baseFee }),
    ...(draft.included !== '' && { includedActiveUsers: whole(draft.included) }),
    ...(draft.model !== 'none' && { usage: usageOf(draft) }),
    ...amounts({ minimum, maximum }),
    ...freeBelowOf(draft),
    ...(draft.addOns.length > 0 && { addOns: draft.addOns.map(addOnOf) }),
    ...(draft.discounts.length > 0 && { discounts: draft.discounts.map(discountOf) }),
    ...amounts({ taxPercent }),
  }
  return plan as PricePlan
}

function usageOf(draft: PlanDraft) {
  const { model, size, price, free } = draft
  if (model === 'package') {
    return { model, size: whole(size), price: decimal(price), ...(free !== '' && { free: whole(free) }) }
  }
  const included = Number(draft.included) || 0
  return {
    model,
    tiers: draft.tiers.map(({ until, unitPrice, flatFee }, at) => ({
      upTo: at === draft.tiers.length - 1 ? null : less(until, included),
      ...amounts({ unitPrice, flatFee }),
    })),
    ...(draft.chargesZero && { zeroQuantityChargesFirstFlat: true }),
  }
}

function freeBelowOf({ freeBelow, unlessAddOn, addOns }: PlanDraft) {
  if (freeBelow === '') return {}
  const id = addOns.find(({ key }) => key === unlessAddOn)?.id
  return { freeBelow: { activeUsers: whole(freeBelow), ...(id !== undefined && { unlessAddOn: id }) } }
}

function addOnOf({ id, name, kind, amount }: AddOnDraft) {
  const price = decimal(amount)
  return { id, name: name.trim(), kind, ...(kind === 'fixed' ? { fee: price } : { unitPrice: price }) }
}

function discountOf({ name, kind, amount }: DiscountDraft) {
  const price = decimal(amount)
  return { name: name.trim(), kind, ...(kind === 'percentage' ? { percent: price } : { amount: price }) }
}

function amounts(fields: Readonly<Record<string, string>>): Record<string, string> {
  const typed = Object.entries(fields).filter(([, text]) => text.trim() !== '')
  return Object.fromEntries(typed.map(([name, text]) => [name, decimal(text)]))
}

/** `12,5` as it is typed where a comma parts the decimals. */
function decimal(text: string): string {
  return text.trim().replace(/^(\d+),(\d+)$/, '$1.$2')
}

function whole(text: string): number | string {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : text
}

function less(text: string, included: number): number | string {
  const value = whole(text)
  return typeof value === 'number' ? value - included : value
}

/** An id as add-ons have them: `Meeting rooms` as `meeting-rooms`. */
export function idOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
}
