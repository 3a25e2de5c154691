/**
 * What a location's own bills tell of its price: a base fee that covers some active users, and one price
 * for each after them, or two where no one price makes as many of the bills. Nothing is told that another
 * plan of this family could contradict. Pure.
 */
import { type TwoPrices, twoPricesOf } from '#billing/infer-tiers'
import type { PricePlan } from '#billing/price-plan'
import { fromMinor } from '#model/money'

/** What was asked, before discount and tax, for a number of active users. */
export interface BilledPoint {
  readonly bill: string
  readonly count: number
  readonly amountMinor: number
}

/** Least and most that fit; `most` is null where nothing limits it. */
export interface Limits {
  readonly least: number
  readonly most: number | null
}

export interface InferredPlan {
  /**
   * `determined`: every number from `from` on has one price only. `undetermined`: the bills fit several
   * plans. `contradictory`: no plan of the family fits more than half of them.
   */
  readonly state: 'determined' | 'undetermined' | 'contradictory'
  /** Makes exactly the amounts of the bills in `fitting`; null unless determined. */
  readonly plan: PricePlan | null
  /** The fewest and most active users among the bills that fit; beyond them the plan only goes on. */
  readonly from: number | null
  readonly until: number | null
  /** The fewest active users whose price is known by the plan: below them another base fee may hold. */
  readonly pricedFrom: number | null
  readonly unitPriceMinor: Limits | null
  readonly includedActiveUsers: Limits | null
  /** Bills that the plan makes to the minor unit, and those that it does not. */
  readonly fitting: readonly string[]
  readonly others: readonly string[]
}

/** Flat until a number of active users, then a line. */
interface Shape {
  /** Amount of the flat part; null where no bill lies on it. */
  readonly flatMinor: number | null
  readonly unitMinor: number
  /** Any point of the line. */
  readonly at: { readonly count: number; readonly amountMinor: number }
}

/** Fewer different numbers cannot tell a line from a bend. */
const FEWEST_ON_A_LINE = 3
const FEWEST_AFTER_A_BEND = 2

export function inferPlan(points: readonly BilledPoint[], currency: string, digits: number): InferredPlan {
  const best = shapesOf(points)
    .map((shape) => ({ shape, fitting: points.filter((point) => isOn(shape, point)) }))
    .sort((a, b) => b.fitting.length - a.fitting.length)[0]
  const flat = flattest(points)
  const fitting = best === undefined || best.fitting.length <= flat.length ? flat : best.fitting
  const tiers = twoPricesOf(points)
  if (tiers !== null && tiers.fitting.length > Math.max(fitting.length, points.length / 2)) {
    return ofTwoPrices(tiers, points, { currency, digits })
  }
  const isMostOfThem = fitting.length * 2 > points.length
  if (!isMostOfThem && !couldBeOnePlan(points)) return told('contradictory', points, [])
  if (best === undefined || fitting === flat || !isMostOfThem) return ofFlat(points, flat)
  return ofShape(best.shape, points, fitting, { currency, digits })
}

function ofShape(
  shape: Shape,
  points: readonly BilledPoint[],
  fitting: readonly BilledPoint[],
  money: { readonly currency: string; readonly digits: number },
): InferredPlan {
  const numbers = [...new Set(fitting.map(({ count }) => count))].sort((a, b) => a - b)
  const hasBend = shape.flatMinor !== null
  const onLine = numbers.filter((count) => isOnLine(shape, count))
  if (onLine.length < (hasBend ? FEWEST_AFTER_A_BEND : FEWEST_ON_A_LINE)) {
    const least = steepestOf(fitting)
    return { ...told('undetermined', points, fitting), unitPriceMinor: { least, most: null } }
  }
  const first = numbers[0] ?? 0
  const bend = bendOf(shape)
  return {
    ...told('determined', points, fitting),
    plan: planOf(shape, first, money),
    pricedFrom: hasBend ? 0 : first,
    unitPriceMinor: { least: shape.unitMinor, most: shape.unitMinor },
    includedActiveUsers: hasBend
      ? { least: bend, most: bend }
      : { least: Math.max(0, Math.ceil(bend)), most: first },
  }
}

function ofTwoPrices(
  { firstMinor, thenMinor, upTo, priceOf, fitting }: TwoPrices,
  points: readonly BilledPoint[],
  { currency, digits }: { readonly currency: string; readonly digits: number },
): InferredPlan {
  const first = Math.min(...fitting.map(({ count }) => count))
  const coveredAtLeast = Math.ceil(first - priceOf(first) / firstMinor)
  const tiers = [
    { upTo: upTo - first, unitPrice: fromMinor(firstMinor, digits) },
    { upTo: null, unitPrice: fromMinor(thenMinor, digits) },
  ]
  return {
    ...told('determined', points, fitting),
    plan: {
      ...{ name: 'Inferred from bills', currency, baseFee: fromMinor(priceOf(first), digits) },
      ...{ includedActiveUsers: first, usage: { model: 'graduated', tiers } },
    },
    pricedFrom: first,
    unitPriceMinor: { least: Math.min(firstMinor, thenMinor), most: Math.max(firstMinor, thenMinor) },
    includedActiveUsers: { least: Math.max(0, coveredAtLeast), most: first },
  }
}

