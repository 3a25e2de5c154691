/**
 * How the demo's locations are billed: a price plan for each currency, and anchors with which the past year
 * can be issued. What was published of prices is the base fee in three currencies; everything else of the
 * plans is synthetic, and they say so.
 */
import { layOut } from '#demo/locations'
import { MONEY, type Place } from '#demo/places'
import { type DemoOptions, planDemo } from '#demo/plan'
import type { BillingAnchor } from '#model/billing-anchor'

type Currency = Place['currency']

export interface DemoBilling {
  readonly locationExternalId: string
  readonly anchor: BillingAnchor
  /** The location's opening. */
  readonly from: Date
  readonly currency: Currency
}

/** For up to 40 active users of a location, November 2021. */
const PUBLISHED: Partial<Record<Currency, number>> = { EUR: 80, GBP: 85, USD: 85 }
const INCLUDED = 40
const POUNDS = { base: 85, firstTier: 1.2, lastTier: 0.9, doors: 0.75 } as const

/** What each location of the demo takes in addition, so that its charge moves below {@link INCLUDED} too. */
export const DEMO_ADD_ONS = { doors: 1 } as const

export function demoBilling(options: DemoOptions): DemoBilling[] {
  return layOut(planDemo(options)).map(({ externalId, anchor, calendar, openingDay, place }) => ({
    locationExternalId: externalId,
    anchor,
    from: new Date(calendar.midnight(openingDay)),
    currency: place.currency,
  }))
}

/** By volume in dollars, so that the demo shows a cliff; graduated elsewhere. */
export function demoPricePlan(currency: Currency) {
  const published = PUBLISHED[currency]
  const amount = (pounds: number) => (pounds * MONEY[currency].perPound).toFixed(MONEY[currency].digits)
  const source =
    published === undefined
      ? 'Everything in this plan is synthetic'
      : `${currency} ${published} for 0 to ${INCLUDED} active users is a published figure of November 2021; everything else is synthetic`
  return {
    name: `Demo plan, ${currency} (synthetic)`,
    note: `${source}. Made for the demo network.`,
    currency,
    baseFee: String(published ?? amount(POUNDS.base)),
    includedActiveUsers: INCLUDED,
    usage: {
      model: currency === 'USD' ? ('volume' as const) : ('graduated' as const),
      tiers: [
        { upTo: 20, unitPrice: amount(POUNDS.firstTier) },
        { upTo: null, unitPrice: amount(POUNDS.lastTier) },
      ],
    },
    addOns: [
      {
        id: 'doors',
        name: 'Door access (synthetic)',
        kind: 'per_active_user' as const,
        unitPrice: amount(POUNDS.doors),
      },
    ],
    taxPercent: '20',
  }
}
