/** The figure, and the words without which it means nothing: since when, as of when, by which rules. */
import { ActionIcon, Skeleton, Tooltip } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Schemas } from '../../api/client'
import type { Location } from '../../api/places'
import { useFormat } from '../../components/format'
import classes from './headline.module.css'

interface HeadlineProps {
  readonly location: Location
  /** Undefined while it comes. */
  readonly count: Schemas['ActiveUserCount'] | undefined
  readonly asOf: string | undefined
  readonly isRefreshing: boolean
  readonly onRefresh: () => void
}

const DAY_MS = 86_400_000

export function Headline({ location, count, asOf, isRefreshing, onRefresh }: HeadlineProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const counted = count?.locations[0]
  return (
    <section className={classes.headline} aria-label={t('activeUsers.headline')}>
      <div className={classes.figure}>
        {counted === undefined ? (
          <Skeleton h={56} w={96} radius="md" />
        ) : (
          <output className={classes.number} data-testid="count">
            {format.number(counted.count)}
          </output>
        )}
        <div className={classes.words}>
          <strong>{t('activeUsers.at', { count: counted?.count ?? 0, location: location.name })}</strong>
          {count === undefined || counted === undefined ? (
            <Skeleton h={18} w={260} mt={4} />
          ) : (
            <span>
              {t(
                isSinceOpening(counted.windowFrom, location)
                  ? 'activeUsers.sinceOpening'
                  : 'activeUsers.since',
                {
                  instant: format.instant(counted.windowFrom, location.timeZone),
                  count: daysBetween(counted.windowFrom, count.asOf),
                },
              )}
            </span>
          )}
        </div>
      </div>
      <div className={classes.state}>
        <span>
          {asOf === undefined
            ? t('activeUsers.updated', {
                time: count === undefined ? '…' : format.time(count.asOf, location.timeZone),
              })
            : t('activeUsers.asOf', { instant: format.instant(asOf, location.timeZone) })}
          {asOf === undefined && (
            <Tooltip label={t('activeUsers.refresh')}>
              <ActionIcon
                onClick={onRefresh}
                loading={isRefreshing}
                aria-label={t('activeUsers.refresh')}
                size="sm"
              >
                <IconRefresh size={15} stroke={1.8} />
              </ActionIcon>
            </Tooltip>
          )}
        </span>
        <Link to="/help" className={classes.rules}>
          {t('activeUsers.ruleSet', { ruleSet: count?.ruleSet ?? '…' })}
        </Link>
        <span>{location.timeZone.replaceAll('_', ' ')}</span>
      </div>
    </section>
  )
}

/** Before the first platform invoice the window begins with the location itself. */
function isSinceOpening(windowFrom: string, { createdAt }: Location): boolean {
  return Date.parse(windowFrom) === Date.parse(createdAt)
}

function daysBetween(from: string, until: string): number {
  return Math.floor((Date.parse(until) - Date.parse(from)) / DAY_MS)
}
