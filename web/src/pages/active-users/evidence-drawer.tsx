/** Why one customer counts or does not: every record, with its instant and its rule. */
import { Skeleton, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { explanationQuery, type View } from '../../api/active-users'
import { EvidenceSheet } from '../../components/evidence-sheet'
import { ExplanationView } from '../../components/explanation-view'
import { usePanelLanguage } from '../../components/panel-language'
import { ProblemNotice } from '../../components/problem-notice'

const route = getRouteApi('/panel/settings/subscription/active-users')

export default function EvidenceDrawer({ view }: { readonly view: View }) {
  const { customer } = route.useSearch()
  return (
    <EvidenceSheet isOpen={customer !== undefined}>
      {customer !== undefined && <OneCustomer view={view} customer={customer} />}
    </EvidenceSheet>
  )
}

function OneCustomer({ view, customer }: { readonly view: View; readonly customer: number }) {
  const { t } = useTranslation()
  const language = usePanelLanguage()
  const { data, error, refetch } = useQuery(explanationQuery({ ...view, customer, language }))
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (data === undefined) {
    return (
      <Stack aria-busy="true">
        <Skeleton h={28} w="60%" />
        <Skeleton h={64} />
        <Skeleton h={180} />
      </Stack>
    )
  }
  return (
    <ExplanationView
      explanation={data}
      link={
        <Link
          to="/customers/$customer"
          params={{ customer: String(customer) }}
          search={{ network: view.network }}
        >
          {t('evidence.toCustomer')}
        </Link>
      }
    />
  )
}
