/** Who would have been added or taken off by records that came or changed after the cut-off. */
import { Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adjustmentsQuery, type InvoiceDetails } from '../../api/billing'
import { may, useAccount } from '../../api/session'
import { CustomerName } from '../../components/customer-name'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { SourceChips } from '../../components/source-label'
import { Card } from '../../ui/card'
import { EmptyState } from '../../ui/empty-state'
import { ScrollArea } from '../../ui/scroll-area'
import table from '../../ui/table.module.css'
import { Tile, Tiles } from '../../ui/tiles'
import { AgreeSupplement } from './agree-supplement'
import { EvidenceSides } from './evidence-sides'
import { ActionDialog } from './invoice-actions'
import { SupplementsCard } from './supplements-card'

interface AdjustmentsPartProps {
  readonly details: InvoiceDetails
  readonly network: number
}

export function AdjustmentsPart({ details, network }: AdjustmentsPartProps) {
  const { invoice } = details
  const { t } = useTranslation()
  const { number, change, moneyChange } = useFormat()
  const { data, error, refetch } = useQuery(adjustmentsQuery({ network, number: invoice.number }))
  if (data === undefined) {
    return error === null ? (
      <Skeleton h={240} radius="lg" aria-busy="true" />
    ) : (
      <ProblemNotice error={error} onRetry={() => void refetch()} />
    )
  }
  if (data.items.length === 0) {
    return (
      <>
        <Card>
          <EmptyState title={t('adjustments.none')}>{t('adjustments.noneNote')}</EmptyState>
        </Card>
        {data.supplements.length > 0 && <SupplementsCard supplements={data.supplements} />}
      </>
    )
  }
  return (
    <>
      <Tiles>
        <Tile
          label={t('adjustments.recounted')}
          value={number(data.recounted)}
          note={t('adjustments.invoiced', {
            invoiced: number(data.activeUsers),
            change: change(data.recounted - data.activeUsers),
          })}
        />
        <Tile
          label={t('adjustments.price')}
          value={moneyChange(data.differenceMinor, data.currency)}
          note={
            <>
              {t('adjustments.priceNote')}
              <Credit details={details} network={network} openNetMinor={data.supplementNetMinor} />
            </>
          }
        />
        <Tile
          label={t('supplements.open')}
          value={moneyChange(data.supplementNetMinor, data.currency)}
          note={
            <>
              {t(data.supplementNetMinor === 0 ? 'supplements.nothingOpen' : 'supplements.openNote')}
              <AgreeSupplement adjustments={data} network={network} isVoid={details.void !== null} />
            </>
          }
        />
      </Tiles>
      {data.supplements.length > 0 && <SupplementsCard supplements={data.supplements} />}
      <Card title={t('adjustments.people')} description={t('adjustments.about')} isFlush>
        <ScrollArea label={t('adjustments.people')}>
          <table className={`${table.table} ${table.stacked}`} aria-label={t('adjustments.people')}>
            <thead>
              <tr>
                <th scope="col">{t('table.column.name')}</th>
                <th scope="col">{t('adjustments.change')}</th>
                <th scope="col">{t('supplements.stateOf')}</th>
                <th scope="col">{t('table.column.sources')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((item) => (
                <tr key={item.customerId}>
                  <td data-whole>
                    <CustomerName customerId={item.customerId} name={item.name} />
                  </td>
                  <td data-head={t('adjustments.change')}>{t(`adjustments.changes.${item.change}`)}</td>
                  <td data-head={t('supplements.stateOf')}>{t(`supplements.people.${item.state}`)}</td>
                  <td data-whole>
                    <SourceChips sources={item.sources} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollArea>
      </Card>
      <EvidenceSides invoice={invoice} network={network} other={{ number: null, asOf: invoice.cutOffAt }} />
    </>
  )
}

interface CreditProps extends AdjustmentsPartProps {
  /** What of the difference is neither agreed nor credited, before tax. */
  readonly openNetMinor: number
}

/** The way to a credit note of what was asked too much; the operator may still change the amount. */
function Credit({ details, network, openNetMinor }: CreditProps) {
  const { t } = useTranslation()
  const [isOpen, dialog] = useDisclosure(false)
  const canManage = may(useAccount(), 'billing.manage', network)
  const { invoice } = details
  if (!canManage || details.void !== null || openNetMinor >= 0) return null
  return (
    <div style={{ marginTop: 8 }}>
      <Button size="xs" variant="default" onClick={dialog.open}>
        {t('platformInvoices.crediting.action')}
      </Button>
      {isOpen && (
        <ActionDialog
          action="crediting"
          network={network}
          details={details}
          proposed={(-openNetMinor / 10 ** invoice.digits).toFixed(invoice.digits)}
          onClose={dialog.close}
        />
      )}
    </div>
  )
}
