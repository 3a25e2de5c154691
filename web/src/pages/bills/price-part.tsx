/** By which price the bill was judged and where it comes from; another one can be entered. */
import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PricePlan } from '../../api/billing'
import type { BillAudit } from '../../api/bills'
import { useFormat } from '../../components/format'
import { PlanDescription } from '../../components/plan-description'
import { Card } from '../../ui/card'
import classes from './bills.module.css'

interface PricePartProps {
  readonly audit: BillAudit
  readonly onPlan: (plan: PricePlan | undefined) => void
}

export function PricePart({ audit, onPlan }: PricePartProps) {
  const { t } = useTranslation()
  const { origin, plan, addOns, isOtherCurrency } = audit.pricePlan
  return (
    <Card title={t('bills.price.title')}>
      <p className={classes.note}>{t(`bills.price.${origin}`)}</p>
      {isOtherCurrency && <p className={classes.note}>{t('bills.price.otherCurrency')}</p>}
      <Inferred audit={audit} />
      {plan !== null && origin !== 'inferred' && (
        <div className={classes.block}>
          <PlanDescription plan={plan} addOns={addOns} />
        </div>
      )}
      <div className={classes.block}>
        <EnterPrice currency={audit.bill.currency ?? 'EUR'} isGiven={origin === 'given'} onPlan={onPlan} />
      </div>
    </Card>
  )
}

function Inferred({ audit }: { readonly audit: BillAudit }) {
  const { t, i18n } = useTranslation()
  const { number, money, price } = useFormat()
  const { inferred } = audit.pricePlan
  if (inferred === null) return null
  const { plan, state, fitting, others, from, until, pricedFrom, unitPriceMinor, currency } = inferred
  if (state !== 'determined') {
    return (
      <>
        <p className={classes.note}>{t(`bills.price.${state}`)}</p>
        {unitPriceMinor !== null && unitPriceMinor.least > 0 && (
          <p className={classes.note}>
            {t('bills.price.atLeast', { amount: money(unitPriceMinor.least, currency) })}
          </p>
        )}
      </>
    )
  }
  const [first, then] = plan?.usage?.model === 'graduated' ? plan.usage.tiers : []
  return (
    <>
      <p className={classes.note}>
        {t('bills.price.basedOn', {
          count: fitting.length,
          from: number(from ?? 0),
          until: number(until ?? 0),
        })}{' '}
        {plan !== null &&
          t(pricedFrom === 0 ? 'bills.price.follows' : 'bills.price.costs', {
            count: plan.includedActiveUsers ?? 0,
            base: price(plan.baseFee ?? 0, currency),
            unit: price(first?.unitPrice ?? 0, currency),
          })}{' '}
        {then !== undefined &&
          t('bills.price.then', {
            count: (plan?.includedActiveUsers ?? 0) + (first?.upTo ?? 0),
            unit: price(then.unitPrice ?? 0, currency),
          })}{' '}
        {pricedFrom !== null && pricedFrom > 0 && t('bills.price.pricedFrom', { from: number(pricedFrom) })}
      </p>
      {others.length > 0 && (
        <p className={classes.note}>
          {t('bills.price.others', { bills: new Intl.ListFormat(i18n.language).format(others) })}
        </p>
      )}
    </>
  )
}

interface EnterPriceProps {
  readonly currency: string
  readonly isGiven: boolean
  readonly onPlan: PricePartProps['onPlan']
}

function EnterPrice({ currency, isGiven, onPlan }: EnterPriceProps) {
  const { t } = useTranslation()
  const [base, setBase] = useState<string | number>('')
  const [included, setIncluded] = useState<string | number>('')
  const [unit, setUnit] = useState<string | number>('')
  const apply = () =>
    onPlan({
      name: t('bills.price.enter'),
      currency,
      baseFee: String(base === '' ? 0 : base),
      includedActiveUsers: Number(included),
      usage: { model: 'graduated', tiers: [{ upTo: null, unitPrice: String(unit) }] },
    })
  const amount = { min: 0, hideControls: true, allowNegative: false, suffix: ` ${currency}` } as const
  return (
    <details>
      <summary>{t('bills.price.enter')}</summary>
      <div className={`${classes.fields} ${classes.block}`}>
        <NumberInput label={t('bills.price.base')} value={base} onChange={setBase} {...amount} />
        <NumberInput
          label={t('bills.price.included')}
          value={included}
          onChange={setIncluded}
          min={0}
          allowDecimal={false}
          hideControls
        />
        <NumberInput label={t('bills.price.unit')} value={unit} onChange={setUnit} {...amount} />
      </div>
      <div className={classes.tools}>
        <Button variant="default" onClick={apply} disabled={unit === ''}>
          {t('bills.price.apply')}
        </Button>
        {isGiven && (
          <Button variant="subtle" onClick={() => onPlan(undefined)}>
            {t('bills.price.reset')}
          </Button>
        )}
      </div>
    </details>
  )
}
