/** What a plan charges, as it is typed: the curve, and the lines of one number of active users. */
import { Checkbox, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type PricePlan, pricePreviewQuery } from '../../api/billing'
import { ChargeLines } from '../../components/charge-lines'
import { useFormat } from '../../components/format'
import { PlanCurve } from '../../components/plan-curve'
import { ProblemNotice } from '../../components/problem-notice'
import { Card } from '../../ui/card'
import classes from './editor.module.css'

export interface PreviewChosen {
  readonly count: number
  /** Units by the id of the add-on. */
  readonly addOns: Readonly<Record<string, number>>
}

interface PlanPreviewProps {
  readonly plan: PricePlan
  /** What is typed cannot be priced, so that this is of before. */
  readonly isStale: boolean
  readonly chosen: PreviewChosen
  readonly onChoose: (chosen: PreviewChosen) => void
}

/** More than any curve is long, and less than the server takes. */
const MOST = 1_000_000

export function PlanPreview({ plan, isStale, chosen, onChoose }: PlanPreviewProps) {
  const { t } = useTranslation()
  const { count } = chosen
  const addOns = takenOf(plan, chosen)
  const priced = useQuery(pricePreviewQuery({ plan, count, addOns }))
  return (
    <Card
      title={t('pricePlans.preview')}
      description={isStale ? t('planEditor.stale') : t('planEditor.previewAbout')}
      isFlush
    >
      <div className={isStale ? classes.stale : undefined}>
        <div style={{ padding: '14px 20px' }}>
          <PlanCurve
            plan={plan}
            addOns={addOns}
            chosen={count}
            onChoose={(x) => onChoose({ ...chosen, count: x })}
          />
        </div>
        <div className={classes.count}>
          <TextInput
            label={t('curve.slider')}
            inputMode="numeric"
            w={150}
            value={String(count)}
            onChange={(event) => onChoose({ ...chosen, count: wholeOf(event.currentTarget.value) })}
          />
          {(plan.addOns ?? []).map((addOn) => (
            <Taken
              key={addOn.id}
              addOn={addOn}
              units={addOns[addOn.id] ?? 0}
              onTake={(units) => onChoose({ ...chosen, addOns: { ...chosen.addOns, [addOn.id]: units } })}
            />
          ))}
        </div>
        <ProblemNotice error={priced.error} />
        {priced.data !== undefined && <ChargeLines {...priced.data.charge} plan={plan} />}
      </div>
    </Card>
  )
}

interface TakenProps {
  readonly addOn: NonNullable<PricePlan['addOns']>[number]
  readonly units: number
  readonly onTake: (units: number) => void
}

/** Only what is charged by the unit is asked for a number. */
function Taken({ addOn: { name, kind }, units, onTake }: TakenProps) {
  const { t } = useTranslation()
  if (kind !== 'per_unit') {
    return (
      <Checkbox
        label={t('planEditor.taken', { name })}
        checked={units > 0}
        onChange={(event) => onTake(event.currentTarget.checked ? 1 : 0)}
      />
    )
  }
  return (
    <TextInput
      label={t('yourPlan.units', { name })}
      inputMode="numeric"
      w={150}
      value={String(units)}
      onChange={(event) => onTake(wholeOf(event.currentTarget.value))}
    />
  )
}

/** Add-ons that the plan has and of which a unit is taken. */
function takenOf({ addOns = [] }: PricePlan, chosen: PreviewChosen): Readonly<Record<string, number>> {
  const taken = addOns.map(({ id }) => [id, chosen.addOns[id] ?? 0] as const)
  return Object.fromEntries(taken.filter(([, units]) => units > 0))
}

function wholeOf(typed: string): number {
  return Math.min(MOST, Number(typed.replace(/\D/g, '')))
}

/** The total at the number that was chosen, where the preview itself is further down. */
export function PreviewBar({ plan, chosen }: Pick<PlanPreviewProps, 'plan' | 'chosen'>) {
  const { t } = useTranslation()
  const { number, money } = useFormat()
  const { count } = chosen
  const priced = useQuery(pricePreviewQuery({ plan, count, addOns: takenOf(plan, chosen) }))
  if (priced.data === undefined) return null
  const { totalMinor, currency } = priced.data.charge
  return (
    <a href="#preview" className={classes.bar}>
      {t('curve.reading', { count, users: number(count), amount: money(totalMinor, currency) })}
    </a>
  )
}
