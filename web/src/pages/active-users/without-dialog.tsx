/** What the location would count and cost if the chosen customers had no records there. */
import { Modal, Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { hasCode } from '../../api/client'
import { type Forecast, type ForecastAsked, forecastQuery } from '../../api/forecasts'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { Notice } from '../../ui/notice'
import table from '../../ui/table.module.css'

interface WithoutDialogProps extends ForecastAsked {
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

function Comparison({ timeZone, ...asked }: ForecastAsked & { readonly timeZone: string }) {
  const { t } = useTranslation()
  const asTheyAre = useQuery(forecastQuery({ ...asked, without: [] }))
  const without = useQuery(forecastQuery(asked))
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
    <table className={table.table}>
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
            <td className={table.figure}>{number(now)}</td>
            <td className={table.figure}>{number(then)}</td>
            <td className={table.figure}>{change(then - now)}</td>
          </tr>
        ))}
        {charge !== null && charged !== null && (
          <tr>
            <th scope="row">{t('without.charge')}</th>
            <td className={table.figure}>{money(charge.totalMinor, charge.currency)}</td>
            <td className={table.figure}>{money(charged.totalMinor, charged.currency)}</td>
            <td className={table.figure}>
              {moneyChange(charged.totalMinor - charge.totalMinor, charge.currency)}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
