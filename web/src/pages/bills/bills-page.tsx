/** The bills of the platform, each with its verdict. */
import { Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type BillListed, billsQuery } from '../../api/bills'
import { useFormat } from '../../components/format'
import { useSubscriptionCrumbs } from '../../components/of-one-location'
import { ProblemNotice } from '../../components/problem-notice'
import { usePlace } from '../../components/use-place'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'
import { VerdictBadge } from './verdict'

export function BillsPage() {
  const { t } = useTranslation()
  const { network, location, networks, error } = usePlace()
  const crumbs = useSubscriptionCrumbs()
  const bills = useInfiniteQuery(billsQuery(network?.networkId, location?.locationId))
  const items = bills.data?.pages.flatMap((page) => page.items)
  const isEmpty = items?.length === 0 || networks?.length === 0
  return (
    <Page
      title={t('navigation.bills')}
      crumbs={[...crumbs, ...(location === undefined ? [] : [location.name])]}
      description={t('bills.about')}
    >
      <ProblemNotice error={error ?? bills.error} onRetry={() => void bills.refetch()} />
      <Card isFlush>
        {isEmpty && <EmptyState title={t('bills.none')}>{t('bills.noneNote')}</EmptyState>}
        {!isEmpty && items === undefined && bills.isPending && (
          <Skeleton h={320} radius={0} aria-busy="true" />
        )}
        {!isEmpty && items !== undefined && <BillTable items={items} network={network?.networkId} />}
        {bills.hasNextPage && (
          <Button
            variant="subtle"
            fullWidth
            radius={0}
            onClick={() => void bills.fetchNextPage()}
            loading={bills.isFetchingNextPage}
          >
            {t('common.more')}
          </Button>
        )}
      </Card>
    </Page>
  )
}

interface BillTableProps {
  readonly items: readonly BillListed[]
  readonly network: number | undefined
}

function BillTable({ items, network }: BillTableProps) {
  const { t } = useTranslation()
  const columns = ['billed', 'counted', 'people', 'money'] as const
  return (
    <ScrollArea label={t('navigation.bills')}>
      <table className={`${table.table} ${table.stacked}`} aria-label={t('navigation.bills')}>
        <thead>
          <tr>
            <th scope="col">{t('bills.bill')}</th>
            <th scope="col">{t('bills.verdict')}</th>
            <th scope="col">{t('overview.location')}</th>
            <th scope="col">{t('bills.cutOff')}</th>
            {columns.map((name) => (
              <th key={name} scope="col" className={table.figure}>
                {t(`bills.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.bill.externalId} item={item} network={network} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

function Row({ item, network }: { readonly item: BillListed; readonly network: number | undefined }) {
  const { t } = useTranslation()
  const { number, change, day, moneyChange } = useFormat()
  const { bill, billed, counted, difference, money, verdict } = item
  return (
    <tr>
      <td className={table.nowrap}>
        <Link to="/settings/subscription/bills/$bill" params={{ bill: bill.externalId }} search={{ network }}>
          {t('bills.title', { name: bill.number ?? bill.externalId })}
        </Link>
      </td>
      <td>
        <VerdictBadge verdict={verdict} />
      </td>
      <td className={table.nowrap}>{bill.location.name}</td>
      <td className={`${table.nowrap} figures`}>{day(bill.cutOffAt, bill.location.timeZone)}</td>
      <td className={table.figure} data-head={t('bills.billed')}>
        {billed.count === null ? '–' : number(billed.count)}
      </td>
      <td className={table.figure} data-head={t('bills.counted')}>
        {number(counted)}
      </td>
      <td className={table.figure} data-head={t('bills.people')}>
        {difference === null ? '–' : change(difference)}
      </td>
      <td className={table.figure} data-head={t('bills.money')}>
        {money === null || bill.currency === null ? '–' : moneyChange(money.differenceMinor, bill.currency)}
      </td>
    </tr>
  )
}
