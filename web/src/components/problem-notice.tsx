/** A request that failed: what was wrong, what to do, and the number to report it by. */
import { Button } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { type Problem, problemOf } from '../api/client'
import { withTexts } from '../texts/texts'
import { Notice } from '../ui/notice'
import { useKnownWords } from './known-words'

/** Most codes are met by few, so that their words come when they are. */
const RefusalNotice = lazy(withTexts('refusals', () => import('./refusal-notice')))

interface ProblemNoticeProps {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
  /** Where the fields say themselves what is wrong with them. */
  readonly isFieldsOnly?: boolean
}

export function ProblemNotice({ error, onRetry, isFieldsOnly = false }: ProblemNoticeProps) {
  const known = useKnownWords()
  const problem = problemOf(error)
  if (error === null || error === undefined) return null
  if (isFieldsOnly && problem.code === 'FIELDS_INVALID') return null
  const key = `problems.known.${problem.code}`
  const [detail, next] = [known(`${key}.detail`), known(`${key}.next`)]
  if (detail === undefined || next === undefined) {
    return (
      <Suspense>
        <RefusalNotice problem={problem} onRetry={onRetry} />
      </Suspense>
    )
  }
  return <ProblemBody problem={{ ...problem, detail, next }} onRetry={onRetry} />
}

export interface ProblemBodyProps extends Pick<ProblemNoticeProps, 'onRetry'> {
  readonly problem: Problem
}

/** @param exactly what the server said, where the panel’s words stand for it */
export function ProblemBody({
  problem,
  exactly,
  onRetry,
}: ProblemBodyProps & { readonly exactly?: string | undefined }) {
  const { t } = useTranslation()
  return (
    <Notice
      tone="bad"
      title={problem.detail}
      action={
        onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('problems.retry')}
          </Button>
        )
      }
    >
      {problem.next}
      {exactly !== undefined && (
        <div>
          {t('problems.exactly')} <q lang="en">{exactly}</q>
        </div>
      )}
      {problem.requestId !== '' && problem.status >= 500 && (
        <div>
          {t('problems.requestId')} <code>{problem.requestId}</code>
        </div>
      )}
    </Notice>
  )
}