/** Every line through two bills, by itself and with each amount that could lie flat before it. */
function shapesOf(points: readonly BilledPoint[]): Shape[] {
  const shapes = new Map<string, Shape>()
  for (const at of points) {
    for (const after of points) {
      const unitMinor = (after.amountMinor - at.amountMinor) / (after.count - at.count)
      if (after.count <= at.count || !Number.isSafeInteger(unitMinor) || unitMinor <= 0) continue
      const line = `${unitMinor} ${at.amountMinor - at.count * unitMinor}`
      shapes.set(line, { unitMinor, at, flatMinor: null })
      for (const { count, amountMinor } of points) {
        const bend = bendOf({ unitMinor, at, flatMinor: amountMinor })
        if (!Number.isInteger(bend) || bend > at.count || count >= bend) continue
        shapes.set(`${line} ${amountMinor}`, { unitMinor, at, flatMinor: amountMinor })
      }
    }
  }
  return [...shapes.values()]
}

function isOn(shape: Shape, { count, amountMinor }: BilledPoint): boolean {
  return priceBy(shape, count) === amountMinor
}

function priceBy(shape: Shape, count: number): number {
  const onLine = shape.at.amountMinor + (count - shape.at.count) * shape.unitMinor
  return shape.flatMinor === null ? onLine : Math.max(shape.flatMinor, onLine)
}

function isOnLine(shape: Shape, count: number): boolean {
  return shape.flatMinor === null || priceBy(shape, count) > shape.flatMinor
}

/** Up to where the flat part covers; where there is none, where the line begins at nothing. */
function bendOf({ flatMinor, unitMinor, at }: Shape): number {
  return at.count - (at.amountMinor - (flatMinor ?? 0)) / unitMinor
}

/** The most bills of one amount, whatever their numbers. */
function flattest(points: readonly BilledPoint[]): readonly BilledPoint[] {
  const groups = points.map(({ amountMinor }) => points.filter((point) => point.amountMinor === amountMinor))
  return groups.sort((a, b) => b.length - a.length)[0] ?? []
}

/** One amount alone: how many it covers at least, and nothing of the price after them. */
function ofFlat(points: readonly BilledPoint[], flat: readonly BilledPoint[]): InferredPlan {
  const numbers = flat.map(({ count }) => count)
  const isFlat = new Set(numbers).size > 1
  return {
    ...told('undetermined', points, flat),
    includedActiveUsers: isFlat ? { least: Math.max(...numbers), most: null } : null,
  }
}

/** More active users never cost less, and each costs as much as the one before, or the base fee covers him. */
function couldBeOnePlan(points: readonly BilledPoint[]): boolean {
  const slopes = slopesOf(points)
  return slopes.every((slope, at) => slope >= (at === 0 ? 0 : (slopes[at - 1] ?? 0)))
}

/** A bend may lie anywhere before the last bills: the price is at least as steep as the line through them. */
function steepestOf(points: readonly BilledPoint[]): number {
  return Math.max(0, ...slopesOf(points).filter(Number.isFinite))
}

/** From each number to the next; bills of one number with several amounts are a fall. */
function slopesOf(points: readonly BilledPoint[]): number[] {
  const inOrder = [...points].sort((a, b) => a.count - b.count || a.amountMinor - b.amountMinor)
  return inOrder.slice(1).flatMap((after, at) => {
    const before = inOrder[at] ?? after
    const rise = after.amountMinor - before.amountMinor
    if (after.count > before.count) return [rise / (after.count - before.count)]
    return rise === 0 ? [] : [Number.NEGATIVE_INFINITY]
  })
}

function told(
  state: InferredPlan['state'],
  points: readonly BilledPoint[],
  fitting: readonly BilledPoint[],
): InferredPlan {
  const numbers = fitting.map(({ count }) => count)
  return {
    state,
    plan: null,
    from: numbers.length === 0 ? null : Math.min(...numbers),
    until: numbers.length === 0 ? null : Math.max(...numbers),
    pricedFrom: null,
    unitPriceMinor: null,
    includedActiveUsers: null,
    fitting: fitting.map(({ bill }) => bill),
    others: points.filter((point) => !fitting.includes(point)).map(({ bill }) => bill),
  }
}

/** Where the bend is unknown, the price is told from the smallest bill on, as if all before were covered. */
function planOf(
  shape: Shape,
  first: number,
  { currency, digits }: { readonly currency: string; readonly digits: number },
): PricePlan {
  const included = shape.flatMinor === null ? first : bendOf(shape)
  return {
    name: 'Inferred from bills',
    currency,
    baseFee: fromMinor(priceBy(shape, included), digits),
    includedActiveUsers: included,
    usage: { model: 'graduated', tiers: [{ upTo: null, unitPrice: fromMinor(shape.unitMinor, digits) }] },
  }
}
