import { Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type LocationBilling, locationBillingQuery } from '../../api/billing'
import { countQuery, type Location, type Network } from '../../api/places'
import { may, useAccount } from '../../api/session'
import { useFormat } from '../../components/format'
import { OfOneLocation, useSubscriptionCrumbs } from '../../components/of-one-location'
import { PlanCurve } from '../../components/plan-curve'
import { PlanDescription } from '../../components/plan-description'
import { ProblemNotice } from '../../components/problem-notice'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Facts } from '../../ui/facts'
import { Page } from '../../ui/page'
import { AnchorDialog } from './anchor-dialog'
import { AssignDialog } from './assign-dialog'

export function PlanPage() {
  const { t } = useTranslation()
  return (
    <OfOneLocation title={t('navigation.plan')}>
      {(network, location) => <PlanOf key={location.locationId} network={network} location={location} />}
    </OfOneLocation>
  )
}

interface PlanOfProps {
  readonly network: Network
  readonly location: Location
}

function PlanOf({ network, location }: PlanOfProps) {
  const { t } = useTranslation()
  const crumbs = useSubscriptionCrumbs()
  const place = { network: network.networkId, location: location.locationId }
  const billing = useQuery(locationBillingQuery(place))
  const canManage = may(useAccount(), 'billing.manage', network.networkId)
  const [isAnchorOpen, anchor] = useDisclosure(false)
  const [isAssignOpen, assign] = useDisclosure(false)
  return (
    <Page
      title={t('navigation.plan')}
      crumbs={[...crumbs, location.name]}
      actions={
        canManage && (
          <>
            <Button variant="default" onClick={anchor.open}>
              {t('yourPlan.setAnchor')}
            </Button>
            <Button onClick={assign.open}>{t('yourPlan.assign')}</Button>
          </>
        )
      }
    >
      <ProblemNotice error={billing.error} onRetry={() => void billing.refetch()} />
      {billing.isPending && <Skeleton h={320} radius="lg" aria-busy="true" />}
      {billing.data !== undefined && <Billing billing={billing.data} {...place} />}
      {billing.data !== undefined && (
        <>
          <AnchorDialog
            key={`anchor ${isAnchorOpen}`}
            billing={billing.data}
            network={network.networkId}
            isOpen={isAnchorOpen}
            onClose={anchor.close}
          />
          <AssignDialog
            key={`assign ${isAssignOpen}`}
            billing={billing.data}
            network={network.networkId}
            isOpen={isAssignOpen}
            onClose={assign.close}
          />
        </>
      )}
    </Page>
  )
}

interface BillingProps {
  readonly billing: LocationBilling
  readonly network: number
  readonly location: number
}

function Billing({ billing, ...place }: BillingProps) {
  const { t } = useTranslation()
  const counted = useQuery(countQuery(place))
  const count = counted.data?.locations[0]?.count
  const { current } = billing
  return (
    <>
      {current === null ? (
        <Card>
          <EmptyState title={t('yourPlan.none')}>{t('yourPlan.noneNote')}</EmptyState>
        </Card>
      ) : (
        <>
          <Card
            title={current.version.plan.name}
            description={t('yourPlan.version', { version: current.version.version })}
          >
            <PlanDescription plan={current.version.plan} addOns={current.addOns} />
          </Card>
          <Card
            title={t('yourPlan.curve')}
            description={
              count !== undefined && (
                <Link to="/settings/subscription/active-users" search={place}>
                  {t('yourPlan.standing', { count })}
                </Link>
              )
            }
          >
            <PlanCurve plan={current.version.plan} addOns={current.addOns} count={count} />
          </Card>
        </>
      )}
      <Card title={t('yourPlan.billing')}>
        <AnchorFacts {...billing} />
      </Card>
    </>
  )
}

function AnchorFacts({ anchor, nextCutOffAt, location }: LocationBilling) {
  const { t } = useTranslation()
  const { instant, day } = useFormat()
  if (anchor === null) return <p style={{ margin: 0 }}>{t('yourPlan.noAnchor')}</p>
  return (
    <Facts
      facts={[
        [t('yourPlan.every'), t(`yourPlan.steps.${anchor.every}`)],
        [t('yourPlan.since'), `${day(`${anchor.startsOn}T12:00:00Z`, 'UTC')}, ${anchor.localTime}`],
        [t('yourPlan.next'), nextCutOffAt === null ? '–' : instant(nextCutOffAt, location.timeZone)],
        [t('yourPlan.zone'), location.timeZone.replaceAll('_', ' ')],
      ]}
    />
  )
}
