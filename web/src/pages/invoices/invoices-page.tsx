import { Badge, Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type PlatformInvoiceListed, platformInvoicesQuery } from '../../api/billing'
import { useFormat } from '../../components/format'
import { useSubscriptionCrumbs } from '../../components/of-one-location'
import { ProblemNotice } from '../../components/problem-notice'
import { usePlace } from '../../components/use-place'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'

export function InvoicesPage() {
  const { t } = useTranslation()
  const { network, location, networks, error } = usePlace()
  const crumbs = useSubscriptionCrumbs()
  const invoices = useInfiniteQuery(platformInvoicesQuery(network?.networkId, location?.locationId))
  const items = invoices.data?.pages.flatMap((page) => page.items)
  const isEmpty = items?.length === 0 || networks?.length === 0
  return (
    <Page
      title={t('navigation.invoices')}
      crumbs={[...crumbs, ...(location === undefined ? [] : [location.name])]}
      description={t('platformInvoices.about')}
    >
      <ProblemNotice error={error ?? invoices.error} onRetry={() => void invoices.refetch()} />
      <Card isFlush>
        {isEmpty && (
          <EmptyState title={t('platformInvoices.none')}>{t('platformInvoices.noneNote')}</EmptyState>
        )}
        {!isEmpty && items === undefined && invoices.isPending && (
          <Skeleton h={320} radius={0} aria-busy="true" />
        )}
        {!isEmpty && items !== undefined && <InvoiceTable items={items} network={network?.networkId} />}
        {invoices.hasNextPage && (
          <Button
            variant="subtle"
            fullWidth
            radius={0}
            onClick={() => void invoices.fetchNextPage()}
            loading={invoices.isFetchingNextPage}
          >
            {t('common.more')}
          </Button>
        )}
      </Card>
    </Page>
  )
}

interface InvoiceTableProps {
  readonly items: readonly PlatformInvoiceListed[]
  readonly network: number | undefined
}

function InvoiceTable({ items, network }: InvoiceTableProps) {
  const { t } = useTranslation()
  // a credit note has a higher number than its invoice, so it is listed before it
  const credited = new Set(items.map(({ about }) => about))
  return (
    <ScrollArea label={t('navigation.invoices')}>
      <table className={`${table.table} ${table.stacked}`} aria-label={t('navigation.invoices')}>
        <thead>
          <tr>
            <th scope="col">{t('platformInvoices.number')}</th>
            <th scope="col">{t('overview.location')}</th>
            <th scope="col">{t('platformInvoices.cutOff')}</th>
            <th scope="col" className={table.figure}>
              {t('overview.activeUsers')}
            </th>
            <th scope="col" className={table.figure}>
              {t('charge.total')}
            </th>
            <th scope="col">{t('platformInvoices.state')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.number} item={item} network={network} isCredited={credited.has(item.number)} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

interface RowProps {
  readonly item: PlatformInvoiceListed
  readonly network: number | undefined
  readonly isCredited: boolean
}

function Row({ item, network, isCredited }: RowProps) {
  const { t } = useTranslation()
  const { number, money, instant } = useFormat()
  const { locations } = usePlace()
  const timeZone = locations?.find(({ locationId }) => locationId === item.locationId)?.timeZone
  const isNote = item.kind === 'credit_note'
  const page = {
    to: '/settings/subscription/invoices/$number',
    params: { number: String(item.about ?? item.number) },
  } as const
  return (
    <tr>
      <td data-whole>
        <Link {...page} search={{ network }}>
          {t(isNote ? 'platformInvoices.creditNote' : 'platformInvoices.invoice', { number: item.number })}
        </Link>
      </td>
      <td className={table.nowrap}>{item.location}</td>
      <td className={`${table.nowrap} figures`}>{instant(item.cutOffAt, timeZone)}</td>
      <td className={table.figure} {...(!isNote && { 'data-head': t('overview.activeUsers') })}>
        {!isNote && (
          <Link {...page} search={{ network, part: 'list' }}>
            {number(item.activeUsers)}
          </Link>
        )}
      </td>
      <td className={table.figure} data-head={t('charge.total')}>
        {money(item.totalMinor, item.currency)}
      </td>
      <td data-whole>
        {item.isVoid && <Badge variant="default">{t('platformInvoices.void')}</Badge>}
        {isCredited && <Badge variant="default">{t('platformInvoices.credited')}</Badge>}
        {isNote && t('platformInvoices.takesFrom', { number: item.about ?? 0 })}
      </td>
    </tr>
  )
}
