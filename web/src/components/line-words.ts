/**
 * What a line of a charge is for, in the panel’s language: from its kind, its place among those of its kind,
 * and the price plan that made it. Names are data, and stand as they are.
 */
import { useTranslation } from 'react-i18next'
import type { ChargeLine, PricePlan } from '../api/billing'
import { useFormat } from './format'
import { type TierRow, tierRows } from './plan-words'

type Supplements = readonly { readonly about: number }[]

/** @param plan without one, lines are told as they were frozen, in English */
export function useLineWords(
  lines: readonly ChargeLine[],
  plan: PricePlan | undefined,
  supplements: Supplements = [],
): (line: ChargeLine) => string {
  const { t } = useTranslation()
  const { number } = useFormat()
  const range = (tier: TierRow | undefined) => {
    if (tier === undefined) return undefined
    const { from, until } = tier
    return until === null
      ? t('planWords.fromOn', { from: number(from) })
      : t('chargeLine.range', { from: number(from), until: number(until) })
  }
  function wordsOf(line: ChargeLine, of: PricePlan): string | undefined {
    const place = lines.filter(({ kind }) => kind === line.kind).indexOf(line)
    switch (line.kind) {
      case 'base_fee': {
        const included = of.includedActiveUsers ?? 0
        return included === 0
          ? t('chargeLine.baseFee')
          : t('chargeLine.baseFeeIncluding', { count: included })
      }
      case 'tier': {
        const isVolume = of.usage?.model === 'volume'
        const tiers = tierRows(of)
        const told = range(isVolume ? tierOf(tiers, line, of) : tiers[place])
        return told === undefined
          ? undefined
          : t(isVolume ? 'chargeLine.volume' : 'chargeLine.tier', { range: told })
      }
      case 'package':
        return packageWords(of)
      case 'free':
        return t('chargeLine.free', { count: of.freeBelow?.activeUsers ?? 0 })
      case 'minimum':
      case 'maximum':
        return t(`chargeLine.${line.kind}`)
      case 'add_on':
        return line.description
      case 'discount': {
        const discount = of.discounts?.[place]
        return discount?.kind === 'percentage' ? `${discount.name} (${discount.percent} %)` : discount?.name
      }
      case 'supplement': {
        const about = supplements[place]?.about
        if (about === undefined) return undefined
        return t(line.amountMinor > 0 ? 'chargeLine.supplement' : 'chargeLine.deduction', { about })
      }
      case 'tax':
        return t('chargeLine.tax', { percent: of.taxPercent ?? 0 })
    }
  }
  function packageWords({ usage }: PricePlan): string | undefined {
    if (usage?.model !== 'package') return undefined
    const { size, free = 0 } = usage
    return t(free === 0 ? 'chargeLine.package' : 'chargeLine.packageAfter', {
      size: number(size),
      free: number(free),
    })
  }
  return (line) => (plan === undefined ? undefined : wordsOf(line, plan)) ?? line.description
}

/** Of a volume plan the one tier that the whole quantity falls into. */
function tierOf(tiers: readonly TierRow[], { quantity }: ChargeLine, plan: PricePlan): TierRow | undefined {
  const reached = quantity + (plan.includedActiveUsers ?? 0)
  return tiers.find(({ until }) => until === null || reached <= until)
}
