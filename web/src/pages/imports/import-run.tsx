/** One import: how far it is, or what it did. */
import { Badge, Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { failedRun } from '../../api/client'
import { isUnderWay, type ImportRun as Run } from '../../api/imports'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { ImportReport } from './import-report'
import classes from './import-run.module.css'

interface ImportRunProps {
  readonly run: Run
  readonly isNewest: boolean
}

export function ImportRun({ run, isNewest }: ImportRunProps) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const { state, report, problem, kind, startedAt } = run
  return (
    <article className={classes.run}>
      <header>
        <div>
          <strong>{report?.network.name ?? t(`imports.kinds.${kind}`)}</strong>
          <span>
            {t(`imports.kinds.${kind}`)} · {instant(startedAt)}
          </span>
        </div>
        <Badge variant="default" data-state={state}>
          {t(`imports.states.${state}`)}
        </Badge>
      </header>
      {isUnderWay(run) && <Running {...run} />}
      {problem !== null && <ProblemNotice error={failedRun(problem)} />}
      {report !== null && (
        <details open={isNewest}>
          <summary>{t('imports.report')}</summary>
          <ImportReport report={report} />
        </details>
      )}
    </article>
  )
}

function Running({ progress }: Run) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const isReading = progress?.phase === 'reading' && progress.bytesTotal > 0
  const share = isReading ? (100 * progress.bytesRead) / progress.bytesTotal : 100
  return (
    <div role="status">
      <Progress value={share} animated={!isReading} aria-label={t('imports.progress')} />
      <p className="figures" style={{ margin: '8px 0 0', color: 'var(--quiet)', fontSize: '0.8125rem' }}>
        {isReading
          ? t('imports.reading', { file: progress.file, records: number(progress.recordsRead) })
          : t('imports.merging', { records: number(progress?.recordsRead ?? 0) })}
      </p>
    </div>
  )
}
