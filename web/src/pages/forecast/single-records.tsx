/** Who counts only because of one record, and what each costs at the margin. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Forecast } from '../../api/forecasts'
import { useFormat } from '../../components/format'
import { useKindName } from '../../components/kind-name'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'

interface SingleRecordsProps {
  readonly forecast: Forecast
  readonly network: number
  readonly location: number
}

export function SingleRecords({ forecast, network, location }: SingleRecordsProps) {
  const { t } = useTranslation()
  const { money } = useFormat()
  const kindName = useKindName()
  const { singleRecords, marginMinor, charge } = forecast
  const margin = marginMinor === null || charge === null ? '–' : money(marginMinor, charge.currency)
  return (
    <Card title={t('forecast.single.title')} description={t('forecast.single.about')} isFlush>
      {singleRecords.length === 0 ? (
        <EmptyState title={t('forecast.single.none')} />
      ) : (
        <ScrollArea label={t('forecast.single.title')}>
          <table className={`${table.table} ${table.stacked}`} aria-label={t('forecast.single.title')}>
            <thead>
              <tr>
                <th scope="col">{t('table.column.name')}</th>
                <th scope="col">{t('forecast.single.kind')}</th>
                <th scope="col">{t('forecast.single.record')}</th>
                <th scope="col" className={table.figure}>
                  {t('forecast.single.margin')}
                </th>
              </tr>
            </thead>
            <tbody>
              {singleRecords.map(({ customerId, name, kind, record }) => (
                <tr key={customerId}>
                  <td data-whole>
                    <Link
                      to="/settings/subscription/active-users"
                      search={{ network, location, customer: customerId }}
                    >
                      {name}
                    </Link>
                  </td>
                  <td data-whole>{kindName(kind)}</td>
                  <td className={`${table.quiet} figures`} data-head={t('forecast.single.record')}>
                    {record}
                  </td>
                  <td className={table.figure} data-head={t('forecast.single.margin')}>
                    {margin}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
    </Card>
  )
}
