/** What an import or a sync could not use, record by record: where it stands, and what is wrong with it. */
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/client'
import { withTexts } from '../texts/texts'
import { ScrollArea } from '../ui/scroll-area'
import table from '../ui/table.module.css'
import classes from './record-problems.module.css'

/** Most imports have none. */
const ProblemReason = lazy(withTexts('importReasons', () => import('./problem-reason')))

/** The rest is in the answer of the API. */
const MOST_PROBLEMS = 50

type Told = Pick<Schemas['ImportReport'], 'problems' | 'problemCount' | 'warningCount'>

export function RecordProblems({ problems, problemCount, warningCount }: Told) {
  const { t } = useTranslation()
  const more = problemCount + warningCount - Math.min(problems.length, MOST_PROBLEMS)
  return (
    <>
      <div className={classes.table}>
        <ScrollArea label={t('imports.problems')}>
          <table className={`${table.table} ${table.stacked}`}>
            <thead>
              <tr>
                <th scope="col">{t('imports.problem.file')}</th>
                <th scope="col">{t('imports.problem.record')}</th>
                <th scope="col">{t('imports.problem.field')}</th>
                <th scope="col">{t('imports.problem.reason')}</th>
                <th scope="col">{t('imports.problem.severity')}</th>
              </tr>
            </thead>
            <tbody>
              {problems.slice(0, MOST_PROBLEMS).map((problem) => (
                <Row
                  key={`${problem.file} ${problem.record} ${problem.field} ${problem.reason}`}
                  problem={problem}
                />
              ))}
            </tbody>
          </table>
        </ScrollArea>
      </div>
      {more > 0 && <p className={table.quiet}>{t('imports.moreProblems', { count: more })}</p>}
    </>
  )
}

function Row({ problem }: { readonly problem: Told['problems'][number] }) {
  const { t } = useTranslation()
  const { file, record, field, value, severity } = problem
  return (
    <tr>
      <td className={table.nowrap} data-head={t('imports.problem.file')}>
        {file}
      </td>
      <td data-head={t('imports.problem.record')}>{record}</td>
      <td data-head={t('imports.problem.field')}>
        {`${field}${value}` !== '' && (
          <>
            {field} <span className={table.quiet}>{value}</span>
          </>
        )}
      </td>
      <td data-whole>
        <Suspense>
          <ProblemReason problem={problem} />
        </Suspense>
      </td>
      <td className={table.nowrap} data-head={t('imports.problem.severity')}>
        {t(`imports.severity.${severity}`)}
      </td>
    </tr>
  )
}
