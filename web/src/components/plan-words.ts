/** A price plan in sentences, and its tiers by the active users that they cover. */
import { useTranslation } from 'react-i18next'
import type { PricePlan } from '../api/billing'
import { useFormat } from './format'

export interface TierRow {
  readonly from: number
  /** Null for any number. */
  readonly until: number | null
  readonly unitPrice: string | number | undefined
  readonly flatFee: string | number | undefined
}

/** Tiers begin with the first active user who is not covered by the base fee. */
export function tierRows({ usage, includedActiveUsers = 0 }: PricePlan): readonly TierRow[] {
  if (usage === undefined || usage.model === 'package') return []
  return usage.tiers.map(({ upTo, unitPrice, flatFee }, at) => ({
    from: includedActiveUsers + (usage.tiers[at - 1]?.upTo ?? 0) + 1,
    until: upTo === null ? null : includedActiveUsers + upTo,
    unitPrice,
    flatFee,
  }))
}

export function usePlanWords(plan: PricePlan): readonly string[] {
  const { t } = useTranslation()
  const { number, price } = useFormat()
  const { currency, baseFee, usage, freeBelow, minimum, maximum, discounts = [], taxPercent } = plan
  const included = plan.includedActiveUsers ?? 0
  const amount = (decimal: string | number) => price(decimal, currency)
  return [
    baseFee !== undefined &&
      (included > 0
        ? t('planWords.baseWithIncluded', { fee: amount(baseFee), included: number(included) })
        : t('planWords.base', { fee: amount(baseFee) })),
    usage === undefined && t('planWords.noUsage'),
    usage?.model === 'graduated' && t('planWords.graduated'),
    usage?.model === 'volume' && t('planWords.volume'),
    usage?.model === 'package' &&
      t('planWords.package', {
        price: amount(usage.price),
        size: number(usage.size),
        from: number(included + (usage.free ?? 0) + 1),
      }),
    freeBelow !== undefined &&
      t(freeBelow.unlessAddOn === undefined ? 'planWords.freeBelow' : 'planWords.freeBelowUnless', {
        count: freeBelow.activeUsers,
        addOn: plan.addOns?.find(({ id }) => id === freeBelow.unlessAddOn)?.name ?? '',
      }),
    minimum !== undefined && t('planWords.minimum', { amount: amount(minimum) }),
    maximum !== undefined && t('planWords.maximum', { amount: amount(maximum) }),
    ...discounts.map((discount) =>
      t('planWords.discount', {
        name: discount.name,
        amount: discount.kind === 'percentage' ? `${discount.percent} %` : amount(discount.amount),
      }),
    ),
    taxPercent !== undefined && t('planWords.tax', { percent: taxPercent }),
  ].filter((sentence) => sentence !== false)
}
