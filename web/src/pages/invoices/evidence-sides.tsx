/** The evidence of one customer on both sides: as frozen with the invoice, and on the other side. */
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { explanationQuery } from '../../api/active-users'
import { type InvoiceAsked, invoicedUserQuery, type PlatformInvoice } from '../../api/billing'
import { EvidenceSheet } from '../../components/evidence-sheet'
import { ExplanationView } from '../../components/explanation-view'
import { useFormat } from '../../components/format'
import { useKindName } from '../../components/kind-name'
import { usePanelLanguage } from '../../components/panel-language'
import { ProblemNotice } from '../../components/problem-notice'
import { RecordLink } from '../../components/record-link'
import { SourceLabel } from '../../components/source-label'
import { ItemList } from '../../ui/item-list'
import classes from './invoice-page.module.css'

const route = getRouteApi('/panel/settings/subscription/invoices/$number')

interface EvidenceSidesProps {
  readonly invoice: PlatformInvoice
  readonly network: number
  /** The other side, where there is one. */
  readonly other?: { readonly number: number | null; readonly asOf: string } | undefined
}

export function EvidenceSides({ invoice, network, other }: EvidenceSidesProps) {
  const { customer } = route.useSearch()
  return (
    <EvidenceSheet isOpen={customer !== undefined}>
      {customer !== undefined && (
        <>
          <Frozen
            network={network}
            number={invoice.number}
            customer={customer}
            timeZone={invoice.location.timeZone}
          />
          {other?.number != null && (
            <Frozen
              network={network}
              number={other.number}
              customer={customer}
              timeZone={invoice.location.timeZone}
            />
          )}
          {other?.number === null && (
            <Counted
              network={network}
              location={invoice.location.locationId}
              customer={customer}
              asOf={other.asOf}
            />
          )}
        </>
      )}
    </EvidenceSheet>
  )
}

interface FrozenProps extends InvoiceAsked {
  readonly customer: number
  readonly timeZone: string
}

function Frozen({ timeZone, ...asked }: FrozenProps) {
  const { t } = useTranslation()
  const { instant } = useFormat()
  const kindName = useKindName()
  const { data, error } = useQuery(invoicedUserQuery(asked))
  return (
    <section className={classes.side}>
      <h2 style={{ margin: '0 0 10px', fontSize: '1rem' }}>
        {data?.name === undefined ? '' : `${data.name} · `}
        {t('platformInvoices.onInvoice', { number: asked.number })}
      </h2>
      <ProblemNotice error={error} />
      {data === undefined && error === null && <Skeleton h={80} aria-busy="true" />}
      {data === null && <p style={{ margin: 0 }}>{t('platformInvoices.notOnInvoice')}</p>}
      {data != null && (
        <ItemList>
          {data.evidence.map(({ source, kind, record, at, url }) => (
            <ItemList.Item
              key={`${source} ${kind} ${record} ${at}`}
              title={
                <>
                  <SourceLabel source={source} /> {kindName(kind)}
                </>
              }
              note={`${at === null ? t('evidence.always') : instant(at, timeZone)} · ${t('evidence.record', { id: record })}`}
              action={<RecordLink url={url} />}
            />
          ))}
        </ItemList>
      )}
    </section>
  )
}

interface CountedProps {
  readonly network: number
  readonly location: number
  readonly customer: number
  readonly asOf: string
}

function Counted(asked: CountedProps) {
  const language = usePanelLanguage()
  const { data, error, refetch } = useQuery(explanationQuery({ ...asked, language }))
  return (
    <section className={classes.side}>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton h={160} aria-busy="true" />}
      {data !== undefined && <ExplanationView explanation={data} />}
    </section>
  )
}
