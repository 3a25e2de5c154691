/** What the next platform invoice would be with something changed; nothing of it is kept. */
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { customerQuery, customersQuery } from '../../api/customers'
import type { Forecast, Supposed } from '../../api/forecasts'
import { useFormat } from '../../components/format'
import { Card } from '../../ui/card'
import { FilterChip } from '../../ui/filter-chip'
import { ItemList } from '../../ui/item-list'
import { type Change, type ForecastSearch, toggled } from './forecast-search'

const route = getRouteApi('/panel/settings/subscription/forecast')
const MOST_FOUND = 5
const TYPING_MS = 200

interface WhatIfProps {
  readonly place: { readonly network: number; readonly location: number }
  readonly supposed: Supposed
  readonly before: Forecast
  /** Undefined where nothing is supposed, or while it comes. */
  readonly after: Forecast | undefined
}

export function WhatIf({ place, supposed, before, after }: WhatIfProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), TYPING_MS)
  const found = useQuery({
    ...customersQuery({ ...place, search: asked, limit: MOST_FOUND }),
    enabled: asked !== '',
  })
  const count = Object.values(supposed).reduce((sum, names) => sum + names.length, 0)
  return (
    <Card
      title={t('forecast.whatIf.title')}
      description={t('forecast.whatIf.about')}
      actions={
        count > 0 && (
          <Button
            size="xs"
            variant="default"
            onClick={() =>
              void navigate({
                to: '.',
                search: (was) => ({ ...was, suspend: undefined, cancel: undefined, leave: undefined }),
              })
            }
          >
            {t('forecast.whatIf.clear', { count })}
          </Button>
        )
      }
    >
      <Stack>
        {after !== undefined && <Outcome before={before} after={after} />}
        <TextInput
          type="search"
          label={t('forecast.whatIf.find')}
          placeholder={t('activeUsers.search')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {asked !== '' && (
          <ItemList>
            {found.data?.items.map(({ customerId, name, email }) => (
              <ItemList.Item
                key={customerId}
                title={name}
                note={email}
                action={<Changes network={place.network} location={place.location} customer={customerId} />}
              />
            ))}
          </ItemList>
        )}
      </Stack>
    </Card>
  )
}

interface ChangesProps {
  readonly network: number
  readonly location: number
  readonly customer: number
}

/** What can be supposed of one customer. */
export function Changes({ network, location, customer }: ChangesProps) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const search: ForecastSearch = route.useSearch()
  const profile = useQuery(customerQuery(network, String(customer)))
  const here = (profile.data?.contracts.items ?? []).filter((one) => one.location.locationId === location)
  const toggle = (change: Change, name: string) =>
    void navigate({ to: '.', search: (was) => ({ ...was, [change]: toggled(search[change], name) }) })
  const isOn = (change: Change, name: string) => (search[change] ?? '').split(',').includes(name)
  const id = String(customer)
  return (
    <Group gap={6}>
      <FilterChip isOn={isOn('suspend', id)} onToggle={() => toggle('suspend', id)}>
        {t('forecast.whatIf.suspend')}
      </FilterChip>
      {here.map(({ externalId, planName }) => (
        <FilterChip
          key={externalId}
          isOn={isOn('cancel', externalId)}
          onToggle={() => toggle('cancel', externalId)}
        >
          {t('forecast.whatIf.cancel', { contract: planName ?? externalId })}
        </FilterChip>
      ))}
      <FilterChip isOn={isOn('leave', id)} onToggle={() => toggle('leave', id)}>
        {t('forecast.whatIf.leave')}
      </FilterChip>
    </Group>
  )
}

function Outcome({ before, after }: { readonly before: Forecast; readonly after: Forecast }) {
  const { t } = useTranslation()
  const { number, change, money, moneyChange } = useFormat()
  const { charge } = after
  return (
    <p role="status" style={{ margin: 0, fontWeight: 550 }}>
      {t('forecast.whatIf.count', { users: number(after.count), change: change(after.count - before.count) })}
      {charge !== null &&
        before.charge !== null &&
        ` ${t('forecast.whatIf.charge', {
          total: money(charge.totalMinor, charge.currency),
          change: moneyChange(charge.totalMinor - before.charge.totalMinor, charge.currency),
        })}`}
    </p>
  )
}
