/** All runs, the newest first; each leads to what it issued or would have issued. */
import { Badge, Button, Skeleton } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type IssueRun, issueRunsQuery } from '../../api/issue-runs'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'

export function PastRuns() {
  const { t } = useTranslation()
  const past = useInfiniteQuery(issueRunsQuery)
  const runs = past.data?.pages.flatMap((page) => page.runs)
  return (
    <Card title={t('runs.past')} description={t('runs.pastAbout')} isFlush>
      <ProblemNotice error={past.error} onRetry={() => void past.refetch()} />
      {past.isPending && <Skeleton h={160} radius={0} aria-busy="true" />}
      {runs?.length === 0 && <EmptyState title={t('runs.none')}>{t('runs.noneNote')}</EmptyState>}
      {runs !== undefined && runs.length > 0 && <Runs runs={runs} />}
      {past.hasNextPage && (
        <Button
          variant="subtle"
          fullWidth
          radius={0}
          onClick={() => void past.fetchNextPage()}
          loading={past.isFetchingNextPage}
        >
          {t('common.more')}
        </Button>
      )}
    </Card>
  )
}

function Runs({ runs }: { readonly runs: readonly IssueRun[] }) {
  const { t } = useTranslation()
  return (
    <ScrollArea label={t('runs.past')}>
      <table className={`${table.table} ${table.stacked}`} aria-label={t('runs.past')}>
        <thead>
          <tr>
            <th scope="col">{t('runs.run')}</th>
            <th scope="col">{t('runs.startedAt')}</th>
            <th scope="col">{t('runs.scope')}</th>
            <th scope="col">{t('runs.by')}</th>
            <th scope="col" className={table.figure}>
              {t('runs.invoices')}
            </th>
            <th scope="col" className={table.figure}>
              {t('charge.total')}
            </th>
            <th scope="col">{t('runs.state')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <Row key={run.runId} run={run} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

function Row({ run }: { readonly run: IssueRun }) {
  const { t } = useTranslation()
  const { number, money, instant } = useFormat()
  const { runId, isDryRun, startedAt, network, location, door, summary, state } = run
  return (
    <tr>
      <td className={table.nowrap} data-whole>
        <Link to="/runs" search={(was) => ({ ...was, run: runId })}>
          {t(isDryRun ? 'runs.titles.preview' : 'runs.titles.issued', { run: runId })}
        </Link>
      </td>
      <td className={`${table.nowrap} figures`} data-head={t('runs.startedAt')}>
        {instant(startedAt)}
      </td>
      <td className={table.nowrap} data-head={t('runs.scope')}>
        {network === null
          ? t('runs.everyNetwork')
          : [network.name, location?.name].filter((name) => name !== undefined).join(' · ')}
      </td>
      <td className={table.nowrap} data-head={t('runs.by')}>
        {t(`audit.doors.${door}`)}
      </td>
      <td className={table.figure} data-head={t('runs.invoices')}>
        {number(summary?.issued ?? run.progress?.issued ?? 0)}
      </td>
      <td className={table.figure} data-head={t('charge.total')}>
        {summary?.totals.map(({ totalMinor, currency }) => money(totalMinor, currency)).join(' + ')}
      </td>
      <td data-head={t('runs.state')}>
        <Badge variant="default" {...(state === 'failed' && { color: 'red' })}>
          {t(`runs.states.${state}`)}
        </Badge>
      </td>
    </tr>
  )
}
