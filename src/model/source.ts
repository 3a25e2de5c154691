/** The five conditions under which a customer is an active user, in the order of the help article. */
export const SOURCES = ['contract', 'booking', 'customer_invoice', 'recurring_product', 'team'] as const
export type Source = (typeof SOURCES)[number]

/** One bit a source: a customer's sources travel through SQL as one small integer. */
export const SOURCE_BITS = {
  contract: 1,
  team: 2,
  booking: 4,
  customer_invoice: 8,
  recurring_product: 16,
} as const satisfies Record<Source, number>

/**
 * Ride along with the source bits in the count and are no sources, above the running numbers of kinds. Suspended or
 * archived at the instant, which silences some sources.
 */
export const SUSPENDED_BIT = 1 << 20

/** Pays for others at the location, or is paid for. The highest of all: a mask that is not less holds it. */
export const IN_TEAM_BIT = 1 << 21

/** The sources whose bit is set, in the order of {@link SOURCES}. */
export function sourcesOf(mask: number): Source[] {
  return SOURCES.filter((source) => (mask & SOURCE_BITS[source]) !== 0)
}

export function isSource(text: string): text is Source {
  return (SOURCES as readonly string[]).includes(text)
}
