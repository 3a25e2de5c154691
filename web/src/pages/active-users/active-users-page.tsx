import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { type ActiveUser, activeUsersQuery, exportAddress } from '../../api/active-users'
import { countQuery, type Location, type Network } from '../../api/places'
import { ProblemNotice } from '../../components/problem-notice'
import { usePlace } from '../../components/use-place'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { PageSkeleton } from '../../ui/page-skeleton'
import { useSelection } from '../../ui/use-selection'
import { AsOfPicker } from './as-of-picker'
import { ChooseLocation } from './choose-location'
import { ExportMenu } from './export-menu'
import { Headline } from './headline'
import { viewOf } from './search'
import { useShownColumns } from './shown-columns'
import { UserTable } from './user-table'
import { ViewControls } from './view-controls'
import { WhyNot } from './why-not'

/** Not needed before the count is seen. */
const EvidenceDrawer = lazy(() => import('./evidence-drawer'))
const ChosenTools = lazy(() => import('./chosen-tools'))

const route = getRouteApi('/panel/settings/subscription/active-users')

export function ActiveUsersPage() {
  const { t } = useTranslation()
  const { networks, network, locations, location, error } = usePlace()
  const crumbs = [t('navigation.settings'), t('navigation.groups.subscription')]
  if (location !== undefined && network !== undefined) {
    return <OneLocation key={location.locationId} network={network} location={location} crumbs={crumbs} />
  }
  if (error === null && (networks === undefined || (network !== undefined && locations === undefined))) {
    return <PageSkeleton />
  }
  return (
    <Page title={t('activeUsers.title')} crumbs={crumbs} description={t('activeUsers.chooseLocation')}>
      <ProblemNotice error={error} />
      {network === undefined ? (
        <EmptyState title={t('activeUsers.noNetwork')} />
      ) : (
        <ChooseLocation network={network.networkId} />
      )}
    </Page>
  )
}

interface OneLocationProps {
  readonly network: Network
  readonly location: Location
  readonly crumbs: readonly string[]
}

function OneLocation({ network, location, crumbs }: OneLocationProps) {
  const { t } = useTranslation()
  const view = viewOf({ network: network.networkId, location: location.locationId }, route.useSearch())
  const { asOf } = view
  const columns = useShownColumns()
  const { networkId, locationId } = { ...network, ...location }
  const count = useQuery(countQuery({ network: networkId, location: locationId, asOf }))
  const users = useInfiniteQuery({ ...activeUsersQuery(view), placeholderData: (before) => before })
  // the figure is drawn before anything is made of a list that has not come
  const isListShown = useDeferredValue(true, users.data !== undefined)
  const refresh = () => void Promise.all([count.refetch(), users.refetch()])
  const shown = users.data?.pages[0]
  const counted = count.data?.locations[0]
  const shownView = { ...view, asOf: asOf ?? shown?.asOf }
  const selection = useSelection<ActiveUser>(({ customerId }) => customerId)
  return (
    <Page
      isWide
      title={t('activeUsers.title')}
      crumbs={[...crumbs]}
      actions={
        <>
          <AsOfPicker asOf={asOf} timeZone={location.timeZone} lastCutOff={counted?.windowFrom} />
          <ExportMenu about={t('export.about')} addressOf={(format) => exportAddress(shownView, format)} />
        </>
      }
    >
      <ProblemNotice error={count.error ?? users.error} onRetry={refresh} />
      <Headline
        location={location}
        count={count.data}
        asOf={asOf}
        isRefreshing={count.isFetching || users.isFetching}
        onRefresh={refresh}
      />
      {isListShown && (
        <>
          <ViewControls view={view} figures={shown?.figures} total={shown?.total} columns={columns} />
          <UserTable
            key={`${JSON.stringify(view)} ${columns.density}`}
            users={users}
            view={view}
            timeZone={location.timeZone}
            columns={columns}
            selection={selection}
          />
          {selection.chosen.size > 0 && (
            <Suspense>
              <ChosenTools view={shownView} timeZone={location.timeZone} selection={selection} />
            </Suspense>
          )}
          <WhyNot view={view} listed={users.data} />
          <Suspense>
            <EvidenceDrawer view={view} />
          </Suspense>
        </>
      )}
    </Page>
  )
}
