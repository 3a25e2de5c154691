import { Button, SegmentedControl, Skeleton } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { auditQuery, operatorsQuery } from '../../api/operators'
import { may, useAccount } from '../../api/session'
import { ProblemNotice } from '../../components/problem-notice'
import { usePlace } from '../../components/use-place'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'
import { AuditRow } from './audit-row'
import { Verification } from './verification'

export function AuditLogPage() {
  const { t } = useTranslation()
  const account = useAccount()
  const { networks, network } = usePlace()
  const [isOfPlatform, setOfPlatform] = useState(false)
  const isNothing = networks?.length === 0
  const log = useInfiniteQuery(auditQuery(isOfPlatform || isNothing ? 'platform' : network?.networkId))
  const { data: operators = [] } = useQuery({ ...operatorsQuery, enabled: may(account, 'operators.manage') })
  const names = new Map(operators.map((one) => [one.operatorId, `${one.firstName} ${one.lastName}`]))
  const entries = log.data?.pages.flatMap((page) => page.entries)
  return (
    <Page
      title={t('navigation.auditLog')}
      description={t('audit.about')}
      actions={
        account.isPlatform &&
        network !== undefined && (
          <SegmentedControl
            value={isOfPlatform ? 'platform' : 'network'}
            onChange={(value) => setOfPlatform(value === 'platform')}
            data={[
              { value: 'network', label: network.name },
              { value: 'platform', label: t('audit.accounts') },
            ]}
            aria-label={t('audit.whose')}
          />
        )
      }
    >
      {account.isPlatform && <Verification />}
      <ProblemNotice error={log.error} onRetry={() => void log.refetch()} />
      <Card isFlush>
        {entries === undefined && !log.isError && <Skeleton h={320} radius={0} aria-busy="true" />}
        {entries?.length === 0 && <EmptyState title={t('audit.nothing')} />}
        {entries !== undefined && entries.length > 0 && (
          <ScrollArea label={t('navigation.auditLog')}>
            <table className={`${table.table} ${table.stacked}`}>
              <thead>
                <tr>
                  <th scope="col">{t('audit.at')}</th>
                  <th scope="col">{t('audit.action')}</th>
                  <th scope="col">{t('audit.who')}</th>
                  <th scope="col">{t('audit.door')}</th>
                  <th scope="col">{t('audit.details')}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => (
                  <AuditRow key={entry.entryNumber} entry={entry} nameOf={(id) => names.get(id)} />
                ))}
              </tbody>
            </table>
          </ScrollArea>
        )}
        {log.hasNextPage && (
          <Button
            variant="subtle"
            fullWidth
            radius={0}
            onClick={() => void log.fetchNextPage()}
            loading={log.isFetchingNextPage}
          >
            {t('common.more')}
          </Button>
        )}
      </Card>
    </Page>
  )
}
