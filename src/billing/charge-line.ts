/** What a charge consists of. The library tells of it, so it needs no package’s types. */
export const LINE_KINDS = [
  'base_fee',
  'tier',
  'package',
  'free',
  'minimum',
  'maximum',
  'add_on',
  'discount',
  'supplement',
  'tax',
] as const
export type LineKind = (typeof LINE_KINDS)[number]

export interface ChargeLine {
  readonly kind: LineKind
  /** What is charged, in words. */
  readonly description: string
  /** Active users, packages or units; 1 for what is charged once. */
  readonly quantity: number
  /** Exact decimal of one; null for what has no price of its own, such as a discount. */
  readonly unitPrice: string | null
  /** Exact decimal in addition to quantity × unit price; null where there is none. */
  readonly flatFee: string | null
  /** Whole minor units, such as cents; negative for what is taken off. */
  readonly amountMinor: number
}
