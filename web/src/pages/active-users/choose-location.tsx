import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { countQuery } from '../../api/places'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { EmptyState } from '../../ui/empty-state'
import classes from './choose-location.module.css'

/** Active users are of one location: the list of all would hold customers twice. */
export function ChooseLocation({ network }: { readonly network: number }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const count = useQuery(countQuery({ network }))
  if (count.data?.locations.length === 0) return <EmptyState title={t('activeUsers.noLocations')} />
  return (
    <>
      <ProblemNotice error={count.error} onRetry={() => void count.refetch()} />
      <ul className={classes.list} aria-busy={count.isPending}>
        {count.data?.locations.map(({ locationId, name, count: active }) => (
          <li key={locationId}>
            <Link
              to="/settings/subscription/active-users"
              search={{ network, location: locationId }}
              className={classes.location}
            >
              <span className={classes.name}>{name}</span>
              <span className={classes.count}>{number(active)}</span>
              <span className={classes.note}>{t('activeUsers.countNoun', { count: active })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
