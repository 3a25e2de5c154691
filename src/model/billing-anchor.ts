/** When a location is billed: a first cut-off on its own clock, and how often one comes. */
export const ANCHOR_STEPS = { month: 1, quarter: 3, year: 12 } as const satisfies Record<string, number>
export type AnchorStep = keyof typeof ANCHOR_STEPS

export interface BillingAnchor {
  /** The day of the first cut-off at the location, such as 2026-01-31. */
  readonly startsOn: string
  /** On the location's clock, such as 09:30. */
  readonly localTime: string
  readonly every: AnchorStep
}
