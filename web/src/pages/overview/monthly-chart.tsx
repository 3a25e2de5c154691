/** The last twelve months: everybody once, with the one source by which he counts, or with several. */
import { Button } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocationOverview } from '../../api/places'
import { useFormat } from '../../components/format'
import { SOURCES } from '../../components/source-label'
import { Card } from '../../ui/card'
import { ScrollArea } from '../../ui/scroll-area'
import { StackedColumns } from '../../ui/stacked-columns'
import table from '../../ui/table.module.css'
import classes from './monthly-chart.module.css'
import { type MonthShown, monthsOf } from './months'

interface MonthlyChartProps {
  readonly network: number
  readonly locations: readonly LocationOverview[]
}

export default function MonthlyChart({ network, locations }: MonthlyChartProps) {
  const { t } = useTranslation()
  const [isTable, setTable] = useState(false)
  const months = monthsOf(locations)
  const layers = useLayers(months)
  return (
    <Card
      title={t('chart.title')}
      description={t('chart.about')}
      actions={
        <Button
          variant="default"
          size="xs"
          leftSection={
            isTable ? <IconChartBar size={15} stroke={1.7} /> : <IconTable size={15} stroke={1.7} />
          }
          onClick={() => setTable(!isTable)}
        >
          {t(isTable ? 'chart.asChart' : 'chart.asTable')}
        </Button>
      }
      isFlush={isTable}
    >
      {isTable ? (
        <AsTable months={months} layers={layers} />
      ) : (
        <AsColumns months={months} layers={layers} network={network} locations={locations} />
      )}
    </Card>
  )
}

interface ShownLayer {
  readonly name: string
  readonly colour: string
  /** Its place in a month’s parts. */
  readonly index: number
}

/** What nobody ever counted by is left out. */
function useLayers(months: readonly MonthShown[]): readonly ShownLayer[] {
  const { t } = useTranslation()
  return [...SOURCES, 'several' as const]
    .map((layer, index) => ({
      index,
      name: layer === 'several' ? t('chart.several') : t('chart.alone', { source: t(`sources.${layer}`) }),
      colour: `var(--source-${layer})`,
    }))
    .filter(({ index }) => months.some(({ parts }) => (parts[index] ?? 0) > 0))
}

interface ShownProps {
  readonly months: readonly MonthShown[]
  readonly layers: readonly ShownLayer[]
}

function AsColumns({ months, layers, network, locations }: ShownProps & MonthlyChartProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { number, month } = useFormat()
  const titleOf = useMonthTitle()
  const [only, another] = locations
  const columns = months.map((one) => {
    const parts = layers.map(({ index }) => one.parts[index] ?? 0)
    const told = layers.map(({ name }, layer) => `${name}: ${number(parts[layer] ?? 0)}`)
    const title = titleOf(one)
    const sentence = t('chart.column', { month: title, figure: number(one.count), parts: told.join(', ') })
    return { mark: month(one.month, 'short'), title, parts, sentence, isOpen: !one.hasEnded }
  })
  const openAt = (index: number) => {
    const { at, hasEnded = false } = months[index] ?? {}
    const search = { network, location: only?.locationId, ...(hasEnded && { as_of: at }) }
    void navigate({ to: '/settings/subscription/active-users', search })
  }
  const choosing = another === undefined ? { hint: t('chart.open'), choose: openAt } : undefined
  return (
    <>
      <ul className={classes.legend}>
        {layers.map(({ name, colour }) => (
          <li key={name}>
            <span style={{ background: colour }} aria-hidden />
            {name}
          </li>
        ))}
      </ul>
      <StackedColumns
        label={t('chart.title')}
        layers={layers}
        columns={columns}
        format={number}
        totalLabel={t('overview.activeUsers')}
        choosing={choosing}
      />
    </>
  )
}

function AsTable({ months, layers }: ShownProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const titleOf = useMonthTitle()
  return (
    <ScrollArea label={t('chart.title')}>
      <table className={`${table.table} ${table.stacked} ${table.thirds}`}>
        <thead>
          <tr>
            <th scope="col">{t('chart.month')}</th>
            {layers.map(({ name }) => (
              <th key={name} scope="col" className={table.figure}>
                {name}
              </th>
            ))}
            <th scope="col" className={table.figure}>
              {t('overview.activeUsers')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map((one) => (
            <tr key={one.month}>
              <th scope="row" className={classes.month}>
                {titleOf(one)}
              </th>
              {layers.map(({ name, index }) => (
                <td key={name} className={table.figure} data-head={name}>
                  {number(one.parts[index] ?? 0)}
                </td>
              ))}
              <td className={`${table.figure} ${classes.count}`} data-head={t('overview.activeUsers')}>
                {number(one.count)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  )
}

function useMonthTitle(): (month: MonthShown) => string {
  const { t } = useTranslation()
  const { month } = useFormat()
  return ({ month: name, hasEnded }) => {
    const title = month(name, 'long')
    return hasEnded ? title : t('chart.soFar', { month: title })
  }
}
