/** The lines of a charge as they were charged, with tax and total. */
import { useTranslation } from 'react-i18next'
import type { ChargeLine, PricePlan } from '../api/billing'
import { ScrollArea } from '../ui/scroll-area'
import table from '../ui/table.module.css'
import { useFormat } from './format'
import { useLineWords } from './line-words'

interface ChargeLinesProps {
  readonly lines: readonly ChargeLine[]
  readonly currency: string
  readonly netMinor: number
  readonly taxMinor: number
  readonly totalMinor: number
  /** Says in the panel’s language what each line charges; without it they are told as they were frozen. */
  readonly plan?: PricePlan | undefined
  /** In the order of their lines. */
  readonly supplements?: readonly { readonly about: number }[] | undefined
}

export function ChargeLines(props: ChargeLinesProps) {
  const { lines, currency, netMinor, taxMinor, totalMinor, plan, supplements } = props
  const { t } = useTranslation()
  const words = useLineWords(lines, plan, supplements)
  const { number, money, price } = useFormat()
  const tax = lines.find(({ kind }) => kind === 'tax')
  const beforeTotal: readonly (readonly [string, number])[] =
    tax === undefined
      ? []
      : [
          [t('charge.net'), netMinor],
          [words(tax), taxMinor],
        ]
  return (
    <ScrollArea label={t('charge.lines')}>
      <table className={`${table.table} ${table.stacked}`} aria-label={t('charge.lines')}>
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
          {lines
            .filter((line) => line !== tax)
            .map((line) => ({ ...line, words: words(line), key: lines.indexOf(line) }))
            .map(({ key, words: description, quantity, unitPrice, flatFee, amountMinor }) => (
              <tr key={key}>
                <td data-whole>
                  {description}
                  {flatFee !== null && (
                    <div className={table.quiet}>
                      {t('charge.flatFee', { fee: price(flatFee, currency) })}
                    </div>
                  )}
                </td>
                <td className={table.figure} data-head={t('charge.quantity')}>
                  {unitPrice === null ? '' : number(quantity)}
                </td>
                <td className={table.figure} data-head={t('charge.unitPrice')}>
                  {unitPrice === null ? '' : price(unitPrice, currency)}
                </td>
                <td className={table.figure} data-head={t('charge.amount')}>
                  {money(amountMinor, currency)}
                </td>
              </tr>
            ))}
        </tbody>
        <tfoot>
          {beforeTotal.map(([name, minor]) => (
            <tr key={name}>
              <th scope="row" colSpan={3}>
                {name}
              </th>
              <td className={table.figure}>{money(minor, currency)}</td>
            </tr>
          ))}
          <tr className={table.total}>
            <th scope="row" colSpan={3}>
              {t('charge.total')}
            </th>
            <td className={table.figure}>{money(totalMinor, currency)}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollArea>
  )
}
