import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { type LocationOverview, type NetworkOverview, overviewQuery } from '../../api/places'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { usePlace } from '../../components/use-place'
import { Page } from '../../ui/page'
import { Tile, Tiles } from '../../ui/tiles'
import { FirstNetwork } from './first-network'
import { LocationTable } from './location-table'

const MonthlyChart = lazy(() => import('./monthly-chart'))
/** About what it will take, so that what stands below does not jump. */
const CHART_HEIGHT = 390

export function OverviewPage() {
  const { t } = useTranslation()
  const { networks, network, location, error } = usePlace()
  const overview = useQuery(overviewQuery(network?.networkId))
  if (networks?.length === 0) return <FirstNetwork />
  const shown = overview.data && atLocation(overview.data, location?.locationId)
  return (
    <Page isWide title={t('overview.title')} crumbs={network === undefined ? [] : [network.name]}>
      <ProblemNotice error={error ?? overview.error} onRetry={() => void overview.refetch()} />
      <Figures overview={shown} />
      {network !== undefined && shown !== undefined && shown.locations.length > 0 ? (
        <Suspense fallback={<Skeleton h={CHART_HEIGHT} radius="lg" aria-busy="true" />}>
          <MonthlyChart network={network.networkId} locations={shown.locations} />
        </Suspense>
      ) : (
        shown === undefined && <Skeleton h={CHART_HEIGHT} radius="lg" aria-busy="true" />
      )}
      <LocationTable locations={shown?.locations} network={network?.networkId} />
      <AsOfLine overview={shown} />
    </Page>
  )
}

/** The same of one location alone; of its customers none counts twice. */
function atLocation(overview: NetworkOverview, locationId: number | undefined): NetworkOverview {
  const location = overview.locations.find((one) => one.locationId === locationId)
  if (location === undefined) return overview
  const { count, bySource, onlyBecauseOf } = location
  return { ...overview, count, bySource, onlyBecauseOf, distinctCustomers: count, locations: [location] }
}

function Figures({ overview }: { readonly overview: NetworkOverview | undefined }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const several = overview === undefined ? 0 : overview.count - overview.distinctCustomers
  return (
    <Tiles>
      <Tile
        label={t('overview.activeUsers')}
        value={overview && number(overview.count)}
        note={t('overview.activeUsersNote')}
      />
      <Tile
        label={t('overview.customers')}
        value={overview && number(overview.distinctCustomers)}
        note={
          overview &&
          (several === 0 ? t('overview.noneTwice') : t('overview.countedTwice', { count: several }))
        }
      />
      <ChangeTile locations={overview?.locations} />
      <Tile
        label={t('overview.locations')}
        value={overview && number(overview.locations.length)}
        note={
          overview &&
          t('overview.withoutActiveUsers', {
            count: overview.locations.filter((location) => location.count === 0).length,
          })
        }
      />
    </Tiles>
  )
}

/** Each location's change since its own last platform invoice, together. */
function ChangeTile({ locations }: { readonly locations: readonly LocationOverview[] | undefined }) {
  const { t } = useTranslation()
  const { change } = useFormat()
  const changes = locations?.map(({ changeSince }) => changeSince).filter((one) => one !== null)
  const sum = changes?.reduce((total, one) => total + one, 0)
  return (
    <Tile
      label={t('overview.change')}
      value={sum === undefined ? undefined : change(sum)}
      note={changes && t('overview.changeNote', { count: changes.length })}
    />
  )
}

function AsOfLine({ overview }: { readonly overview: NetworkOverview | undefined }) {
  const { t } = useTranslation()
  const { time } = useFormat()
  if (overview === undefined) return null
  return (
    <p style={{ margin: 0, fontSize: '0.8125rem', color: 'var(--quiet)' }} className="figures">
      {t('overview.asOf', { time: time(overview.asOf), ruleSet: overview.ruleSet })}
    </p>
  )
}
