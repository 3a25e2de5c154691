import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/client'
import { useFormat } from '../../components/format'
import { useKnownWords } from '../../components/known-words'
import { RecordProblems } from '../../components/record-problems'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'
import classes from './import-run.module.css'

const FIGURES = ['read', 'added', 'changed', 'skipped'] as const
const MS_A_SECOND = 1000
/** What others belong to comes first. */
const KINDS = [
  ...['location', 'customer', 'customer_change', 'team', 'contract', 'pause'],
  ...['booking', 'customer_invoice', 'recurring_product', 'platform_invoice'],
]

export function ImportReport({ report }: { readonly report: Schemas['ImportReport'] }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const seconds = number(Math.ceil(report.durationMs / MS_A_SECOND))
  return (
    <div className={classes.report}>
      <p className="figures">
        {t(report.hasChanges ? 'imports.took' : 'imports.tookUnchanged', { seconds })}{' '}
        {t('imports.skippedCount', { count: report.problemCount })}{' '}
        {t('imports.warningCount', { count: report.warningCount })}
      </p>
      <Records {...report} />
      {report.problems.length > 0 && <RecordProblems {...report} />}
    </div>
  )
}

function Records({ records }: Schemas['ImportReport']) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const kindName = useRecordKind()
  const kinds = Object.entries(records)
    .filter(([, { read }]) => read > 0)
    .toSorted(([one], [other]) => KINDS.indexOf(one) - KINDS.indexOf(other))
  return (
    <div className={classes.table}>
      <ScrollArea label={t('imports.records')}>
        <table className={`${table.table} ${table.stacked}`}>
          <thead>
            <tr>
              <th scope="col">{t('imports.records')}</th>
              {FIGURES.map((figure) => (
                <th key={figure} scope="col" className={table.figure}>
                  {t(`imports.figures.${figure}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map(([kind, figures]) => (
              <tr key={kind}>
                <td data-whole>{kindName(kind)}</td>
                {FIGURES.map((figure) => (
                  <td key={figure} className={table.figure} data-head={t(`imports.figures.${figure}`)}>
                    {number(figures[figure])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </div>
  )
}

function useRecordKind(): (kind: string) => string {
  const known = useKnownWords()
  return (kind) => known(`imports.recordKinds.${kind}`) ?? kind.replaceAll('_', ' ')
}
