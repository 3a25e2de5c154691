/** What rows say, looked up once for all of them: they are drawn while somebody scrolls. */
import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActiveUser } from '../../api/active-users'
import { useFormat } from '../../components/format'
import { useSourceWords } from '../../components/source-label'
import classes from './user-table.module.css'

export interface RowWords {
  choose(user: ActiveUser): string
  kind(user: ActiveUser): string
  since(user: ActiveUser): string
  sources(user: ActiveUser): ReactNode
  /** What is said beside the name of somebody of whom it holds. */
  states(user: ActiveUser): ReactNode
}

const STATES = ['isSuspended', 'isArchived', 'isDisputable'] as const

export function useRowWords(timeZone: string): RowWords {
  const { t } = useTranslation()
  const { day } = useFormat()
  const sourceWords = useSourceWords()
  return useMemo(
    () => ({
      choose: ({ name }) => t('selection.choose', { name }),
      kind: ({ kind }) => t(`activeUsers.kinds.${kind}`),
      since: ({ firstEvidenceAt }) => day(firstEvidenceAt, timeZone),
      sources: ({ sources }) => sourceWords(sources),
      states: (user) =>
        STATES.map(
          (state) =>
            user[state] && (
              <span key={state} className={classes.state}>
                {t(`activeUsers.states.${state}`)}
              </span>
            ),
        ),
    }),
    [t, day, timeZone, sourceWords],
  )
}

export function hasStates(user: ActiveUser): boolean {
  return STATES.some((state) => user[state])
}
