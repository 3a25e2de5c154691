/** The records that a network has of a customer, a card a kind; kinds without any are left out. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerProfile } from '../../api/customers'
import { useFormat } from '../../components/format'
import { useKindName } from '../../components/kind-name'
import { RecordLink } from '../../components/record-link'
import { Card } from '../../ui/card'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'
import { useZones } from './use-zones'

interface OfCustomer {
  readonly customer: CustomerProfile
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

function Contracts({ customer: { contracts } }: OfCustomer) {
  const { t } = useTranslation()
  const { day, money } = useFormat()
  const zoneOf = useZones()
  const kindName = useKindName()
  const rows = contracts.items.map((one) => {
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
  return <Records title={t('records.contracts')} heads={heads} rows={rows} of={contracts} />
}

function Bookings({ customer: { bookings } }: OfCustomer) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const zoneOf = useZones()
  const kindName = useKindName()
  const rows = bookings.items.map((one) => {
    const zone = zoneOf(one.location.locationId)
    const cancelled = one.cancelledAt === null ? null : instant(one.cancelledAt, zone)
    return [instant(one.madeAt, zone), one.location.name, kindName(one.evidenceKind), cancelled]
  })
  const heads = [t('records.made'), t('overview.location'), t('help.kind'), t('records.cancelled')]
  return <Records title={t('records.bookings')} heads={heads} rows={rows} of={bookings} />
}

function Invoices({ customer: { customerInvoices } }: OfCustomer) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const zoneOf = useZones()
  const kindName = useKindName()
  const rows = customerInvoices.items.map((one) => [
    instant(one.issuedAt, zoneOf(one.locations[0]?.locationId)),
    one.locations.map(({ name }) => name).join(', '),
    kindName(one.evidenceKind),
  ])
  const heads = [t('records.issued'), t('overview.location'), t('help.kind')]
  return <Records title={t('records.customerInvoices')} heads={heads} rows={rows} of={customerInvoices} />
}

function Products({ customer: { recurringProducts } }: OfCustomer) {
  const { t } = useTranslation()
  const { day } = useFormat()
  const zoneOf = useZones()
  const rows = recurringProducts.items.map(({ renewal, ...one }) => {
    const zone = zoneOf(one.location.locationId)
    const cycle =
      renewal === null ? t('records.once') : t(`records.cycle.${renewal.cycle}`, { count: renewal.every })
    return [one.productName ?? '–', one.location.name, day(one.soldAt, zone), cycle]
  })
  const heads = [t('records.product'), t('overview.location'), t('records.sold'), t('records.renews')]
  return <Records title={t('records.recurringProducts')} heads={heads} rows={rows} of={recurringProducts} />
}

function Teams({ customer: { teams } }: OfCustomer) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const rows = teams.items.map((one) => [
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
  return <Records title={t('records.teams')} heads={heads} rows={rows} of={teams} />
}

interface RecordsProps {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly ReactNode[])[]
  /** What the rows tell: the first of all there are. */
  readonly of: {
    readonly total: number
    readonly items: readonly { readonly externalId: string; readonly url: string | null }[]
  }
}

function Records({ title, heads: known, rows: told, of: { total, items } }: RecordsProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  if (told.length === 0) return null
  const hasLinks = items.some(({ url }) => url !== null)
  const heads = hasLinks ? [...known, t('records.origin')] : known
  const rows = items.map(({ externalId, url }, at) => ({
    id: externalId,
    cells: [
      ...(told[at] ?? []),
      ...(hasLinks ? [<RecordLink key="link" url={url} record={`${title} ${externalId}`} />] : []),
    ].map((cell, column) => ({ cell, head: heads[column] })),
  }))
  return (
    <Card
      title={title}
      description={
        total > rows.length
          ? t('profile.firstOf', { shown: number(rows.length), total: number(total) })
          : undefined
      }
      isFlush
    >
      <ScrollArea label={title}>
        <table className={`${table.table} ${table.stacked} figures`}>
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
            {rows.map(({ id, cells }) => (
              <tr key={id}>
                {cells.map(({ cell, head }, at) => (
                  <td key={head} {...(at === 0 ? { 'data-whole': true } : { 'data-head': head })}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Card>
  )
}
