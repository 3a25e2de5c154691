/** What suspending or resuming a customer would do to the count of each location. */
import { Skeleton } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type SuspensionAsked, suspensionPreviewQuery } from '../../api/customers'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import classes from './suspension-effect.module.css'

export function SuspensionEffect(asked: SuspensionAsked) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const preview = useQuery(suspensionPreviewQuery(asked))
  if (preview.error !== null) return <ProblemNotice error={preview.error} />
  if (preview.data === undefined) return <Skeleton h={44} aria-busy="true" />
  const moved = preview.data.locations.filter(({ before, after }) => before !== after)
  if (moved.length === 0) return <p className={classes.none}>{t('customer.effect.none')}</p>
  return (
    <ul className={classes.effects} aria-label={t('customer.effect.title')}>
      {moved.map(({ location, before, after, stops, starts }) => (
        <li key={location.locationId}>
          <strong>{location.name}</strong>
          <span className={classes.figures}>
            {number(before)}
            <IconArrowRight size={14} stroke={1.8} aria-label={t('customer.effect.becomes')} />
            {number(after)}
          </span>
          <small>{[...stops, ...starts].map(({ name }) => name).join(', ')}</small>
        </li>
      ))}
    </ul>
  )
}
