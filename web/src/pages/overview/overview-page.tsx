import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { countQuery } from '../../api/places'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { usePlace } from '../../components/use-place'
import { Page } from '../../ui/page'
import { Tile, Tiles } from '../../ui/tiles'
import { FirstNetwork } from './first-network'
import { LocationTable } from './location-table'

export function OverviewPage() {
  const { t } = useTranslation()
  const { networks, network, location, locations, error } = usePlace()
  const count = useQuery(countQuery({ network: network?.networkId, location: location?.locationId }))
  if (networks?.length === 0) return <FirstNetwork />
  return (
    <Page title={t('overview.title')} crumbs={network === undefined ? [] : [network.name]}>
      <ProblemNotice error={error ?? count.error} onRetry={() => void count.refetch()} />
      <Figures count={count.data} />
      <LocationTable counts={count.data?.locations} locations={locations} />
      <AsOfLine count={count.data} />
    </Page>
  )
}

type Count = Awaited<ReturnType<NonNullable<ReturnType<typeof countQuery>['queryFn']>>>

function Figures({ count }: { readonly count: Count | undefined }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const sum = count?.locations.reduce((total, location) => total + location.count, 0)
  const several = sum === undefined ? 0 : sum - (count?.distinctCustomers ?? 0)
  return (
    <Tiles>
      <Tile
        label={t('overview.activeUsers')}
        value={sum === undefined ? undefined : number(sum)}
        note={t('overview.activeUsersNote')}
      />
      <Tile
        label={t('overview.customers')}
        value={count && number(count.distinctCustomers)}
        note={
          count && (several === 0 ? t('overview.noneTwice') : t('overview.countedTwice', { count: several }))
        }
      />
      <Tile
        label={t('overview.locations')}
        value={count && number(count.locations.length)}
        note={
          count &&
          t('overview.withoutActiveUsers', {
            count: count.locations.filter((location) => location.count === 0).length,
          })
        }
      />
    </Tiles>
  )
}

function AsOfLine({ count }: { readonly count: Count | undefined }) {
  const { t } = useTranslation()
  const { time } = useFormat()
  if (count === undefined) return null
  return (
    <p style={{ margin: 0, fontSize: '0.8125rem', color: 'var(--quiet)' }} className="figures">
      {t('overview.asOf', { time: time(count.asOf), ruleSet: count.ruleSet })}
    </p>
  )
}
