/** What a price plan says: sentences, a table of its tiers, its add-ons and its note. */
import { useTranslation } from 'react-i18next'
import type { PricePlan } from '../api/billing'
import table from '../ui/table.module.css'
import { useFormat } from './format'
import classes from './plan-description.module.css'
import { tierRows, usePlanWords } from './plan-words'

interface PlanDescriptionProps {
  readonly plan: PricePlan
  /** Units of add-ons that are taken, by id. */
  readonly addOns?: Readonly<Record<string, number>>
}

export function PlanDescription({ plan, addOns }: PlanDescriptionProps) {
  const { t } = useTranslation()
  const sentences = usePlanWords(plan)
  return (
    <div className={classes.description}>
      <ul className={classes.sentences}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <TierTable plan={plan} />
      <AddOns plan={plan} taken={addOns} />
      {plan.note !== undefined && plan.note !== '' && (
        <p className={classes.note}>
          {t('planWords.note')} {plan.note}
        </p>
      )}
    </div>
  )
}

function TierTable({ plan }: { readonly plan: PricePlan }) {
  const { t } = useTranslation()
  const { number, price } = useFormat()
  const rows = tierRows(plan)
  if (rows.length === 0) return null
  const hasFlatFee = rows.some(({ flatFee }) => flatFee !== undefined)
  const amount = (decimal: string | number | undefined) => price(decimal ?? 0, plan.currency)
  return (
    <table className={`${table.table} ${table.bare}`} aria-label={t('planWords.tiers')}>
      <thead>
        <tr>
          <th scope="col">{t('planWords.activeUsers')}</th>
          <th scope="col" className={table.figure}>
            {t('planWords.unitPrice')}
          </th>
          {hasFlatFee && (
            <th scope="col" className={table.figure}>
              {t('planWords.flatFee')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {(plan.includedActiveUsers ?? 0) > 0 && (
          <tr>
            <td className="figures">0 – {number(plan.includedActiveUsers ?? 0)}</td>
            <td className={`${table.figure} ${table.quiet}`}>{t('planWords.included')}</td>
            {hasFlatFee && <td className={`${table.figure} ${table.quiet}`}>–</td>}
          </tr>
        )}
        {rows.map(({ from, until, unitPrice, flatFee }) => (
          <tr key={from}>
            <td className="figures">
              {until === null
                ? t('planWords.fromOn', { from: number(from) })
                : `${number(from)} – ${number(until)}`}
            </td>
            <td className={table.figure}>{amount(unitPrice)}</td>
            {hasFlatFee && <td className={table.figure}>{flatFee === undefined ? '–' : amount(flatFee)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function AddOns({
  plan,
  taken,
}: {
  readonly plan: PricePlan
  readonly taken: PlanDescriptionProps['addOns']
}) {
  const { t } = useTranslation()
  const { number, price } = useFormat()
  const { addOns = [], currency } = plan
  const shown = taken === undefined ? addOns : addOns.filter(({ id }) => taken[id] !== undefined)
  if (shown.length === 0) return null
  return (
    <div>
      <h3 className={classes.heading}>
        {t(taken === undefined ? 'planWords.addOns' : 'planWords.addOnsTaken')}
      </h3>
      <ul className={classes.sentences}>
        {shown.map((addOn) => (
          <li key={addOn.id}>
            {t(`planWords.addOn.${addOn.kind}`, {
              name: addOn.name,
              amount: price(addOn.kind === 'fixed' ? addOn.fee : addOn.unitPrice, currency),
            })}
            {addOn.kind === 'per_unit' &&
              taken !== undefined &&
              ` ${t('planWords.units', { units: number(taken[addOn.id] ?? 0) })}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
