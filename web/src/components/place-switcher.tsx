/** Which location of which network is looked at; all of them where none is chosen. */
import { IconMapPin, IconSelector } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Network } from '../api/places'
import { Popup } from '../ui/popup'
import { type Choice, SearchList } from '../ui/search-list'
import classes from './place-switcher.module.css'
import { type PlaceSeen, usePlace } from './use-place'

/** A list that nobody reads to its end; the search finds the rest. */
const MOST_SHOWN = 80

export function PlaceSwitcher() {
  const { t } = useTranslation()
  const place = usePlace()
  const { network, location } = place
  const choicesFor = useChoices(place)
  const choose = useChoose(network)
  if (network === undefined) return null
  const name = location?.name ?? t('place.all')
  return (
    <Popup
      label={t('place.choose', { place: name, network: network.name })}
      className={classes.target}
      button={
        <>
          <IconMapPin size={17} stroke={1.7} aria-hidden className={classes.pin} />
          <span className={classes.words}>
            <span className={classes.name}>{name}</span>
            <span className={classes.network}>{network.name}</span>
          </span>
          <IconSelector size={15} stroke={1.7} aria-hidden className={classes.pin} />
        </>
      }
    >
      {(close) => (
        <SearchList
          label={t('place.label')}
          placeholder={t('place.search')}
          nothing={t('place.nothing')}
          choicesFor={choicesFor}
          onChoose={(value) => {
            close()
            choose(value)
          }}
        />
      )}
    </Popup>
  )
}

function useChoices({ networks = [], network, locations = [], location }: PlaceSeen) {
  const { t } = useTranslation()
  return (typed: string): readonly Choice[] => {
    const asked = typed.trim().toLowerCase()
    const isAsked = ({ name }: { readonly name: string }) => name.toLowerCase().includes(asked)
    const all = { value: 'all', label: t('place.all'), isChosen: location === undefined }
    return [
      ...(asked === '' ? [all] : []),
      ...locations
        .filter(isAsked)
        .slice(0, MOST_SHOWN)
        .map(({ locationId, name }) => ({
          value: `location:${locationId}`,
          label: name,
          group: network?.name,
          isChosen: locationId === location?.locationId,
        })),
      ...networks
        .filter((one) => one.networkId !== network?.networkId && isAsked(one))
        .slice(0, MOST_SHOWN)
        .map(({ networkId, name }) => ({
          value: `network:${networkId}`,
          label: name,
          group: t('place.otherNetworks'),
        })),
    ]
  }
}

function useChoose(network: Network | undefined): (value: string) => void {
  const navigate = useNavigate()
  return (value) => {
    const [kind, id] = value.split(':')
    const chosen = {
      network: kind === 'network' ? Number(id) : network?.networkId,
      location: kind === 'location' ? Number(id) : undefined,
    }
    void navigate({ to: '.', search: (before) => ({ ...before, ...chosen }) })
  }
}
