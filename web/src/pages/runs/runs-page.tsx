import { Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type IssueReport,
  issuePlatformInvoices,
  type PlatformInvoiceListed,
  platformInvoicesQuery,
} from '../../api/billing'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { RequestDialog } from '../../components/request-dialog'
import { usePlace } from '../../components/use-place'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { ItemList } from '../../ui/item-list'
import { Notice } from '../../ui/notice'
import { Page } from '../../ui/page'
import { RunTable } from './run-table'

/** Issues what is due: a preview, a confirmation, the result beside the preview. */
export function RunsPage() {
  const { t } = useTranslation()
  const { network, location, networks, error } = usePlace()
  const networkId = network?.networkId
  const asked = { network: networkId ?? 0, location: location?.locationId }
  const preview = useQuery({
    queryKey: ['issue-preview', asked],
    queryFn: () => issuePlatformInvoices({ ...asked, dryRun: true }),
    enabled: network !== undefined,
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
  const invoices = useInfiniteQuery(platformInvoicesQuery(networkId, location?.locationId))
  const items = invoices.data?.pages.flatMap((page) => page.items) ?? []
  const [result, setResult] = useState<IssueReport>()
  const [isOpen, dialog] = useDisclosure(false)
  const due = preview.data?.issued ?? []
  return (
    <Page
      isWide
      title={t('navigation.runs')}
      crumbs={[network?.name, location?.name].filter((name) => name !== undefined)}
      description={t('runs.about')}
      actions={
        <>
          <Button variant="default" onClick={() => void preview.refetch()} loading={preview.isFetching}>
            {t('runs.again')}
          </Button>
          <Button onClick={dialog.open} disabled={due.length === 0}>
            {t('runs.issue', { count: due.length })}
          </Button>
        </>
      }
    >
      <ProblemNotice error={error ?? preview.error} onRetry={() => void preview.refetch()} />
      {result !== undefined && <Result result={result} items={items} network={networkId} />}
      <Card title={t('runs.preview')} description={t('runs.previewAbout')} isFlush>
        {networks?.length === 0 && <EmptyState title={t('activeUsers.noNetwork')} />}
        {network !== undefined && preview.isPending && <Skeleton h={200} radius={0} aria-busy="true" />}
        {preview.data !== undefined && due.length === 0 && (
          <EmptyState title={t('runs.nothing')}>{t('runs.nothingNote')}</EmptyState>
        )}
        {due.length > 0 && (
          <RunTable label={t('runs.preview')} issued={due} items={items} network={undefined} />
        )}
      </Card>
      <Skipped report={preview.data} />
      <Past items={items} />
      <RequestDialog
        isOpen={isOpen}
        onClose={dialog.close}
        title={t('runs.issue', { count: due.length })}
        about={t('runs.confirm', { count: due.length })}
        action={t('runs.issue', { count: due.length })}
        request={() => issuePlatformInvoices({ ...asked, dryRun: false })}
        onDone={setResult}
      />
    </Page>
  )
}

interface ResultProps {
  readonly result: IssueReport
  readonly items: readonly PlatformInvoiceListed[]
  readonly network: number | undefined
}

function Result({ result, items, network }: ResultProps) {
  const { t } = useTranslation()
  return (
    <>
      <Notice tone="good" title={t('runs.issued', { count: result.issued.length })} />
      <Card title={t('runs.result')} isFlush>
        <RunTable label={t('runs.result')} issued={result.issued} items={items} network={network} />
      </Card>
    </>
  )
}

function Skipped({ report }: { readonly report: IssueReport | undefined }) {
  const { t } = useTranslation()
  const skipped = (report?.skipped ?? []).filter(({ reason }) => reason !== 'nothing_due')
  if (skipped.length === 0) return null
  return (
    <Card title={t('runs.skipped')}>
      <ItemList>
        {skipped.map(({ locationId, name, reason }) => (
          <ItemList.Item key={locationId} title={name} note={t(`runs.reasons.${reason}`)} />
        ))}
      </ItemList>
    </Card>
  )
}

/** What was issued together has one instant. */
function Past({ items }: { readonly items: readonly PlatformInvoiceListed[] }) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const byInstant = new Map<string, number[]>()
  for (const { kind, issuedAt, number } of items) {
    if (kind === 'invoice') byInstant.set(issuedAt, [...(byInstant.get(issuedAt) ?? []), number])
  }
  if (byInstant.size === 0) return null
  return (
    <Card title={t('runs.past')} description={t('runs.pastAbout')}>
      <ItemList>
        {[...byInstant].map(([issuedAt, numbers]) => (
          <ItemList.Item
            key={issuedAt}
            title={instant(issuedAt)}
            note={t('runs.numbers', {
              count: numbers.length,
              first: Math.min(...numbers),
              last: Math.max(...numbers),
            })}
          />
        ))}
      </ItemList>
    </Card>
  )
}
