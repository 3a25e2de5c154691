/** What the next platform invoices would come to as things stand; of each currency a sum. */
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { forecastQuery } from '../../api/forecasts'
import type { LocationOverview } from '../../api/places'
import { may, useAccount } from '../../api/session'
import { useFormat } from '../../components/format'
import { Tile } from '../../ui/tiles'

/** Each is a question of its own; of a larger network a location is chosen first. */
const MOST_ASKED = 8

interface ComingChargeProps {
  readonly network: number | undefined
  readonly locations: readonly LocationOverview[] | undefined
}

export function ComingCharge({ network, locations = [] }: ComingChargeProps) {
  const { t } = useTranslation()
  const { money } = useFormat()
  const canRead = may(useAccount(), 'billing.read', network)
  const isAsked = network !== undefined && canRead && locations.length <= MOST_ASKED
  const forecasts = useQueries({
    queries: isAsked
      ? locations.map(({ locationId }) => forecastQuery({ network, location: locationId }))
      : [],
  })
  if (!isAsked || locations.length === 0) return null
  const isPending = forecasts.some((one) => one.isPending)
  const sums = new Map<string, number>()
  for (const { data } of forecasts) {
    if (data?.charge == null) continue
    const { currency, totalMinor } = data.charge
    sums.set(currency, (sums.get(currency) ?? 0) + totalMinor)
  }
  const told = [...sums].map(([currency, minor]) => money(minor, currency))
  return (
    <Tile
      label={t('overview.comingCharge')}
      value={isPending ? undefined : told.length === 0 ? '–' : told.join(' + ')}
      note={
        told.length === 0 && !isPending ? (
          t('overview.comingChargeNone')
        ) : (
          <Link to="/settings/subscription/forecast">{t('overview.comingChargeNote')}</Link>
        )
      }
    />
  )
}
