/** Locations of all networks, found by name and chosen one by one or a network at once. */
import { Checkbox, Skeleton, TextInput } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Location, locationsQuery, type Network } from '../../api/places'
import classes from './location-choice.module.css'

interface LocationChoiceProps {
  readonly networks: readonly Network[]
  readonly chosen: ReadonlySet<number>
  readonly onChange: (chosen: ReadonlySet<number>) => void
  /** Of the plan: a location that charges in another one is marked. */
  readonly currency: string
}

export function LocationChoice({ networks, chosen, onChange, currency }: LocationChoiceProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const found = useQueries({ queries: networks.map(({ networkId }) => locationsQuery(networkId)) })
  const word = typed.trim().toLowerCase()
  const toggle = (ids: readonly number[], isOn: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) isOn ? next.add(id) : next.delete(id)
    onChange(next)
  }
  return (
    <div>
      <TextInput
        label={t('planAssignment.locations')}
        placeholder={t('common.search')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      <div className={classes.list}>
        {networks.map(({ networkId, name }, at) => {
          const all = found[at]?.data
          if (all === undefined) return <Skeleton key={networkId} h={80} aria-busy="true" />
          const shown = all.filter((one) => one.name.toLowerCase().includes(word))
          if (shown.length === 0) return null
          return (
            <OfNetwork
              key={networkId}
              name={name}
              locations={shown}
              chosen={chosen}
              currency={currency}
              onToggle={toggle}
            />
          )
        })}
      </div>
      <output className={classes.count}>{t('planAssignment.chosen', { count: chosen.size })}</output>
    </div>
  )
}

interface OfNetworkProps {
  readonly name: string
  readonly locations: readonly Location[]
  readonly chosen: ReadonlySet<number>
  readonly currency: string
  readonly onToggle: (ids: readonly number[], isOn: boolean) => void
}

function OfNetwork({ name, locations, chosen, currency, onToggle }: OfNetworkProps) {
  const { t } = useTranslation()
  const ids = locations.map(({ locationId }) => locationId)
  const on = ids.filter((id) => chosen.has(id)).length
  return (
    <fieldset className={classes.network}>
      <legend className={classes.legend}>
        <Checkbox
          label={t('planAssignment.allOf', { network: name })}
          checked={on === ids.length}
          indeterminate={on > 0 && on < ids.length}
          onChange={(event) => onToggle(ids, event.currentTarget.checked)}
        />
      </legend>
      <div className={classes.locations}>
        {locations.map((one) => (
          <Checkbox
            key={one.locationId}
            label={one.name}
            description={
              one.currency !== null && one.currency !== currency
                ? t('planAssignment.otherCurrency', { currency: one.currency })
                : undefined
            }
            checked={chosen.has(one.locationId)}
            onChange={(event) => onToggle([one.locationId], event.currentTarget.checked)}
          />
        ))}
      </div>
    </fieldset>
  )
}
