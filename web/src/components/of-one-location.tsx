/** A page that is about one location; where none is chosen it asks which. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Location, Network } from '../api/places'
import { Card } from '../ui/card'
import { EmptyState } from '../ui/empty-state'
import { ItemList } from '../ui/item-list'
import { Page } from '../ui/page'
import { PageSkeleton } from '../ui/page-skeleton'
import { ProblemNotice } from './problem-notice'
import { usePlace } from './use-place'

interface OfOneLocationProps {
  readonly title: string
  readonly children: (network: Network, location: Location) => ReactNode
}

export function OfOneLocation({ title, children }: OfOneLocationProps) {
  const { t } = useTranslation()
  const { networks, network, locations, location, error } = usePlace()
  const crumbs = useSubscriptionCrumbs()
  if (network !== undefined && location !== undefined) return children(network, location)
  if (error === null && (networks === undefined || (network !== undefined && locations === undefined))) {
    return <PageSkeleton />
  }
  return (
    <Page title={title} crumbs={crumbs} description={t('oneLocation.about')}>
      <ProblemNotice error={error} />
      {(locations ?? []).length === 0 ? (
        <EmptyState title={t(network === undefined ? 'activeUsers.noNetwork' : 'activeUsers.noLocations')} />
      ) : (
        <Card title={t('oneLocation.choose')}>
          <ItemList>
            {locations?.map(({ locationId, name, timeZone }) => (
              <ItemList.Item
                key={locationId}
                title={
                  <Link to="." search={(before) => ({ ...before, location: locationId })}>
                    {name}
                  </Link>
                }
                note={timeZone.replaceAll('_', ' ')}
              />
            ))}
          </ItemList>
        </Card>
      )}
    </Page>
  )
}

/** Where the pages of a subscription stand. */
export function useSubscriptionCrumbs(): readonly string[] {
  const { t } = useTranslation()
  return [t('navigation.settings'), t('navigation.groups.subscription')]
}
