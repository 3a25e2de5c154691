/** The cut-offs on which a run differs from the preview that it confirmed. */
import { useTranslation } from 'react-i18next'
import type { IssueRunDetails } from '../../api/issue-runs'
import { useFormat } from '../../components/format'
import { usePlace } from '../../components/use-place'
import { Card } from '../../ui/card'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'

type Comparison = NonNullable<IssueRunDetails['comparison']>
type Figures = Comparison['differences'][number]['preview']

export function RunComparison({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const { locations } = usePlace()
  const { differences, previewRunId } = comparison
  if (differences.length === 0) return null
  const title = t('runs.differs', { count: differences.length, preview: previewRunId })
  return (
    <Card title={title} isFlush>
      <ScrollArea label={title}>
        <table className={`${table.table} ${table.stacked}`} aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('overview.location')}</th>
              <th scope="col">{t('platformInvoices.cutOff')}</th>
              <th scope="col">{t('runs.previewed')}</th>
              <th scope="col">{t('runs.really')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ locationId, location, cutOffAt, preview, issued }) => (
              <tr key={`${locationId} ${cutOffAt}`}>
                <td className={table.nowrap} data-whole>
                  {location}
                </td>
                <td className={`${table.nowrap} figures`} data-whole>
                  {instant(cutOffAt, locations?.find((one) => one.locationId === locationId)?.timeZone)}
                </td>
                <td className="figures" data-head={t('runs.previewed')}>
                  <FiguresOf figures={preview} />
                </td>
                <td className="figures" data-head={t('runs.really')}>
                  <FiguresOf figures={issued} />
                  {isAlike(preview, issued) && <div className={table.quiet}>{t('runs.otherList')}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Card>
  )
}

function FiguresOf({ figures }: { readonly figures: Figures }) {
  const { t } = useTranslation()
  const { money } = useFormat()
  if (figures === null) return t('runs.notIn')
  const { activeUsers, totalMinor, currency } = figures
  return t('runs.figures', { count: activeUsers, total: money(totalMinor, currency) })
}

function isAlike(a: Figures, b: Figures): boolean {
  return a !== null && b !== null && a.activeUsers === b.activeUsers && a.totalMinor === b.totalMinor
}
