/** `pending` waits for the next invoice, `billed` stands on one, `lapsed` is about an invoice that is void now. */
export const SUPPLEMENT_STATES = ['pending', 'billed', 'withdrawn', 'lapsed'] as const
export type SupplementState = (typeof SUPPLEMENT_STATES)[number]

/** Whether today’s records would have added somebody to an invoice, or taken him off. */
export const ADJUSTMENT_CHANGES = ['added', 'removed'] as const
export type AdjustmentChange = (typeof ADJUSTMENT_CHANGES)[number]

/**
 * `open`: nothing was agreed about him. `agreed`: by a supplement that stands. `taken_back`: it was agreed,
 * and today’s records no longer say so.
 */
export const ADJUSTMENT_STATES = ['open', 'agreed', 'taken_back'] as const
export type AdjustmentState = (typeof ADJUSTMENT_STATES)[number]
