import { Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { importsQuery, type ImportRun as Run } from '../../api/imports'
import { useAccount } from '../../api/session'
import { CsvTemplatesButton } from '../../components/csv-templates-button'
import { ProblemNotice } from '../../components/problem-notice'
import { usePlace } from '../../components/use-place'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { ImportRun } from './import-run'
import { Upload } from './upload'

export function ImportsPage() {
  const { t } = useTranslation()
  const { network } = usePlace()
  const { isPlatform } = useAccount()
  // an upload that failed may have told no network
  const imports = useInfiniteQuery(importsQuery(isPlatform ? undefined : network?.networkId))
  const runs = imports.data?.pages.flatMap((page) => page.runs)
  useFreshAfter(runs)
  return (
    <Page title={t('navigation.imports')} description={t('imports.about')} actions={<CsvTemplatesButton />}>
      <Upload />
      <ProblemNotice error={imports.error} onRetry={() => void imports.refetch()} />
      <h2 style={{ margin: '8px 0 -8px', fontSize: '0.9375rem' }}>{t('imports.history')}</h2>
      {runs === undefined && !imports.isError && <Skeleton h={120} radius="lg" aria-busy="true" />}
      {runs?.length === 0 && <EmptyState title={t('imports.none')}>{t('imports.noneNote')}</EmptyState>}
      {runs?.map((run, at) => (
        <ImportRun key={run.runId} run={run} isNewest={at === 0} />
      ))}
      {imports.hasNextPage && (
        <Button
          variant="default"
          onClick={() => void imports.fetchNextPage()}
          loading={imports.isFetchingNextPage}
        >
          {t('common.more')}
        </Button>
      )}
    </Page>
  )
}

/** An import that has ended may have changed every figure, and the list of networks. */
function useFreshAfter(runs: readonly Run[] | undefined): void {
  const queryClient = useQueryClient()
  const before = useRef<number>(undefined)
  const ended = runs?.filter(({ endedAt }) => endedAt !== null).length
  useEffect(() => {
    const isFirstLook = before.current === undefined
    before.current = ended
    if (!isFirstLook) void queryClient.invalidateQueries()
  }, [ended, queryClient])
}
