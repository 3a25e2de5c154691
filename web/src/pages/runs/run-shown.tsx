/** One run: how far it is, or what it issued, or would issue. */
import { Button, Progress, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { failedRun } from '../../api/client'
import { confirmPreview, type IssueRunDetails, issueRunQuery, issueRunsQuery } from '../../api/issue-runs'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { RequestDialog } from '../../components/request-dialog'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { ItemList } from '../../ui/item-list'
import { Notice } from '../../ui/notice'
import { RunComparison } from './run-comparison'
import { RunTable } from './run-table'

export function RunShown({ runId }: { readonly runId: number }) {
  const { t } = useTranslation()
  const { data: run, error, isPending, refetch } = useQuery(issueRunQuery(runId))
  useFreshAfter(run)
  if (run === undefined) {
    return (
      <>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
        {isPending && <Skeleton h={200} radius="lg" aria-busy="true" />}
      </>
    )
  }
  const { isDryRun, problem, report, comparison } = run
  const issued = report?.issued ?? []
  const title = t(isDryRun ? 'runs.titles.preview' : 'runs.titles.issued', { run: runId })
  return (
    <>
      {problem !== null && <ProblemNotice error={failedRun(problem)} />}
      <Outcome run={run} />
      {comparison !== null && <RunComparison comparison={comparison} />}
      <Card
        title={title}
        description={t(isDryRun ? 'runs.previewAbout' : 'runs.issuedAbout')}
        actions={<Confirmation run={run} />}
        isFlush
      >
        {run.state === 'running' && <Running run={run} />}
        {run.state === 'done' && issued.length === 0 && (
          <EmptyState title={t(isDryRun ? 'runs.nothing' : 'runs.noneIssued')}>
            {t('runs.nothingNote')}
          </EmptyState>
        )}
        {issued.length > 0 && <RunTable label={title} run={run} issued={issued} />}
      </Card>
      <Skipped run={run} />
    </>
  )
}

/** What was issued changes what other pages show. */
function useFreshAfter(run: IssueRunDetails | undefined): void {
  const queryClient = useQueryClient()
  const hasIssued = run !== undefined && !run.isDryRun && run.state !== 'running'
  useEffect(() => {
    if (!hasIssued) return
    void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'issue-run' })
  }, [hasIssued, queryClient])
}

interface RunProps {
  readonly run: IssueRunDetails
}

function Running({ run: { progress } }: RunProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const share = progress === null ? 0 : (100 * progress.issued) / Math.max(progress.due, 1)
  return (
    <div role="status" aria-busy="true" style={{ padding: '20px' }}>
      <Progress
        value={progress === null ? 100 : share}
        animated={progress === null}
        aria-label={t('runs.progress')}
      />
      <p className="figures" style={{ margin: '8px 0 0', color: 'var(--quiet)', fontSize: '0.8125rem' }}>
        {progress === null
          ? t('runs.beginning')
          : t('runs.working', {
              done: number(progress.issued),
              due: number(progress.due),
              networksDone: number(progress.networksDone),
              networks: number(progress.networks),
            })}
      </p>
    </div>
  )
}

function Outcome({ run: { isDryRun, state, summary, comparison } }: RunProps) {
  const { t } = useTranslation()
  const { money } = useFormat()
  if (state === 'running' || summary === null || summary.issued === 0) return null
  const totals = summary.totals.map(({ totalMinor, currency }) => money(totalMinor, currency)).join(' + ')
  const text = { count: summary.issued, totals }
  return (
    <Notice tone={isDryRun ? 'info' : 'good'} title={t(isDryRun ? 'runs.wouldBe' : 'runs.issued', text)}>
      {comparison?.isSame === true && t('runs.same', { preview: comparison.previewRunId })}
    </Notice>
  )
}

/** A preview is confirmed once; afterwards it leads to the run that did it. */
function Confirmation({ run: { runId, isDryRun, state, summary } }: RunProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [isOpen, dialog] = useDisclosure(false)
  const known = useInfiniteQuery(issueRunsQuery)
  const count = summary?.issued ?? 0
  if (!isDryRun || state !== 'done' || count === 0) return null
  const confirmedBy = known.data?.pages
    .flatMap(({ runs }) => runs)
    .find(({ previewRunId }) => previewRunId === runId)
  const goTo = (run: number) => ({ to: '/runs' as const, search: (was: object) => ({ ...was, run }) })
  if (confirmedBy !== undefined) {
    return <Link {...goTo(confirmedBy.runId)}>{t('runs.confirmed', { run: confirmedBy.runId })}</Link>
  }
  return (
    <>
      <Button onClick={dialog.open}>{t('runs.issue', { count })}</Button>
      <RequestDialog
        isOpen={isOpen}
        onClose={dialog.close}
        title={t('runs.issue', { count })}
        about={`${t('runs.confirm', { count })} ${t('runs.confirmSince')}`}
        action={t('runs.issue', { count })}
        request={() => confirmPreview(runId)}
        onDone={(begun) => void navigate(goTo(begun.runId))}
      />
    </>
  )
}

function Skipped({ run: { report } }: RunProps) {
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
