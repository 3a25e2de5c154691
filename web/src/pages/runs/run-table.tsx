import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { IssueReport, PlatformInvoiceListed } from '../../api/billing'
import { useFormat } from '../../components/format'
import { usePlace } from '../../components/use-place'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'

interface RunTableProps {
  readonly label: string
  readonly issued: IssueReport['issued']
  /** What is issued already, to compare with. */
  readonly items: readonly PlatformInvoiceListed[]
  /** Where the invoices are there to be opened; undefined for a preview. */
  readonly network: number | undefined
}

/** What is issued or would be, each beside the invoice before it. */
export function RunTable({ label, issued, items, network }: RunTableProps) {
  const { t } = useTranslation()
  const { number, change, money, moneyChange, instant } = useFormat()
  const { locations } = usePlace()
  const known = [...issued, ...items.filter(({ kind, isVoid }) => kind === 'invoice' && !isVoid)]
  return (
    <ScrollArea label={label}>
      <table className={table.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('platformInvoices.number')}</th>
            <th scope="col">{t('overview.location')}</th>
            <th scope="col">{t('platformInvoices.cutOff')}</th>
            <th scope="col" className={table.figure}>
              {t('overview.activeUsers')}
            </th>
            <th scope="col" className={table.figure}>
              {t('charge.total')}
            </th>
            <th scope="col">{t('runs.before')}</th>
          </tr>
        </thead>
        <tbody>
          {issued.map((one) => {
            const timeZone = locations?.find(({ locationId }) => locationId === one.locationId)?.timeZone
            const [before] = known
              .filter(({ locationId, cutOffAt }) => locationId === one.locationId && cutOffAt < one.cutOffAt)
              .sort((a, b) => b.cutOffAt.localeCompare(a.cutOffAt))
            return (
              <tr key={one.number}>
                <td className="figures">
                  {network === undefined ? (
                    one.number
                  ) : (
                    <Link
                      to="/settings/subscription/invoices/$number"
                      params={{ number: String(one.number) }}
                      search={{ network }}
                    >
                      {one.number}
                    </Link>
                  )}
                </td>
                <td className={table.nowrap}>{one.location}</td>
                <td className={`${table.nowrap} figures`}>{instant(one.cutOffAt, timeZone)}</td>
                <td className={table.figure}>{number(one.activeUsers)}</td>
                <td className={table.figure}>{money(one.totalMinor, one.currency)}</td>
                <td className={`${table.nowrap} ${table.quiet} figures`}>
                  {before === undefined
                    ? t('runs.first')
                    : `${change(one.activeUsers - before.activeUsers)} · ${moneyChange(one.totalMinor - before.totalMinor, one.currency)}`}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollArea>
  )
}
