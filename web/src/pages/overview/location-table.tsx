import { Button, Skeleton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LocationOverview } from '../../api/places'
import { useFormat } from '../../components/format'
import { SOURCES, SourceLabel } from '../../components/source-label'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { ScrollArea } from '../../ui/scroll-area'
import { Sparkline } from '../../ui/sparkline'
import table from '../../ui/table.module.css'
import classes from './location-table.module.css'

interface LocationTableProps {
  /** Undefined while they come. */
  readonly locations: readonly LocationOverview[] | undefined
  readonly network: number | undefined
}

const PAGE = 100
const SEARCHED_FROM = 12

export function LocationTable({ locations, network }: LocationTableProps) {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [most, setMost] = useState(PAGE)
  const asked = search.trim().toLowerCase()
  const found = (locations ?? []).filter(({ name }) => name.toLowerCase().includes(asked))
  const searchField = (locations?.length ?? 0) >= SEARCHED_FROM && (
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
      {locations === undefined ? (
        <Skeleton h={180} radius={0} aria-busy="true" />
      ) : (
        <ScrollArea label={t('overview.byLocation')}>
          <table className={`${table.table} ${table.stacked}`}>
            <Head />
            <tbody>
              {found.slice(0, most).map((location) => (
                <Row key={location.locationId} location={location} network={network} />
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
      {locations !== undefined && found.length === 0 && <EmptyState title={t('overview.noLocation')} />}
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
        <th scope="col">{t('overview.months')}</th>
        {SOURCES.map((source) => (
          <th key={source} scope="col" className={table.figure}>
            <SourceLabel source={source} />
          </th>
        ))}
        <th scope="col">{t('overview.platformInvoices')}</th>
      </tr>
    </thead>
  )
}

interface RowProps {
  readonly location: LocationOverview
  readonly network: number | undefined
}

function Row({ location, network }: RowProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { locationId, name, count, bySource, months } = location
  const trend = t('overview.monthsOf', { figures: months.map((month) => number(month.count)).join(', ') })
  return (
    <tr>
      <td data-whole>
        <Link
          to="/settings/subscription/active-users"
          search={{ network, location: locationId }}
          className={classes.name}
        >
          {name}
        </Link>
      </td>
      <td className={`${table.figure} ${classes.count}`} data-head={t('overview.activeUsers')}>
        {number(count)}
      </td>
      <td data-head={t('overview.months')}>
        <Sparkline values={months.map((month) => month.count)} label={trend} />
      </td>
      {SOURCES.map((source) => (
        <td key={source} className={table.figure} data-head={t(`sources.${source}`)}>
          {number(bySource[source])}
        </td>
      ))}
      <td className={`${table.nowrap} figures`} data-whole data-head={t('overview.platformInvoices')}>
        <PlatformInvoices {...location} />
      </td>
    </tr>
  )
}

/** How many the last one was for, how many more or fewer count now, and when the next is to be expected. */
function PlatformInvoices({ lastPlatformInvoice, changeSince, nextCutOff, timeZone }: LocationOverview) {
  const { t } = useTranslation()
  const { number, change, day } = useFormat()
  if (lastPlatformInvoice === null) return <span className={table.quiet}>{t('overview.noInvoice')}</span>
  const { cutOffAt, count } = lastPlatformInvoice
  const invoiced = t('overview.invoiced', { day: day(cutOffAt, timeZone), figure: number(count) })
  return (
    <>
      {invoiced}
      {changeSince !== 0 && changeSince !== null && (
        <span className={classes.next}>{t('overview.since', { change: change(changeSince) })}</span>
      )}
      {nextCutOff !== null && (
        <span className={classes.next}>{t('overview.next', { day: day(nextCutOff.at, timeZone) })}</span>
      )}
    </>
  )
}
