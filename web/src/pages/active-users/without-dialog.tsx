/** What the location would count and cost if the chosen customers had no records there. */
import { Modal, Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { hasCode } from '../../api/client'
import { type Forecast, forecastQuery } from '../../api/forecasts'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { Notice } from '../../ui/notice'
import table from '../../ui/table.module.css'

interface Asked {
  readonly network: number
  readonly location: number
  readonly without: readonly number[]
}

interface WithoutDialogProps extends Asked {
  readonly timeZone: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

export function WithoutDialog({ isOpen, onClose, timeZone, ...asked }: WithoutDialogProps) {
  const { t } = useTranslation()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('without.title', { count: asked.without.length })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack>
        <p style={{ margin: 0 }}>{t('without.about')}</p>
        {isOpen && <Comparison timeZone={timeZone} {...asked} />}
      </Stack>
    </Modal>
  )
}

function Comparison({ timeZone, without: left, ...place }: Asked & { readonly timeZone: string }) {
  const { t } = useTranslation()
  // counts move: what is compared is as of now
  const asTheyAre = useQuery({ ...forecastQuery(place), staleTime: 0 })
  const without = useQuery({ ...forecastQuery(place, { without: left }), staleTime: 0 })
  const error = asTheyAre.error ?? without.error
  if (hasCode(error, 'NO_BILLING_ANCHOR')) return <Notice tone="info">{t('without.noAnchor')}</Notice>
  if (error !== null) return <ProblemNotice error={error} />
  if (asTheyAre.data === undefined || without.data === undefined) return <Skeleton h={150} aria-busy="true" />
  return (
    <>
      <Figures before={asTheyAre.data} after={without.data} timeZone={timeZone} />
      {asTheyAre.data.charge === null && <Notice tone="info">{t('without.noPlan')}</Notice>}
    </>
  )
}

interface FiguresProps {
  readonly before: Forecast
  readonly after: Forecast
  readonly timeZone: string
}

function Figures({ before, after, timeZone }: FiguresProps) {
  const { t } = useTranslation()
  const { number, change, money, moneyChange, day } = useFormat()
  const counts = [
    [t('without.now'), before.countNow, after.countNow],
    [t('without.atCutOff', { day: day(before.cutOffAt, timeZone) }), before.count, after.count],
  ] as const
  const charge = before.charge
  const charged = after.charge
  return (
    <table className={`${table.table} ${table.bare} ${table.stacked} ${table.thirds}`}>
      <thead>
        <tr>
          <td />
          {(['asTheyAre', 'without', 'difference'] as const).map((head) => (
            <th key={head} scope="col" className={table.figure}>
              {t(`without.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map(([label, now, then]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className={table.figure} data-head={t('without.asTheyAre')}>
              {number(now)}
            </td>
            <td className={table.figure} data-head={t('without.without')}>
              {number(then)}
            </td>
            <td className={table.figure} data-head={t('without.difference')}>
              {change(then - now)}
            </td>
          </tr>
        ))}
        {charge !== null && charged !== null && (
          <tr>
            <th scope="row">{t('without.charge')}</th>
            <td className={table.figure} data-head={t('without.asTheyAre')}>
              {money(charge.totalMinor, charge.currency)}
            </td>
            <td className={table.figure} data-head={t('without.without')}>
              {money(charged.totalMinor, charged.currency)}
            </td>
            <td className={table.figure} data-head={t('without.difference')}>
              {moneyChange(charged.totalMinor - charge.totalMinor, charge.currency)}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
