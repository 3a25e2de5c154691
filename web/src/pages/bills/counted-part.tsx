/** Everybody who was counted at the cut-off, with the sources; a name opens the evidence. */
import { Button, Group, Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type BillAudit, countedAddress, countedAtCutOffQuery } from '../../api/bills'
import { CustomerName } from '../../components/customer-name'
import { ProblemNotice } from '../../components/problem-notice'
import { SourceChips } from '../../components/source-label'
import { Card } from '../../ui/card'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'

export function CountedPart({ audit: { bill } }: { readonly audit: BillAudit }) {
  const { t } = useTranslation()
  const asked = {
    network: bill.networkId,
    location: bill.location.locationId,
    cutOffAt: bill.cutOffAt,
  }
  const users = useInfiniteQuery(countedAtCutOffQuery(asked))
  const rows = users.data?.pages.flatMap(({ activeUsers }) => activeUsers)
  return (
    <Card
      title={t('bills.everybody')}
      description={t('bills.everybodyAbout')}
      actions={
        <Group gap="xs">
          {(['csv', 'xlsx'] as const).map((format) => (
            <Button
              key={format}
              component="a"
              href={countedAddress(asked, format)}
              download
              variant="default"
              size="xs"
            >
              {format.toUpperCase()}
            </Button>
          ))}
        </Group>
      }
      isFlush
    >
      <ProblemNotice error={users.error} onRetry={() => void users.refetch()} />
      {rows === undefined && users.isPending && <Skeleton h={240} radius={0} aria-busy="true" />}
      {rows !== undefined && (
        <ScrollArea label={t('bills.everybody')}>
          <table className={`${table.table} ${table.stacked}`} aria-label={t('bills.everybody')}>
            <thead>
              <tr>
                <th scope="col">{t('table.column.name')}</th>
                <th scope="col">{t('table.column.sources')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ customerId, name, sources }) => (
                <tr key={customerId}>
                  <td data-whole>
                    <CustomerName customerId={customerId} name={name} />
                  </td>
                  <td data-whole>
                    <SourceChips sources={sources} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
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
  )
}
