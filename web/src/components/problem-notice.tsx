/** A request that failed: what was wrong, what to do, and the number to report it by. */
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Problem, problemOf } from '../api/client'
import { Notice } from '../ui/notice'
import { useKnownWords } from './known-words'

interface ProblemNoticeProps {
  readonly error: unknown
  readonly onRetry?: (() => void) | undefined
  /** Where the fields say themselves what is wrong with them. */
  readonly isFieldsOnly?: boolean
}

export function ProblemNotice({ error, onRetry, isFieldsOnly = false }: ProblemNoticeProps) {
  const { t } = useTranslation()
  const problem = problemOf(error)
  const { detail, next } = useProblemWords(problem)
  if (error === null || error === undefined) return null
  if (isFieldsOnly && problem.code === 'FIELDS_INVALID') return null
  return (
    <Notice
      tone="bad"
      title={detail}
      action={
        onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('problems.retry')}
          </Button>
        )
      }
    >
      {next}
      {problem.requestId !== '' && problem.status >= 500 && (
        <div>
          {t('problems.requestId')} <code>{problem.requestId}</code>
        </div>
      )}
    </Notice>
  )
}

/** Known codes in the panel’s language; of others what the server says. */
function useProblemWords(problem: Problem): Pick<Problem, 'detail' | 'next'> {
  const known = useKnownWords()
  const key = `problems.known.${problem.code}`
  return { detail: known(`${key}.detail`) ?? problem.detail, next: known(`${key}.next`) ?? problem.next }
}
