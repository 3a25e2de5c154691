/** Jumps to a page, a location or a customer by a few letters. Loaded when it is first opened. */
import '@mantine/spotlight/styles.css'
import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import { type Icon, IconHelp, IconMapPin, IconSearch, IconUser } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { customersQuery } from '../api/customers'
import { articlesQuery } from '../api/help'
import { may, useAccount } from '../api/session'
import { NAVIGATION } from './navigation'
import { usePlace } from './use-place'

const MOST_SHOWN = 6
const LEAST_LETTERS = 2
const TYPING_MS = 150

interface Found {
  readonly key: string
  readonly label: string
  readonly description?: string
  readonly icon: Icon
  readonly go: () => void
}

/** The kit hands these on to the area that scrolls, though its types do not tell. */
const REACHED_BY_KEYS: object = { viewportProps: { tabIndex: 0 } }

const [store, spotlight] = createSpotlight()

export default function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const [asked] = useDebouncedValue(query.trim(), TYPING_MS)
  const groups = [
    [t('palette.pages'), usePages(query)],
    [t('palette.locations'), useLocations(query)],
    [t('palette.customers'), useCustomers(asked)],
    [t('navigation.help'), useArticles(asked)],
  ] as const
  useEffect(() => spotlight.open(), [])
  const found = groups.filter(([, actions]) => actions.length > 0)
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      radius="lg"
      scrollable
      maxHeight={460}
      yOffset="12vh"
      attributes={{ content: { 'aria-label': t('palette.open') } }}
      overlayProps={{ backgroundOpacity: 0.3, blur: 1 }}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        leftSection={<IconSearch size={18} stroke={1.7} />}
      />
      <Spotlight.ActionsList {...REACHED_BY_KEYS}>
        {found.map(([label, actions]) => (
          <Spotlight.ActionsGroup key={label} label={label}>
            {actions.map(({ key, icon: Icon, go, ...words }) => (
              <Spotlight.Action
                key={key}
                leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
                onClick={go}
                {...words}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {found.length === 0 && <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function usePages(query: string): readonly Found[] {
  const { t } = useTranslation()
  const account = useAccount()
  const navigate = useNavigate()
  return NAVIGATION.flatMap(({ items }) => items)
    .filter(({ right }) => right === undefined || may(account, right))
    .map(({ name, to, icon }) => ({
      key: name,
      label: t(`navigation.${name}`),
      icon,
      go: () => void navigate({ to }),
    }))
    .filter(({ label }) => holds(label, query))
    .slice(0, MOST_SHOWN)
}

function useLocations(query: string): readonly Found[] {
  const { locations = [], network } = usePlace()
  const navigate = useNavigate()
  return locations
    .filter(({ name }) => holds(name, query))
    .slice(0, MOST_SHOWN)
    .map(({ locationId, name }) => ({
      key: String(locationId),
      label: name,
      icon: IconMapPin,
      go: () =>
        void navigate({
          to: '/settings/subscription/active-users',
          search: { network: network?.networkId, location: locationId },
        }),
    }))
}

function useCustomers(asked: string): readonly Found[] {
  const { network } = usePlace()
  const navigate = useNavigate()
  const { data } = useQuery({
    ...customersQuery({ network: network?.networkId, search: asked, limit: MOST_SHOWN }),
    enabled: network !== undefined && asked.length >= LEAST_LETTERS,
    placeholderData: keepPreviousData,
  })
  if (asked.length < LEAST_LETTERS) return []
  return (data?.items ?? []).map(({ customerId, name, email, company }) => ({
    key: String(customerId),
    label: name,
    description: [company, email].filter((part) => part !== null).join(' · '),
    icon: IconUser,
    go: () =>
      void navigate({
        to: '/customers/$customer',
        params: { customer: String(customerId) },
        search: { network: network?.networkId },
      }),
  }))
}

function useArticles(asked: string): readonly Found[] {
  const navigate = useNavigate()
  const { data = [] } = useQuery({ ...articlesQuery, enabled: asked.length >= LEAST_LETTERS })
  if (asked.length < LEAST_LETTERS) return []
  return data
    .filter(({ title, summary }) => holds(`${title} ${summary}`, asked))
    .slice(0, MOST_SHOWN)
    .map(({ slug, title }) => ({
      key: `help ${slug}`,
      label: title,
      icon: IconHelp,
      go: () => void navigate({ to: '/help/$slug', params: { slug } }),
    }))
}

function holds(text: string, query: string): boolean {
  return text.toLowerCase().includes(query.trim().toLowerCase())
}
