/** Where a customer counts and why: at the location that is looked at, else at each of a few. */
import { Badge, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { explanationQuery } from '../../api/active-users'
import type { Location } from '../../api/places'
import { ProblemNotice } from '../../components/problem-notice'
import { SourceChips } from '../../components/source-label'
import { usePlace } from '../../components/use-place'
import { Card } from '../../ui/card'
import { ItemList } from '../../ui/item-list'

/** Each is a question of its own; of a larger network the location is chosen first. */
const MOST_ASKED = 12

interface WhereCountingProps {
  readonly network: number
  readonly customer: number
}

export function WhereCounting(props: WhereCountingProps) {
  const { t } = useTranslation()
  const { locations = [], location } = usePlace()
  const asked = location === undefined ? locations : [location]
  if (asked.length > MOST_ASKED) {
    return <Card title={t('customer.where')} description={t('customer.whereChoose')} />
  }
  return (
    <Card title={t('customer.where')}>
      <ItemList>
        {asked.map((one) => (
          <AtLocation key={one.locationId} location={one} {...props} />
        ))}
      </ItemList>
    </Card>
  )
}

function AtLocation({ network, customer, location }: WhereCountingProps & { readonly location: Location }) {
  const { t } = useTranslation()
  const { data, error } = useQuery(
    explanationQuery({ network, location: location.locationId, customer, asOf: undefined }),
  )
  const search = { network, location: location.locationId, customer }
  return (
    <ItemList.Item
      title={
        <Link to="/settings/subscription/active-users" search={search} style={{ color: 'inherit' }}>
          {location.name}
        </Link>
      }
      note={
        data === undefined && error === null ? <Skeleton h={14} w={260} aria-busy="true" /> : data?.sentence
      }
      action={
        data === undefined ? null : data.isActiveUser ? (
          <SourceChips sources={data.sources} />
        ) : (
          <Badge variant="default">{t('customer.countsNot')}</Badge>
        )
      }
    >
      <ProblemNotice error={error} />
    </ItemList.Item>
  )
}
