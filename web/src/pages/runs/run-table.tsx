import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { platformInvoicesQuery } from '../../api/billing'
import type { IssueRunDetails } from '../../api/issue-runs'
import { useFormat } from '../../components/format'
import { usePlace } from '../../components/use-place'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'

type Issued = NonNullable<IssueRunDetails['report']>['issued']

interface RunTableProps {
  readonly label: string
  readonly run: IssueRunDetails
  readonly issued: Issued
}

/** What is issued or would be, each beside the invoice before it where the run is of one network. */
export function RunTable({ label, run, issued }: RunTableProps) {
  const { t } = useTranslation()
  const { number, change, money, moneyChange, instant } = useFormat()
  const { locations } = usePlace()
  const { network, isDryRun } = run
  const beforeOf = useInvoicesBefore(run, issued)
  return (
    <ScrollArea label={label}>
      <table className={`${table.table} ${table.stacked}`} aria-label={label}>
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
            {network !== null && <th scope="col">{t('runs.before')}</th>}
          </tr>
        </thead>
        <tbody>
          {issued.map((one) => {
            const timeZone = locations?.find(({ locationId }) => locationId === one.locationId)?.timeZone
            const before = beforeOf(one)
            return (
              <tr key={`${one.networkId} ${one.number}`}>
                <td className="figures" data-head={t('platformInvoices.number')}>
                  {isDryRun ? (
                    one.number
                  ) : (
                    <Link
                      to="/settings/subscription/invoices/$number"
                      params={{ number: String(one.number) }}
                      search={{ network: one.networkId }}
                    >
                      {one.number}
                    </Link>
                  )}
                </td>
                <td className={table.nowrap} data-head={t('overview.location')}>
                  {one.location}
                </td>
                <td className={`${table.nowrap} figures`} data-head={t('platformInvoices.cutOff')}>
                  {instant(one.cutOffAt, timeZone)}
                </td>
                <td className={table.figure} data-head={t('overview.activeUsers')}>
                  {number(one.activeUsers)}
                </td>
                <td className={table.figure} data-head={t('charge.total')}>
                  {money(one.totalMinor, one.currency)}
                </td>
                {network !== null && (
                  <td className={`${table.nowrap} ${table.quiet} figures`} data-head={t('runs.before')}>
                    {before === undefined
                      ? t('runs.first')
                      : `${change(one.activeUsers - before.activeUsers)} · ${moneyChange(one.totalMinor - before.totalMinor, one.currency)}`}
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollArea>
  )
}

/** Finds the last invoice before a cut-off, also among those of the run itself. */
function useInvoicesBefore({ network, location }: IssueRunDetails, issued: Issued) {
  const listed = useInfiniteQuery(platformInvoicesQuery(network?.networkId, location?.locationId))
  const invoices = listed.data?.pages
    .flatMap((page) => page.items)
    .filter(({ kind, isVoid }) => kind === 'invoice' && !isVoid)
  const known = [...issued, ...(invoices ?? [])]
  return ({ locationId, cutOffAt }: Issued[number]) =>
    known
      .filter((one) => one.locationId === locationId && one.cutOffAt < cutOffAt)
      .sort((a, b) => b.cutOffAt.localeCompare(a.cutOffAt))[0]
}
