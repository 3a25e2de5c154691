/** One bill beside the count at its cut-off: what differs, by how much, whom it is about, what is uncertain. */
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AuditQuestion, type BillAudit, billAuditQuery, billProof } from '../../api/bills'
import { useFormat } from '../../components/format'
import { useSubscriptionCrumbs } from '../../components/of-one-location'
import { ProblemNotice } from '../../components/problem-notice'
import { usePlace } from '../../components/use-place'
import { Page } from '../../ui/page'
import { PageSkeleton } from '../../ui/page-skeleton'
import { saveFile } from '../../ui/save-file'
import { Tile, Tiles } from '../../ui/tiles'
import { CandidatesPart } from './candidates-part'
import { ComparePart } from './compare-part'
import { CountedPart } from './counted-part'
import { EvidenceAtCutOff } from './evidence-at-cut-off'
import { PricePart } from './price-part'
import { UncertainPart } from './uncertain-part'
import { Headline } from './verdict'
import { WayPart } from './way-part'

const route = getRouteApi('/panel/settings/subscription/bills/$bill')

export function BillPage() {
  const { t } = useTranslation()
  const { network, error } = usePlace()
  const { bill } = route.useParams()
  const crumbs = useSubscriptionCrumbs()
  const [question, setQuestion] = useState<AuditQuestion>({})
  const asked = { network: network?.networkId ?? 0, bill }
  const audit = useQuery(billAuditQuery(asked, question))
  const proof = useMutation({
    mutationFn: () => billProof(asked, question),
    onSuccess: (file) => saveFile(file, `Bill ${audit.data?.bill.number ?? bill} audit.json`),
  })
  const problem = error ?? (audit.data === undefined ? audit.error : null)
  if (problem === null && audit.data === undefined) return <PageSkeleton />
  const title = t('bills.title', { name: audit.data?.bill.number ?? bill })
  if (audit.data === undefined) {
    return (
      <Page title={title} crumbs={crumbs}>
        <ProblemNotice error={problem} onRetry={() => void audit.refetch()} />
      </Page>
    )
  }
  const ask = (more: AuditQuestion) => setQuestion((before) => ({ ...before, ...more }))
  return (
    <Page
      title={title}
      crumbs={[...crumbs, t('navigation.bills'), audit.data.bill.location.name]}
      description={audit.data.bill.description ?? undefined}
      actions={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.7} />}
          onClick={() => proof.mutate()}
          loading={proof.isPending}
        >
          {t('bills.proof')}
        </Button>
      }
    >
      <ProblemNotice error={proof.error} />
      <Headline audit={audit.data} />
      <Figures audit={audit.data} />
      <WayPart audit={audit.data} />
      <ComparePart
        comparison={audit.data.comparison}
        billed={audit.data.billed.count}
        isBusy={audit.isFetching}
        error={audit.error}
        onCompare={(platformList) => ask({ platformList })}
      />
      {audit.data.comparison === null && <CandidatesPart audit={audit.data} />}
      <PricePart audit={audit.data} onPlan={(plan) => ask({ plan })} />
      <UncertainPart audit={audit.data} />
      <CountedPart audit={audit.data} />
      <EvidenceAtCutOff audit={audit.data} />
    </Page>
  )
}

function Figures({ audit }: { readonly audit: BillAudit }) {
  const { t } = useTranslation()
  const { number, change, instant, money, moneyChange } = useFormat()
  const { bill, billed, counted, difference, windowFrom } = audit
  const { timeZone } = bill.location
  const { currency } = bill
  return (
    <Tiles>
      <Tile
        label={t('bills.billed')}
        value={billed.count === null ? '–' : number(billed.count)}
        note={billedNote()}
      />
      <Tile
        label={t('bills.counted')}
        value={number(counted)}
        note={t('bills.inWindow', {
          from: instant(windowFrom, timeZone),
          until: instant(bill.cutOffAt, timeZone),
        })}
      />
      <Tile
        label={t('bills.people')}
        value={difference === null ? '–' : change(difference)}
        note={t('bills.billedLessCounted')}
      />
      <Tile
        label={t('bills.money')}
        value={
          audit.money === null || currency === null ? '–' : moneyChange(audit.money.differenceMinor, currency)
        }
        note={
          audit.money === null || currency === null
            ? t('bills.noPrice')
            : t('bills.ofAmount', {
                billed: money(audit.money.billedMinor, currency),
                counted: money(audit.money.countedMinor, currency),
              })
        }
      />
    </Tiles>
  )

  function billedNote(): string {
    if (billed.from === 'description') return t('bills.byDescription')
    if (billed.possible === null) return ''
    const { least, most, numbers } = billed.possible
    return numbers === 1
      ? t('bills.byAmount')
      : t('bills.several', { numbers: number(numbers), least: number(least), most: number(most) })
  }
}
