/** The list as it was frozen with the invoice, found by source and name; each row opens its evidence. */
import { Badge, Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { invoicedUsersQuery, type PlatformInvoice } from '../../api/billing'
import { CustomerName } from '../../components/customer-name'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { SearchField } from '../../components/search-field'
import { SOURCES, SourceChips, SourceLabel } from '../../components/source-label'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { FilterChip } from '../../ui/filter-chip'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'
import { EvidenceSides } from './evidence-sides'
import classes from './invoice-page.module.css'

const route = getRouteApi('/panel/settings/subscription/invoices/$number')

interface ListPartProps {
  readonly invoice: PlatformInvoice
  readonly network: number
}

export function ListPart({ invoice, network }: ListPartProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const navigate = useNavigate()
  const { source, search = '' } = route.useSearch()
  const asked = { network, number: invoice.number, sources: source === undefined ? [] : [source], search }
  const users = useInfiniteQuery(invoicedUsersQuery(asked))
  const rows = users.data?.pages.flatMap(({ items }) => items)
  const show = (chosen: typeof source) =>
    void navigate({ to: '.', search: (before) => ({ ...before, source: chosen }) })
  return (
    <>
      <fieldset
        className={classes.chips}
        style={{ border: 0, margin: 0, padding: 0 }}
        aria-label={t('activeUsers.filterBySource')}
      >
        <FilterChip
          isOn={source === undefined}
          onToggle={() => show(undefined)}
          figure={number(invoice.activeUsers)}
        >
          {t('activeUsers.everySource')}
        </FilterChip>
        {SOURCES.map((one) => (
          <FilterChip
            key={one}
            isOn={source === one}
            onToggle={() => show(source === one ? undefined : one)}
            figure={number(invoice.bySource[one])}
          >
            <SourceLabel source={one} />
          </FilterChip>
        ))}
      </fieldset>
      <ProblemNotice error={users.error} onRetry={() => void users.refetch()} />
      <Card
        title={t('platformInvoices.listTitle')}
        description={t('platformInvoices.listAbout', { count: users.data?.pages[0]?.total ?? 0 })}
        actions={<SearchField value={search} w={{ base: '100%', xs: 280 }} />}
        isFlush
      >
        {rows === undefined ? (
          <Skeleton h={320} radius={0} aria-busy="true" />
        ) : (
          <ScrollArea label={t('platformInvoices.listTitle')}>
            <table className={`${table.table} ${table.stacked}`} aria-label={t('platformInvoices.listTitle')}>
              <thead>
                <tr>
                  <th scope="col">{t('table.column.name')}</th>
                  <th scope="col">{t('table.column.sources')}</th>
                  <th scope="col" className={table.figure}>
                    {t('platformInvoices.records')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((user) => (
                  <tr key={user.customerId}>
                    <td data-whole>
                      <CustomerName customerId={user.customerId} name={user.name} />
                    </td>
                    <td data-head={t('table.column.sources')}>
                      <SourceChips sources={user.sources} />
                    </td>
                    <td className={table.figure} data-head={t('platformInvoices.records')}>
                      <Badge variant="default">{number(user.evidence.length)}</Badge>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollArea>
        )}
        {rows?.length === 0 && <EmptyState title={t('activeUsers.nobody')} />}
        {users.hasNextPage && (
          <Button
            variant="subtle"
            fullWidth
            radius={0}
            onClick={() => void users.fetchNextPage()}
            loading={users.isFetchingNextPage}
          >
            {t('common.more')}
          </Button>
        )}
      </Card>
      <EvidenceSides invoice={invoice} network={network} />
    </>
  )
}
