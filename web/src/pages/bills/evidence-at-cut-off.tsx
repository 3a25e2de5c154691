/** Why one customer counted in the window of the bill, or did not. */
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type AtCutOff, type BillAudit, explainedAtCutOffQuery } from '../../api/bills'
import { EvidenceSheet } from '../../components/evidence-sheet'
import { ExplanationView } from '../../components/explanation-view'
import { usePanelLanguage } from '../../components/panel-language'
import { ProblemNotice } from '../../components/problem-notice'

const route = getRouteApi('/panel/settings/subscription/bills/$bill')

export function EvidenceAtCutOff({ audit: { bill } }: { readonly audit: BillAudit }) {
  const { customer } = route.useSearch()
  const { networkId: network, cutOffAt } = bill
  return (
    <EvidenceSheet isOpen={customer !== undefined}>
      {customer !== undefined && (
        <OneCustomer
          network={network}
          location={bill.location.locationId}
          cutOffAt={cutOffAt}
          customer={customer}
        />
      )}
    </EvidenceSheet>
  )
}

function OneCustomer(asked: AtCutOff & { readonly customer: number }) {
  const language = usePanelLanguage()
  const { data, error, refetch } = useQuery(explainedAtCutOffQuery({ ...asked, language }))
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton h={200} aria-busy="true" />
  return <ExplanationView explanation={data} />
}
