import { Badge } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { type InvoiceDetails, platformInvoiceQuery } from '../../api/billing'
import { useFormat } from '../../components/format'
import { useSubscriptionCrumbs } from '../../components/of-one-location'
import { ProblemNotice } from '../../components/problem-notice'
import { usePlace } from '../../components/use-place'
import { Notice } from '../../ui/notice'
import { Page } from '../../ui/page'
import { PageSkeleton } from '../../ui/page-skeleton'
import { Tile, Tiles } from '../../ui/tiles'
import { AdjustmentsPart } from './adjustments-part'
import { DifferencePart } from './difference-part'
import { DocumentsMenu } from './documents-menu'
import { InvoiceActions } from './invoice-actions'
import classes from './invoice-page.module.css'
import { InvoicePart } from './invoice-part'
import { PARTS } from './invoice-search'
import { ListPart } from './list-part'

const route = getRouteApi('/panel/settings/subscription/invoices/$number')

export function InvoicePage() {
  const { t } = useTranslation()
  const { network, error } = usePlace()
  const number = Number(route.useParams().number)
  const crumbs = useSubscriptionCrumbs()
  const details = useQuery({
    ...platformInvoiceQuery({ network: network?.networkId ?? 0, number }),
    enabled: network !== undefined,
  })
  const problem = error ?? details.error
  if (problem === null && details.data === undefined) return <PageSkeleton />
  const title = t('platformInvoices.title', { number })
  if (details.data === undefined || network === undefined) {
    return (
      <Page title={title} crumbs={crumbs}>
        <ProblemNotice error={problem} onRetry={() => void details.refetch()} />
      </Page>
    )
  }
  return (
    <Page
      title={title}
      crumbs={[...crumbs, details.data.invoice.location.name]}
      actions={
        <>
          <DocumentsMenu network={network.networkId} number={number} />
          <InvoiceActions network={network.networkId} details={details.data} />
        </>
      }
    >
      <InvoiceBody details={details.data} network={network.networkId} />
    </Page>
  )
}

function InvoiceBody({ details, network }: { readonly details: InvoiceDetails; readonly network: number }) {
  const { t } = useTranslation()
  const { part = 'invoice' } = route.useSearch()
  const { invoice } = details
  return (
    <>
      <States details={details} />
      <Figures details={details} />
      <nav className={classes.parts} aria-label={t('platformInvoices.parts.label')}>
        {PARTS.map((one) => (
          <Link
            key={one}
            to="."
            search={{ network, part: one === 'invoice' ? undefined : one }}
            className={classes.part}
            aria-current={one === part ? 'page' : undefined}
          >
            {t(`platformInvoices.parts.${one}`)}
          </Link>
        ))}
      </nav>
      {part === 'invoice' && <InvoicePart details={details} network={network} />}
      {part === 'list' && <ListPart invoice={invoice} network={network} />}
      {part === 'difference' && <DifferencePart invoice={invoice} network={network} />}
      {part === 'adjustments' && <AdjustmentsPart details={details} network={network} />}
    </>
  )
}

function States({ details }: { readonly details: InvoiceDetails }) {
  const { t } = useTranslation()
  const { instant, money, moneyChange } = useFormat()
  const { invoice, void: voided, creditNotes, supplements } = details
  const agreed = supplements.flatMap(({ state, ...one }) =>
    state === 'pending' || state === 'billed' ? [{ ...one, state }] : [],
  )
  return (
    <>
      {voided !== null && (
        <Notice
          tone="warn"
          title={t('platformInvoices.voidedAt', {
            instant: instant(voided.issuedAt, invoice.location.timeZone),
          })}
        >
          {voided.reason}
        </Notice>
      )}
      {creditNotes.map((note) => (
        <Notice
          key={note.number}
          tone="info"
          title={t('platformInvoices.noteOf', {
            number: note.number,
            amount: money(note.totalMinor, note.currency),
          })}
        >
          {note.reason}
        </Notice>
      ))}
      {agreed.map((one) => (
        <Notice
          key={one.supplementId}
          tone="info"
          title={t(one.netMinor > 0 ? 'supplements.supplement' : 'supplements.deduction', {
            number: one.supplementId,
            amount: moneyChange(one.netMinor, one.currency),
          })}
        >
          {t(`supplements.fate.${one.state}`)}{' '}
          <Link to="." search={(before) => ({ network: before.network, part: 'adjustments' })}>
            {t('platformInvoices.parts.adjustments')}
          </Link>
        </Notice>
      ))}
    </>
  )
}

function Figures({ details }: { readonly details: InvoiceDetails }) {
  const { t } = useTranslation()
  const { number, money, instant } = useFormat()
  const { invoice } = details
  const { timeZone } = invoice.location
  return (
    <Tiles>
      <Tile
        label={t('overview.activeUsers')}
        value={number(invoice.activeUsers)}
        note={
          <Link to="." search={(before) => ({ network: before.network, part: 'list' })}>
            {t('platformInvoices.toList')}
          </Link>
        }
      />
      <Tile
        label={t('charge.total')}
        value={money(invoice.totalMinor, invoice.currency)}
        note={t('platformInvoices.planUsed', {
          plan: invoice.pricePlan.plan.name,
          version: invoice.pricePlan.version,
        })}
      />
      <Tile
        label={t('platformInvoices.cutOff')}
        value={instant(invoice.cutOffAt, timeZone)}
        note={
          <>
            {t('platformInvoices.window', { from: instant(invoice.windowFrom, timeZone) })}
            {invoice.edition > 1 && (
              <Badge variant="default" ml={6}>
                {t('platformInvoices.edition', { edition: invoice.edition })}
              </Badge>
            )}
          </>
        }
      />
    </Tiles>
  )
}
