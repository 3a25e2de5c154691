import { Button, Skeleton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Location, LocationCount } from '../../api/places'
import { type Format, useFormat } from '../../components/format'
import { SOURCES, SourceLabel } from '../../components/source-label'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'
import classes from './location-table.module.css'

interface LocationTableProps {
  /** Undefined while they come. */
  readonly counts: readonly LocationCount[] | undefined
  /** For the zone that a location’s times are told in. */
  readonly locations: readonly Location[] | undefined
}

const PAGE = 100
const SEARCHED_FROM = 12

export function LocationTable({ counts, locations = [] }: LocationTableProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [most, setMost] = useState(PAGE)
  const asked = search.trim().toLowerCase()
  const found = (counts ?? []).filter(({ name }) => name.toLowerCase().includes(asked))
  const largest = Math.max(1, ...found.map(({ count }) => count))
  const zones = new Map(locations.map(({ locationId, timeZone }) => [locationId, timeZone]))
  const searchField = (counts?.length ?? 0) >= SEARCHED_FROM && (
    <TextInput
      aria-label={t('overview.searchLocation')}
      placeholder={t('overview.searchLocation')}
      leftSection={<IconSearch size={15} stroke={1.7} />}
      value={search}
      onChange={(event) => setSearch(event.currentTarget.value)}
    />
  )
  return (
    <Card
      title={t('overview.byLocation')}
      description={t('overview.byLocationNote')}
      actions={searchField}
      isFlush
    >
      {counts === undefined ? (
        <Skeleton h={180} radius={0} aria-busy="true" />
      ) : (
        <ScrollArea label={t('overview.byLocation')}>
          <table className={table.table}>
            <Head />
            <tbody>
              {found.slice(0, most).map((count) => (
                <Row
                  key={count.locationId}
                  {...count}
                  timeZone={zones.get(count.locationId)}
                  largest={largest}
                />
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
      {counts !== undefined && found.length === 0 && <EmptyState title={t('overview.noLocation')} />}
      {found.length > most && (
        <Button variant="subtle" fullWidth radius={0} onClick={() => setMost(most + PAGE)}>
          {t('common.more')}
        </Button>
      )}
    </Card>
  )
}

function Head() {
  const { t } = useTranslation()
  return (
    <thead>
      <tr>
        <th scope="col">{t('overview.location')}</th>
        <th scope="col" className={table.figure}>
          {t('overview.activeUsers')}
        </th>
        {SOURCES.map((source) => (
          <th key={source} scope="col" className={table.figure}>
            <SourceLabel source={source} />
          </th>
        ))}
        <th scope="col">{t('overview.lastInvoice')}</th>
      </tr>
    </thead>
  )
}

interface RowProps extends LocationCount {
  readonly timeZone: string | undefined
  readonly largest: number
}

function Row({ locationId, name, networkId, count, bySource, windowFrom, timeZone, largest }: RowProps) {
  const format: Format = useFormat()
  return (
    <tr>
      <td>
        <Link
          to="/settings/subscription/active-users"
          search={{ network: networkId, location: locationId }}
          className={classes.name}
        >
          {name}
        </Link>
      </td>
      <td className={table.figure}>
        <span className={classes.count}>{format.number(count)}</span>
        <span className={classes.track} aria-hidden>
          <span style={{ width: `${(100 * count) / largest}%` }} />
        </span>
      </td>
      {SOURCES.map((source) => (
        <td key={source} className={table.figure}>
          {format.number(bySource[source])}
        </td>
      ))}
      <td className={`${table.nowrap} ${table.quiet} figures`}>{format.instant(windowFrom, timeZone)}</td>
    </tr>
  )
}
