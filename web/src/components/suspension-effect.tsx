/** What suspending or resuming customers would do to the count of each location. */
import { Skeleton } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../api/client'
import { type SuspensionAsked, suspensionPreviewQuery } from '../api/customers'
import { useFormat } from './format'
import { ProblemNotice } from './problem-notice'
import classes from './suspension-effect.module.css'

const MOST_NAMED = 3

export function SuspensionEffect(asked: SuspensionAsked) {
  const { t } = useTranslation()
  const preview = useQuery(suspensionPreviewQuery(asked))
  if (preview.error !== null) return <ProblemNotice error={preview.error} />
  if (preview.data === undefined) return <Skeleton h={44} aria-busy="true" />
  const { locations, changes } = preview.data
  const moved = locations.filter(({ before, after }) => before !== after)
  const same = asked.customerIds.length - changes
  const staying = new Set(locations.flatMap(({ stays }) => stays.map(({ customerId }) => customerId))).size
  return (
    <div className={classes.effect}>
      {moved.length === 0 ? (
        <p>{t('customer.effect.none')}</p>
      ) : (
        <ul className={classes.locations} aria-label={t('customer.effect.title')}>
          {moved.map((one) => (
            <Moved key={one.location.locationId} {...one} />
          ))}
        </ul>
      )}
      {asked.verb === 'suspend' && staying > 0 && <p>{t('suspension.stays', { count: staying })}</p>}
      {same > 0 && <p>{t(`suspension.already.${asked.verb}`, { count: same })}</p>}
    </div>
  )
}

type MovedProps = Schemas['SuspensionPreview']['locations'][number]

function Moved({ location, before, after, stops, starts }: MovedProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const people = [...stops, ...starts]
  const named = people.slice(0, MOST_NAMED).map(({ name }) => name)
  const others = people.length - named.length
  return (
    <li>
      <strong>{location.name}</strong>
      <span className={classes.figures}>
        {number(before)}
        <IconArrowRight size={14} stroke={1.8} aria-label={t('customer.effect.becomes')} />
        {number(after)}
      </span>
      <small>
        {others === 0
          ? named.join(', ')
          : t('suspension.others', { names: named.join(', '), count: others, shown: number(others) })}
      </small>
    </li>
  )
}
