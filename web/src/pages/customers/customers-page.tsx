import { Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Customer, customerPagesQuery } from '../../api/customers'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { SearchField } from '../../components/search-field'
import { StateBadge } from '../../components/state-badge'
import { usePlace } from '../../components/use-place'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'
import classes from './customers-page.module.css'

const route = getRouteApi('/panel/customers')

export function CustomersPage() {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { search = '' } = route.useSearch()
  const { networks, network, location } = usePlace()
  const customers = useInfiniteQuery({
    ...customerPagesQuery({ network: network?.networkId, location: location?.locationId, search }),
    placeholderData: (before) => before,
  })
  const found = customers.data?.pages.flatMap(({ items }) => items)
  const total = customers.data?.pages[0]?.total
  const where = location?.name ?? network?.name
  return (
    <Page
      title={t('customers.title')}
      crumbs={where === undefined ? [] : [where]}
      description={
        total === undefined ? undefined : t('customers.total', { count: total, shown: number(total) })
      }
      actions={<SearchField value={search} w={{ base: '100%', xs: 280 }} />}
    >
      <ProblemNotice error={customers.error} onRetry={() => void customers.refetch()} />
      {networks?.length === 0 ? (
        <EmptyState title={t('activeUsers.noNetwork')} />
      ) : (
        <Card isFlush>
          {found === undefined ? (
            <Skeleton h={320} radius={0} aria-busy="true" />
          ) : (
            <CustomerTable customers={found} network={network?.networkId} />
          )}
          {total === 0 && (
            <EmptyState title={t('customers.nobody')}>
              {search !== '' && t('customers.nobodyNote')}
            </EmptyState>
          )}
          {customers.hasNextPage && (
            <Button
              variant="subtle"
              fullWidth
              radius={0}
              onClick={() => void customers.fetchNextPage()}
              loading={customers.isFetchingNextPage}
            >
              {t('common.more')}
            </Button>
          )}
        </Card>
      )}
    </Page>
  )
}

interface CustomerTableProps {
  readonly customers: readonly Customer[]
  readonly network: number | undefined
}

function CustomerTable({ customers, network }: CustomerTableProps) {
  const { t } = useTranslation()
  if (customers.length === 0) return null
  return (
    <ScrollArea label={t('customers.title')}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('table.column.name')}</th>
            <th scope="col">{t('table.column.company')}</th>
            <th scope="col">{t('table.column.email')}</th>
          </tr>
        </thead>
        <tbody>
          {customers.map(({ customerId, name, company, email, isSuspended, isArchived }) => (
            <tr key={customerId}>
              <td>
                <Link
                  to="/customers/$customer"
                  params={{ customer: String(customerId) }}
                  search={{ network }}
                  className={classes.name}
                >
                  {name}
                </Link>{' '}
                {isSuspended && (
                  <StateBadge state="suspended" isPassedBy>
                    {t('customer.suspended')}
                  </StateBadge>
                )}
                {isArchived && (
                  <StateBadge state="archived" isPassedBy>
                    {t('customer.archived')}
                  </StateBadge>
                )}
              </td>
              <td className={table.quiet}>{company}</td>
              <td className={table.quiet}>{email}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}
