import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { countQuery, type Network, networksQuery } from '../../api/places'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'

export function NetworksPage() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(networksQuery)
  return (
    <Page title={t('navigation.networks')} description={t('networks.about')}>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      <Card isFlush>
        {data === undefined ? (
          <Skeleton h={120} radius={0} aria-busy="true" />
        ) : data.length === 0 ? (
          <EmptyState title={t('activeUsers.noNetwork')} action={<Link to="/">{t('networks.begin')}</Link>} />
        ) : (
          <NetworkTable networks={data} />
        )}
      </Card>
    </Page>
  )
}

function NetworkTable({ networks }: { readonly networks: readonly Network[] }) {
  const { t } = useTranslation()
  return (
    <ScrollArea label={t('navigation.networks')}>
      <table className={`${table.table} ${table.stacked}`}>
        <thead>
          <tr>
            <th scope="col">{t('networks.name')}</th>
            <th scope="col" className={table.figure}>
              {t('overview.locations')}
            </th>
            <th scope="col" className={table.figure}>
              {t('overview.activeUsers')}
            </th>
            <th scope="col">{t('networks.originId')}</th>
          </tr>
        </thead>
        <tbody>
          {networks.map((network) => (
            <Row key={network.networkId} {...network} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

function Row({ networkId, name, externalId }: Network) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { data, isPending } = useQuery(countQuery({ network: networkId }))
  const sum = data?.locations.reduce((total, { count }) => total + count, 0)
  return (
    <tr>
      <td data-whole>
        <Link
          to="/"
          search={{ network: networkId, location: undefined }}
          style={{ color: 'inherit', fontWeight: 550 }}
        >
          {name}
        </Link>
      </td>
      <td className={table.figure} data-head={t('overview.locations')}>
        {data === undefined ? isPending && <Coming /> : number(data.locations.length)}
      </td>
      <td className={table.figure} data-head={t('overview.activeUsers')}>
        {sum === undefined ? isPending && <Coming /> : number(sum)}
      </td>
      <td className={`${table.quiet} figures`} data-head={t('networks.originId')}>
        {externalId}
      </td>
    </tr>
  )
}

function Coming() {
  return <Skeleton display="inline-block" h={12} w={28} radius="sm" aria-busy="true" />
}
