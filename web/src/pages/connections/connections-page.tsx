/** Settings > Connections: accounts that are read by themselves. */
import { Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { connectionsQuery } from '../../api/connections'
import { may, useAccount } from '../../api/session'
import { ProblemNotice } from '../../components/problem-notice'
import { usePlace } from '../../components/use-place'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { ConnectDialog } from './connect-dialog'
import { ConnectionCard } from './connection-card'
import { RecordAddresses } from './record-addresses'

export function ConnectionsPage() {
  const { t } = useTranslation()
  const [isOpen, { open, close }] = useDisclosure(false)
  const { data, error, refetch } = useQuery(connectionsQuery)
  const account = useAccount()
  const { network } = usePlace()
  return (
    <Page
      title={t('navigation.connections')}
      crumbs={[t('navigation.settings')]}
      description={t('connections.about')}
      actions={<Button onClick={open}>{t('connections.connect')}</Button>}
    >
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton h={180} radius="lg" aria-busy="true" />}
      {data?.length === 0 && (
        <EmptyState title={t('connections.none')}>{t('connections.noneNote')}</EmptyState>
      )}
      {data?.map((connection) => (
        <ConnectionCard key={connection.connectionId} connection={connection} />
      ))}
      {network !== undefined && may(account, 'connections.manage', network.networkId) && (
        <RecordAddresses key={network.networkId} network={network} />
      )}
      <ConnectDialog isOpen={isOpen} onClose={close} />
    </Page>
  )
}
