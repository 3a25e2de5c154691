/** What became of a customer over time, the newest first. */

import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerProfile } from '../../api/customers'
import { useFormat } from '../../components/format'
import { Card } from '../../ui/card'
import classes from './history-of-customer.module.css'
import { useZones } from './use-zones'

const FIRST = 8

export function HistoryOfCustomer({ customer: { history } }: { readonly customer: CustomerProfile }) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const zoneOf = useZones()
  const [isWhole, setWhole] = useState(false)
  if (history.length === 0) return null
  const shown = isWhole ? history : history.slice(0, FIRST)
  return (
    <Card title={t('profile.history')}>
      <ol className={classes.history}>
        {shown.map(({ at, change, name, location }) => (
          <li key={`${at} ${change} ${name} ${location?.locationId}`} data-change={change}>
            <span>
              {name === null ? t(`profile.changes.${change}`) : t(`profile.named.${change}`, { name })}
              {location !== null && ` · ${location.name}`}
            </span>
            <time dateTime={at}>{instant(at, zoneOf(location?.locationId))}</time>
          </li>
        ))}
      </ol>
      {shown.length < history.length && (
        <Button variant="subtle" size="xs" mt="sm" onClick={() => setWhole(true)}>
          {t('common.more')}
        </Button>
      )}
    </Card>
  )
}
