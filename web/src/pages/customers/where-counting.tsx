/** Where a customer counts, by which sources and since when: all locations where there are records of him. */
import { Badge } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { CustomerProfile } from '../../api/customers'
import { useFormat } from '../../components/format'
import { SourceChips } from '../../components/source-label'
import { Card } from '../../ui/card'
import { ItemList } from '../../ui/item-list'
import { useZones } from './use-zones'

interface WhereCountingProps {
  readonly network: number
  readonly customer: CustomerProfile
}

export function WhereCounting({ network, customer }: WhereCountingProps) {
  const { t } = useTranslation()
  const { day } = useFormat()
  const zoneOf = useZones()
  const { locations, customerId } = customer
  return (
    <Card title={t('customer.where')} description={locations.length === 0 && t('profile.nowhere')}>
      {locations.length > 0 && (
        <ItemList>
          {locations.map(({ location: { locationId, name }, isActiveUser, sources, firstEvidenceAt }) => (
            <ItemList.Item
              key={locationId}
              title={
                <Link
                  to="/settings/subscription/active-users"
                  search={{ network, location: locationId, customer: customerId }}
                  style={{ color: 'inherit' }}
                >
                  {name}
                </Link>
              }
              note={
                firstEvidenceAt === null
                  ? t('profile.countsNot')
                  : t('profile.countsSince', { day: day(firstEvidenceAt, zoneOf(locationId)) })
              }
              action={
                isActiveUser ? (
                  <SourceChips sources={sources} />
                ) : (
                  <Badge variant="default">{t('customer.countsNot')}</Badge>
                )
              }
            />
          ))}
        </ItemList>
      )}
    </Card>
  )
}
