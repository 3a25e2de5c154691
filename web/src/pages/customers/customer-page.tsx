import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { hasCode } from '../../api/client'
import { customerQuery } from '../../api/customers'
import { may, useAccount } from '../../api/session'
import { ProblemNotice } from '../../components/problem-notice'
import { RecordLink } from '../../components/record-link'
import { StateBadge } from '../../components/state-badge'
import { usePlace } from '../../components/use-place'
import { Page } from '../../ui/page'
import { PageSkeleton } from '../../ui/page-skeleton'
import { NotFoundPage } from '../not-found/not-found-page'
import { HistoryOfCustomer } from './history-of-customer'
import { RecordsOfCustomer } from './records-of-customer'
import { SuspendButton } from './suspend-button'
import { WhereCounting } from './where-counting'

const route = getRouteApi('/panel/customers/$customer')

export function CustomerPage() {
  const { customer } = route.useParams()
  const { network } = usePlace()
  if (network === undefined) return <PageSkeleton />
  return <OneCustomer key={customer} network={network.networkId} customer={customer} />
}

interface OneCustomerProps {
  readonly network: number
  readonly customer: string
}

function OneCustomer({ network, customer }: OneCustomerProps) {
  const { t } = useTranslation()
  const account = useAccount()
  const { data, error, refetch } = useQuery(customerQuery(network, customer))
  if (hasCode(error, 'CUSTOMER_NOT_FOUND')) return <NotFoundPage />
  if (data === undefined) {
    return error === null ? (
      <PageSkeleton />
    ) : (
      <Page title={t('customers.title')}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </Page>
    )
  }
  const about = [data.company, data.email].filter((part) => part !== null).join(' · ')
  return (
    <Page
      title={data.name}
      crumbs={[t('customers.title')]}
      description={
        <Group gap="xs">
          {about}
          <span className="figures">{t('profile.originId', { id: data.externalId })}</span>
          <RecordLink url={data.url} />
          {data.isSuspended && <StateBadge state="suspended">{t('customer.suspended')}</StateBadge>}
          {data.isArchived && <StateBadge state="archived">{t('customer.archived')}</StateBadge>}
        </Group>
      }
      actions={
        may(account, 'customers.suspend', network) && <SuspendButton network={network} customer={data} />
      }
    >
      <WhereCounting network={network} customer={data} />
      <HistoryOfCustomer customer={data} />
      <RecordsOfCustomer customer={data} />
    </Page>
  )
}
