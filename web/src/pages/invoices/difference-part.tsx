/** Why the invoice differs from the count of an instant, or from another invoice of its location. */
import { Button, NativeSelect, Skeleton, TextInput } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  differenceAddress,
  type PlatformInvoice,
  platformInvoicesQuery,
  type Reconciliation,
  reconciliationQuery,
} from '../../api/billing'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { Card } from '../../ui/card'
import { Waterfall, type WaterfallRow } from '../../ui/waterfall'
import { instantOf, wallTime } from '../../ui/zoned-time'
import { DifferenceTable } from './difference-table'
import { EvidenceSides } from './evidence-sides'
import classes from './invoice-page.module.css'

const route = getRouteApi('/panel/settings/subscription/invoices/$number')

interface DifferencePartProps {
  readonly invoice: PlatformInvoice
  readonly network: number
}

export function DifferencePart({ invoice, network }: DifferencePartProps) {
  const { t } = useTranslation()
  const { as_of: asOf, against } = route.useSearch()
  const asked = { network, number: invoice.number, asOf: against === undefined ? asOf : undefined, against }
  const { data, error, refetch } = useQuery(reconciliationQuery(asked))
  return (
    <>
      <OtherSide invoice={invoice} network={network} />
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton h={320} radius="lg" aria-busy="true" />}
      {data !== undefined && (
        <>
          <Card title={t('difference.title')}>
            <Sentence found={data} />
          </Card>
          <Card title={t('difference.steps')} description={t('difference.stepsAbout')} isFlush>
            <Steps found={data} />
          </Card>
          <DifferenceTable
            found={data}
            exports={(['csv', 'xlsx'] as const).map(
              (format) => [format, differenceAddress(asked, format)] as const,
            )}
          />
          <EvidenceSides invoice={invoice} network={network} other={data.other} />
        </>
      )}
    </>
  )
}

function OtherSide({ invoice, network }: DifferencePartProps) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const navigate = useNavigate()
  const { as_of: asOf, against } = route.useSearch()
  const { locationId, timeZone } = invoice.location
  const invoices = useInfiniteQuery(platformInvoicesQuery(network, locationId))
  const others = (invoices.data?.pages.flatMap(({ items }) => items) ?? []).filter(
    ({ kind, number }) => kind === 'invoice' && number !== invoice.number,
  )
  const choose = (side: { as_of?: string | undefined; against?: number | undefined }) =>
    void navigate({
      to: '.',
      search: (before) => ({ ...before, as_of: side.as_of, against: side.against, reason: undefined }),
    })
  return (
    <div className={classes.tools}>
      <NativeSelect
        label={t('difference.compareWith')}
        value={against === undefined ? '' : String(against)}
        onChange={(event) => {
          const { value } = event.currentTarget
          choose(value === '' ? {} : { against: Number(value) })
        }}
        data={[
          { value: '', label: t('difference.count') },
          ...others.map(({ number, cutOffAt }) => ({
            value: String(number),
            label: t('difference.otherInvoice', { number, cutOff: instant(cutOffAt, timeZone) }),
          })),
        ]}
      />
      {against === undefined && (
        <>
          <TextInput
            key={asOf}
            type="datetime-local"
            label={t('asOf.label')}
            defaultValue={asOf === undefined ? '' : wallTime(new Date(asOf), timeZone)}
            onBlur={(event) => {
              const { value } = event.currentTarget
              if (value !== '') choose({ as_of: instantOf(value.slice(0, 16), timeZone).toISOString() })
            }}
          />
          <Button variant="default" onClick={() => choose({})} disabled={asOf === undefined}>
            {t('asOf.now')}
          </Button>
        </>
      )}
    </div>
  )
}

/** Figures by reason, in words; they add up. */
function Sentence({ found }: { readonly found: Reconciliation }) {
  const { t, i18n } = useTranslation()
  const { number, instant } = useFormat()
  const { invoice, other, steps, location } = found
  const byReason = new Map<(typeof steps)[number]['reason'], number>()
  for (const { reason, change } of steps) byReason.set(reason, (byReason.get(reason) ?? 0) + Math.abs(change))
  const reasons = [...byReason].map(([reason, count]) => t(`difference.phrase.${reason}`, { count }))
  const figures = {
    number: invoice.number,
    count: invoice.activeUsers,
    other:
      other.number === null
        ? t('difference.countAsOf', { instant: instant(other.asOf, location.timeZone) })
        : t('difference.invoice', { number: other.number }),
    otherCount: number(other.activeUsers),
  }
  return (
    <p className={classes.sentence}>
      {t('difference.head', figures)}
      {reasons.length === 0
        ? t('difference.same')
        : t('difference.because', { reasons: new Intl.ListFormat(i18n.language).format(reasons) })}
    </p>
  )
}

function Steps({ found }: { readonly found: Reconciliation }) {
  const { t } = useTranslation()
  const { number, change, money, moneyChange } = useFormat()
  const { invoice, other, steps, pricePlanMinor, supplementsMinor, currency } = found
  const rows: readonly WaterfallRow[] = [
    {
      key: 'from',
      kind: 'total',
      label: t('platformInvoices.title', { number: invoice.number }),
      values: [invoice.activeUsers, invoice.totalMinor],
    },
    ...steps.map(({ side, reason, source, change: people, amountMinor }) => ({
      key: `${side} ${reason} ${source}`,
      kind: 'step' as const,
      label: `${t(`difference.reason.${reason}`)}${source === null ? '' : ` · ${t(`sources.${source}`)}`}`,
      values: [people, amountMinor],
    })),
    ...(pricePlanMinor === 0
      ? []
      : [
          {
            key: 'plan',
            kind: 'step' as const,
            label: t('difference.pricePlan'),
            values: [0, pricePlanMinor],
          },
        ]),
    ...(supplementsMinor === 0
      ? []
      : [
          {
            key: 'supplements',
            kind: 'step' as const,
            label: t('supplements.title'),
            values: [0, supplementsMinor],
          },
        ]),
    {
      key: 'to',
      kind: 'total',
      label:
        other.number === null ? t('difference.count') : t('platformInvoices.title', { number: other.number }),
      values: [other.activeUsers, other.totalMinor],
    },
  ]
  return (
    <Waterfall
      label={t('difference.steps')}
      stepHeading={t('difference.step')}
      rows={rows}
      measures={[
        { name: t('overview.activeUsers'), total: number, step: change },
        {
          name: t('charge.total'),
          total: (minor) => money(minor, currency),
          step: (minor) => moneyChange(minor, currency),
        },
      ]}
    />
  )
}
