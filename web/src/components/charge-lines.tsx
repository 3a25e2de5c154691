/** The lines of a charge as they were charged, with tax and total. */
import { useTranslation } from 'react-i18next'
import type { ChargeLine } from '../api/billing'
import { ScrollArea } from '../ui/scroll-area'
import table from '../ui/table.module.css'
import { useFormat } from './format'

interface ChargeLinesProps {
  readonly lines: readonly ChargeLine[]
  readonly currency: string
  readonly netMinor: number
  readonly taxMinor: number
  readonly totalMinor: number
}

export function ChargeLines({ lines, currency, netMinor, taxMinor, totalMinor }: ChargeLinesProps) {
  const { t } = useTranslation()
  const { number, money, price } = useFormat()
  const hasTax = lines.some(({ kind }) => kind === 'tax')
  const sums = [
    ...(hasTax
      ? ([
          ['charge.net', netMinor],
          ['charge.tax', taxMinor],
        ] as const)
      : []),
    ['charge.total', totalMinor] as const,
  ]
  return (
    <ScrollArea label={t('charge.lines')}>
      <table className={table.table} aria-label={t('charge.lines')}>
        <thead>
          <tr>
            <th scope="col">{t('charge.line')}</th>
            <th scope="col" className={table.figure}>
              {t('charge.quantity')}
            </th>
            <th scope="col" className={table.figure}>
              {t('charge.unitPrice')}
            </th>
            <th scope="col" className={table.figure}>
              {t('charge.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ kind, description, quantity, unitPrice, flatFee, amountMinor }) => (
            <tr key={`${kind} ${description}`}>
              <td>
                {description}
                {flatFee !== null && (
                  <div className={table.quiet}>{t('charge.flatFee', { fee: price(flatFee, currency) })}</div>
                )}
              </td>
              <td className={table.figure}>{unitPrice === null ? '' : number(quantity)}</td>
              <td className={table.figure}>{unitPrice === null ? '' : price(unitPrice, currency)}</td>
              <td className={table.figure}>{money(amountMinor, currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {sums.map(([name, minor]) => (
            <tr key={name}>
              <th scope="row" colSpan={3}>
                {t(name)}
              </th>
              <td className={table.figure}>
                {name === 'charge.total' ? <strong>{money(minor, currency)}</strong> : money(minor, currency)}
              </td>
            </tr>
          ))}
        </tfoot>
      </table>
    </ScrollArea>
  )
}
