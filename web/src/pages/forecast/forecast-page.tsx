import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Forecast, forecastQuery } from '../../api/forecasts'
import type { Location, Network } from '../../api/places'
import { ChargeLines } from '../../components/charge-lines'
import { useFormat } from '../../components/format'
import { OfOneLocation, useSubscriptionCrumbs } from '../../components/of-one-location'
import { ProblemNotice } from '../../components/problem-notice'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { Page } from '../../ui/page'
import { Tile, Tiles } from '../../ui/tiles'
import { isNothing, supposedOf } from './forecast-search'
import { SingleRecords } from './single-records'
import { WhatIf } from './what-if'

const route = getRouteApi('/panel/settings/subscription/forecast')

export function ForecastPage() {
  const { t } = useTranslation()
  return (
    <OfOneLocation title={t('navigation.forecast')}>
      {(network, location) => <ForecastOf key={location.locationId} network={network} location={location} />}
    </OfOneLocation>
  )
}

interface ForecastOfProps {
  readonly network: Network
  readonly location: Location
}

function ForecastOf({ network, location }: ForecastOfProps) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const crumbs = useSubscriptionCrumbs()
  const place = { network: network.networkId, location: location.locationId }
  const supposed = supposedOf(route.useSearch())
  const asThingsStand = useQuery(forecastQuery(place))
  const changed = useQuery({ ...forecastQuery(place, supposed), enabled: !isNothing(supposed) })
  const { data, error } = asThingsStand
  return (
    <Page
      title={t('navigation.forecast')}
      crumbs={[...crumbs, location.name]}
      description={data && t('forecast.about', { cutOff: instant(data.cutOffAt, location.timeZone) })}
    >
      <ProblemNotice error={error ?? changed.error} onRetry={() => void asThingsStand.refetch()} />
      {data === undefined && error === null && <Skeleton h={320} radius="lg" aria-busy="true" />}
      {data !== undefined && (
        <>
          <Figures forecast={data} place={place} />
          <WhatIf
            place={place}
            supposed={supposed}
            before={data}
            after={isNothing(supposed) ? undefined : changed.data}
          />
          <Cautions forecast={data} suspends={(supposed.suspend ?? []).length > 0} />
          {data.charge !== null && (
            <Card title={t('charge.lines')} isFlush>
              <ChargeLines {...data.charge} plan={data.plan ?? undefined} supplements={data.supplements} />
            </Card>
          )}
          <SingleRecords forecast={data} network={place.network} location={place.location} />
        </>
      )}
    </Page>
  )
}

interface FiguresProps {
  readonly forecast: Forecast
  readonly place: { readonly network: number; readonly location: number }
}

function Figures({ forecast, place }: FiguresProps) {
  const { t } = useTranslation()
  const { number, money } = useFormat()
  const { charge, range } = forecast
  return (
    <Tiles>
      <Tile
        label={t('forecast.charge')}
        value={charge === null ? '–' : money(charge.totalMinor, charge.currency)}
        note={charge === null ? t('forecast.noPlan') : t('forecast.forCount', { count: forecast.count })}
      />
      <Tile
        label={t('forecast.certain')}
        value={number(forecast.certain)}
        note={
          <Link to="/settings/subscription/active-users" search={place}>
            {t('forecast.now', { count: forecast.countNow })}
          </Link>
        }
      />
      <Tile
        label={t('forecast.expected')}
        value={number(forecast.count)}
        note={t('forecast.moves', {
          come: number(forecast.expectedToCome),
          go: number(forecast.expectedToGo),
        })}
      />
      <Tile
        label={t('forecast.range')}
        value={range === null ? '–' : `${number(range.least)} – ${number(range.most)}`}
        note={t(range === null ? 'forecast.noRange' : 'forecast.rangeNote')}
      />
    </Tiles>
  )
}

function Cautions({ forecast, suspends }: { readonly forecast: Forecast; readonly suspends: boolean }) {
  const { t } = useTranslation()
  return (
    <Notice tone="info" title={t('forecast.cautions.title')}>
      {t('forecast.cautions.stands')}
      {forecast.range === null && ` ${t('forecast.cautions.range')}`}
      {suspends && ` ${t('forecast.cautions.suspension')}`}
    </Notice>
  )
}
