/** Which location of which network is looked at; all of them where none is chosen. */
import { Combobox, UnstyledButton, useCombobox } from '@mantine/core'
import { IconMapPin, IconSelector } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './place-switcher.module.css'
import { usePlace } from './use-place'

/** A list that nobody reads to its end; the search finds the rest. */
const MOST_SHOWN = 80

export function PlaceSwitcher() {
  const { t } = useTranslation()
  const { networks = [], network, locations = [], location } = usePlace()
  const [search, setSearch] = useState('')
  const navigate = useNavigate()
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      combobox.focusTarget()
      setSearch('')
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  })
  if (network === undefined) return null
  const asked = search.trim().toLowerCase()
  const isAsked = ({ name }: { readonly name: string }) => name.toLowerCase().includes(asked)
  const shown = locations.filter(isAsked).slice(0, MOST_SHOWN)
  const others = networks.filter(({ networkId }) => networkId !== network.networkId).filter(isAsked)
  const choose = (value: string) => {
    const [kind, id] = value.split(':')
    const chosen = kind === 'network' ? { network: Number(id), location: undefined } : placeOf(kind, id)
    combobox.closeDropdown()
    void navigate({ to: '.', search: (before) => ({ ...before, ...chosen }) })
  }
  const placeOf = (kind: string | undefined, id: string | undefined) => ({
    network: network.networkId,
    location: kind === 'location' ? Number(id) : undefined,
  })
  return (
    <Combobox store={combobox} onOptionSubmit={choose} width="target" shadow="lg" offset={6}>
      <Combobox.Target targetType="button">
        <UnstyledButton
          className={classes.target}
          onClick={() => combobox.toggleDropdown()}
          aria-label={t('place.choose', { place: location?.name ?? t('place.all'), network: network.name })}
        >
          <IconMapPin size={17} stroke={1.7} aria-hidden className={classes.pin} />
          <span className={classes.words}>
            <span className={classes.name}>{location?.name ?? t('place.all')}</span>
            <span className={classes.network}>{network.name}</span>
          </span>
          <IconSelector size={15} stroke={1.7} aria-hidden className={classes.pin} />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value)
            combobox.updateSelectedOptionIndex()
          }}
          placeholder={t('place.search')}
          aria-label={t('place.search')}
        />
        <Combobox.Options mah={340} style={{ overflowY: 'auto' }} aria-label={t('place.label')}>
          {asked === '' && (
            <Combobox.Option value="all:" active={location === undefined}>
              {t('place.all')}
            </Combobox.Option>
          )}
          {shown.length > 0 && (
            <Combobox.Group label={network.name}>
              {shown.map(({ locationId, name }) => (
                <Combobox.Option
                  key={locationId}
                  value={`location:${locationId}`}
                  active={locationId === location?.locationId}
                >
                  {name}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {others.length > 0 && (
            <Combobox.Group label={t('place.otherNetworks')}>
              {others.slice(0, MOST_SHOWN).map(({ networkId, name }) => (
                <Combobox.Option key={networkId} value={`network:${networkId}`}>
                  {name}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {shown.length + others.length === 0 && <Combobox.Empty>{t('place.nothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
