/** What is asked for: the lines, the count by source, and the hashes that prove them. */
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { InvoiceDetails } from '../../api/billing'
import { answerOf, client } from '../../api/client'
import { may, useAccount } from '../../api/session'
import { ChargeLines } from '../../components/charge-lines'
import { useFormat } from '../../components/format'
import { ProblemNotice } from '../../components/problem-notice'
import { SOURCES, SourceLabel } from '../../components/source-label'
import { Card } from '../../ui/card'
import { Facts } from '../../ui/facts'
import { Notice } from '../../ui/notice'
import classes from './invoice-page.module.css'

interface InvoicePartProps {
  readonly details: InvoiceDetails
  readonly network: number
}

export function InvoicePart({ details, network }: InvoicePartProps) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const { invoice, hash } = details
  return (
    <>
      <Card title={t('charge.lines')} isFlush>
        <ChargeLines {...invoice} plan={invoice.pricePlan.plan} />
      </Card>
      <Card title={t('platformInvoices.bySource')} description={t('overview.byLocationNote')}>
        <div className={classes.chips}>
          {SOURCES.map((source) => (
            <Link key={source} to="." search={{ network, part: 'list', source }} className={classes.source}>
              <SourceLabel source={source} />
              <strong className="figures">{number(invoice.bySource[source])}</strong>
            </Link>
          ))}
        </div>
      </Card>
      <Card
        title={t('platformInvoices.proof.title')}
        description={t('platformInvoices.proof.about')}
        actions={<Verify network={network} />}
      >
        <Facts
          facts={[
            [t('platformInvoices.proof.place'), number(invoice.entryNumber)],
            [t('platformInvoices.proof.hash'), <Hash key="hash" text={hash} />],
            [t('platformInvoices.proof.before'), <Hash key="before" text={invoice.previousHash} />],
            [t('platformInvoices.proof.list'), <Hash key="list" text={invoice.listHash} />],
            [t('platformInvoices.proof.ruleSet'), invoice.ruleSet],
          ]}
        />
      </Card>
    </>
  )
}

function Hash({ text }: { readonly text: string }) {
  return <code className={classes.hash}>{text}</code>
}

/** Asks the server whether the chain of the network is as it was issued. */
function Verify({ network }: { readonly network: number }) {
  const { t } = useTranslation()
  const { number } = useFormat()
  const canManage = may(useAccount(), 'billing.manage', network)
  const verify = useMutation({
    mutationFn: () => answerOf(client.GET('/api/v1/platform-invoices/verification')),
  })
  if (!canManage) return null
  if (verify.isError) return <ProblemNotice error={verify.error} onRetry={verify.mutate} />
  const chain = verify.data?.chains.find(({ networkId }) => networkId === network)
  if (chain === undefined) {
    return (
      <Button size="xs" variant="default" onClick={() => verify.mutate()} loading={verify.isPending}>
        {t('platformInvoices.proof.verify')}
      </Button>
    )
  }
  return chain.faults.length === 0 ? (
    <Notice tone="good" title={t('platformInvoices.proof.intact', { entries: number(chain.entries) })} />
  ) : (
    <Notice tone="bad" title={t('platformInvoices.proof.broken')}>
      {chain.faults.join(' ')}
    </Notice>
  )
}
