/** What an import or a sync could not use, record by record: where it stands, and what is wrong with it. */
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/client'
import { ScrollArea } from '../ui/scroll-area'
import table from '../ui/table.module.css'
import classes from './record-problems.module.css'

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
          <table className={table.table}>
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
              {problems.slice(0, MOST_PROBLEMS).map(({ file, record, field, value, reason, severity }) => (
                <tr key={`${file} ${record} ${field} ${reason}`}>
                  <td className={table.nowrap}>{file}</td>
                  <td>{record}</td>
                  <td>
                    {field} <span className={table.quiet}>{value}</span>
                  </td>
                  <td>{reason}</td>
                  <td className={table.nowrap}>{t(`imports.severity.${severity}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      </div>
      {more > 0 && <p className={table.quiet}>{t('imports.moreProblems', { count: more })}</p>}
    </>
  )
}
