/** The charge of a price plan over the number of active users, with its cliffs and where a location stands. */
import { Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type PricePlan, pricePreviewQuery } from '../api/billing'
import { CurveChart } from '../ui/curve-chart'
import { Notice } from '../ui/notice'
import table from '../ui/table.module.css'
import { useFormat } from './format'
import { tierRows } from './plan-words'
import { ProblemNotice } from './problem-notice'

interface PlanCurveProps {
  readonly plan: PricePlan
  readonly addOns?: Readonly<Record<string, number>> | undefined
  /** Active users where one stands now. */
  readonly count?: number | undefined
  /** The number whose charge is read, where something else chooses it too. */
  readonly chosen?: number | undefined
  readonly onChoose?: ((count: number) => void) | undefined
}

/** As many as a curve may have. */
const MOST = 2000
const LEAST = 60
const LONGER = [200, 500, 1000]

export function PlanCurve({ plan, addOns, count, chosen, onChoose }: PlanCurveProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const upTo = reaching(chosen, lengthOf(plan, count))
  const preview = useQuery(pricePreviewQuery({ plan, addOns, count: Math.min(count ?? 0, MOST), upTo }))
  if (preview.data === undefined || preview.data.curve === null) {
    return preview.error === null ? (
      <Skeleton h={300} aria-busy="true" />
    ) : (
      <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} />
    )
  }
  const { points, cliffs } = preview.data.curve
  const amount = (minor: number) => format.money(minor, plan.currency)
  const curve = points.map(({ count: x, totalMinor: y }) => ({ x, y }))
  return (
    <Stack gap="sm">
      <CurveChart
        points={curve}
        cliffs={cliffs}
        chosen={chosen}
        onChoose={onChoose}
        here={count === undefined ? undefined : curve[count]}
        formatX={format.number}
        formatY={amount}
        words={{
          label: t('curve.label', {
            plan: plan.name,
            from: amount(curve[0]?.y ?? 0),
            until: amount(curve.at(-1)?.y ?? 0),
            most: format.number(upTo),
          }),
          here: t('curve.here'),
          cliff: t('curve.cliff'),
          slider: t('curve.slider'),
          x: t('curve.x'),
          reading: ({ x, y }) => t('curve.reading', { count: x, users: format.number(x), amount: amount(y) }),
        }}
      />
      {cliffs.length > 0 && (
        <Notice tone="warn">
          {t('curve.cliffs', { count: cliffs.length, at: cliffs.map(format.number).join(', ') })}
        </Notice>
      )}
      <details>
        <summary>{t('curve.asTable')}</summary>
        <table className={`${table.table} ${table.bare}`} aria-label={t('curve.asTable')}>
          <thead>
            <tr>
              <th scope="col">{t('curve.x')}</th>
              <th scope="col" className={table.figure}>
                {t('charge.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {worthTelling(plan, upTo, cliffs, count).map((x) => (
              <tr key={x}>
                <td className="figures">{format.number(x)}</td>
                <td className={table.figure}>{amount(curve[x]?.y ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Stack>
  )
}

/** Half as far again as the last tier begins or as one stands. */
function lengthOf(plan: PricePlan, count = 0): number {
  const lastTier = tierRows(plan).at(-1)?.from ?? plan.includedActiveUsers ?? 0
  const reached = Math.max(LEAST, lastTier, count, plan.freeBelow?.activeUsers ?? 0)
  return Math.min(MOST, Math.ceil((reached * 1.4) / 10) * 10)
}

/** Further where a number beyond the curve was typed; in few steps, so that no slider pushes its own end on. */
function reaching(chosen: number | undefined, length: number): number {
  return chosen === undefined || chosen <= length ? length : (LONGER.find((step) => step >= chosen) ?? MOST)
}

/** Where tiers begin and end, cliffs and their brinks, where one stands, and every tenth of the way. */
function worthTelling(plan: PricePlan, upTo: number, cliffs: readonly number[], count: number | undefined) {
  const bounds = tierRows(plan).flatMap(({ from, until }) => [from, ...(until === null ? [] : [until])])
  const tenths = Array.from({ length: 11 }, (_, tenth) => Math.round((tenth * upTo) / 10))
  const all = [
    ...bounds,
    ...cliffs,
    ...cliffs.map((at) => at - 1),
    ...tenths,
    ...(count === undefined ? [] : [count]),
  ]
  return [...new Set(all)].filter((x) => x >= 0 && x <= upTo).sort((a, b) => a - b)
}
