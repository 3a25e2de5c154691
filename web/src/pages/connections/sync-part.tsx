/** Syncs a connection now, tells how far it is, and what the last ones did. */
import { Badge, Button, Group, Progress } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { failedRun } from '../../api/client'
import { isUnderWay, type SyncRun, startSync, syncsQuery } from '../../api/connections'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { RecordProblems } from '../../components/record-problems'
import classes from './connections.module.css'

const MS_A_SECOND = 1000

export function SyncPart({ connection }: { readonly connection: number }) {
  const { t } = useTranslation()
  const queryClient = useQueryClient()
  const { data: runs = [], error, refetch } = useQuery(syncsQuery(connection))
  const start = useMutation({
    mutationFn: (full: boolean) => startSync(connection, full),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['syncs', connection] }),
  })
  useFreshAfter(runs)
  const [newest, ...older] = runs
  const isBusy = start.isPending || runs.some(isUnderWay)
  return (
    <>
      <Group gap="xs">
        <Button onClick={() => start.mutate(false)} loading={isBusy}>
          {t('connections.sync')}
        </Button>
        <Button variant="subtle" onClick={() => start.mutate(true)} disabled={isBusy}>
          {t('connections.syncFull')}
        </Button>
      </Group>
      <ProblemNotice error={start.error} />
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {newest !== undefined && <Run run={newest} />}
      {older.length > 0 && (
        <details className={classes.more}>
          <summary>{t('connections.history')}</summary>
          {older.map((run) => (
            <Run key={run.runId} run={run} />
          ))}
        </details>
      )}
    </>
  )
}

/** A sync that has ended may have changed every figure. */
function useFreshAfter(runs: readonly SyncRun[]): void {
  const queryClient = useQueryClient()
  const wasUnderWay = useRef(false)
  const isNow = runs.some(isUnderWay)
  useEffect(() => {
    const hasEnded = wasUnderWay.current && !isNow
    wasUnderWay.current = isNow
    if (hasEnded) void queryClient.invalidateQueries()
  }, [isNow, queryClient])
}

function Run({ run }: { readonly run: SyncRun }) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const { state, problem, report, startedAt } = run
  return (
    <div className={classes.run}>
      <div className={classes.runHead}>
        <span className="figures">{instant(startedAt)}</span>
        <Badge variant="default" data-state={state}>
          {t(`connections.states.${state}`)}
        </Badge>
      </div>
      {isUnderWay(run) && <Running {...run} />}
      {report !== null && <Report report={report} />}
      {report !== null && <Unused report={report} />}
      {state === 'stopped' && <p>{t('connections.stopped')}</p>}
      {problem !== null && <ProblemNotice error={failedRun(problem)} />}
    </div>
  )
}

function Running({ state, progress }: SyncRun) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { kind = null, read = 0, total = null, throttled = 0 } = progress ?? {}
  const share = total === null || total === 0 ? 100 : (100 * read) / total
  const words = () => {
    if (state === 'merging') return t('connections.merging')
    if (kind === null) return t('connections.starting')
    const what = { kind: t(`connections.kinds.${kind}`), read: number(read) }
    return total === null
      ? t('connections.readingOn', what)
      : t('connections.reading', { ...what, total: number(total) })
  }
  return (
    <div role="status">
      <Progress
        value={state === 'merging' ? 100 : share}
        animated={state === 'merging'}
        aria-label={t('connections.progress')}
      />
      <p className="figures">
        {words()} {throttled > 0 && t('connections.throttled', { count: throttled })}
      </p>
    </div>
  )
}

function Report({ report }: { readonly report: NonNullable<SyncRun['report']> }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { added, changed, removed, notUnderstood, requests, throttled, durationMs, isFull } = report
  const isSame = added + changed + removed === 0
  const figures = { added: number(added), changed: number(changed), removed: number(removed) }
  const seconds = number(Math.ceil(durationMs / MS_A_SECOND))
  return (
    <p className="figures">
      <strong>{isSame ? t('connections.unchanged') : t('connections.changed', figures)}</strong>{' '}
      {notUnderstood > 0 && t('connections.notUnderstood', { count: notUnderstood })}{' '}
      {isFull && t('connections.isFull')} {t('connections.requests', { requests: number(requests), seconds })}{' '}
      {throttled > 0 && t('connections.throttled', { count: throttled })}
    </p>
  )
}

/** What could not even be kept first, then what could not be used of what was. */
function Unused({ report }: { readonly report: NonNullable<SyncRun['report']> }) {
  const { t } = useTranslation()
  const { imported, notUnderstood } = report
  const problems = [...report.problems, ...(imported?.problems ?? [])]
  if (problems.length === 0) return null
  return (
    <details className={classes.more}>
      <summary>{t('imports.problems')}</summary>
      <RecordProblems
        problems={problems}
        problemCount={notUnderstood}
        warningCount={imported?.warningCount ?? 0}
      />
    </details>
  )
}
