/** The records that a network has of a customer, a card a kind; kinds without any are left out. */
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import {
  bookingsQuery,
  contractsQuery,
  customerInvoicesQuery,
  recurringProductsQuery,
  teamsQuery,
} from '../../api/customers'
import { useFormat } from '../../components/format'
import { useKindName } from '../../components/kind-name'
import { usePlace } from '../../components/use-place'
import { Card } from '../../ui/card'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'

interface OfCustomer {
  readonly network: number
  readonly customer: string
}

export function RecordsOfCustomer(props: OfCustomer) {
  return (
    <>
      <Contracts {...props} />
      <Bookings {...props} />
      <Invoices {...props} />
      <Products {...props} />
      <Teams {...props} />
    </>
  )
}

function Contracts({ network, customer }: OfCustomer) {
  const { t } = useTranslation()
  const { data } = useQuery(contractsQuery(network, customer))
  const { day, money } = useFormat()
  const zoneOf = useZones()
  const kindName = useKindName()
  const rows = (data?.items ?? []).map((one) => {
    const zone = zoneOf(one.location.locationId)
    const price =
      one.priceMinor === null || one.currency === null ? null : money(one.priceMinor, one.currency)
    const ends = one.endsAt === null ? t('records.open') : day(one.endsAt, zone)
    return [
      one.planName ?? '–',
      one.location.name,
      kindName(one.kind),
      price,
      day(one.startsAt ?? one.from, zone),
      ends,
    ]
  })
  const heads = [
    t('records.plan'),
    t('overview.location'),
    t('help.kind'),
    t('records.price'),
    t('records.from'),
    t('records.until'),
  ]
  return <Records title={t('records.contracts')} heads={heads} rows={rows} />
}

function Bookings({ network, customer }: OfCustomer) {
  const { t } = useTranslation()
  const { data } = useQuery(bookingsQuery(network, customer))
  const { instant } = useFormat()
  const zoneOf = useZones()
  const kindName = useKindName()
  const rows = (data?.items ?? []).map((one) => {
    const zone = zoneOf(one.location.locationId)
    const cancelled = one.cancelledAt === null ? null : instant(one.cancelledAt, zone)
    return [instant(one.madeAt, zone), one.location.name, kindName(one.evidenceKind), cancelled]
  })
  const heads = [t('records.made'), t('overview.location'), t('help.kind'), t('records.cancelled')]
  return <Records title={t('records.bookings')} heads={heads} rows={rows} />
}

function Invoices({ network, customer }: OfCustomer) {
  const { t } = useTranslation()
  const { data } = useQuery(customerInvoicesQuery(network, customer))
  const { instant } = useFormat()
  const zoneOf = useZones()
  const kindName = useKindName()
  const rows = (data?.items ?? []).map((one) => [
    instant(one.issuedAt, zoneOf(one.locations[0]?.locationId)),
    one.locations.map(({ name }) => name).join(', '),
    kindName(one.evidenceKind),
  ])
  const heads = [t('records.issued'), t('overview.location'), t('help.kind')]
  return <Records title={t('records.customerInvoices')} heads={heads} rows={rows} />
}

function Products({ network, customer }: OfCustomer) {
  const { t } = useTranslation()
  const { data } = useQuery(recurringProductsQuery(network, customer))
  const { day } = useFormat()
  const zoneOf = useZones()
  const rows = (data?.items ?? []).map(({ renewal, ...one }) => {
    const zone = zoneOf(one.location.locationId)
    const cycle =
      renewal === null ? t('records.once') : t(`records.cycle.${renewal.cycle}`, { count: renewal.every })
    return [one.productName ?? '–', one.location.name, day(one.soldAt, zone), cycle]
  })
  const heads = [t('records.product'), t('overview.location'), t('records.sold'), t('records.renews')]
  return <Records title={t('records.recurringProducts')} heads={heads} rows={rows} />
}

function Teams({ network, customer }: OfCustomer) {
  const { t } = useTranslation()
  const { data } = useQuery(teamsQuery(network, customer))
  const { number } = useFormat()
  const rows = (data?.items ?? []).map((one) => [
    one.name,
    one.hasMergedBilling ? t('help.yes') : t('help.no'),
    one.payingCustomer?.name ?? '–',
    number(one.members.length),
  ])
  const heads = [
    t('records.team'),
    t('records.mergedBilling'),
    t('records.payingCustomer'),
    t('records.members'),
  ]
  return <Records title={t('records.teams')} heads={heads} rows={rows} />
}

interface RecordsProps {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly ReactNode[])[]
}

function Records({ title, heads, rows }: RecordsProps) {
  if (rows.length === 0) return null
  const numbered = rows.map((cells, row) => ({
    id: `${row}`,
    cells: cells.map((cell, at) => ({ cell, head: heads[at] })),
  }))
  return (
    <Card title={title} isFlush>
      <ScrollArea label={title}>
        <table className={`${table.table} figures`}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {numbered.map(({ id, cells }) => (
              <tr key={id}>
                {cells.map(({ cell, head }) => (
                  <td key={head}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Card>
  )
}

function useZones(): (location: number | undefined) => string | undefined {
  const { locations } = usePlace()
  const zones = useMemo(
    () => new Map(locations?.map(({ locationId, timeZone }) => [locationId, timeZone])),
    [locations],
  )
  return (location) => (location === undefined ? undefined : zones.get(location))
}
