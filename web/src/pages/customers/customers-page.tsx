import { Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type Customer, customerPagesQuery } from '../../api/customers'
import { may, useAccount } from '../../api/session'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { SearchField } from '../../components/search-field'
import { StateBadge } from '../../components/state-badge'
import { SuspendChosen } from '../../components/suspend-chosen'
import { usePlace } from '../../components/use-place'
import { Card } from '../../ui/card'
import { CheckCell } from '../../ui/check-cell'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { ScrollArea } from '../../ui/scroll-area'
import { SelectionBar } from '../../ui/selection-bar'
import table from '../../ui/table.module.css'
import { type Selection, useSelection } from '../../ui/use-selection'
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
  const selection = useSelection<Customer>(({ customerId }) => customerId)
  const { chosen, clear } = selection
  return (
    <Page
      title={t('customers.title')}
      crumbs={where === undefined ? [] : [where]}
      description={
        total === undefined ? undefined : t('customers.total', { count: total, shown: number(total) })
      }
      actions={<SearchField value={search} w={{ base: 'calc(100vw - 32px)', xs: 280 }} />}
    >
      <ProblemNotice error={customers.error} onRetry={() => void customers.refetch()} />
      {networks?.length === 0 ? (
        <EmptyState title={t('activeUsers.noNetwork')} />
      ) : (
        <Card isFlush>
          {found === undefined ? (
            <Skeleton h={320} radius={0} aria-busy="true" />
          ) : (
            <CustomerTable customers={found} network={network?.networkId} selection={selection} />
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
      {network !== undefined && chosen.size > 0 && (
        <SelectionBar
          label={t('selection.label')}
          told={t('selection.told', { count: chosen.size, shown: number(chosen.size) })}
          clearLabel={t('selection.clear')}
          onClear={clear}
        >
          <SuspendChosen network={network.networkId} customers={[...chosen.values()]} onDone={clear} />
        </SelectionBar>
      )}
    </Page>
  )
}

interface CustomerTableProps {
  readonly customers: readonly Customer[]
  readonly network: number | undefined
  readonly selection: Selection<Customer>
}

/** Rows are chosen only by who may do something with them. */
function CustomerTable({ customers, network, selection }: CustomerTableProps) {
  const { t } = useTranslation()
  const account = useAccount()
  const { chosen, toggle, set } = selection
  const mayChoose = may(account, 'customers.suspend', network)
  const known = customers.filter(({ customerId }) => chosen.has(customerId)).length
  const isAll = known === customers.length
  if (customers.length === 0) return null
  return (
    <ScrollArea label={t('customers.title')}>
      <table className={`${table.table} ${classes.customers}`}>
        <thead>
          <tr>
            {mayChoose && (
              <th scope="col" className={classes.check}>
                <CheckCell
                  label={t('selection.chooseAll')}
                  isChecked={isAll}
                  isPartly={known > 0}
                  onToggle={() => set(customers, !isAll)}
                />
              </th>
            )}
            <th scope="col">{t('table.column.name')}</th>
            <th scope="col">{t('table.column.company')}</th>
            <th scope="col">{t('table.column.email')}</th>
          </tr>
        </thead>
        <tbody>
          {customers.map(({ customerId, name, company, email, isSuspended, isArchived }, index) => (
            <tr key={customerId} data-chosen={chosen.has(customerId)}>
              {mayChoose && (
                <td className={classes.check}>
                  <CheckCell
                    label={t('selection.choose', { name })}
                    isChecked={chosen.has(customerId)}
                    onToggle={(isRange) => toggle(customers, index, isRange)}
                  />
                </td>
              )}
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
